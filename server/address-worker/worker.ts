import { parentPort } from 'node:worker_threads'
import { createAddressIndex, loadAddressIndex } from '#shared/address/create-address-index.ts'
import { giveWay } from '../give-way.ts'
import { entriesOfPage } from './entries-of-page.ts'
import { readIndexFile, writeIndexFile } from './index-file.ts'
import type { Answer, Question } from './messages.ts'

// Reads a stored index or builds one, away from the thread that answers checks: a million addresses take a minute.

giveWay()
let index = createAddressIndex()
let sealed: Uint8Array<SharedArrayBuffer> | null = null

parentPort?.on('message', (question: Question) => parentPort?.postMessage(answered(question)))

function answered(question: Question): Answer {
  try {
    return answer(question)
  } catch (error) {
    return { type: 'failed', message: error instanceof Error ? error.message : String(error) }
  }
}

function answer(question: Question): Answer {
  if (question.type === 'load') {
    const bytes = readIndexFile(question.path, question.key)
    return { type: 'index', bytes: bytes !== null && loadAddressIndex(bytes).ok ? bytes : null }
  }
  if (question.type === 'begin') index = createAddressIndex([], { areas: question.areas })
  else if (question.type === 'page') index.add(entriesOfPage(question.page))
  else if (question.type === 'store') writeIndexFile(question.path, question.key, sealed ?? new Uint8Array())
  else {
    const bytes = index.toBytes()
    sealed = new Uint8Array(new SharedArrayBuffer(bytes.length))
    sealed.set(bytes)
    return { type: 'index', bytes: sealed }
  }
  return { type: 'done' }
}
