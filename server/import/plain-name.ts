const known = new Map<string, string>()

/**
 * A column name without case, spaces, underscores, hyphens and what stands in brackets: `Area_Code (12)` → `areacode`.
 * The first thousand are remembered: a file asks for the same few names again with every feature.
 */
export function plainName(name: string): string {
  const remembered = known.get(name)
  if (remembered !== undefined) return remembered
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\(.*?\)/g, '')
    .replace(/[\s_\-.:]/g, '')
  if (known.size < 1000) known.set(name, plain)
  return plain
}
