import { Type } from 'typebox'

/** The header of a change for a route's schema. It is required; `ifMatch` answers 428 where it is missing, not 400. */
export const ifMatchHeader = (example: string) =>
  Type.Object({
    'if-match': Type.Optional(Type.String({ description: 'The ETag of what is changed; required', examples: [`"${example}"`] })),
  })
