// The words of the service, apart from their schemas: the browser needs these lists and none of the schemas' library.

/** Strictest first: the order in which a point's zones are listed. */
export const ZONE_KINDS = ['sealed', 'controlled', 'precaution'] as const
export const AREA_LEVELS = [
  'province', 'prefecture', 'county', 'township', 'village', 'grid', 'compound', 'natural_village',
] as const
export const PLACE_KINDS = [
  'station', 'school', 'kindergarten', 'market', 'mall', 'care_home', 'hospital', 'designated_hospital', 'clinic',
  'fever_clinic', 'pharmacy', 'worship', 'hotel', 'cold_store', 'construction_site', 'laboratory', 'sampling_point',
  'quarantine_site', 'depot', 'delivery_point', 'toll_gate', 'government', 'food', 'police', 'fire_station',
] as const
export const CHECKPOINT_TIERS = ['county', 'township', 'village', 'compound'] as const
export const CHECKPOINT_KINDS = ['gate', 'closure', 'natural'] as const
export const CHECKPOINT_STATES = ['planned', 'staffed', 'suspended', 'withdrawn'] as const
export const ROLES = [
  'drafter', 'reviewer', 'publisher', 'gate_officer', 'viewer', 'neighbour', 'auditor', 'administrator',
] as const
export const CRS = ['wgs84', 'cgcs2000', 'gcj02', 'bd09'] as const
export const LANGS = ['zh', 'en'] as const
export const EVIDENCE_TYPES = ['infection', 'contact', 'no_contact', 'round', 'clearance', 'step_down', 'alarm_answer'] as const

/** What people at a gate do; a post is a duty, never a person. */
export const GATE_DUTIES = ['documents', 'temperature', 'registration', 'disinfection', 'traffic', 'supplies'] as const
export const KEY_SCOPES = ['read', 'draft', 'gates', 'sites', 'audit'] as const
export const GATE_STATUSES = ['normal', 'closed', 'incident'] as const
export const GATE_QUEUES = ['none', 'short', 'medium', 'long'] as const
export const GATE_NEEDS = ['people', 'supplies'] as const
