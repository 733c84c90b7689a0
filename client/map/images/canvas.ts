/** Pixels of a map image for one CSS pixel: sharp on dense screens, and on a wall seen from afar. */
export const PIXEL_RATIO = 3

/** Draws on a fresh canvas measured in CSS pixels. */
export function paint(width: number, height: number, draw: (context: CanvasRenderingContext2D) => void): ImageData {
  const canvas = document.createElement('canvas')
  canvas.width = width * PIXEL_RATIO
  canvas.height = height * PIXEL_RATIO
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('this browser draws no 2d canvas')
  context.scale(PIXEL_RATIO, PIXEL_RATIO)
  draw(context)
  return context.getImageData(0, 0, canvas.width, canvas.height)
}
