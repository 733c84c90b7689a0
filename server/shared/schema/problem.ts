import { Type, type Static } from 'typebox'

/** RFC 9457 problem details; `title` and `detail` in the reader's language (`Accept-Language` or `?lang=`). */
export const Problem = Type.Object({
  type: Type.String({ description: '/problems/{code}' }),
  title: Type.String(),
  status: Type.Integer(),
  detail: Type.Optional(Type.String()),
  code: Type.String(),
  faults: Type.Optional(
    Type.Array(
      Type.Object({
        code: Type.String(),
        pointer: Type.Optional(Type.String({ description: 'JSON pointer into the request' })),
        at: Type.Optional(Type.Tuple([Type.Number(), Type.Number()])),
        title: Type.String(),
        place: Type.Optional(Type.String()),
        fix: Type.Optional(Type.String()),
      }),
    ),
  ),
})
export type Problem = Static<typeof Problem>
