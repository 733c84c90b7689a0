import { parseArgs } from 'node:util'
import type { Key } from '#shared/schema/key.ts'
import { KEY_SCOPES } from '#shared/vocabulary.ts'
import { issueKey, revokeKey } from '../domain/keys.ts'
import { listKeys } from '../store/keys.ts'
import { EXIT, say, type Terminal } from './terminal.ts'
import { UsageError } from './usage-error.ts'
import { withStore } from './with-store.ts'
import { wordsOf } from './words-of.ts'

const OPTIONS = {
  scopes: { type: 'string' },
  area: { type: 'string' },
  until: { type: 'string' },
  lang: { type: 'string' },
} as const
const CLI = { userId: 0, post: 'cli' }

/** `sanqu key add|list|revoke`: keys of other systems; one is shown once, when it is made. */
export async function keyCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  const [verb, word] = positionals
  if (verb === 'list') {
    for (const key of await withStore(terminal, (store) => listKeys(store.db))) terminal.out(keyLine(key, terminal))
    return EXIT.ok
  }
  if (verb !== 'add' && verb !== 'revoke') {
    throw new UsageError(say(terminal, `不认识的子命令：${verb}`, `unknown command: key ${verb}`))
  }
  if (word === undefined) throw new UsageError(say(terminal, '缺少名称或编号', 'a name or number is missing'))
  if (verb === 'revoke') {
    terminal.out(keyLine(await withStore(terminal, (store) => revokeKey(store, CLI, Number(word))), terminal))
    return EXIT.ok
  }
  if (values.scopes === undefined) throw new UsageError(say(terminal, '需要 --scopes 范围', '--scopes is needed'))
  const until = values.until === undefined ? null : new Date(values.until)
  if (until !== null && Number.isNaN(until.getTime())) {
    throw new UsageError(say(terminal, `日期有误：${values.until}`, `not a date: ${values.until}`))
  }
  const scopes = wordsOf(values.scopes, KEY_SCOPES, { zh: '范围', en: 'scope' }, terminal)
  const request = { name: word, scopes, area_code: values.area ?? null, expires_at: until?.toISOString() ?? null }
  const { key, token } = await withStore(terminal, (store) => issueKey(store, CLI, request, new Date()))
  terminal.out(keyLine(key, terminal))
  terminal.out(say(terminal, `密钥（只显示这一次）：${token}`, `the key (shown only once): ${token}`))
  return EXIT.ok
}

function keyLine(key: Key, terminal: Terminal): string {
  const used = key.last_used_at ?? say(terminal, '从未使用', 'never used')
  const state = key.revoked_at === null ? '' : say(terminal, '  已吊销', '  revoked')
  return `${key.id}  ${key.prefix}…  ${key.name}  ${key.scopes.join(',')}  ${key.area_code ?? '*'}  ${used}${state}`
}
