export type LocateFault = 'denied' | 'failed' | 'missing'
export type Located = { ok: true; at: [number, number] } | { ok: false; reason: LocateFault }

const TIMEOUT_MS = 15_000

/** Where the device is, [lng, lat] in WGS-84 degrees; the browser asks for permission. */
export function locate(geolocation: Geolocation | undefined): Promise<Located> {
  if (!geolocation) return Promise.resolve({ ok: false, reason: 'missing' })
  return new Promise((resolve) => {
    geolocation.getCurrentPosition(
      ({ coords }) => resolve({ ok: true, at: [coords.longitude, coords.latitude] }),
      (error) => resolve({ ok: false, reason: error.code === error.PERMISSION_DENIED ? 'denied' : 'failed' }),
      { enableHighAccuracy: true, timeout: TIMEOUT_MS },
    )
  })
}
