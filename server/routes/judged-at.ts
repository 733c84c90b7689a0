import { Type, type Static } from 'typebox'
import { Invalid } from '../domain/errors.ts'

/** The moment that zones are judged at. */
export const JudgedAt = Type.Object({
  at: Type.Optional(Type.String({ format: 'date-time', description: 'A moment of the past, with what had been entered by then; of the future: counted to with what is known now' })),
})

/** @throws Invalid bad_moment for what the calendar does not have, such as a leap second */
export function judgedAt({ at }: Static<typeof JudgedAt>): Date | undefined {
  if (at === undefined) return undefined
  const moment = new Date(at)
  if (Number.isNaN(moment.getTime())) throw new Invalid('bad_moment', { at })
  return moment
}
