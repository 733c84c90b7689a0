import type { ImportError, ImportErrorCode } from '../import/import-error.ts'
import type { CliLang } from './terminal.ts'

type Words = Record<CliLang, string>

/** Why nothing was imported, and the fix; `{}` stands for the error's detail. */
const ERRORS: Readonly<Record<ImportErrorCode, Words>> = {
  file_missing: { zh: '没有这个文件：{}', en: 'there is no such file: {}' },
  file_unreadable: {
    zh: '文件读不出来：{}。请检查权限与磁盘。',
    en: 'the file cannot be read: {}. Check its permissions and the disk.',
  },
  format_unknown: {
    zh: '不认识的文件格式：{}。可用：.geojson .ndjson .csv .shp .zip；population 另有 .tif；osm 用 .osm.pbf。',
    en: 'unknown file format: {}. Known: .geojson .ndjson .csv .shp .zip; .tif for population; .osm.pbf for osm.',
  },
  format_broken: { zh: '文件损坏或格式不符：{}', en: 'the file is damaged or not what its name says: {}' },
  crs_unsupported: {
    zh: '不支持的坐标系：{}。可用：wgs84、cgcs2000、gcj02、bd09、EPSG:4513–4554。请先转换，或用 --crs 说明。',
    en: 'coordinate system not supported: {}. Known: wgs84, cgcs2000, gcj02, bd09, EPSG:4513–4554. Convert the file, or declare it with --crs.',
  },
  crs_clash: {
    zh: '--crs 与文件自己的坐标系矛盾：{}',
    en: '--crs contradicts the system the file is in: {}',
  },
  encoding_unknown: {
    zh: '文字编码不符或不认识：{}。可用 --encoding utf-8、gbk 或 gb18030。',
    en: 'the text does not fit the encoding, or it is unknown: {}. Use --encoding utf-8, gbk or gb18030.',
  },
  shapefile_part_missing: { zh: 'Shapefile 缺少文件：{}', en: 'a part of the shapefile is missing: {}' },
  raster_unsupported: {
    zh: '不支持的栅格：{}。需要单波段、经纬度（EPSG:4326）、不旋转的 GeoTIFF。',
    en: 'raster not supported: {}. It must be a GeoTIFF of one band in degrees (EPSG:4326), not rotated.',
  },
  osm_history: {
    zh: '这是 OSM 历史文件：{}。请用普通提取文件。',
    en: 'this is an OSM history file: {}. Use a plain extract.',
  },
  as_of_bad: { zh: '日期不对：{}。请写成 2026-01-31。', en: 'not a date: {}. Write it as 2026-01-31.' },
  faults_in_strict: {
    zh: '有错误，因 --strict 什么都没有导入。{}',
    en: 'there are faults, and because of --strict nothing was imported. {}',
  },
  nothing_to_spread_over: {
    zh: '没有可分摊人口的居住建筑：{}。请先导入建筑。',
    en: 'no residential buildings to spread the total over: {}. Import buildings first.',
  },
  total_bad: { zh: '--total 不是可用的总数：{}', en: '--total is not a usable number: {}' },
  area_unknown: { zh: '没有这个区划代码：{}。请先导入区划。', en: 'no area has the code {}. Import areas first.' },
  unpacked_too_large: {
    zh: '压缩包解开后过大，已停止：{}。请分成几个文件。',
    en: 'the archive unpacks to more than is allowed, stopped: {}. Split it.',
  },
  source_reserved: {
    zh: '数据集名 {} 留给演示数据。请用 --source 另取名字。',
    en: 'the dataset name {} belongs to the demo district. Choose another with --source.',
  },
}

export function importErrorText(error: ImportError, lang: CliLang): string {
  return ERRORS[error.code][lang].replace('{}', () => error.detail)
}
