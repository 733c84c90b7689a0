import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import type { AuditEntry } from '#shared/schema/audit.ts'
import { auditLines, verifyAudit } from '../domain/audit.ts'
import { differingVersions } from '../domain/audit-versions.ts'
import { verifyEvents, type Anchor, type AuditFault, type AuditVerdict } from '../domain/audit-verify.ts'
import type { StoredEvent } from '../store/events.ts'
import { EXIT, say, type Terminal } from './terminal.ts'
import { UsageError } from './usage-error.ts'
import { withStore } from './with-store.ts'

const OPTIONS = { anchor: { type: 'string', multiple: true, default: [] as string[] }, lang: { type: 'string' } } as const

/** `sanqu audit export`: the log as NDJSON; `sanqu audit verify [FILE]`: walks the log's chain, or an export's. */
export async function auditCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  const [verb, file] = positionals
  if (verb === 'export') {
    await withStore(terminal, async ({ db }) => {
      for await (const lines of auditLines(db)) terminal.out(lines.trimEnd())
    })
    return EXIT.ok
  }
  if (verb !== 'verify') throw new UsageError(say(terminal, `不认识的子命令：${verb}`, `unknown command: audit ${verb}`))
  const anchors = values.anchor.map((text) => anchorOf(text, terminal))
  if (file !== undefined) return tell(await verifyEvents(pagesOf(file), null, anchors), terminal)
  return withStore(terminal, async ({ db }) =>
    Math.max(tell(await verifyAudit(db, anchors), terminal), tellVersions(await differingVersions(db), terminal)))
}

function tell(verdict: AuditVerdict, terminal: Terminal): number {
  if (!verdict.ok) {
    for (const fault of verdict.faults) terminal.error(FAULTS[fault.reason](fault, terminal))
    return EXIT.failed
  }
  const { seq, hash } = verdict
  terminal.out(say(terminal, `审计链完整：${seq} 条，末条 ${seq}:${hash}`, `the chain is whole: ${seq} events, ending in ${seq}:${hash}`))
  return EXIT.ok
}

function tellVersions({ versions, differing }: Awaited<ReturnType<typeof differingVersions>>, terminal: Terminal): number {
  for (const { zoneId, version } of differing) {
    terminal.error(say(terminal, `${zoneId} 第 ${version} 版与发布时的哈希不符`, `version ${version} of ${zoneId} is not what was published`))
  }
  if (differing.length > 0) return EXIT.failed
  terminal.out(say(terminal, `已发布的 ${versions} 个版本与其哈希相符`, `${versions} published versions are what their hashes say`))
  return EXIT.ok
}

const FAULTS: Record<AuditFault['reason'], (fault: AuditFault, terminal: Terminal) => string> = {
  changed: ({ seq }, terminal) => say(terminal, `第 ${seq} 条被改动`, `event ${seq} was changed`),
  missing: ({ seq }, terminal) => say(terminal, `缺少第 ${seq} 条`, `event ${seq} is missing`),
  out_of_order: ({ seq }, terminal) => say(terminal, `第 ${seq} 条次序不对`, `event ${seq} is out of order`),
  not_linked: ({ seq }, terminal) => say(terminal, `第 ${seq} 条与前一条不相接`, `event ${seq} does not follow the one before it`),
  cut_off: ({ seq }, terminal) => say(terminal, `从第 ${seq} 条起被截断`, `the log is cut off at event ${seq}`),
  anchor_differs: ({ seq }, terminal) => say(terminal, `第 ${seq} 条与所给的哈希不符`, `event ${seq} has another hash than the anchor`),
}

function anchorOf(text: string, terminal: Terminal): Anchor {
  const [, seq, hash] = /^(\d+):([0-9a-f]{64})$/.exec(text) ?? []
  if (seq === undefined || hash === undefined) throw new UsageError(say(terminal, `应为 序号:哈希：${text}`, `must be SEQ:HASH: ${text}`))
  return { seq: Number(seq), hash }
}

async function* pagesOf(file: string): AsyncGenerator<StoredEvent[]> {
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const { prev_hash: prevHash, ...event } = JSON.parse(line) as AuditEntry
    yield [{ ...event, prevHash }]
  }
}
