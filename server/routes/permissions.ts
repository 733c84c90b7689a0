import type { KeyScope } from '#shared/schema/key.ts'
import type { Role } from '#shared/schema/vocabulary.ts'
import { ROLES } from '#shared/vocabulary.ts'

/**
 * Who may use a route. `roles`: a session with one of them, or everybody (`public`). `scopes`: a key with one of them
 * may too. `area`: what is written must lie in the writer's area, which the use case and the database both hold.
 */
export type Permission = { roles: readonly Role[] | 'public'; scopes: readonly KeyScope[]; area: boolean }

const PUBLIC: Permission = { roles: 'public', scopes: [], area: false }
const may = (roles: readonly Role[], ...scopes: KeyScope[]): Permission => ({ roles, scopes, area: false })
const writes = (roles: readonly Role[], ...scopes: KeyScope[]): Permission => ({ roles, scopes, area: true })

const ANY = ROLES
const PLANNERS: readonly Role[] = ['drafter', 'publisher']
const SITE_READERS: readonly Role[] = ['drafter', 'reviewer', 'publisher', 'administrator']
const EVIDENCE_READERS: readonly Role[] = ['drafter', 'reviewer', 'publisher', 'viewer', 'auditor', 'administrator']
const ADMINISTRATORS: readonly Role[] = ['administrator']
const AUDITORS: readonly Role[] = ['auditor', 'administrator']

