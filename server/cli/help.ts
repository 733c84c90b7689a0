import { GEOMETRY_HEADERS } from '../import/csv/geometry-columns.ts'
import { NOUN_SPECS } from '../import/nouns/noun-specs.ts'
import { EXIT, type Terminal } from './terminal.ts'

const USAGE = {
  zh: `三区 Sanqu

sanqu serve                                启动服务
sanqu import osm 文件.osm.pbf              一次导入道路、建筑、地址、水系、场所、行政区
sanqu import population 文件.tif           导入 WorldPop 人口栅格
sanqu import 内容 文件                     内容：areas places roads population addresses checkpoints
                                           文件：GeoJSON、NDJSON、CSV、Shapefile（.shp 或 .zip）
sanqu import population --total N --as-of 日期 [--area 代码]
                                           把总人口按占地×层数分摊到已导入的居住建筑
sanqu user add 用户名 --post 岗位 --roles 角色,… [--area 代码]
sanqu user list | disable 用户名 | enable 用户名 | password 用户名 | sign-out 用户名
sanqu user roles 用户名 --roles 角色,… [--area 代码|*]
sanqu user link 用户名 单点登录标识 | unlink 用户名
sanqu key add 名称 --scopes 范围,… [--area 代码] [--until 2027-01-31]
sanqu key list | revoke 编号
sanqu audit verify [文件.ndjson] [--anchor 序号:哈希]
sanqu audit export > 文件.ndjson
sanqu backup 目录                          把此刻的全部数据写入空目录（清单最后写入）
sanqu restore 目录                         把备份装入一个尚未使用的数据库，并核对审计链
sanqu check 经度 纬度                      查询该点所在的区
sanqu help import                          列名与取值

--lang zh|en   语言（默认按 LANG）
导入选项：
  --crs wgs84|cgcs2000|gcj02|bd09|EPSG:4513–4554   坐标系（默认按文件，再默认 wgs84）
  --encoding utf-8|gbk   --as-of 2026-01-31   --source 数据集   --title 标题   --licence 许可   --total N   --strict   --within 地区代码（拒绝超出该地区的要素）
退出码：0 完成；1 失败；2 命令写错；3 完成，但有要素没能导入。
数据库由 DATABASE_URL 或 DATA_DIR 决定；内嵌数据库被服务占用时，请先停止服务。`,
  en: `Sanqu (三区)

sanqu serve                                start the service
sanqu import osm FILE.osm.pbf              roads, buildings, addresses, water, places and areas in one go
sanqu import population FILE.tif           a WorldPop raster
sanqu import WHAT FILE                     WHAT: areas places roads population addresses checkpoints
                                           FILE: GeoJSON, NDJSON, CSV, shapefile (.shp or .zip)
sanqu import population --total N --as-of DATE [--area CODE]
                                           spread a total over the residential buildings by footprint × floors
sanqu user add NAME --post POST --roles ROLE,… [--area CODE]
sanqu user list | disable NAME | enable NAME | password NAME | sign-out NAME
sanqu user roles NAME --roles ROLE,… [--area CODE|*]
sanqu user link NAME SUBJECT | unlink NAME
sanqu key add NAME --scopes SCOPE,… [--area CODE] [--until 2027-01-31]
sanqu key list | revoke NUMBER
sanqu audit verify [FILE.ndjson] [--anchor SEQ:HASH]
sanqu audit export > FILE.ndjson
sanqu backup FOLDER                        all data of this moment, into an empty folder (its manifest last)
sanqu restore FOLDER                       a backup into an unused database, checked by the audit chain
sanqu check LNG LAT                        the zones at a point
sanqu help import                          column names and values

--lang zh|en   language (by LANG otherwise)
Import options:
  --crs wgs84|cgcs2000|gcj02|bd09|EPSG:4513–4554   coordinate system (else the file's own, else wgs84)
  --encoding utf-8|gbk   --as-of 2026-01-31   --source DATASET   --title TITLE   --licence LICENCE   --total N   --strict   --within CODE (refuse what leaves the area)
Exit codes: 0 done; 1 failed; 2 the command is not understood; 3 done, but some features were left out.
The database is that of DATABASE_URL or DATA_DIR; while a server uses the embedded one, stop it first.`,
}

/** `sanqu help` and `sanqu help import`; the columns are printed from what the readers go by. */
export function helpCommand(args: readonly string[], terminal: Terminal): number {
  terminal.out(args[0] === 'import' ? columnHelp(terminal) : USAGE[terminal.lang])
  return EXIT.ok
}

function columnHelp({ lang }: Terminal): string {
  const lines = [
    lang === 'zh' ? '列名（不分大小写与下划线；* 必填）' : 'Column names (case and underscores do not matter; * required)',
    `  lng: ${GEOMETRY_HEADERS.lng.join(' ')}`,
    `  lat: ${GEOMETRY_HEADERS.lat.join(' ')}`,
    `  WKT: ${GEOMETRY_HEADERS.wkt.join(' ')}`,
  ]
  for (const spec of Object.values(NOUN_SPECS)) {
    lines.push('', `${spec.noun} (${spec.geometry.join(', ')})`)
    for (const column of spec.columns) {
      lines.push(`  ${column.field}${column.required === true ? '*' : ''}: ${[...column.headers, column.read].join(' ')}`)
      if (column.words !== undefined) lines.push(`      ${words(column.words)}`)
    }
  }
  return lines.join('\n')
}

function words(map: Readonly<Record<string, string>>): string {
  const byMeaning = new Map<string, string[]>()
  for (const [word, meaning] of Object.entries(map)) {
    byMeaning.set(meaning, [...(byMeaning.get(meaning) ?? [meaning]), ...(word === meaning ? [] : [word])])
  }
  return [...byMeaning.values()].map((list) => list.join('=')).join('; ')
}
