import { parentPort } from 'node:worker_threads'
import { giveWay } from '../give-way.ts'
import { answerQuestion, type Known } from './answer-question.ts'
import type { Answer, Question } from './messages.ts'
import { buffersOf, isPacked } from './packed-area.ts'

// a thread of the pool: one question, one answer

giveWay()
let known: Known = { figures: null, roads: null }
parentPort?.on('message', (question: Question) => {
  const answer = answered(question)
  parentPort?.postMessage(answer, buffersIn(answer))
})

/** What goes over instead of being copied. */
function buffersIn(answer: Answer): ArrayBuffer[] {
  if (answer.type === 'normalised') return buffersOf(answer.area)
  const { geometry } = (answer.type === 'parsed' ? ((answer.parsed?.body ?? {}) as { definition?: { geometry?: unknown } }).definition : null) ?? {}
  return isPacked(geometry) ? buffersOf(geometry) : []
}

function answered(question: Question): Answer {
  try {
    const { answer, known: now } = answerQuestion(question, known)
    known = now
    return answer
  } catch (error) {
    return { type: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
