import type { AddressInfo } from 'node:net'
import { buildApp } from '../../../server/app.ts'
import { readConfig } from '../../../server/config.ts'
import { createUser } from '../../../server/domain/users.ts'
import { createLive } from '../../../server/live/create-live.ts'
import { readRulePacks } from '../../../server/rule-packs.ts'
import { connectStore } from '../../../server/store/connect.ts'
import { migrate } from '../../../server/store/migrate.ts'
import { loadGround } from '../../server/live-fixture.ts'

// The server of the benchmark of what must not block: a small county, and a planner's session. Says its port and the
// session's cookie. Argument: the database's address.

const store = await connectStore({ databaseUrl: process.argv[2]!, dataDir: '', poolSize: 4, statementTimeoutMs: 600_000 })
await migrate(store.db)
await loadGround(store)
const planner = { username: 'planner', password: 'correct horse battery staple' }
await createUser(store, 'bench', { ...planner, post: 'planner', roles: ['drafter'], areaCode: null })
const live = await createLive(store)
const app = await buildApp({ config: readConfig({ LOG_LEVEL: 'silent' }), store, live, rules: await readRulePacks(), now: () => new Date() })
await app.listen({ host: '127.0.0.1', port: 0 })
const session = await app.inject({ method: 'POST', url: '/api/session', payload: planner })
process.send?.({ port: (app.server.address() as AddressInfo).port, cookie: String(session.headers['set-cookie']).split(';')[0] })
