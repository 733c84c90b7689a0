import { Type, type Static } from 'typebox'
import { ExposureFigures } from './exposure.ts'
import { AreaGeometry } from './geo.ts'
import { ZoneDefinition } from './zone.ts'
import { ZoneKind } from './vocabulary.ts'

/** A geometry fault with its words in the reader's language. */
export const FaultText = Type.Object({
  code: Type.String(),
  at: Type.Optional(Type.Tuple([Type.Number(), Type.Number()])),
  title: Type.String(),
  place: Type.String(),
  fix: Type.String(),
})
export type FaultText = Static<typeof FaultText>

export const PreviewRequest = Type.Object({ kind: ZoneKind, definition: ZoneDefinition }, { additionalProperties: false })
export type PreviewRequest = Static<typeof PreviewRequest>

export const Preview = Type.Union([
  Type.Object({ ok: Type.Literal(true), geometry: AreaGeometry, exposure: ExposureFigures }),
  Type.Object({ ok: Type.Literal(false), faults: Type.Array(FaultText) }),
])
export type Preview = Static<typeof Preview>
