import type { ZoneKind } from '#shared/schema/vocabulary.ts'
import type { Palette } from '../palette.ts'
import { paint } from './canvas.ts'

const SIZE: Record<ZoneKind, number> = { sealed: 9, controlled: 10, precaution: 22 }

/** A seamless square of a kind's pattern: crossed lines, slanting lines, or dots. */
export function zonePattern(kind: ZoneKind, { zone }: Palette): ImageData {
  const size = SIZE[kind]
  return paint(size, size, (context) => {
    context.strokeStyle = zone[kind]
    context.fillStyle = zone[kind]
    context.lineWidth = kind === 'sealed' ? 1.1 : 1.3
    context.globalAlpha = kind === 'precaution' ? 0.75 : 0.7
    if (kind === 'precaution') {
      for (const [x, y] of [[size / 4, size / 4], [(3 * size) / 4, (3 * size) / 4]] as const) {
        context.beginPath()
        context.arc(x, y, 1, 0, 2 * Math.PI)
        context.fill()
      }
      return
    }
    context.beginPath()
    // each diagonal once in the middle and once over the two corners, so that the edges meet
    for (const shift of [-size, 0, size]) {
      context.moveTo(shift - 1, size + 1)
      context.lineTo(shift + size + 1, -1)
      if (kind === 'sealed') {
        context.moveTo(shift - 1, -1)
        context.lineTo(shift + size + 1, size + 1)
      }
    }
    context.stroke()
  })
}
