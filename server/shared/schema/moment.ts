import { Type } from 'typebox'

/** The two axes of time that reads take (ISO 8601): when it held, and when that was known. */
export const MomentQuery = {
  at: Type.Optional(Type.String({ format: 'date-time', description: 'What was in force at that moment; now if absent' })),
  knownAt: Type.Optional(
    Type.String({ format: 'date-time', description: 'As it was known at that moment, without later corrections; as known now if absent' }),
  ),
}

/** How an answer for another moment than now says so; absent from answers about the present. */
export const MomentSaid = {
  at: Type.Optional(Type.String({ format: 'date-time' })),
  known_at: Type.Optional(Type.String({ format: 'date-time', description: 'Present when knownAt was asked' })),
  planned: Type.Optional(Type.Boolean({ description: 'true: the moment has not come; this is what is planned' })),
}
