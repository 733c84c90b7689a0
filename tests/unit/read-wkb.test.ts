import { describe, expect, it } from 'vitest'
import { readWkb } from '../../server/store/read-wkb.ts'

const hex = (text: string) => new Uint8Array(Buffer.from(text.replaceAll(' ', ''), 'hex'))
const ONE = '000000000000f03f'
const TWO = '0000000000000040'

describe('readWkb', () => {
  it('reads points, lines, polygons and collections of them', () => {
    const point = `01 01000000 ${ONE} ${TWO}`
    const line = `01 02000000 02000000 ${ONE} ${TWO} ${TWO} ${ONE}`
    const polygon = `01 03000000 01000000 02000000 ${ONE} ${ONE} ${TWO} ${TWO}`
    expect(readWkb(hex(point))).toEqual([{ type: 1, paths: [[[1, 2]]] }])
    expect(readWkb(hex(line))).toEqual([
      {
        type: 2,
        paths: [
          [
            [1, 2],
            [2, 1],
          ],
        ],
      },
    ])
    expect(
      readWkb(hex(`01 07000000 03000000 ${point} ${line} 01 06000000 01000000 ${polygon}`)).map(({ type }) => type),
    ).toEqual([1, 2, 3])
  })

  it('refuses what it does not read', () => {
    expect(() => readWkb(hex('00 00000001'))).toThrow(/little-endian/)
    expect(() => readWkb(hex('01 ea030000'))).toThrow(/1002/)
  })

  it('reads bytes that stand within a larger buffer', () => {
    expect(readWkb(hex(`ffffff 01 01000000 ${ONE} ${TWO}`).subarray(3))).toEqual([{ type: 1, paths: [[[1, 2]]] }])
  })
})
