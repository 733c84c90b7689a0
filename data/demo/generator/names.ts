import { pinyin } from 'pinyin-pro'
import type { Random } from './random.ts'

/** Pinyin of a proper name, first letter large, no tones: 云渡 → Yundu. */
export const romanise = (chinese: string): string => {
  const joined = pinyin(chinese, { toneType: 'none', type: 'array', v: false }).join('').replace(/ü/g, 'u')
  return joined.charAt(0).toUpperCase() + joined.slice(1)
}

const SUFFIXES: readonly (readonly [string, string])[] = [
  ['小区', 'Residential Quarter'], ['家园', 'Homes'], ['花园', 'Garden'], ['新村', 'New Village'], ['公寓', 'Apartments'], ['华庭', 'Court'], ['雅苑', 'Gardens'], ['名邸', 'Residence'], ['府', 'Mansion'], ['里', 'Terrace'], ['苑', 'Court'], ['城', 'Town'],
  ['社区', 'Community'], ['村', 'Village'], ['大街', 'Avenue'], ['大道', 'Boulevard'], ['高速', 'Expressway'], ['路', 'Road'], ['街', 'Street'], ['巷', 'Lane'], ['水库', 'Reservoir'], ['湖', 'Lake'], ['池', 'Pond'], ['渠', 'Canal'], ['河', 'River'], ['溪', 'Stream'],
  ['大桥', 'Bridge'], ['桥', 'Bridge'],
]

/** Roads that are named by what they are. */
const TRANSLATED: Readonly<Record<string, string>> = { '599国道': 'National Road 599', 高速东连接线: 'Expressway East Link', 高速西连接线: 'Expressway West Link' }

/** English form of a made-up proper name: pinyin and a translated ending. */
export const english = (chinese: string): string => {
  const known = TRANSLATED[chinese]
  if (known !== undefined) return known
  const hit = SUFFIXES.find(([zh]) => chinese.endsWith(zh) && chinese.length > zh.length)
  return hit ? `${romanise(chinese.slice(0, -hit[0].length))} ${hit[1]}` : romanise(chinese)
}

const COMPOUND_STEMS = '锦绣 翠湖 金桂 阳光 和谐 春晓 望江 临水 御景 紫荆 玉兰 文苑 书香 德馨 安居 康乐 惠民 富康 景泰 盛世 东方 枫林 竹韵 梧桐 银杏 桃源 听雨 观澜 云水 江畔 滨江 碧水 蓝湾 清风 明月 瑞景 龙泉 凤鸣 鼎盛 世纪 时代 绿洲 丽景 天和 永安 祥和 吉祥 福临 嘉禾 丰泽 润泽 怡和 悦澜 静安 长乐 同心 幸福 光明 建设 纺织 粮苑 教苑 杏林 汇景 荷塘 槐香 柳岸 鹭洲 星河 晨曦 雅居 兰亭 墨香 晴川 远山 溪谷 云栖 松涛'.split(' ')
const COMPOUND_ENDS = '小区 家园 花园 小区 雅苑 华庭 公寓 苑 府 名邸 小区 里'.split(' ')
const STREET_STEMS = '文昌 解放 人民 建设 新华 和平 朝阳 育才 振兴 团结 光华 友谊 东升 迎宾 长安 永宁 青年 工农 学府 凤凰 临江 滨河 柳荫 槐树 钟楼 书院 文庙 仓前 米市 布市 骡马市 盐店 铁匠 竹笆 油坊 水井 南门里 北门里 东关 西关 城隍庙 状元 贡院 衙前 马道 箭道 兴隆 太平 崇文 尚武 仁义 礼泉 智慧 信义 丰登 五谷 双泉 三桥 石坊 牌楼 花巷 灯笼 银匠 染坊 豆腐 车站 站前 工业 科技 创新 高新 开元 锦业 云帆 云开 渡口 芦荡 鹭鸣 沙洲 汀兰 采莲 观鱼 望月 听潮 桃园 杏花 梨园 梅园 桂苑 竹林 松林 柏树 梧桐 合欢 海棠 玉兰 紫薇 石榴 丁香 金盾 电力 邮电 体育 广场 市府 公园 湖东 湖西 湖滨 麦香 稻香 棉花 纺织 机械 面粉 粮库 供销 农机 种子 水利 林业 安康 平安 富强 民主 文明 和顺 自强 厚德 明德 致远 博学 春风 夏荷 秋月 冬青'.split(' ')
const HAMLET_FIRST = '上 下 东 西 南 北 前 后 大 小 新 老'.split(' ')
const HAMLET_CORE = '柳树 石门 槐树 杨柳 枣林 桑园 杏树 桃花 核桃 苇子 芦苇 沙坡 黄土 红土 白石 青石 马蹄 鹿角 牛角 羊马 鸡冠 龙王 观音 土地 三官 将军 秀才 铁炉 瓦窑 砖窑 油坊 水磨 碾子 井台 泉眼 桥头 渡口 河湾 滩头 岭上 塬畔 坡底 沟口 寨子 堡子 城壕 营房 驿马 官道 店子 车辙 东岳 双柏 五里 七里 十里 高桥 平安 永丰 太和 长兴 仁和 义井 礼泉 双庙 三义 四合 六合 甘泉 清水 明水 寒泉 沙苑 苹果 梨园 花椒 药王 蜂场 茶棚'.split(' ')
const HAMLET_ENDS = '湾 坡 沟 堡 寨 庄 屯 洼 岭 塬 庙 营'.split(' ')
const COMMUNITY_STEMS = '文昌 鼓楼 东关 西关 南门 北街 书院 槐荫 站前 工业园 莲湖 朝阳 城北 迎宾 滨江 康乐 新安 望江 观澜 沙洲 学府 永宁 兴业 长乐'.split(' ')

/** Draws names without repeating one; each list is used up in a shuffled order, then combined further. */
export const createNames = (random: Random) => {
  const taken = new Set<string>()
  const first = (candidates: readonly string[]): string => {
    const name = candidates.find((c) => !taken.has(c))
    if (name === undefined) throw new Error('the lists of names are used up')
    taken.add(name)
    return name
  }
  const stems = random.shuffle(COMPOUND_STEMS)
  const streets = random.shuffle(STREET_STEMS)
  const cores = random.shuffle(HAMLET_CORE)
  let [c, s, h] = [0, 0, 0]
  const stemsTaken = new Set<string>()
  return {
    compound: (): string => {
      const ends = random.shuffle(COMPOUND_ENDS)
      c += 1
      return first([...ends.map((e) => stems[c % stems.length]! + e), ...stems.flatMap((x) => ends.map((e) => x + e))])
    },
    street: (end: '路' | '街' | '巷'): string => {
      s += 1
      const all = Array.from({ length: streets.length }, (_, i) => streets[(s + i) % streets.length]!)
      return first([...all.map((x) => x + end), ...all.flatMap((x) => ['东', '西', '南', '北'].map((d) => `${x}${d}${end}`))])
    },
    hamlet: (): string => {
      h += 1
      const core = cores[h % cores.length]!
      const ends = random.shuffle(HAMLET_ENDS)
      const prefix = random.pick(HAMLET_FIRST)
      // A stem serves two places at most, so that neighbours do not all sound alike.
      const name = first([...(stemsTaken.has(core) ? [] : ends.map((e) => core + e)), ...ends.map((e) => prefix + core + e)])
      stemsTaken.add(core)
      return name
    },
    community: (i: number): string => first([`${COMMUNITY_STEMS[i]!}社区`]),
    reserve: (name: string): string => first([name]),
  }
}

export type Names = ReturnType<typeof createNames>
