import type { FastifyReply, FastifyRequest } from 'fastify'

/** Says where the next page is, as `Link: <…>; rel="next"` (RFC 8288); `after` is the last item's key. */
export function linkNext(request: FastifyRequest, reply: FastifyReply, cursor: string | number | null): void {
  if (cursor === null) return
  const [path = '', query = ''] = request.url.split('?')
  const parameters = new URLSearchParams(query)
  parameters.set('cursor', String(cursor))
  void reply.header('link', `<${path}?${parameters}>; rel="next"`)
}
