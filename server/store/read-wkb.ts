type Path = [number, number][]

/** A geometry by its paths: points as paths of one position, a polygon's rings together. */
export type WkbShape = { type: 1 | 2 | 3; paths: Path[] }

/**
 * Reads two-dimensional, little-endian well-known binary (OGC 06-103r4), collections taken apart.
 * @throws RangeError for any other form
 */
export function readWkb(bytes: Uint8Array): WkbShape[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const shapes: WkbShape[] = []
  let at = 0
  const count = () => {
    const n = view.getUint32(at, true)
    at += 4
    return n
  }
  const path = (n: number): Path => {
    const positions: Path = []
    for (let i = 0; i < n; i++, at += 16) positions.push([view.getFloat64(at, true), view.getFloat64(at + 8, true)])
    return positions
  }
  const geometry = () => {
    if (view.getUint8(at) !== 1) throw new RangeError('only little-endian well-known binary is read')
    at += 1
    const type = count()
    if (type === 1) shapes.push({ type: 1, paths: [path(1)] })
    else if (type === 2) shapes.push({ type: 2, paths: [path(count())] })
    else if (type === 3) shapes.push({ type: 3, paths: Array.from({ length: count() }, () => path(count())) })
    else if (type >= 4 && type <= 7) for (let n = count(); n > 0; n--) geometry()
    else throw new RangeError(`geometry type ${type} of well-known binary is not read`)
  }
  geometry()
  return shapes
}
