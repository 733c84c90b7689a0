type Answering = { header(name: string, value: string): unknown; send(payload?: unknown): unknown }

/** Sends JSON that is written already, made from the live picture: never to be answered from a cache. */
export function sendJson<T extends Answering>(reply: T, text: string | Buffer): T {
  reply.header('content-type', 'application/json; charset=utf-8')
  reply.header('cache-control', 'no-store')
  reply.send(text)
  return reply
}
