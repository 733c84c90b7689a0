// events of these nouns change what is drawn under the zones, counted in them or found by name
export const GROUND_NOUNS: readonly string[] = [
  'imports',
  'datasets',
  'areas',
  'places',
  'buildings',
  'roads',
  'water',
  'population',
  'addresses',
]

export const changesGround = ({ noun }: { noun: string }): boolean => GROUND_NOUNS.includes(noun)
