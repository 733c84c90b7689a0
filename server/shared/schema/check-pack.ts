import { Type, type Static } from 'typebox'
import { Text } from './vocabulary.ts'
import { PublicZone } from './zone.ts'

const { id, version, kind, name, name_en, measures, rule_pack, legal_basis, authority, since, review_by, earliest_lift } =
  PublicZone.properties
const PackedArea = Type.Array(Type.Array(Type.Array(Type.Integer())), {
  description: 'Polygons, rings, then longitude and latitude in 1e-7 degrees, each as the step from the position before',
})

/** Every public zone in force and the ground that can be answered for: what a device needs to answer by itself. */
export const CheckPack = Type.Object({
  version: Type.String(),
  district: Type.Array(PackedArea),
  zones: Type.Array(
    Type.Object({
      id, version, kind, name, name_en, measures, rule_pack, legal_basis, authority, since, review_by, earliest_lift,
      rule_pack_title: Text,
      area: PackedArea,
    }),
  ),
})
export type CheckPack = Static<typeof CheckPack>

/** Which pack is current; asked often, for it says nothing of who asks about what. */
export const CheckPackHead = Type.Object({
  version: Type.String(),
  as_of: Type.String({ format: 'date-time' }),
  age_s: Type.Number({ description: 'Seconds since the picture was known to be current' }),
})
export type CheckPackHead = Static<typeof CheckPackHead>
