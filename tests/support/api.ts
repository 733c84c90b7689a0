import type { Role } from '#shared/schema/vocabulary.ts'
import { buildApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { createUser } from '../../server/domain/users.ts'
import { createLive, type LiveOptions } from '../../server/live/create-live.ts'
import type { Live } from '../../server/live/live.ts'
import { readRulePacks } from '../../server/rule-packs.ts'
import type { App } from '../../server/routes/app-type.ts'
import type { Store } from '../../server/store/connect.ts'
import { openTestDatabase, type Engine } from './databases.ts'

export type TestApi = {
  app: App
  store: Store
  live: Live
  /** Makes a user with the roles (and jurisdiction) and signs in; the headers go into `app.inject`. */
  signIn(roles: Role[], areaCode?: string | null): Promise<{ cookie: string }>
  close(): Promise<void>
}

const PASSWORD = 'correct horse battery staple'
let users = 0

/**
 * The real app over a fresh database of the engine, with a live picture; `prepare` fills the database before the
 * picture is loaded.
 */
export async function openTestApi(
  engine: Engine,
  prepare: (store: Store) => Promise<void> = async () => {},
  env: NodeJS.ProcessEnv = {},
): Promise<TestApi> {
  const store = await openTestDatabase(engine)
  await prepare(store)
  return openApiOver(store, {}, env)
}

/** The same over a store of the test's own; closing it closes the store. */
export async function openApiOver(store: Store, options: LiveOptions = {}, env: NodeJS.ProcessEnv = {}): Promise<TestApi> {
  const live = await createLive(store, options)
  const config = readConfig({ LOG_LEVEL: 'silent', ...env })
  const app = await buildApp({ config, store, live, rules: await readRulePacks(), now: () => new Date() })
  return {
    app,
    store,
    live,
    signIn: async (roles, areaCode = null) => {
      const username = `user${(users += 1)}`
      await createUser(store, 'tests', { username, post: `post ${users}`, password: PASSWORD, roles, areaCode })
      const response = await app.inject({ method: 'POST', url: '/api/session', payload: { username, password: PASSWORD } })
      if (response.statusCode !== 201) throw new Error(`sign-in failed: ${response.body}`)
      return { cookie: String(response.headers['set-cookie']).split(';')[0]! }
    },
    close: async () => {
      await app.close()
      await live.close()
      await store.close()
    },
  }
}
