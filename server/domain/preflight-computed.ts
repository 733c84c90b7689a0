import type { ExposureFigures } from '#shared/schema/exposure.ts'
import { Conflict } from './errors.ts'

class NotFinite extends Error {}

/** The numbers of a ground, every one of them a number. */
export function finite(figures: ExposureFigures): ExposureFigures {
  const { areaM2, people, households, buildings } = figures
  if (![areaM2, people, households ?? 0, buildings].every(Number.isFinite)) throw new NotFinite('a number is not finite')
  return figures
}

// SQLSTATEs of an overlay that GEOS gives up on, of numbers that run over, and of a statement that takes too long
const UNCOMPUTABLE = /^(XX000|22...|54...|57014)$/

/**
 * A step of the pre-flight. One that cannot be computed stops the publication and is named; a database that is away is
 * another matter and stays what it is.
 * @throws Conflict preflight_failed
 */
export async function computed<T>(step: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    const { code } = error as { code?: unknown }
    if (error instanceof NotFinite || (typeof code === 'string' && UNCOMPUTABLE.test(code))) throw new Conflict('preflight_failed', { step })
    throw error
  }
}
