import { traditionalPairs } from './traditional.ts'

const first = 0x4e00
const simplified = new Uint16Array(0x5200)
for (let i = 0; i < traditionalPairs.length; i += 2) {
  simplified[traditionalPairs.charCodeAt(i) - first] = traditionalPairs.charCodeAt(i + 1)
}

/** Replaces traditional characters by their simplified forms, one for one; everything else stays. */
export function toSimplified(text: string): string {
  let out = ''
  let from = 0
  for (let i = 0; i < text.length; i++) {
    const code = simplified[text.charCodeAt(i) - first]
    if (code === undefined || code === 0) continue
    out += text.slice(from, i) + String.fromCharCode(code)
    from = i + 1
  }
  return from === 0 ? text : out + text.slice(from)
}
