import type { Role } from '#shared/schema/vocabulary.ts'
import { isLoopback, type Config } from '../config.ts'
import type { Store } from '../store/connect.ts'
import { onlySyntheticData } from '../store/demo-accounts.ts'
import { insertUser, listUsers } from '../store/users.ts'
import type { Trx } from '../store/transaction.ts'

type Context = { store: Store; config: Config }

const ACCOUNTS: { username: string; post: string; roles: Role[] }[] = [
  { username: 'demo-command', post: '指挥中心值班岗 Command centre', roles: ['viewer'] },
  { username: 'demo-planner', post: '区划岗 Zone planner', roles: ['drafter', 'publisher'] },
  { username: 'demo-reviewer', post: '审核岗 Reviewer', roles: ['reviewer', 'publisher'] },
  { username: 'demo-gate', post: '卡点岗 Gate officer', roles: ['gate_officer'] },
]

// no password has this hash: demo accounts are signed in by one click or not at all
const NO_PASSWORD = '!'

/** Makes the demo accounts; part of loading the demo district. */
export async function createDemoAccounts(trx: Trx): Promise<void> {
  for (const account of ACCOUNTS) {
    await insertUser(trx, { ...account, passwordHash: NO_PASSWORD, areaCode: null, demo: true })
  }
}

/** Whether one-click accounts may be used: nothing but synthetic data is loaded, and only this machine can connect. */
export async function demoAccountsOffered({ store, config }: Context): Promise<boolean> {
  return isLoopback(config.host) && config.publicOrigin === null && (await onlySyntheticData(store.db))
}

/** The one-click accounts that the sign-in page offers now: none, unless they may be used. */
export async function demoAccounts(context: Context): Promise<{ username: string; post: string }[]> {
  if (!(await demoAccountsOffered(context))) return []
  const users = await listUsers(context.store.db)
  return users
    .filter((user) => user.demo && user.disabledAt === null)
    .map(({ username, post }) => ({ username, post }))
}
