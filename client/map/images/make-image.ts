import type { CheckpointState, CheckpointTier, ZoneKind } from '#shared/schema/vocabulary.ts'
import { DARK, LIGHT } from '../palette.ts'
import { changePattern } from './change-pattern.ts'
import { gateIcon } from './gate.ts'
import { faultMark, pinMark, placeDot, siteMark, zoneMark } from './marks.ts'
import { zonePattern } from './pattern.ts'

/** Draws a map image by its name: what it shows, its variants, and the theme last; null for an unknown name. */
export function makeImage(id: string): ImageData | null {
  const [what, ...rest] = id.split('-')
  const palette = rest.at(-1) === 'dark' ? DARK : LIGHT
  switch (what) {
    case 'pattern': return zonePattern(rest[0] as ZoneKind, palette)
    case 'change': return changePattern(rest[0] as 'added' | 'removed', palette)
    case 'zone': return zoneMark(rest[0] as ZoneKind, palette)
    case 'gate': return gateIcon(rest[0] as CheckpointTier, rest[1] as CheckpointState, rest[2] === 'green', palette)
    case 'site': return siteMark(palette)
    case 'fault': return faultMark(palette)
    case 'pin': return pinMark(palette)
    case 'dot': return placeDot(palette)
    default: return null
  }
}
