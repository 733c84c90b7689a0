import type { CheckAnswer } from '#shared/schema/check.ts'
import type { Crs } from '#shared/schema/vocabulary.ts'
import { pointToWgs84 } from './point-to-wgs84.ts'
import { checkAddress } from './check-address.ts'
import type { CheckContext } from './check-context.ts'
import { checkPoint, unknown } from './check-point.ts'

const MAX_ADDRESS = 300

/** The answer for one item as it was sent; an item that names no place is answered in place, with the reason. */
export function checkItem(context: CheckContext, item: unknown, crs: Crs): CheckAnswer {
  const { id, lng, lat, address } = isRecord(item) ? item : {}
  const answer = answerFor(context, lng, lat, address, crs)
  const echoed = (typeof id === 'string' && id.length <= 100) || Number.isSafeInteger(id)
  return echoed ? { id: id as string | number, ...answer } : answer
}

function answerFor(context: CheckContext, lng: unknown, lat: unknown, address: unknown, crs: Crs): CheckAnswer {
  const hasPoint = lng !== undefined || lat !== undefined
  if (typeof address === 'string' && !hasPoint) {
    return address.trim() === '' || address.length > MAX_ADDRESS
      ? unknown(context, 'not_a_place')
      : checkAddress(context, address)
  }
  if (address !== undefined || !isDegrees(lng, 180) || !isDegrees(lat, 90)) return unknown(context, 'not_a_place')
  return checkPoint(context, ...pointToWgs84(lng, lat, crs))
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const isDegrees = (value: unknown, limit: number): value is number =>
  typeof value === 'number' && Math.abs(value) <= limit
