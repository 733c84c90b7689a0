import { Type, type Static } from 'typebox'

export const SearchHit = Type.Object({
  type: Type.Enum(['address', 'place', 'area', 'zone', 'checkpoint']),
  id: Type.String(),
  kind: Type.Optional(Type.String({ description: 'Place kind, area level, zone kind or checkpoint tier' })),
  title: Type.String(),
  subtitle: Type.String(),
  lng: Type.Number(),
  lat: Type.Number(),
})
export type SearchHit = Static<typeof SearchHit>
