import type { Problem } from '#shared/schema/problem.ts'

export type Failure = { ok: false; status: number; problem: Problem }
/** What a call comes back with: a refusal is a value, for the reader to see beside what they wrote. */
export type Answer<T> = { ok: true; value: T; etag: string | null; date: Date | null } | Failure

/** A problem of our own making, in the form the server's have. */
export const failure = (status: number, code: string, title: string, detail: string): Failure =>
  ({ ok: false, status, problem: { type: `/problems/${code}`, status, code, title, detail } })
