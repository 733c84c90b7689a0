import type { Palette } from '../palette.ts'
import { paint } from './canvas.ts'

const SIZE = 12

/** A seamless hatch: rising lines where ground is gained, falling lines where it is lost. */
export function changePattern(what: 'added' | 'removed', palette: Palette): ImageData {
  return paint(SIZE, SIZE, (context) => {
    context.strokeStyle = palette[what]
    context.lineWidth = 1.6
    context.globalAlpha = 0.8
    context.beginPath()
    for (const shift of [-SIZE, 0, SIZE]) {
      context.moveTo(shift - 1, what === 'added' ? SIZE + 1 : -1)
      context.lineTo(shift + SIZE + 1, what === 'added' ? -1 : SIZE + 1)
    }
    context.stroke()
  })
}
