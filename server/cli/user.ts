import { parseArgs } from 'node:util'
import { ROLES, type Role } from '#shared/schema/vocabulary.ts'
import { randomPassword } from '../domain/passwords.ts'
import { createUser, disableUser, setPassword } from '../domain/users.ts'
import { listUsers } from '../store/users.ts'
import { EXIT, say, type Terminal } from './terminal.ts'
import { UsageError } from './usage-error.ts'
import { withStore } from './with-store.ts'

const OPTIONS = {
  post: { type: 'string' },
  roles: { type: 'string' },
  area: { type: 'string' },
  lang: { type: 'string' },
} as const

/**
 * `sanqu user add|list|disable|enable|password`. A password is made here and shown once; none is taken from the
 * command line.
 */
export async function userCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  const [verb, username] = positionals
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
  const wanted = roles
    .split(',')
    .map((role) => role.trim())
    .map((role) => {
      const known = ROLES.find((name) => name === role)
      if (known === undefined)
        throw new UsageError(
          say(
            terminal,
            `不认识的角色：${role}（可用：${ROLES.join(' ')}）`,
            `unknown role: ${role} (known: ${ROLES.join(' ')})`,
          ),
        )
      return known
    }) satisfies Role[]
  const password = randomPassword()
  await withStore(terminal, (store) =>
    createUser(store, 'cli', { username, post, password, roles: wanted, areaCode: area ?? null }),
  )
  return shown(username, password, terminal)
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
  for (const user of await withStore(terminal, (store) => listUsers(store.db))) {
    const state = user.disabledAt === null ? '' : say(terminal, '  已停用', '  disabled')
    terminal.out(`${user.username}  ${user.post}  ${user.roles.join(',')}  ${user.areaCode ?? '*'}${state}`)
  }
  return EXIT.ok
}
