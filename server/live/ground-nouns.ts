// events of these nouns change what is drawn under the zones, counted in them or found by name
const GROUND = new Set([
  'imports',
  'datasets',
  'areas',
  'places',
  'buildings',
  'roads',
  'water',
  'population',
  'addresses',
])

export const changesGround = ({ noun }: { noun: string }): boolean => GROUND.has(noun)
