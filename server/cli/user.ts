import { parseArgs } from 'node:util'
import type { Role } from '#shared/schema/vocabulary.ts'
import { ROLES } from '#shared/vocabulary.ts'
import { readConfig } from '../config.ts'
import { randomPassword } from '../domain/passwords.ts'
import { changeUser, createUser, disableUser, setPassword, signOutEverywhere } from '../domain/users.ts'
import { listUsers, type User, type UserRowChange } from '../store/users.ts'
import { EXIT, say, type Terminal } from './terminal.ts'
import { UsageError } from './usage-error.ts'
import { withStore } from './with-store.ts'
import { wordsOf } from './words-of.ts'

const OPTIONS = {
  post: { type: 'string' },
  roles: { type: 'string' },
  area: { type: 'string' },
  lang: { type: 'string' },
} as const

/**
 * `sanqu user add|list|disable|enable|password|sign-out|roles|link|unlink`. A password is made here and shown once; none is taken from the
 * command line.
 */
export async function userCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  const [verb, username, subject] = positionals
  if (verb === 'list') return list(terminal)
  if (username === undefined) throw new UsageError(say(terminal, '缺少用户名', 'the user name is missing'))
  switch (verb) {
    case 'add':
      return add(username, values, terminal)
    case 'password': {
      const password = randomPassword()
      await withStore(terminal, (store) => setPassword(store, 'cli', username, password))
      return shown(username, password, terminal)
    }
    case 'disable':
    case 'enable':
      await withStore(terminal, (store) => disableUser(store, 'cli', username, verb === 'disable'))
      terminal.out(
        verb === 'disable'
          ? say(terminal, `已停用 ${username}`, `${username} is disabled`)
          : say(terminal, `已启用 ${username}`, `${username} is enabled`),
      )
      return EXIT.ok
    case 'sign-out':
      await withStore(terminal, (store) => signOutEverywhere(store, 'cli', username))
      terminal.out(say(terminal, `${username} 已在所有设备退出`, `${username} is signed out everywhere`))
      return EXIT.ok
    case 'roles': {
      const change = { roles: rolesOf(values.roles, terminal), ...(values.area !== undefined && { areaCode: values.area === '*' ? null : values.area }) }
      return changed(username, change, terminal)
    }
    case 'link':
    case 'unlink':
      return changed(username, { oidc: verb === 'link' ? linkTo(subject, terminal) : null }, terminal)
    default:
      throw new UsageError(say(terminal, `不认识的子命令：${verb}`, `unknown command: user ${verb}`))
  }
}

async function add(
  username: string,
  { post, roles, area }: { post?: string; roles?: string; area?: string },
  terminal: Terminal,
): Promise<number> {
  if (post === undefined || roles === undefined) {
    throw new UsageError(say(terminal, '需要 --post 岗位 与 --roles 角色', '--post and --roles are needed'))
  }
  const wanted = rolesOf(roles, terminal)
  const password = randomPassword()
  await withStore(terminal, (store) =>
    createUser(store, 'cli', { username, post, password, roles: wanted, areaCode: area ?? null, oneTimePassword: true }),
  )
  return shown(username, password, terminal)
}

function rolesOf(roles: string | undefined, terminal: Terminal): Role[] {
  if (roles === undefined) throw new UsageError(say(terminal, '需要 --roles 角色', '--roles is needed'))
  return wordsOf(roles, ROLES, { zh: '角色', en: 'role' }, terminal)
}

/** The single sign-on's subject, at the issuer that is set up. */
function linkTo(subject: string | undefined, terminal: Terminal): { issuer: string; subject: string } {
  const { oidc } = readConfig(terminal.env)
  if (oidc === null) throw new UsageError(say(terminal, '请先设置 OIDC_ISSUER 等', 'OIDC_ISSUER is not set'))
  if (subject === undefined) throw new UsageError(say(terminal, '缺少单点登录标识', 'the subject is missing'))
  return { issuer: oidc.issuer, subject }
}

async function changed(username: string, change: UserRowChange, terminal: Terminal): Promise<number> {
  const user = await withStore(terminal, (store) => changeUser(store, 'cli', username, change))
  terminal.out(userLine(user, terminal))
  return EXIT.ok
}

function shown(username: string, password: string, terminal: Terminal): number {
  terminal.out(
    say(
      terminal,
      `${username} 的密码（只显示这一次）：${password}`,
      `password of ${username} (shown only once): ${password}`,
    ),
  )
  return EXIT.ok
}

async function list(terminal: Terminal): Promise<number> {
  for (const user of await withStore(terminal, (store) => listUsers(store.db))) terminal.out(userLine(user, terminal))
  return EXIT.ok
}

function userLine(user: User, terminal: Terminal): string {
  const state = user.disabledAt === null ? '' : say(terminal, '  已停用', '  disabled')
  return `${user.username}  ${user.post}  ${user.roles.join(',')}  ${user.areaCode ?? '*'}${state}`
}
