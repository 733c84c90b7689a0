import { parentPort } from 'node:worker_threads'
import { answerQuestion, type Known } from './answer-question.ts'
import type { Answer, Question } from './messages.ts'
import { buffersOf } from './packed-area.ts'

// a thread of the pool: one question, one answer

let known: Known = null
parentPort?.on('message', (question: Question) => {
  const answer = answered(question)
  parentPort?.postMessage(answer, answer.type === 'normalised' ? buffersOf(answer.area) : [])
})

function answered(question: Question): Answer {
  try {
    const { answer, known: now } = answerQuestion(question, known)
    known = now
    return answer
  } catch (error) {
    return { type: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
