import type { ImportReport } from '../domain/imports.ts'
import type { OpenedImport } from '../import/open-import.ts'
import type { ImportNote } from '../import/read-context.ts'
import type { ImportNoun } from '../import/record.ts'
import { importFaultLine } from './import-fault-text.ts'
import type { CliLang } from './terminal.ts'

const NOUNS: Readonly<Record<ImportNoun, string>> = {
  areas: '区划', places: '场所', buildings: '建筑', roads: '道路', water: '水系', population: '人口', addresses: '地址',
  sites: '地点', checkpoints: '卡点',
}

/** The lines that close an import: every fault kept, then what came in, and how it was taken. */
export function reportLines(
  report: ImportReport, asOfFrom: OpenedImport['asOfFrom'], crs: string, lang: CliLang,
): { faults: string[]; summary: string[] } {
  const { faults } = report
  const listed = faults.kept.map((fault) => importFaultLine(fault, lang))
  const more = faults.total - faults.kept.length
  if (more > 0) listed.push(lang === 'zh' ? `……另有 ${more} 处` : `… and ${more} more`)
  const zh = lang === 'zh'
  const summary = Object.entries(report.counts).map(([noun, { read, inserted, updated }]) =>
    zh ? `${NOUNS[noun as ImportNoun]}：读入 ${read}，新增 ${inserted}，更新 ${updated}` : `${noun}: ${read} read, ${inserted} new, ${updated} updated`)
  const from = { stated: zh ? '按 --as-of' : 'as stated', data: zh ? '取自数据' : 'from the data', file: zh ? '取自文件日期' : 'the date of the file' }[asOfFrom]
  summary.push(zh
    ? `数据集 ${report.source}；数据日期 ${report.asOf}（${from}）；坐标系 ${crs}`
    : `dataset ${report.source}; data as of ${report.asOf} (${from}); coordinates read as ${crs}`)
  if (report.spread !== null) summary.push(spreadLine(report.spread, zh))
  if (faults.total > 0) summary.push(zh ? `有 ${faults.total} 处问题，见上` : `${faults.total} faults, listed above`)
  if (!report.changed) summary.push(zh ? '数据与库中相同：什么都没有改变' : 'the database already holds all of this: nothing was changed')
  return { faults: listed, summary }
}

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
    return lang === 'zh' ? `注意 [r${number}] ${text}：水面已导入，但文件里缺它的一些岛。` : `note [r${number}] ${text}: the water is in, without islands that the file lacks.`
  }
  return lang === 'zh'
    ? `注意：文件里没有完整的县级行政区，暂以数据范围代替：${text}。有边界数据后请用 import areas 导入。`
    : `note: no county is whole in this file; its bounding box stands in: ${text}. Import the real boundary with import areas.`
}
