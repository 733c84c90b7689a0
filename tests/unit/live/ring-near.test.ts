import { expect, it } from 'vitest'
import { clipRing } from '../../../server/live/tiles/clip.ts'
import { flatArea2, ringAt, ringNear } from '../../../server/live/tiles/ring-at.ts'
import { seededRandom } from '../../bench/random.ts'

it('leaves out vertices that make no difference in the tile', () => {
  const random = seededRandom(4)
  let fewer = 0
  for (let n = 0; n < 500; n++) {
    const [x, y, reach] = [random() * 9000 - 2000, random() * 9000 - 2000, 200 + random() * 20_000]
    const corners = Array.from({ length: 40 }, (_, i) => {
      const [angle, far] = [(i / 40) * 2 * Math.PI, reach * (0.5 + random() / 2)]
      return [Math.round(x + far * Math.cos(angle)), Math.round(y + far * Math.sin(angle))]
    })
    const ring = { path: Int32Array.from([...corners, corners[0]!].flat()), zooms: new Uint8Array(41) }
    const [all, near] = [ringAt(ring, 16, 0, 0), ringNear(ring, 16, 0, 0, 128)]
    const [whole, cut] = [all, near].map((path) => flatArea2(clipRing(path, -128, 4224)))
    expect(Math.abs(whole! - cut!)).toBeLessThanOrEqual(1e-9 * Math.abs(whole!))
    if (near.length < all.length) fewer += 1
  }
  expect(fewer).toBeGreaterThan(300)
})
