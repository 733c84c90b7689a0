import { startWorker } from '../start-worker.ts'
import type { Answer, Question } from './messages.ts'

/** A thread that answers questions in the order asked. */
export type AddressThread = {
  /** @throws Error with the thread's message where it failed, or when it ends */
  ask(question: Question): Promise<Answer>
  close(): Promise<void>
}

export function startAddressThread(): AddressThread {
  const worker = startWorker(new URL('./worker.ts', import.meta.url), 'address-worker.js', {})
  const waiting: { resolve(answer: Answer): void; reject(error: Error): void }[] = []
  let lost: Error | null = null
  const lose = (error: Error) => {
    lost ??= error
    for (const { reject } of waiting.splice(0)) reject(lost)
  }
  worker.on('error', lose)
  worker.on('exit', (code) => lose(new Error(`the address thread ended with code ${code}`)))
  worker.on('message', (answer: Answer) => {
    const asked = waiting.shift()
    if (answer.type === 'failed') asked?.reject(new Error(answer.message))
    else asked?.resolve(answer)
  })
  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        if (lost !== null) return reject(lost)
        waiting.push({ resolve, reject })
        worker.postMessage(question)
      }),
    close: async () => void (await worker.terminate()),
  }
}
