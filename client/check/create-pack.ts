import type { CheckPack, CheckPackHead } from '#shared/schema/check-pack.ts'
import type { Answer } from '../api/answer.ts'
import type { Request } from '../api/request.ts'
import { createDeviceIndex, type DeviceIndex } from './device-index.ts'

/** The pack that is held, when it was last known to be current, and by which reading of this device's clock. */
type Held = { index: DeviceIndex; head: CheckPackHead; heardAt: number }
type Noted = { head: CheckPackHead; heardAt: number }

export type Pack = ReturnType<typeof createPack>

const KEY = 'sanqu.check.pack'
const PATIENCE_MS = 8_000
const FRESH_MS = 20_000

/**
 * Keeps the pack of public zones on the device. Only its version is asked about, again and again; nothing of what the
 * reader looks up leaves the device. What was held is kept for when there is no line (the service worker stores it).
 */
export function createPack(request: Request, storage: Pick<Storage, 'getItem' | 'setItem'>, now: () => number) {
  let held: Held | null = null
  let renewing: Promise<void> | null = null

  const fetchPack = (version: string) => request<CheckPack>('GET', `/api/check/pack/${version}`)
  const hold = (pack: CheckPack, noted: Noted) => {
    held = { index: createDeviceIndex(pack), ...noted }
  }
  const renew = async () => {
    const answer = await request<CheckPackHead>('GET', '/api/check/pack', { signal: AbortSignal.timeout(PATIENCE_MS) })
    if (!answer.ok) return held === null ? recall() : undefined
    const noted = { head: answer.value, heardAt: now() }
    if (held?.index.version === answer.value.version) held = { index: held.index, ...noted }
    else {
      const pack = await fetchPack(answer.value.version)
      if (!pack.ok) return
      hold(pack.value, noted)
    }
    storage.setItem(KEY, JSON.stringify(noted))
  }
  /** What an earlier visit left behind. */
  const recall = async () => {
    const noted = readNote(storage.getItem(KEY))
    const pack: Answer<CheckPack> | null = noted && (await fetchPack(noted.head.version))
    if (noted && pack?.ok) hold(pack.value, noted)
  }
  return {
    renew: (): Promise<void> => (renewing ??= renew().finally(() => (renewing = null))),
    /** The pack, renewed unless it was just now; null where none can be had. `age_s` is how old what it says is. */
    async current(): Promise<{ index: DeviceIndex; as_of: string; age_s: number } | null> {
      if (held === null || now() - held.heardAt > FRESH_MS) await this.renew()
      if (held === null) return null
      return { index: held.index, as_of: held.head.as_of, age_s: held.head.age_s + Math.max(0, now() - held.heardAt) / 1000 }
    },
  }
}

function readNote(text: string | null): Noted | null {
  try {
    return text === null ? null : (JSON.parse(text) as Noted)
  } catch {
    return null
  }
}
