import { useEffect, useRef } from 'preact/hooks'
import { makeImage } from './images/make-image.ts'
import { PIXEL_RATIO } from './images/canvas.ts'
import type { LegendMark as Mark } from './look.ts'

const WIDTH = 30
const HEIGHT = 18

/** A legend sample, drawn with the very images of the map. */
export function LegendMark({ mark }: { mark: Mark }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (context) draw(context, mark)
  }, [mark])
  return <canvas ref={canvas} class="mark" width={WIDTH * PIXEL_RATIO} height={HEIGHT * PIXEL_RATIO} aria-hidden="true" />
}

function draw(context: CanvasRenderingContext2D, mark: Mark): void {
  context.setTransform(PIXEL_RATIO, 0, 0, PIXEL_RATIO, 0, 0)
  context.clearRect(0, 0, WIDTH, HEIGHT)
  if (mark.type === 'line') return drawLine(context, mark)
  if (mark.type === 'area') return drawArea(context, mark)
  if (mark.type === 'dot') return drawDot(context, mark)
  const source = toCanvas(mark.id)
  if (!source) return
  const scale = Math.min(1, (HEIGHT * PIXEL_RATIO) / source.height)
  const [width, height] = [(source.width / PIXEL_RATIO) * scale, (source.height / PIXEL_RATIO) * scale]
  context.drawImage(source, (WIDTH - width) / 2, (HEIGHT - height) / 2, width, height)
}

function drawDot(context: CanvasRenderingContext2D, { fill, edge }: Extract<Mark, { type: 'dot' }>): void {
  context.beginPath()
  context.arc(WIDTH / 2, HEIGHT / 2, 5, 0, 2 * Math.PI)
  context.fillStyle = fill
  context.fill()
  context.strokeStyle = edge
  context.lineWidth = 1.5
  context.stroke()
}

function drawArea(context: CanvasRenderingContext2D, { fill, edge, pattern }: Extract<Mark, { type: 'area' }>): void {
  context.globalAlpha = pattern ? 0.22 : 1
  context.fillStyle = fill
  context.fillRect(1, 1, WIDTH - 2, HEIGHT - 2)
  context.globalAlpha = 1
  const tile = pattern ? toCanvas(pattern) : null
  const brush = tile && context.createPattern(tile, 'repeat')
  if (brush) {
    brush.setTransform(new DOMMatrix().scale(1 / PIXEL_RATIO))
    context.fillStyle = brush
    context.fillRect(1, 1, WIDTH - 2, HEIGHT - 2)
  }
  context.strokeStyle = edge
  context.lineWidth = pattern ? 1.6 : 1
  context.strokeRect(1, 1, WIDTH - 2, HEIGHT - 2)
}

function drawLine(context: CanvasRenderingContext2D, { colour, casing, width, dashed }: Extract<Mark, { type: 'line' }>): void {
  const stroke = (style: string, thick: number) => {
    context.strokeStyle = style
    context.lineWidth = thick
    context.beginPath()
    context.moveTo(1, HEIGHT / 2)
    context.lineTo(WIDTH - 1, HEIGHT / 2)
    context.stroke()
  }
  stroke(casing, width + 2)
  if (dashed) context.setLineDash([5, 3])
  stroke(colour, width)
  context.setLineDash([])
}

function toCanvas(id: string): HTMLCanvasElement | null {
  const image = makeImage(id)
  if (!image) return null
  const canvas = document.createElement('canvas')
  canvas.width = image.width
  canvas.height = image.height
  canvas.getContext('2d')?.putImageData(image, 0, 0)
  return canvas
}
