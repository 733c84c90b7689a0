const PERCENT = process.env['FAULTS']

/** Whether faults are put in by `npm run test:faults`, where what is measured has the machine to itself. */
export const IN_FULL = PERCENT !== undefined

/** How often a fault is put in: `npm run test:faults` (FAULTS=100, per cent) does it in full, `npm test` a few times. */
export const rounds = (full: number, few = 3): number =>
  PERCENT === undefined ? few : Math.max(1, Math.ceil((full * Number(PERCENT)) / 100))

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

export const between = (low: number, high: number): number => low + Math.random() * (high - low)
