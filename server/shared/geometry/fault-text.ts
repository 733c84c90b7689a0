import type { GeometryFault, RingPlace } from './fault.ts'
import { FAULT_WORDS } from './fault-words.ts'

export type FaultText = { title: string; place: string; fix: string }

/**
 * What a fault is called, where it lies and what to do about it, in plain Chinese or English.
 * Parts, rings and corners are counted from 1; `place` is empty for faults of the whole geometry.
 */
export function faultText(fault: GeometryFault, lang: 'zh' | 'en'): FaultText {
  const [title, fix] = FAULT_WORDS[fault.code][lang]
  const fill = (text: string) =>
    text.replace('{limit}', amount(fault.limit, lang)).replace('{value}', amount(fault.value, lang))
  return { title: fill(title), place: placeText(fault, lang), fix: fill(fix) }
}

function placeText({ polygon, ring, vertex, other, at }: GeometryFault, lang: 'zh' | 'en'): string {
  const one = ringText({ polygon, ring, vertex }, lang)
  const two = other ? ringText(sameRing({ polygon, ring }, other) ? { vertex: other.vertex } : other, lang) : ''
  const rings = one && two ? (lang === 'zh' ? `${one} 与 ${two}` : `${one} and ${two}`) : one
  const where = at ? `${degrees(at[0])}, ${degrees(at[1])}` : ''
  if (rings && where) return lang === 'zh' ? `${rings}，位于 ${where}` : `${rings}, at ${where}`
  return rings || where
}

type SomePlace = { polygon?: number | undefined; ring?: number | undefined; vertex?: number | undefined }

function ringText({ polygon, ring, vertex }: SomePlace, lang: 'zh' | 'en'): string {
  const words =
    lang === 'zh'
      ? [
          polygon === undefined ? '' : `第 ${polygon + 1} 部分`,
          ring === undefined ? '' : ring === 0 ? '第 1 环（外圈）' : `第 ${ring + 1} 环（第 ${ring} 个洞）`,
          vertex === undefined ? '' : `第 ${vertex + 1} 点`,
        ]
      : [
          polygon === undefined ? '' : `part ${polygon + 1}`,
          ring === undefined ? '' : ring === 0 ? 'ring 1 (outline)' : `ring ${ring + 1} (hole ${ring})`,
          vertex === undefined ? '' : `point ${vertex + 1}`,
        ]
  return words.filter(Boolean).join(lang === 'zh' ? ' ' : ', ')
}

function sameRing(one: SomePlace, other: RingPlace): boolean {
  return one.polygon === other.polygon && one.ring === other.ring
}

/** Six decimals, a hand's breadth on the ground, without trailing zeros. */
function degrees(value: number): string {
  return String(Math.round(value * 1e6) / 1e6)
}

function amount(value: number | undefined, lang: 'zh' | 'en'): string {
  if (value === undefined) return lang === 'zh' ? '未知' : 'unknown'
  return value.toLocaleString(lang === 'zh' ? 'zh-CN' : 'en', { maximumSignificantDigits: 6 })
}
