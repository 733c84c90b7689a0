/** The file's words for the values of an enumerated column → the database's word. The database's own words work too. */
export const AREA_LEVEL_WORDS = {
  省: 'province', 直辖市: 'province', 自治区: 'province', 省级: 'province', 市: 'prefecture', 地级市: 'prefecture',
  地区: 'prefecture', 县: 'county', 区: 'county', 区县: 'county', 县级市: 'county', 乡镇: 'township', 街道: 'township',
  镇: 'township', 乡: 'township', 乡镇街道: 'township', 村: 'village', 社区: 'village', 村社区: 'village',
  行政村: 'village', 网格: 'grid', 小区: 'compound', 自然村: 'natural_village', 'natural village': 'natural_village',
  district: 'county', town: 'township', street: 'township', community: 'village',
} as const

export const PLACE_KIND_WORDS = {
  车站: 'station', 火车站: 'station', 汽车站: 'station', 学校: 'school', 小学: 'school', 中学: 'school', 大学: 'school',
  幼儿园: 'kindergarten', 市场: 'market', 农贸市场: 'market', 超市: 'market', 菜市场: 'market', 商场: 'mall',
  养老院: 'care_home', 敬老院: 'care_home', 养老机构: 'care_home', 医院: 'hospital', 定点医院: 'designated_hospital',
  诊所: 'clinic', 卫生院: 'clinic', 卫生室: 'clinic', 发热门诊: 'fever_clinic', 药店: 'pharmacy', 宗教场所: 'worship',
  教堂: 'worship', 寺庙: 'worship', 清真寺: 'worship', 宾馆: 'hotel', 酒店: 'hotel', 冷库: 'cold_store',
  冷链: 'cold_store', 工地: 'construction_site', 建筑工地: 'construction_site', 实验室: 'laboratory',
  检测机构: 'laboratory', 采样点: 'sampling_point', 核酸采样点: 'sampling_point', 隔离点: 'quarantine_site',
  隔离场所: 'quarantine_site', 物资库: 'depot', 储备库: 'depot', 仓库: 'depot', 投放点: 'delivery_point',
  配送点: 'delivery_point', 收费站: 'toll_gate', 政府: 'government', 机关: 'government', 餐饮: 'food', 餐馆: 'food',
  派出所: 'police', 公安局: 'police', 消防站: 'fire_station',
} as const

export const ROAD_CLASS_WORDS = {
  高速公路: 'motorway', 高速匝道: 'motorway_link', 快速路: 'trunk', 国道: 'primary', 主干路: 'primary', 省道: 'secondary',
  次干路: 'secondary', 县道: 'tertiary', 支路: 'tertiary', 乡道: 'unclassified', 村道: 'residential', 居住区道路: 'residential',
  内部道路: 'service', 机耕路: 'track', 小路: 'path', 人行道: 'footway', 步行街: 'pedestrian', 自行车道: 'cycleway',
  台阶: 'steps', 渡口: 'ferry', 轮渡: 'ferry', 铁路: 'rail', trunk_link: 'trunk_link', primary_link: 'primary_link',
  secondary_link: 'secondary_link', tertiary_link: 'tertiary_link', living_street: 'living_street',
  bridleway: 'bridleway', construction: 'construction',
} as const

export const TIER_WORDS = {
  县: 'county', 市县门: 'county', 乡: 'township', 乡街门: 'township', 乡镇: 'township', 村: 'village', 村社门: 'village',
  小区: 'compound', 小区门: 'compound',
} as const

export const CHECKPOINT_KIND_WORDS = {
  卡口: 'gate', 检查点: 'gate', 硬隔离: 'closure', 封堵: 'closure', 封堵点: 'closure', 天然屏障: 'natural', 自然屏障: 'natural',
} as const

export const CHECKPOINT_STATE_WORDS = {
  计划: 'planned', 拟设: 'planned', 在岗: 'staffed', 值守: 'staffed', 暂停: 'suspended', 撤销: 'withdrawn',
} as const
