import { Type, type Static } from 'typebox'
import { KEY_SCOPES } from '../vocabulary.ts'

/**
 * What an API key may do, beside what everybody may. A key is a program: it never publishes, lifts, reviews or
 * administers, because two persons stand between a draft and the public.
 */
export const KeyScope = Type.Enum([...KEY_SCOPES], {
  description:
    'read: internal zones, drafts, figures; draft: write drafts and checkpoints; gates: change the state of ' +
    'checkpoints; sites: read and write case sites; audit: the audit log',
})
export type KeyScope = Static<typeof KeyScope>

const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) => Type.Union([type, Type.Null()])

export const Key = Type.Object({
  id: Type.Integer(),
  name: Type.String(),
  prefix: Type.String({ description: 'How the key begins: enough to know it by, not to use it' }),
  scopes: Type.Array(KeyScope),
  area_code: Nullable(Type.String({ description: 'Jurisdiction; null is everywhere' })),
  area_name: Nullable(Type.String()),
  created_by: Nullable(Type.String({ description: 'User name; null where it was made on the command line' })),
  created_at: Type.String({ format: 'date-time' }),
  expires_at: Nullable(Type.String({ format: 'date-time' })),
  last_used_at: Nullable(Type.String({ format: 'date-time', description: 'To the minute' })),
  revoked_at: Nullable(Type.String({ format: 'date-time' })),
})
export type Key = Static<typeof Key>

export const NewKey = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 100, description: 'The system that uses it' }),
    scopes: Type.Array(KeyScope, { minItems: 1, uniqueItems: true }),
    area_code: Type.Optional(Type.Union([Type.String({ pattern: '^[0-9]{12}([0-9]{3})?$' }), Type.Null()])),
    expires_at: Type.Optional(Type.Union([Type.String({ format: 'date-time' }), Type.Null()])),
  },
  { additionalProperties: false },
)
export type NewKey = Static<typeof NewKey>

/** A key just made; its text is shown this once and kept nowhere. */
export const IssuedKey = Type.Object({ key: Key, token: Type.String() })
export type IssuedKey = Static<typeof IssuedKey>
