import type { Crs } from '#shared/schema/vocabulary.ts'
import { pointToWgs84 } from './point-to-wgs84.ts'
import { checkAddress } from './check-address.ts'
import type { CheckContext } from './check-context.ts'
import { checkPoint, UNKNOWN } from './check-point.ts'
import type { Finding } from './finding.ts'

const MAX_ADDRESS = 300
const MAX_ID = 100

/** What holds at one item as it was sent; an item that names no place is answered in place, with the reason. */
export function checkItem(context: CheckContext, item: unknown, crs: Crs): Finding {
  if (!isRecord(item)) return UNKNOWN.not_a_place[context.lang]
  const { lng, lat, address } = item
  const hasPoint = lng !== undefined || lat !== undefined
  if (typeof address === 'string' && !hasPoint) {
    return address.trim() === '' || address.length > MAX_ADDRESS
      ? UNKNOWN.not_a_place[context.lang]
      : checkAddress(context, address)
  }
  if (address !== undefined || !isDegrees(lng, 180) || !isDegrees(lat, 90)) return UNKNOWN.not_a_place[context.lang]
  if (crs === 'wgs84') return checkPoint(context, lng, lat)
  return checkPoint(context, ...pointToWgs84(lng, lat, crs))
}

/** The caller's own id of an item as JSON text, where it gave one that can be given back. */
export function idTextOf(item: unknown): string | undefined {
  if (!isRecord(item)) return undefined
  const { id } = item
  if (typeof id === 'number') return Number.isSafeInteger(id) ? String(id) : undefined
  return typeof id === 'string' && id.length <= MAX_ID ? JSON.stringify(id) : undefined
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const isDegrees = (value: unknown, limit: number): value is number =>
  typeof value === 'number' && Math.abs(value) <= limit
