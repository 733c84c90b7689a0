import type { GeometryFaultCode } from './fault.ts'

/** Title and fix of each fault; {limit} and {value} are filled in. */
export const FAULT_WORDS: Record<GeometryFaultCode, { zh: [string, string]; en: [string, string] }> = {
  missing: {
    zh: ['没有图形', '请先画出范围，或选择组成范围的单位。'],
    en: ['There is no shape', 'Draw the area, or pick the units it is made of.'],
  },
  not_an_area: {
    zh: ['图形不是面', '请提供面（Polygon 或 MultiPolygon）；点和线要先做缓冲区或描成面。'],
    en: ['The shape is not an area', 'Give a Polygon or MultiPolygon; buffer or trace points and lines first.'],
  },
  malformed: {
    zh: ['坐标的格式不对', '坐标应为 GeoJSON 格式：每个点写作 [经度, 纬度]。请从原系统重新导出。'],
    en: [
      'The coordinates are not in the right form',
      'Write each point as [longitude, latitude], as GeoJSON asks; export again.',
    ],
  },
  empty: {
    zh: ['图形是空的', '至少要有一个部分，每部分至少有一个外圈。请重新画。'],
    en: ['The shape is empty', 'It needs at least one part with an outline. Draw it again.'],
  },
  not_a_number: {
    zh: ['坐标不是数字', '请检查这个点的经纬度，改成普通数字。'],
    en: ['A coordinate is not a number', 'Check the longitude and latitude of this point and write plain numbers.'],
  },
  out_of_range: {
    zh: ['坐标超出地球范围', '经度应在 −180 到 180 之间，纬度应在 −90 到 90 之间；单位是度，不是米。'],
    en: [
      'A coordinate is off the globe',
      'Longitude runs from −180 to 180, latitude from −90 to 90, in degrees, not metres.',
    ],
  },
  axes_swapped: {
    zh: ['经度和纬度写反了', '请把每个点改成先经度、后纬度，例如 [109.51, 34.50]。'],
    en: ['Latitude and longitude are swapped', 'Put longitude first at every point, for example [109.51, 34.50].'],
  },
  outside_extent: {
    zh: ['图形不在已载入的辖区内', '请检查坐标和坐标系；若地方没错，请先导入该地的区划。'],
    en: ['The area lies outside all areas that are loaded', 'Check the coordinates and their system; if the place is right, import its areas first.'],
  },
  too_many_vertices: {
    zh: ['点太多：{value} 个，最多 {limit} 个', '请先简化边界，或拆成几个区。'],
    en: ['Too many points: {value}, at most {limit}', 'Simplify the outline first, or split it into several zones.'],
  },
  too_few_points: {
    zh: ['点太少，围不成面', '一圈至少要三个不同的点，最后再回到起点。'],
    en: ['Too few points to enclose anything', 'A ring needs three different points and then the first one again.'],
  },
  ring_not_closed: {
    zh: ['这一圈没有闭合', '最后一点必须与第一点完全相同。请把线画回起点。'],
    en: ['The ring is not closed', 'The last point must equal the first. Bring the line back to where it began.'],
  },
  crosses_antimeridian: {
    zh: ['一条边跨越了 180° 经线', '请在 180° 经线处把范围切成两部分。'],
    en: ['An edge crosses the 180° meridian', 'Cut the area in two parts at the 180° meridian.'],
  },
  self_crossing: {
    zh: ['边界与自己交叉', '请移动交叉处附近的点，使边界不再穿过自己。'],
    en: [
      'The outline crosses itself',
      'Move the points near the crossing until the line no longer runs through itself.',
    ],
  },
  self_touching: {
    zh: ['边界碰到了自己', '请把这里的点分开一些；如果是两块地方，请画成两个部分。'],
    en: ['The outline touches itself', 'Move the points apart here; if these are two places, draw them as two parts.'],
  },
  spike: {
    zh: ['边界在这里原路折回，形成尖刺', '请删除折回的那个点。'],
    en: ['The outline runs back on itself in a spike', 'Delete the point where it turns back.'],
  },
  duplicate_ring: {
    zh: ['同一圈出现了两次', '请删除其中一圈。'],
    en: ['The same ring is there twice', 'Delete one of the two.'],
  },
  shared_edge: {
    zh: ['两圈有一段边重合', '相邻的两部分请合并成一块；洞若贴着外圈，请把外圈改到洞的里边。'],
    en: [
      'Two rings run along the same edge',
      'Merge neighbouring parts into one; where a hole lies on the outline, move the outline inward instead.',
    ],
  },
  hole_outside_shell: {
    zh: ['洞不在外圈之内', '请把整个洞移到外圈里面，或删除这个洞。'],
    en: ['A hole is not inside its outline', 'Move the whole hole inside the outline, or delete it.'],
  },
  holes_overlap: {
    zh: ['两个洞互相重叠', '请把它们合并成一个洞，或分开。'],
    en: ['Two holes overlap', 'Merge them into one hole, or move them apart.'],
  },
  interior_disconnected: {
    zh: ['洞把这一部分切成了两块', '请把切开的两块分别画成两个部分，或让洞离开这里。'],
    en: ['Holes cut this part in two', 'Draw the pieces as separate parts, or move the hole away from here.'],
  },
  parts_overlap: {
    zh: ['两个部分互相重叠', '请把它们合并成一个部分，或移开其中一个。'],
    en: ['Two parts overlap', 'Merge them into one part, or move one of them away.'],
  },
  too_complex: {
    zh: ['线条重叠太多，无法检查', '请简化边界后再试。'],
    en: ['Too many lines lie over each other to be checked', 'Simplify the outline and try again.'],
  },
  too_small: {
    zh: ['面积太小：{value} 平方米，至少 {limit} 平方米', '请检查是否误画，或坐标单位有误。'],
    en: ['The area is too small: {value} m², at least {limit} m²', 'Check for a slip of the hand, or wrong units.'],
  },
  too_large: {
    zh: ['面积太大：{value} 平方米，最多 {limit} 平方米', '请检查是否有点画到了远处，或分成几个区。'],
    en: [
      'The area is too large: {value} m², at most {limit} m²',
      'Look for a point far away, or split it into several zones.',
    ],
  },
  broken_by_rounding: {
    zh: ['图形太细，保存时坐标取整（约 1 厘米）后会出错', '请把这里相距不到 2 厘米的点或线移开、合并。'],
    en: [
      'The shape is too fine: rounding to about 1 cm for storage breaks it',
      'Move apart or merge points and lines closer than 2 cm here.',
    ],
  },
}
