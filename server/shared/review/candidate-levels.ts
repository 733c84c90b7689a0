/** The levels at which a zone round sites can be taken, the smallest first; a natural village counts as a compound. */
export const CANDIDATE_LEVELS = ['building', 'compound', 'village', 'township'] as const
export type CandidateLevel = (typeof CANDIDATE_LEVELS)[number]

/** Whether a level is larger than another. */
export const isLarger = (level: CandidateLevel, than: CandidateLevel): boolean =>
  CANDIDATE_LEVELS.indexOf(level) > CANDIDATE_LEVELS.indexOf(than)
