import fastifyStatic from '@fastify/static'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { rootDir } from '../root.ts'
import type { App } from './app-type.ts'

/** The built pages: the command screen at /, the public check page at /check, evidence
 * sheets at /evidence, a gate's rule card at /card, the gate officer's page at /gate. Files with a hash in the name never change. */
export async function clientFiles(app: App): Promise<void> {
  const root = join(rootDir, 'dist', 'client')
  if (!existsSync(root)) return app.log.warn('the client is not built: npm run build')
  await app.register(fastifyStatic, {
    root,
    cacheControl: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      void reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  app.get('/check', { schema: { hide: true } }, (_request, reply) => reply.sendFile('check.html'))
  for (const page of ['evidence', 'card', 'gate']) app.get(`/${page}`, { schema: { hide: true } }, (_request, reply) => reply.sendFile(`${page}.html`))
}
