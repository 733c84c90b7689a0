const DAY_MS = 86_400_000
/** Asia/Shanghai has had no summer time since 1991: UTC+8 the whole year. */
const OFFSET_MS = 8 * 3_600_000

/** The calendar day in Asia/Shanghai that a moment falls on, as days since 1970-01-01. */
export const dayOfMoment = (moment: Date): number => Math.floor((moment.getTime() + OFFSET_MS) / DAY_MS)

/** A calendar day `YYYY-MM-DD` as days since 1970-01-01. */
export const dayOfDate = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY_MS

/** Days since 1970-01-01 as `YYYY-MM-DD`. */
export const dateOfDay = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10)

/** The last moment (ISO 8601) of a calendar day `YYYY-MM-DD` in Asia/Shanghai, to the second. */
export const endOfDay = (date: string): string => `${date}T23:59:59+08:00`
