/**
 * Whether a segment from (ax, ay) to (bx, by) passes through the pixel round (x, y): the square of side 1 with its left and
 * lower sides and without the other two, so that every place belongs to one pixel. Whole numbers; exact for segments of up to
 * 10⁷·½ units and more.
 */
export function passesPixel(ax: number, ay: number, bx: number, by: number, x: number, y: number): boolean {
  if (ax > bx) return passesPixel(bx, by, ax, ay, x, y)
  const [low, high] = ay < by ? [ay, by] : [by, ay]
  if (ax >= x + 0.5 || bx < x - 0.5 || low >= y + 0.5 || high < y - 0.5) return false
  const [dx, dy] = [bx - ax, by - ay]
  if (dx === 0 || dy === 0) return true
  // twice the area beside the middle, and by how much it changes towards the corners that lie farthest from the line
  const beside = dx * (y - ay) - dy * (x - ax)
  const reach = (dx + Math.abs(dy)) / 2
  return dy > 0 ? beside > -reach && beside < reach : beside > -reach && beside <= reach
}
