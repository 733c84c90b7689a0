import type { CheckpointState, CheckpointTier } from '#shared/schema/vocabulary.ts'
import type { Palette } from '../palette.ts'
import { paint } from './canvas.ts'

const SIZE = 30
const RADIUS: Record<CheckpointTier, number> = { county: 10.5, township: 9, village: 7.5, compound: 6 }
const CORNERS: Record<CheckpointTier, number> = { county: 6, township: 4, village: 0, compound: 3 }

function outline(context: CanvasRenderingContext2D, tier: CheckpointTier, radius: number): void {
  const corners = CORNERS[tier]
  context.beginPath()
  if (corners === 0) context.arc(SIZE / 2, SIZE / 2, radius, 0, 2 * Math.PI)
  for (let i = 0; i < corners; i++) {
    const angle = (2 * Math.PI * i) / corners - Math.PI / 2 + (corners === 4 ? Math.PI / 4 : corners === 6 ? Math.PI / 6 : 0)
    const reach = corners === 4 ? radius * 1.18 : corners === 3 ? radius * 1.3 : radius
    const x = SIZE / 2 + reach * Math.cos(angle)
    const y = SIZE / 2 + reach * Math.sin(angle) + (corners === 3 ? 1 : 0)
    if (i === 0) context.moveTo(x, y)
    else context.lineTo(x, y)
  }
  context.closePath()
}

/** A gate: hexagon, square, circle or triangle by tier; filled, dashed, hollow or struck through by state; a bar for a green lane. */
export function gateIcon(tier: CheckpointTier, state: CheckpointState, green: boolean, palette: Palette): ImageData {
  return paint(SIZE, SIZE, (context) => {
    context.lineJoin = 'round'
    outline(context, tier, RADIUS[tier] + 2)
    context.fillStyle = palette.halo
    context.fill()
    outline(context, tier, RADIUS[tier])
    context.fillStyle = state === 'staffed' ? palette.gate : palette.halo
    context.fill()
    context.strokeStyle = state === 'withdrawn' ? palette.textSoft : palette.gate
    context.lineWidth = 2
    if (state === 'planned') context.setLineDash([2.6, 2])
    context.stroke()
    context.setLineDash([])
    if (state === 'suspended') stroke(context, [[11.5, 15], [18.5, 15]], palette.gate, 2.4)
    if (state === 'withdrawn') stroke(context, [[6, 24], [24, 6]], palette.textSoft, 2)
    if (state === 'staffed') {
      outline(context, tier, RADIUS[tier] * 0.32)
      context.fillStyle = palette.gateInk
      context.fill()
    }
    if (green) {
      stroke(context, [[5, 27], [25, 27]], palette.halo, 6)
      stroke(context, [[5.5, 27], [24.5, 27]], palette.green, 3.6)
    }
  })
}

function stroke(context: CanvasRenderingContext2D, [from, to]: [[number, number], [number, number]], colour: string, width: number): void {
  context.strokeStyle = colour
  context.lineWidth = width
  context.lineCap = 'round'
  context.beginPath()
  context.moveTo(...from)
  context.lineTo(...to)
  context.stroke()
}
