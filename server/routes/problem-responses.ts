import { Problem } from '#shared/schema/problem.ts'

/** Response entries of a route's schema for the problems that it can answer with, 500 and 503 always among them. */
export const PROBLEMS = (...statuses: number[]): Record<number, object> =>
  Object.fromEntries(
    [...statuses, 500, 503].map((status) => [
      status,
      { description: 'RFC 9457 problem', content: { 'application/problem+json': { schema: Problem } } },
    ]),
  )
