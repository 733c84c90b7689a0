import { parentPort } from 'node:worker_threads'
import { giveWay } from '../give-way.ts'
import { answerQuestion, type Known } from './answer-question.ts'
import type { Answer, Question } from './messages.ts'

// a thread of the pool: one question, one answer

giveWay()
let known: Known = { figures: null, roads: null }
parentPort?.on('message', (question: Question) => {
  parentPort?.postMessage(answered(question))
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
