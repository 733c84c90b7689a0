import { isAbsolute, join } from 'node:path'
import { rootDir } from './root.ts'

export type Config = Readonly<{
  host: string
  port: number
  /** Folder of the embedded database; unused with `databaseUrl`. */
  dataDir: string
  databaseUrl: string | null
  /** Connections to the database. */
  poolSize: number
  statementTimeoutMs: number
  logLevel: 'silent' | 'fatal' | 'error' | 'warn' | 'info' | 'debug'
  /** Origin that browsers see, for the Origin check behind a proxy (`https://sanqu.example`). */
  publicOrigin: string | null
  trustProxy: boolean
  /** Load the demo district when the database is empty. */
  demo: boolean
  sessionHours: number
  sessionIdleMinutes: number
  /** How long the answer to an Idempotency-Key is kept. */
  idempotencyDays: number
  /** Hours within which a draft handed in must be reviewed, and a zone of the fast lane afterwards. */
  reviewHours: number
  fastLaneReviewHours: number
  /** A public zone encloses at least so many households, so that none is exposed. */
  minHouseholds: number
  /** Days that a case site is kept after the zones round it are lifted. */
  siteRetentionDays: number
  /** A gate's newest report older than this is called stale. */
  gateReportMinutes: number
  /** Requests a minute from one address without a session or key; 0 is no limit. This machine is never limited. */
  requestsPerMinute: number
  /** Sign-in through a provider of OpenID Connect, where one is set. */
  oidc: OidcSettings | null
}>

export type OidcSettings = { issuer: string; clientId: string; clientSecret: string }

/** A setting that cannot be used: its name, what was wrong, and what is accepted. */
export type ConfigFault = { name: string; value: string; accepted: string }

export class ConfigError extends Error {
  readonly faults: ConfigFault[]
  constructor(faults: ConfigFault[]) {
    super(faults.map((f) => `${f.name}=${JSON.stringify(f.value)}: expected ${f.accepted}`).join('\n'))
    this.name = 'ConfigError'
    this.faults = faults
  }
}

const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug'] as const
/** Settings whose value is never repeated. */
const SECRET = new Set(['DATABASE_URL', 'OIDC_CLIENT_SECRET'])
const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost'])

/**
 * Reads every setting from the environment and reports all problems at once.
 * @throws ConfigError with one entry for each unusable setting
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const faults: ConfigFault[] = []
  const text = (name: string) => env[name]?.trim() || null
  const check = <T>(name: string, fallback: T, accepted: string, parse: (value: string) => T | undefined): T => {
    const value = text(name)
    if (value === null) return fallback
    const parsed = parse(value)
    if (parsed === undefined) faults.push({ name, value: SECRET.has(name) ? '…' : value, accepted })
    return parsed ?? fallback
  }
  const whole = (low: number, high: number) => (value: string) => {
    const n = Number(value)
    return /^\d+$/.test(value) && n >= low && n <= high ? n : undefined
  }
  const flag = (value: string) => ({ true: true, '1': true, false: false, '0': false })[value.toLowerCase()]
  const config: Config = Object.freeze({
    host: check('HOST', '127.0.0.1', 'a host name or address', (v) => (/^[\w.:%-]+$/.test(v) ? v : undefined)),
    port: check('PORT', 8080, 'a whole number from 0 to 65535', whole(0, 65535)),
    dataDir: check('DATA_DIR', join(rootDir, '.sanqu'), 'a folder', (v) => (isAbsolute(v) ? v : join(process.cwd(), v))),
    databaseUrl: check('DATABASE_URL', null, 'postgresql://user:password@host:port/database', (v) =>
      /^postgres(ql)?:\/\/.+/.test(v) ? v : undefined),
    poolSize: check('POOL_SIZE', 4, 'a whole number from 1 to 100', whole(1, 100)),
    statementTimeoutMs: check('STATEMENT_TIMEOUT_MS', 30_000, 'milliseconds, 100 to 600000', whole(100, 600_000)),
    logLevel: check('LOG_LEVEL', 'info', LOG_LEVELS.join(', '), (v) => LOG_LEVELS.find((level) => level === v)),
    publicOrigin: check('PUBLIC_ORIGIN', null, 'an origin such as https://sanqu.example', origin),
    trustProxy: check('TRUST_PROXY', false, 'true or false', flag),
    demo: check('DEMO', true, 'true or false', flag),
    sessionHours: check('SESSION_HOURS', 12, 'a whole number from 1 to 168', whole(1, 168)),
    sessionIdleMinutes: check('SESSION_IDLE_MINUTES', 120, 'a whole number from 5 to 1440', whole(5, 1440)),
    idempotencyDays: check('IDEMPOTENCY_DAYS', 7, 'a whole number from 1 to 90', whole(1, 90)),
    reviewHours: check('REVIEW_HOURS', 4, 'hours, 1 to 168', whole(1, 168)),
    fastLaneReviewHours: check('FAST_LANE_REVIEW_HOURS', 2, 'hours, 1 to 168', whole(1, 168)),
    minHouseholds: check('MIN_HOUSEHOLDS', 10, 'a whole number from 1 to 1000', whole(1, 1000)),
    siteRetentionDays: check('SITE_RETENTION_DAYS', 14, 'a whole number from 1 to 365', whole(1, 365)),
    gateReportMinutes: check('GATE_REPORT_MINUTES', 120, 'minutes, 5 to 1440', whole(5, 1440)),
    requestsPerMinute: check('REQUESTS_PER_MINUTE', 3000, 'a whole number from 0 to 1000000', whole(0, 1_000_000)),
    oidc: readOidc(text, faults),
  })
  if (faults.length > 0) throw new ConfigError(faults)
  return config
}

/** All three settings of the single sign-on, or none. */
function readOidc(text: (name: string) => string | null, faults: ConfigFault[]): OidcSettings | null {
  const [issuer, clientId, clientSecret] = [text('OIDC_ISSUER'), text('OIDC_CLIENT_ID'), text('OIDC_CLIENT_SECRET')]
  if (issuer === null && clientId === null && clientSecret === null) return null
  const url = URL.canParse(issuer ?? '') ? new URL(issuer ?? '') : null
  if (url === null || !(url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname)))) {
    faults.push({ name: 'OIDC_ISSUER', value: issuer ?? '', accepted: 'https://…, or http:// on this machine' })
  }
  if (clientId === null) faults.push({ name: 'OIDC_CLIENT_ID', value: '', accepted: 'the id that the provider gave' })
  if (clientSecret === null) faults.push({ name: 'OIDC_CLIENT_SECRET', value: '', accepted: 'the secret that the provider gave' })
  return { issuer: issuer ?? '', clientId: clientId ?? '', clientSecret: clientSecret ?? '' }
}

function origin(value: string): string | undefined {
  try {
    const url = new URL(value)
    return /^https?:$/.test(url.protocol) && url.origin === value.replace(/\/$/, '') ? url.origin : undefined
  } catch {
    return undefined
  }
}

/** Whether only this machine can reach the address the server listens on. */
export const isLoopback = (host: string): boolean => LOOPBACK.has(host) || /^127\.\d+\.\d+\.\d+$/.test(host)
