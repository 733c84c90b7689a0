/** Whether arrays and objects of a JSON text (UTF-8) are nested more than `levels` deep; brackets in strings do not count. */
export function isDeeperThan(text: Uint8Array, levels: number): boolean {
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    const byte = text[i]!
    if (byte === 0x22) i = endOfString(text, i)
    else if (byte === 0x5b || byte === 0x7b) {
      if (++depth > levels) return true
    } else if (byte === 0x5d || byte === 0x7d) depth--
  }
  return false
}

function endOfString(text: Uint8Array, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    const byte = text[i]!
    if (byte === 0x5c) i++
    else if (byte === 0x22) return i
  }
  return text.length
}
