/** How often a fault is put in: `npm run test:faults` does it in full, `npm test` a few times. */
export const rounds = (full: number, few = 3): number => (process.env['FAULTS'] === 'full' ? full : few)

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

export const between = (low: number, high: number): number => low + Math.random() * (high - low)
