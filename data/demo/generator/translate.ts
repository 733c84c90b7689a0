import { romanise } from './names.ts'

/** What the made-up institutions of the county are called in English, longest ending first. */
const ENDINGS: readonly (readonly [string, string])[] = [
  ['社区卫生服务中心', 'Community Health Centre'], ['疾病预防控制中心', 'Centre for Disease Control'], ['生活物资配送中心', 'Supply Distribution Centre'], ['应急物资储备库', 'Emergency Supply Depot'],
  ['人民政府', "People's Government"], ['政务服务中心', 'Government Service Centre'], ['街道办事处', 'Subdistrict Office'], ['职业教育中心', 'Vocational School'], ['医院发热门诊分部', 'Hospital Fever Clinic, branch'],
  ['医院发热门诊', 'Hospital Fever Clinic'], ['蔬菜批发市场', 'Vegetable Wholesale Market'], ['农贸市场', 'Farmers’ Market'], ['集贸市场', 'Market'], ['综合市场', 'Market'], ['菜市场', 'Food Market'],
  ['冷链物流中心', 'Cold Chain Centre'], ['汽车客运站', 'Coach Station'], ['消防救援站', 'Fire Station'], ['老年公寓', 'Retirement Home'], ['养老中心', 'Care Centre'], ['中心卫生院', 'Central Health Centre'], ['卫生院', 'Health Centre'],
  ['人民医院', "People's Hospital"], ['中医医院', 'Hospital of Chinese Medicine'], ['医学检验所', 'Medical Laboratory'], ['假日酒店隔离点', 'Holiday Hotel quarantine site'], ['酒店隔离点', 'Hotel quarantine site'], ['商务酒店', 'Business Hotel'], ['国际酒店', 'International Hotel'],
  ['面粉食品厂', 'Flour and Food Works'], ['第一中学', 'No. 1 High School'], ['第二中学', 'No. 2 High School'], ['中心小学', 'Central Primary School'], ['幼儿园', 'Kindergarten'], ['派出所', 'Police Station'], ['文化馆', 'Cultural Centre'],
  ['云渡站', 'Yundu Railway Station'],
  ['基督教堂', 'Church'], ['清真寺', 'Mosque'], ['文庙', 'Temple of Confucius'], ['敬老院', 'Care Home'], ['小学', 'Primary School'], ['中学', 'Middle School'], ['医院', 'Hospital'], ['商场', 'Department Store'], ['万和城', 'Wanhe Mall'], ['天街', 'Sky Street Mall'],
  ['宾馆', 'Guest House'], ['工地', 'construction site'], ['教学楼', 'teaching block'], ['实验楼', 'laboratory block'], ['宿舍', 'dormitory'], ['食堂', 'canteen'], ['门诊楼', 'outpatient block'], ['住院楼', 'wards'], ['医技楼', 'diagnostics'], ['行政楼', 'offices'],
]

const tidy = (stem: string): string =>
  stem.endsWith('县') ? `${romanise(stem.slice(0, -1))} County` : stem.endsWith('镇') ? `${romanise(stem.slice(0, -1))} Town` : stem.endsWith('乡') ? `${romanise(stem.slice(0, -1))} Township` : stem.endsWith('街道') ? `${romanise(stem.slice(0, -2))} Subdistrict` : romanise(stem)

/** English name of an institution: pinyin of its stem and a translated ending; endings may nest (云渡县第一中学教学楼). */
export const translate = (name: string): string => {
  const hit = ENDINGS.find(([zh]) => name.endsWith(zh))
  if (!hit) return romanise(name)
  const stem = name.slice(0, -hit[0].length)
  if (stem === '') return hit[1]
  return `${ENDINGS.some(([zh]) => stem.endsWith(zh)) ? `${translate(stem)},` : tidy(stem)} ${hit[1]}`
}
