import type { Store } from '../../../server/store/connect.ts'
import { createUser } from '../../../server/domain/users.ts'
import { loadCounty } from '../../server/zones-fixture.ts'

const PASSWORD = 'correct horse battery staple'

/** A county and a planner in it. */
export async function prepare(store: Store): Promise<void> {
  await loadCounty(store)
  await createUser(store, 'tests', { username: 'planner', post: '区划岗', password: PASSWORD, roles: ['drafter', 'publisher'], areaCode: null })
}

/** Signs the planner in; the headers of its requests. */
export async function signIn(url: string): Promise<{ cookie: string }> {
  const response = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'planner', password: PASSWORD }),
  })
  if (response.status !== 201) throw new Error(`sign-in: ${response.status} ${await response.text()}`)
  return { cookie: response.headers.get('set-cookie')!.split(';')[0]! }
}
