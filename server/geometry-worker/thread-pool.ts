import { availableParallelism } from 'node:os'
import type { Worker } from 'node:worker_threads'
import { Invalid, Unavailable } from '../domain/errors.ts'
import { startWorker } from '../start-worker.ts'
import type { Answer, Question } from './messages.ts'

const MOST_THREADS = Math.max(1, Math.min(4, availableParallelism() - 1))
const MOST_WAITING = 64
const RETRY_AFTER_S = 5

/** One thread, and which figures and roads it holds. */
export type Thread = { worker: Worker; figuresKey: number; roadsKey: number }

type Job = {
  /** Called when a thread is free, because what is sent depends on what that thread holds. */
  question(thread: Thread): Question
  limitMs: number
  resolve(answer: Answer): void
  reject(error: Error): void
}

// The process's own, like its file threads: started when first needed, asleep otherwise, and never in the way of its end.
const idle: Thread[] = []
const waiting: Job[] = []
let threads = 0

/**
 * Has a thread answer a question, as soon as one is free.
 * @throws Unavailable geometry_busy when too many wait already; Invalid geometry_too_long when the answer takes longer
 * than `limitMs`, and the thread is ended
 */
export function askThread(question: Job['question'], limitMs: number): Promise<Answer> {
  if (waiting.length >= MOST_WAITING) throw new Unavailable('geometry_busy', { seconds: RETRY_AFTER_S })
  return new Promise((resolve, reject) => {
    waiting.push({ question, limitMs, resolve, reject })
    next()
  })
}

function next(): void {
  if (waiting.length === 0) return
  const thread = idle.pop() ?? (threads < MOST_THREADS ? start() : undefined)
  const job = thread && waiting.shift()
  if (thread && job) run(thread, job)
}

function start(): Thread {
  threads += 1
  return { worker: startWorker(new URL('./worker.ts', import.meta.url), 'geometry-worker.js', {}), figuresKey: -1, roadsKey: -1 }
}

function run(thread: Thread, { question, limitMs, resolve, reject }: Job): void {
  const { worker } = thread
  const finish = (lost: boolean, settle: () => void) => {
    clearTimeout(timer)
    worker.removeAllListeners('message').removeAllListeners('error').removeAllListeners('exit')
    if (lost) {
      threads -= 1
      worker.on('error', () => {}) // what it still says while it ends
      void worker.terminate()
    } else {
      worker.unref()
      idle.push(thread)
    }
    settle()
    next()
  }
  const timer = setTimeout(() => finish(true, () => reject(new Invalid('geometry_too_long', { seconds: limitMs / 1000 }))), limitMs)
  worker.once('message', (answer: Answer) => {
    if (answer.type === 'failed') finish(false, () => reject(new Error(answer.message)))
    else finish(false, () => resolve(answer))
  })
  worker.once('error', (error: Error) => finish(true, () => reject(error)))
  worker.once('exit', (code) => finish(true, () => reject(new Error(`a geometry thread ended with code ${code}`))))
  worker.ref()
  worker.postMessage(question(thread))
}
