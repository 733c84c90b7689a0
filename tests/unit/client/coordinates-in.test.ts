import { expect, it } from 'vitest'
import { coordinatesIn } from '../../../client/state/coordinates-in.ts'

it.each([
  ['109.5, 34.5', [109.5, 34.5]],
  ['34.5，109.5', [109.5, 34.5]],
  ['  (109.5123° 34.5) ', [109.5123, 34.5]],
  ['12.5,41.9', [12.5, 41.9]],
  ['-69.97;12.5', [-69.97, 12.5]],
])('%s are coordinates', (text, at) => expect(coordinatesIn(text)).toEqual(at))

it.each(['文昌路 12 号', '12', '109.5', '109.5, 34.5, 12', '200, 95', '1 单元 2 号', '', '109,5 34,5'])('%s are none', (text) => {
  expect(coordinatesIn(text)).toBeNull()
})
