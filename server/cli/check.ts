import { parseArgs } from 'node:util'
import { Crs } from '#shared/schema/vocabulary.ts'
import type { CheckAnswer } from '#shared/schema/check.ts'
import { answerTail, type CheckContext } from '../live/check/check-context.ts'
import { checkPoint } from '../live/check/check-point.ts'
import { bufferOf } from '../live/check/octets.ts'
import { answerOctets } from '../live/check/write-answer.ts'
import { pointToWgs84 } from '../live/check/point-to-wgs84.ts'
import { createLive } from '../live/create-live.ts'
import { readRulePacks } from '../rule-packs.ts'
import type { Store } from '../store/connect.ts'
import { EXIT, say, type Terminal } from './terminal.ts'
import { UsageError } from './usage-error.ts'
import { withStore } from './with-store.ts'

const NUMBER = /^-?\d+(\.\d+)?$/

/** `sanqu check LNG LAT [--crs gcj02]`: the published zones at a point (degrees), as GET /api/check answers it. */
export async function checkCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const numbers = args.filter((arg) => NUMBER.test(arg)).map(Number) // parseArgs would take -69.9 for an option
  const { values, positionals } = parseArgs({
    args: args.filter((arg) => !NUMBER.test(arg)),
    options: { crs: { type: 'string', default: 'wgs84' }, lang: { type: 'string' } },
    allowPositionals: true,
  })
  const [lng, lat, extra] = numbers
  const crs = Crs.enum.find((name) => name === values.crs)
  if (lng === undefined || lat === undefined || extra !== undefined || positionals.length > 0 || crs === undefined) {
    throw new UsageError(
      say(
        terminal,
        '用法：sanqu check 经度 纬度 [--crs wgs84|cgcs2000|gcj02|bd09]',
        'usage: sanqu check LNG LAT [--crs wgs84|cgcs2000|gcj02|bd09]',
      ),
    )
  }
  if (Math.abs(lng) > 180 || Math.abs(lat) > 90) {
    throw new UsageError(
      say(
        terminal,
        `坐标超出范围：经度在前、纬度在后（${lng} ${lat}）`,
        `out of range: longitude first, then latitude (${lng} ${lat})`,
      ),
    )
  }
  const answer = await withStore(terminal, (store) => check(store, ...pointToWgs84(lng, lat, crs), terminal))
  for (const line of answerLines(answer, terminal)) terminal.out(line)
  return EXIT.ok
}

async function check(store: Store, lng: number, lat: number, { lang }: Terminal): Promise<CheckAnswer> {
  const live = await createLive(store)
  try {
    const now = new Date()
    const data = { seq: live.seq(), as_of: live.asOf().toISOString(), age_s: 0 }
    const said = { scope: 'public', at: now.toISOString(), data } as const
    const context: CheckContext = {
      lang,
      ...said,
      atMs: now.getTime(),
      tail: answerTail(said),
      zonesAt: (x, y) => live.zonesAt(x, y, 'public'),
      inDistrict: live.inDistrict,
      addresses: null,
      packTitle: (await readRulePacks()).titleOf,
    }
    return JSON.parse(bufferOf(answerOctets(context, checkPoint(context, lng, lat))).toString()) as CheckAnswer
  } finally {
    await live.close()
  }
}

function answerLines({ result, zone, explanation, others }: CheckAnswer, terminal: Terminal): string[] {
  const lines = [explanation ?? result]
  if (zone !== null) {
    const until = zone.earliest_lift ?? zone.earliest_lift_unknown_because ?? ''
    lines[0] = `${zone.id}  ${zone.kind}  ${zone.name}`
    lines.push(
      say(
        terminal,
        `自 ${zone.since} 起；最早解除：${until}`,
        `since ${zone.since}; may be lifted at the earliest: ${until}`,
      ),
      ...zone.measures.map((measure) => `- ${measure}`),
      ...others.map((other) => say(terminal, `另在 ${other.id} ${other.name} 内`, `also in ${other.id} ${other.name}`)),
    )
  }
  return lines
}
