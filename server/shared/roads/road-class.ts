/**
 * What is assumed of a road of each class: km/h of a vehicle (null: none may pass), whether people walk on it, and the
 * posts that guard it round the clock, the cost of a gate. Data, not rules: a planning speed in a built-up county, and
 * two to six posts by the traffic to be asked. A ferry's speed includes the wait.
 */
const CLASSES = {
  motorway: { kmh: 100, walked: false, posts: 12 },
  motorway_link: { kmh: 50, walked: false, posts: 6 },
  trunk: { kmh: 70, walked: true, posts: 6 },
  trunk_link: { kmh: 45, walked: true, posts: 5 },
  primary: { kmh: 55, walked: true, posts: 5 },
  primary_link: { kmh: 40, walked: true, posts: 4 },
  secondary: { kmh: 50, walked: true, posts: 4 },
  secondary_link: { kmh: 35, walked: true, posts: 4 },
  tertiary: { kmh: 40, walked: true, posts: 4 },
  tertiary_link: { kmh: 30, walked: true, posts: 3 },
  residential: { kmh: 25, walked: true, posts: 3 },
  living_street: { kmh: 12, walked: true, posts: 3 },
  service: { kmh: 15, walked: true, posts: 3 },
  unclassified: { kmh: 40, walked: true, posts: 3 },
  track: { kmh: 12, walked: true, posts: 2 },
  path: { kmh: null, walked: true, posts: 2 },
  footway: { kmh: null, walked: true, posts: 2 },
  pedestrian: { kmh: 8, walked: true, posts: 2 },
  cycleway: { kmh: null, walked: true, posts: 2 },
  steps: { kmh: null, walked: true, posts: 2 },
  bridleway: { kmh: null, walked: true, posts: 2 },
  construction: { kmh: null, walked: true, posts: 2 },
  ferry: { kmh: 8, walked: true, posts: 4 },
} as const satisfies Record<string, { kmh: number | null; walked: boolean; posts: number }>

export type RoadClass = keyof typeof CLASSES

/** The classes in the order of their numbers in the columns. */
export const ROAD_CLASSES = Object.keys(CLASSES) as RoadClass[]

/** Seconds a metre by class number, of a vehicle; Infinity where none may pass. */
export const CAR_S_PER_M = Float64Array.from(ROAD_CLASSES, (name) => 3.6 / (CLASSES[name].kmh ?? 0))

/** Seconds a metre of somebody on foot: 4.5 km/h. */
export const FOOT_S_PER_M = 3.6 / 4.5

/** Posts that a gate on a road of the class needs where vehicles come through, by class number. */
export const DRIVEN_GATE_POSTS = Uint8Array.from(ROAD_CLASSES, (name) => CLASSES[name].posts)

export const classNumber = (name: string): number => ROAD_CLASSES.indexOf(name as RoadClass)

export const MOTORWAY = classNumber('motorway')

/** Whether somebody may stop on a road of the class to go into a house, by class number. */
export const HAS_HOUSES = ROAD_CLASSES.map((name) => name !== 'motorway' && name !== 'motorway_link' && name !== 'ferry')

export const isDriven = (name: RoadClass): boolean => CLASSES[name].kmh !== null
export const isWalked = (name: RoadClass): boolean => CLASSES[name].walked
