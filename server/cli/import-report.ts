import type { ImportReport } from '../domain/imports.ts'
import type { OpenedImport } from '../import/open-import.ts'
import type { ImportNote } from '../import/read-context.ts'
import type { ImportNoun } from '../import/record.ts'
import type { CliLang } from './terminal.ts'

const NOUNS: Readonly<Record<ImportNoun, string>> = {
  areas: '区划',
  places: '场所',
  buildings: '建筑',
  roads: '道路',
  water: '水系',
  population: '人口',
  addresses: '地址',
  sites: '地点',
  checkpoints: '卡点',
}

/** The lines that close an import: what came in, as what, and whether anything changed. */
export function reportLines(
  report: ImportReport,
  asOfFrom: OpenedImport['asOfFrom'],
  crs: string,
  lang: CliLang,
): string[] {
  const zh = lang === 'zh'
  const { source, asOf, faults, spread } = report
  const lines = Object.entries(report.counts).map(([noun, { read, inserted, updated }]) =>
    zh
      ? `${NOUNS[noun as ImportNoun]}：读入 ${read}，新增 ${inserted}，更新 ${updated}`
      : `${noun}: ${read} read, ${inserted} new, ${updated} updated`,
  )
  const from = DATE_FROM[asOfFrom][lang]
  lines.push(
    zh
      ? `数据集 ${source}；数据日期 ${asOf}（${from}）；坐标系 ${crs}`
      : `dataset ${source}; data as of ${asOf} (${from}); coordinates read as ${crs}`,
  )
  if (spread !== null) lines.push(spreadLine(spread, zh))
  const unlisted = faults.total - faults.kept.length
  if (faults.total > 0) lines.push(zh ? `有 ${faults.total} 处问题，逐条列出` : `${faults.total} faults, each listed`)
  if (unlisted > 0) lines.push(zh ? `（其中 ${unlisted} 处只计数）` : `(${unlisted} of them only counted)`)
  if (!report.changed) {
    lines.push(zh ? '数据与库中相同：什么都没有改变' : 'the database already holds all of this: nothing was changed')
  }
  return lines
}

const DATE_FROM = {
  stated: { zh: '按 --as-of', en: 'as stated' },
  data: { zh: '取自数据', en: 'from the data' },
  file: { zh: '取自文件日期', en: 'the date of the file' },
} as const

function spreadLine(spread: NonNullable<ImportReport['spread']>, zh: boolean): string {
  const { total, buildings, floorsUnknown, alreadyCounted, source } = spread
  return zh
    ? `总人口 ${total} 已按占地×层数分摊到 ${buildings} 栋建筑（方法：dasymetric；${floorsUnknown} 栋层数不详，按一层计；` +
        `${alreadyCounted} 栋已有统计人口，未参与）；数据集 ${source}`
    : `${total} people spread over ${buildings} buildings by footprint × floors (method: dasymetric; ${floorsUnknown} with unknown ` +
        `floors counted as one; ${alreadyCounted} left out because their people are counted already); dataset ${source}`
}

/** What came in, but not as one might think. */
export function noteLine({ code, number, text }: ImportNote, lang: CliLang): string {
  if (code === 'hole_missing') {
    return lang === 'zh'
      ? `注意 [r${number}] ${text}：水面已导入，但文件里缺它的一些岛。`
      : `note [r${number}] ${text}: the water is in, without islands that the file lacks.`
  }
  return lang === 'zh'
    ? `注意：文件里没有完整的县级行政区，暂以数据范围代替：${text}。有边界数据后请用 import areas 导入。`
    : `note: no county is whole in this file; its bounding box stands in: ${text}. Import the real boundary with import areas.`
}
