import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import cors from '@fastify/cors'
import helmet from '@fastify/helmet'
import type { FastifyRequest } from 'fastify'
import type { App } from './app-type.ts'

const PUBLIC_READ = /^\/(api\/(check|evidence-sheet|verify|timeline|zones|areas|places|checkpoints|search|status|events)|tiles|openapi\.json|problems)(\/|$|\?)/

/** Headers, cookies, cross-origin rules and compression for every answer. */
export async function registerSecurity(app: App): Promise<void> {
  await app.register(cookie)
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ["'self'"],
        workerSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    crossOriginResourcePolicy: { policy: 'cross-origin' }, // public reads are for other systems' pages too
    referrerPolicy: { policy: 'no-referrer' }, // addresses of pages may hold places
  })
  await app.register(cors, {
    delegator: (request: FastifyRequest, done: (error: Error | null, options: object) => void) =>
      done(null, isPublicRead(request) ? { origin: '*', methods: ['GET', 'HEAD', 'POST'], exposedHeaders: ['ETag', 'Link'], maxAge: 600 } : { origin: false }),
  })
  await app.register(compress, {
    encodings: ['gzip', 'deflate'],
    customTypes: /^(text\/(?!event-stream)|application\/(.*json|geo\+json|javascript|vnd\.mapbox-vector-tile))/,
    threshold: 1024,
  })
}

/** Reads that need no session; a POST is one only for /api/check. Preflights are judged by the method they ask for. */
function isPublicRead(request: FastifyRequest): boolean {
  const asked = request.method === 'OPTIONS' ? request.headers['access-control-request-method'] : request.method
  if (!PUBLIC_READ.test(request.url)) return false
  return asked === 'GET' || asked === 'HEAD' || (asked === 'POST' && request.url.startsWith('/api/check'))
}
