import type { Staffing } from '../schema/staffing.ts'

/** What a gate lacks: people in each shift, shifts a day, and both together in shifts worked by one person a day. */
export type Shortage = { people: number; shifts: number; personShifts: number }

/**
 * What of the needed staff is not assigned. A duty with more people than it needs makes up for no other: the duties are
 * different work.
 */
export function shortageOf({ shifts, posts }: Staffing): Shortage {
  const needed = posts.reduce((sum, post) => sum + post.needed, 0)
  const present = posts.reduce((sum, post) => sum + Math.min(post.needed, post.assigned), 0)
  const worked = Math.min(shifts.needed, shifts.assigned)
  return { people: needed - present, shifts: shifts.needed - worked, personShifts: needed * shifts.needed - present * worked }
}