/** The permission of every route, by method and path. A route that is not here is refused to everybody. */
export const PERMISSIONS: Readonly<Record<string, Permission>> = {
  // signing in and out
  'POST /api/session': PUBLIC,
  'POST /api/session/demo': PUBLIC,
  'GET /api/session': PUBLIC,
  'DELETE /api/session': PUBLIC,
  'DELETE /api/sessions': may(ANY),
  'PUT /api/session/password': may(ANY),
  'GET /api/session/oidc': PUBLIC,
  'GET /api/session/oidc/callback': PUBLIC,

  // what everybody may read; a signed-in post and a key with scope read see internal zones and checkpoints too
  'GET /api/status': PUBLIC,
  'GET /api/check': PUBLIC,
  'POST /api/check': PUBLIC,
  'GET /api/check/pack': PUBLIC,
  'GET /api/check/pack/:version': PUBLIC,
  'GET /api/zones': PUBLIC,
  'GET /api/zones/:id': PUBLIC,
  'GET /api/evidence-sheet': PUBLIC,
  'GET /api/verify': PUBLIC,
  'GET /api/timeline': PUBLIC,
  'GET /api/checkpoints': PUBLIC,
  'GET /api/checkpoints/:id/rule-card': PUBLIC,
  'GET /api/areas': PUBLIC,
  'GET /api/areas/:code': PUBLIC,
  'GET /api/places': PUBLIC,
  'GET /api/search': PUBLIC,
  'GET /api/events': PUBLIC,
  'GET /tiles/basemap.json': PUBLIC,
  'GET /tiles/basemap/:z/:x/:y.mvt': PUBLIC,
  'GET /tiles/zones.json': PUBLIC,
  'GET /tiles/zones/:z/:x/:y.mvt': PUBLIC,
  'GET /problems/:code': PUBLIC,

  // planning
  'GET /api/zones/:id/versions': may(ANY, 'read'),
  'GET /api/drafts': may(ANY, 'read'),
  'GET /api/zones/:id/draft': may(ANY, 'read'),
  'GET /api/figures': may(ANY, 'read'),
  'POST /api/preview': may(ANY, 'read'),
  'POST /api/zones': writes(['drafter'], 'draft'),
  'POST /api/zones/:id/draft': writes(['drafter'], 'draft'),
  'PUT /api/zones/:id/draft': writes(['drafter'], 'draft'),
  'DELETE /api/zones/:id/draft': writes(['drafter'], 'draft'),
  'POST /api/zones/:id/publish': writes(['publisher']),
  'POST /api/zones/:id/lift': writes(['publisher']),

  // what is decided beforehand, and late entries
  'GET /api/plans': may(ANY, 'read'),
  'PUT /api/zones/:id/planned-end': writes(['publisher']),
  'DELETE /api/zones/:id/planned-end': writes(['publisher']),
  'DELETE /api/zones/:id/planned-start': writes(['publisher']),
  'POST /api/zones/:id/corrections': writes(['publisher']),

  // review
  'POST /api/zones/:id/submit': writes(['drafter']),
  'POST /api/zones/:id/approve': writes(['reviewer']),
  'POST /api/zones/:id/reject': writes(['reviewer']),
  'POST /api/zones/:id/publish-urgent': writes(['publisher']),
  'GET /api/zones/:id/preflight': may(ANY, 'read'),
  'POST /api/zones/:id/confirm-change': writes(['reviewer', 'publisher']),
  'POST /api/zones/candidates': may(SITE_READERS, 'sites'),
  'GET /api/reviews': may(ANY, 'read'),
  'GET /api/zones/:id/reviews': may(ANY, 'read'),
  'POST /api/reviews/:review': writes(['reviewer']),

  // rules: what zones are judged by is internal, and no business of gates and neighbours
  'GET /api/rules': PUBLIC,
  'GET /api/rules/:id': PUBLIC,
  'POST /api/rules/:id/what-if': may(EVIDENCE_READERS),
  'GET /api/readiness': may(EVIDENCE_READERS),
  'GET /api/zones/:id/readiness': may(EVIDENCE_READERS),
  'GET /api/zones/:id/evidence': may(EVIDENCE_READERS),
  'POST /api/zones/:id/evidence': writes(['drafter', 'reviewer', 'publisher']),
  'POST /api/zones/:id/evidence/:entry/withdraw': writes(['drafter', 'reviewer', 'publisher']),

  // checkpoints and case sites
  'GET /api/checkpoints/:id': may(ANY, 'read'),
  'POST /api/checkpoints': writes(PLANNERS, 'draft'),
  'PUT /api/checkpoints/:id': writes([...PLANNERS, 'gate_officer'], 'gates', 'draft'),
  'DELETE /api/checkpoints/:id': writes(PLANNERS, 'draft'),
  'GET /api/checkpoints/snap': may(ANY, 'read'),
  'GET /api/gate-reports': may(ANY, 'read'),
  'GET /api/checkpoints/:id/reports': may(ANY, 'read'),
  'POST /api/checkpoints/:id/reports': writes([...PLANNERS, 'gate_officer'], 'gates'),
  'GET /api/sites': may(SITE_READERS, 'sites'),
  'POST /api/sites': writes(PLANNERS, 'sites'),
  'DELETE /api/sites/:id': writes(PLANNERS, 'sites'),

  // roads and gates
  'GET /api/zones/:id/crossings': may(ANY, 'read'),
  'GET /api/zones/:id/gates/least': may(ANY, 'read'),
  'GET /api/zones/:id/access': may(ANY, 'read'),
  'GET /api/zones/:id/supply': may(ANY, 'read'),
  'GET /api/areas/:code/ring': may(ANY, 'read'),
  'GET /api/rings': may(ANY, 'read'),
  'GET /api/rings/areas': may(ANY, 'read'),
  'GET /api/reach': may(ANY, 'read'),
  'POST /api/crossings': may(ANY, 'read'),
  'POST /api/gates/least': may(ANY, 'read'),
  'POST /api/access': may(ANY, 'read'),
  'POST /api/supply': may(ANY, 'read'),
  'POST /api/checkpoints/cut-off': may(ANY, 'read'),
  'POST /api/zones/:id/gates': writes(PLANNERS, 'draft'),
  'POST /api/zones/:id/gates/least': writes(PLANNERS, 'draft'),
  'POST /api/zones/:id/gates/signature': writes([...PLANNERS, 'reviewer', 'gate_officer']),

  // administration and audit
  'GET /api/users': may(ADMINISTRATORS),
  'POST /api/users': may(ADMINISTRATORS),
  'PATCH /api/users/:username': may(ADMINISTRATORS),
  'POST /api/users/:username/password': may(ADMINISTRATORS),
  'DELETE /api/users/:username/sessions': may(ADMINISTRATORS),
  'GET /api/keys': may(ADMINISTRATORS),
  'POST /api/keys': may(ADMINISTRATORS),
  'POST /api/keys/:id/revoke': may(ADMINISTRATORS),
  'GET /api/audit': may(AUDITORS, 'audit'),
  'GET /api/audit.ndjson': may(AUDITORS, 'audit'),

  // operation and pages
  'GET /livez': PUBLIC,
  'GET /readyz': PUBLIC,
  'GET /metrics': PUBLIC,
  'GET /openapi.json': PUBLIC,
  'GET /docs': PUBLIC,
  'GET /docs/*': PUBLIC,
  'GET /check': PUBLIC,
  'GET /evidence': PUBLIC,
  'GET /card': PUBLIC,
  'GET /gate': PUBLIC,
  'GET /*': PUBLIC,
}

/** The key of a route in the table; HEAD is a GET without its body, and preflights say nothing of what they ask for. */
export function permissionKey(method: string, url: string): string {
  const path = url.startsWith('/docs/') ? '/docs/*' : url
  return `${method === 'HEAD' ? 'GET' : method} ${path}`
}
