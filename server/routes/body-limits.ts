import { TimedOut } from '../domain/errors.ts'
import { MOST_UPLOAD, uploadTooLarge } from './upload-size.ts'
import type { App } from './app-type.ts'

const BODY_MS = 60_000
const READ_WHOLE = /^application\/([\w.-]+\+)?json\b/i

/**
 * How long a body may take, and how long one may say that it is. JSON is read whole before it is answered, and has to be there in time; any other type is
 * read as it comes and may take hours, as long as something moves on its connection. Node's own limit knows no
 * difference, so it stays off.
 */
export function limitBodies(app: App, limitMs = BODY_MS): void {
  app.addHook('preParsing', (request, reply, payload, done) => {
    const { raw } = request
    const type = raw.headers['content-type']
    if (type === undefined) return done(null, payload)
    if (READ_WHOLE.test(type)) {
      const late = () => {
        void reply.header('connection', 'close').send(new TimedOut('body_too_slow', { limit: limitMs / 1000 }))
      }
      const timer = setTimeout(late, limitMs)
      const stop = () => clearTimeout(timer)
      raw.once('end', stop).once('close', stop)
    } else {
      if (Number(raw.headers['content-length'] ?? 0) > MOST_UPLOAD) return done(uploadTooLarge())
      raw.setTimeout(limitMs, () => raw.destroy())
    }
    done(null, payload)
  })
}
