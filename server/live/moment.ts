/** A moment that is asked about instead of the present; `knownAt` null means as it is known now. */
export type Moment = {
  at: Date
  knownAt: Date | null
  /** The moment has not come: what is planned is asked about. */
  planned: boolean
}

/** How an answer says which moment it is for. */
export const saidMoment = ({ at, knownAt, planned }: Moment) => ({
  at: at.toISOString(),
  ...(knownAt !== null && { known_at: knownAt.toISOString() }),
  ...(planned && { planned }),
})
