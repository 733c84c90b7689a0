import { Type, type Static } from 'typebox'

/** One event of the audit log; `hash` is SHA-256 over the canonical JSON of the rest, `prev_hash` as `prevHash`. */
export const AuditEntry = Type.Object({
  seq: Type.Integer(),
  at: Type.String({ format: 'date-time' }),
  noun: Type.String(),
  verb: Type.String(),
  subject: Type.String(),
  actor: Type.String({ description: 'Post, key or process' }),
  public: Type.Boolean(),
  payload: Type.Record(Type.String(), Type.Unknown()),
  prev_hash: Type.String(),
  hash: Type.String(),
})
export type AuditEntry = Static<typeof AuditEntry>

export const AuditPage = Type.Object({
  items: Type.Array(AuditEntry),
  next: Type.Union([Type.String(), Type.Null()]),
  nouns: Type.Array(Type.String(), { description: 'What events are about' }),
})
export type AuditPage = Static<typeof AuditPage>
