/** What the pre-flight calls abnormal or names at all; each is compared with what is in force. */
export const THRESHOLDS = {
  /** People after ÷ people before from which a change is abnormal: Los Angeles 2025, an order for one area that reached a county. */
  peopleTimes: 5,
  /** Area after ÷ area before from which a change is abnormal: a slip of a decimal or of the coordinate system. */
  areaTimes: 100,
  /** A zone that covers this share of a county is the whole county; that needs the level above. */
  wholeCounty: 0.95,
  /** Ground in another county above this share (or `otherCountyM2`) is meant to be there; less is two outlines of one border. */
  otherCounty: 0.001,
  otherCountyM2: 1_000,
  /** A hole of which the new ground covers this share is lost. */
  holeLost: 0.5,
  /** A unit covered less than this is left out, more than 1 − this is taken whole; between the two the line cuts it. */
  unitShare: 0.01,
  /** Overlaps and gaps smaller than this are what two outlines of one edge leave between them, square metres. */
  sliverM2: 10,
  /** Neighbours nearer than twice this are meant to meet, metres. */
  gapM: 5,
  /** Where no source counts households, one is taken to be so many people: more than the average, so that k is never undercut. */
  peopleAHousehold: 4,
} as const

/** Findings that stop a publication until a second person takes responsibility for them. */
export const ABNORMAL_CODES = ['people_times', 'area_times', 'other_county', 'whole_county', 'hole_lost'] as const
export type AbnormalCode = (typeof ABNORMAL_CODES)[number]
