import { Agent, request } from 'node:http'
import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http'

type Asked = { method: string; headers: OutgoingHttpHeaders; body: string | null; timeoutMs: number }
export type Answer = { status: number; headers: IncomingHttpHeaders; text: string }

const agent = new Agent({ keepAlive: true })

/**
 * The whole answer to a request, or null where none came. By Node's own client: a request of `fetch` costs several
 * times the processor, which the server under test needs.
 */
export function answerOf(url: string, { method, headers, body, timeoutMs }: Asked): Promise<Answer | null> {
  return new Promise((resolve) => {
    const none = () => resolve(null)
    const sent = request(url, { method, headers, agent, timeout: timeoutMs }, (response) => {
      let text = ''
      response.setEncoding('utf8')
        .on('data', (part: string) => void (text += part))
        .on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }))
        .on('error', none)
    })
    sent.on('error', none).on('timeout', () => sent.destroy()).end(body ?? undefined)
  })
}
