/** A column name without case, spaces, underscores, hyphens and what stands in brackets: `Area_Code (12)` → `areacode`. */
export function plainName(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\(.*?\)/g, '').replace(/[\s_\-.:]/g, '')
}
