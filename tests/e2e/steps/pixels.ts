import type { Page } from 'playwright-core'

/** Mean colour, [red, green, blue] 0–255, of a square of the screen as it is shown. */
export async function colourAt(page: Page, x: number, y: number, size = 24): Promise<[number, number, number]> {
  const shot = await page.screenshot({ clip: { x: x - size / 2, y: y - size / 2, width: size, height: size } })
  return page.evaluate(async (bytes) => {
    const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: 'image/png' }))
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
    const context = canvas.getContext('2d')!
    context.drawImage(bitmap, 0, 0)
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height)
    const sum = [0, 0, 0]
    for (let i = 0; i < data.length; i += 4) for (const channel of [0, 1, 2]) sum[channel]! += data[i + channel]!
    return sum.map((total) => total / (data.length / 4)) as [number, number, number]
  }, [...shot])
}
