import type { FaultText } from '#shared/schema/preview.ts'
import type { ProblemCode } from '#shared/problem-texts.ts'

/** Values for the placeholders of a problem's text. */
export type ProblemParams = Record<string, string | number>

/** A use case that cannot go on; routes/errors.ts turns the class into a status and the code into words. */
export class DomainError extends Error {
  readonly code: ProblemCode
  readonly params: ProblemParams
  readonly faults: ((lang: 'zh' | 'en') => FaultText)[]
  constructor(code: ProblemCode, params: ProblemParams = {}, faults: ((lang: 'zh' | 'en') => FaultText)[] = []) {
    super(code)
    this.name = new.target.name
    this.code = code
    this.params = params
    this.faults = faults
  }
}

export class Unauthenticated extends DomainError {}
export class Forbidden extends DomainError {}
export class NotFound extends DomainError {}
export class Invalid extends DomainError {}
export class Conflict extends DomainError {}
/** A change was sent without the version it is made to. */
export class PreconditionRequired extends DomainError {}
/** A change was made to a version that is no longer the current one. */
export class PreconditionFailed extends DomainError {}
/** More was sent than is read. */
export class TooLarge extends DomainError {}
/** What was sent did not arrive in time. */
export class TimedOut extends DomainError {}
export class TooManyRequests extends DomainError {}
export class Unavailable extends DomainError {}
