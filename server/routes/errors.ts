import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { PROBLEM_TEXTS, type ProblemCode } from '#shared/problem-texts.ts'
import { fill } from '#shared/text/fill.ts'
import type { Problem } from '#shared/schema/problem.ts'
import * as errors from '../domain/errors.ts'
import { SchemaNewer } from '../store/schema-newer.ts'
import type { App } from './app-type.ts'
import { langOf } from './lang.ts'
import { validationText } from './validation-text.ts'

// the one table from domain error to HTTP status
const STATUS: [typeof errors.DomainError, number][] = [
  [errors.Unauthenticated, 401],
  [errors.Forbidden, 403],
  [errors.NotFound, 404],
  [errors.TimedOut, 408],
  [errors.Conflict, 409],
  [errors.PreconditionFailed, 412],
  [errors.TooLarge, 413],
  [errors.Invalid, 422],
  [errors.PreconditionRequired, 428],
  [errors.TooManyRequests, 429],
  [errors.Unavailable, 503],
]

// what Fastify itself refuses; everything else it refuses is a bad request
const FASTIFY: Record<string, ProblemCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
}

// the database is away: connection refused, reset, timed out, shutting down, too many connections, disk full, a
// statement or a lock that took too long
const AWAY = /^(ECONN|EPIPE|ETIMEDOUT|ENOENT|08|57|53|55P03)/

// SQLSTATEs: a statement took longer than it may; a ground leaves the area that the transaction acts for (0010)
const STATEMENT_TIMEOUT = '57014'
const OUTSIDE_AREA = 'SQ403'

/** Turns every error into an RFC 9457 problem in the reader's language; nothing internal is shown. */
export function registerErrors(app: App): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    if (error instanceof errors.DomainError) return domainProblem(error, request, reply)
    if (error.validation !== undefined) {
      const lang = langOf(request)
      const faults = error.validation.map((fault) => ({ code: fault.keyword, ...validationText(fault, lang) }))
      const message = faults.map((fault) => `${error.validationContext ?? ''}${fault.pointer} ${fault.title}`).join('; ')
      return send(reply, problem(request, 'bad_request', 400, { message }, { faults }))
    }
    if (error.code === OUTSIDE_AREA) {
      const area = (error as { detail?: string }).detail ?? ''
      return send(reply, problem(request, 'outside_jurisdiction', 403, { area }))
    }
    if (error instanceof SchemaNewer) return send(reply.header('retry-after', '30'), problem(request, 'schema_newer', 503))
    const status = error.statusCode ?? 500
    if (status < 500) {
      const code = FASTIFY[error.code] ?? 'bad_request'
      return send(reply, problem(request, code, status, { message: error.message, limit: app.initialConfig.bodyLimit ?? 0 }))
    }
    if (error.code === STATEMENT_TIMEOUT) {
      return send(reply.header('retry-after', '5'), problem(request, 'query_too_long', 503))
    }
    if (AWAY.test(error.code ?? '') || /Connection terminated|timeout exceeded when trying to connect|Query read timeout|not queryable/.test(error.message)) {
      request.log.warn({ code: error.code }, 'the database is away')
      return send(reply.header('retry-after', '5'), problem(request, 'unavailable', 503))
    }
    request.log.error({ err: { type: error.name, code: error.code, stack: error.stack } }, 'internal error')
    return send(reply, problem(request, 'internal', 500, { id: request.id }))
  })
  app.setNotFoundHandler((request, reply) => send(reply, problem(request, 'route_not_found', 404)))
}

function domainProblem(error: errors.DomainError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const status = STATUS.find(([type]) => error instanceof type)?.[1] ?? 500
  const seconds = error.params['seconds']
  if (seconds !== undefined) void reply.header('retry-after', String(seconds))
  const lang = langOf(request)
  const faults = error.faults.map((fault) => fault(lang))
  return send(reply, problem(request, error.code, status, error.params, faults.length > 0 ? { faults } : {}))
}

function problem(
  request: FastifyRequest,
  code: ProblemCode,
  status: number,
  params: errors.ProblemParams = {},
  more: Partial<Problem> = {},
): Problem {
  const lang = langOf(request)
  const { title, detail } = PROBLEM_TEXTS[code]
  return { type: `/problems/${code}`, title: title[lang], status, detail: fill(detail[lang], params), code, ...more }
}

const send = (reply: FastifyReply, body: Problem): FastifyReply =>
  reply.code(body.status).type('application/problem+json').serializer(JSON.stringify).send(body)
