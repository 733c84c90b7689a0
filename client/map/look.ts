import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import type { Lang } from '#shared/schema/vocabulary.ts'
import type { Dictionary } from '../i18n/zh.ts'
import type { Palette } from './palette.ts'

/** What the look of the map depends on. */
export type Look = { palette: Palette; lang: Lang; t: Dictionary }

/** How a legend entry is drawn: an image of the map itself, or a sample of an area or a line. */
export type LegendMark =
  | { type: 'image'; id: string }
  | { type: 'area'; fill: string; edge: string; pattern?: string }
  | { type: 'dot'; fill: string; edge: string }
  | { type: 'line'; colour: string; casing: string; width: number; dashed?: boolean }

export type LegendEntry = { group: 'zones' | 'gates' | 'ring' | 'supply' | 'base'; label: string; mark: LegendMark }

/** One file of the map: its layers and what the legend says of them. */
export type LayerFile = {
  layers: (look: Look) => LayerSpecification[]
  legend?: (look: Look) => LegendEntry[]
}

/** The name in the reader's language; Chinese where no English one is known. */
export const nameOf = (lang: Lang): ExpressionSpecification =>
  lang === 'en' ? ['coalesce', ['get', 'name_en'], ['get', 'name']] : ['get', 'name']

export const FONT = ['Noto Sans Regular']
export const FONT_BOLD = ['Noto Sans Bold']
