import { readConfig } from '../../server/config.ts'
import { createUser } from '../../server/domain/users.ts'
import { connectStore } from '../../server/store/connect.ts'
import { migrate } from '../../server/store/migrate.ts'
import { publishApprovedByHttp } from '../server/publish-approved.ts'
import { importMap } from '../server/roads-fixture.ts'
import { content, drawn } from '../server/zones-fixture.ts'
import { openApiOver } from './api.ts'
import { KREMS_OLD_TOWN, KREMS_PASSWORD } from './krems-old-town.ts'

// `DATA_DIR=.sanqu/krems npm run krems`: fills an empty data folder with the map of Krems, seals the eastern half of the old
// town, and makes the accounts planner and reviewer; `DATA_DIR=.sanqu/krems npm start` then shows it.

const config = readConfig(process.env)
if (process.env['DATA_DIR'] === undefined && config.databaseUrl === null) throw new Error('say which empty folder to fill: DATA_DIR=.sanqu/krems npm run krems')
const store = await connectStore({ ...config, statementTimeoutMs: 600_000 })
await migrate(store.db)
await importMap(store, 'krems.osm.pbf', 24_610)
const api = await openApiOver(store)

const signIn = async (username: string, post: string, roles: Parameters<typeof api.signIn>[0]) => {
  await createUser(store, 'krems', { username, post, password: KREMS_PASSWORD, roles, areaCode: null })
  const response = await api.app.inject({ method: 'POST', url: '/api/session', payload: { username, password: KREMS_PASSWORD } })
  return { cookie: String(response.headers['set-cookie']).split(';')[0]! }
}
const planner = await signIn('planner', '区划岗 Zone planner', ['drafter', 'publisher'])
const reviewer = await signIn('reviewer', '审核岗 Reviewer', ['reviewer', 'publisher'])
const zone = { kind: 'sealed', content: content(drawn(KREMS_OLD_TOWN), { name: '克雷姆斯老城东部封控区', name_en: 'Krems, eastern old town' }) }
const made = await api.app.inject({ method: 'POST', url: '/api/zones', headers: planner, payload: zone })
const published = await publishApprovedByHttp(api, planner, reviewer, String(made.headers['etag']).replaceAll('"', ''))
if (published.statusCode !== 200) throw new Error(published.body)
console.log(`${published.json<{ id: string }>().id} is in force; sign in as planner or reviewer with "${KREMS_PASSWORD}"`)
await api.close()
