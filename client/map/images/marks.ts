import type { ZoneKind } from '#shared/schema/vocabulary.ts'
import type { Palette } from '../palette.ts'
import { paint } from './canvas.ts'

/** A dot for a place of the base map. */
export const placeDot = (palette: Palette): ImageData => disc(9, 2.2, palette.textSoft, palette.halo)

/** A case site: a ring with a dot, unlike any gate. */
export const siteMark = (palette: Palette): ImageData =>
  paint(18, 18, (context) => {
    circle(context, 9, 7.5, palette.halo)
    circle(context, 9, 6, palette.site)
    circle(context, 9, 4.2, palette.halo)
    circle(context, 9, 2.2, palette.site)
  })

/** A zone seen from afar: sealed a diamond with a cross, controlled a diamond with a bar. */
export const zoneMark = (kind: ZoneKind, palette: Palette): ImageData =>
  paint(18, 18, (context) => {
    context.translate(9, 9)
    context.rotate(Math.PI / 4)
    context.fillStyle = palette.halo
    context.fillRect(-6.2, -6.2, 12.4, 12.4)
    context.fillStyle = palette.zone[kind]
    context.fillRect(-4.8, -4.8, 9.6, 9.6)
    context.fillStyle = palette.halo
    if (kind === 'sealed') context.fillRect(-0.9, -4.8, 1.8, 9.6)
    context.fillRect(-4.8, -0.9, 9.6, 1.8)
  })

/** A fault of a shape: a cross in a ring. */
export const faultMark = (palette: Palette): ImageData =>
  paint(26, 26, (context) => {
    circle(context, 13, 12, palette.halo)
    context.strokeStyle = palette.fault
    context.lineWidth = 2.6
    context.beginPath()
    context.arc(13, 13, 9.5, 0, 2 * Math.PI)
    context.moveTo(9, 9)
    context.lineTo(17, 17)
    context.moveTo(17, 9)
    context.lineTo(9, 17)
    context.stroke()
  })

/** Where somebody clicked or what they looked up. */
export const pinMark = (palette: Palette): ImageData =>
  paint(30, 40, (context) => {
    context.beginPath()
    context.arc(15, 14.5, 11, Math.PI * 0.87, Math.PI * 0.13)
    context.lineTo(15, 38)
    context.closePath()
    context.fillStyle = palette.select
    context.strokeStyle = palette.halo
    context.lineWidth = 2.5
    context.stroke()
    context.fill()
    circle(context, [15, 14.5], 4, palette.halo)
  })

const disc = (size: number, radius: number, colour: string, halo: string) =>
  paint(size, size, (context) => {
    circle(context, size / 2, radius + 1.3, halo)
    circle(context, size / 2, radius, colour)
  })

function circle(context: CanvasRenderingContext2D, at: number | [number, number], radius: number, colour: string): void {
  const [x, y] = typeof at === 'number' ? [at, at] : at
  context.beginPath()
  context.arc(x, y, radius, 0, 2 * Math.PI)
  context.fillStyle = colour
  context.fill()
}
