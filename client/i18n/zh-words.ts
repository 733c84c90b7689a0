/** The standard terms, in Chinese. */
export const zhWords = {
  kind: { sealed: '封控区', controlled: '管控区', precaution: '防范区' },
  kindShort: { sealed: '封控区', controlled: '管控区', precaution: '防范区' },
  kindMeaning: { sealed: '足不出户、服务上门', controlled: '人不出区、严禁聚集', precaution: '个人防护、少出不聚' },
  level: {
    province: '省', prefecture: '市', county: '县', township: '乡镇街道', village: '村·社区',
    grid: '网格', compound: '小区', natural_village: '自然村',
  },
  place: {
    station: '车站', school: '学校', kindergarten: '幼儿园', market: '市场', mall: '商场', care_home: '养老院',
    hospital: '医院', designated_hospital: '定点医院', clinic: '诊所', fever_clinic: '发热门诊', pharmacy: '药店',
    worship: '宗教场所', hotel: '宾馆', cold_store: '冷库', construction_site: '工地', laboratory: '检测实验室',
    sampling_point: '采样点', quarantine_site: '隔离点', depot: '物资中转站', delivery_point: '投放点',
    toll_gate: '收费站', government: '机关', food: '餐饮', police: '派出所', fire_station: '消防站',
  },
  tier: { county: '县界卡口', township: '乡镇卡口', village: '村社卡口', compound: '小区门岗' },
  gateState: { planned: '计划', staffed: '值守', suspended: '暂停', withdrawn: '撤销' },
  role: {
    drafter: '拟稿', reviewer: '审核', publisher: '发布', gate_officer: '卡口', viewer: '查看',
    neighbour: '毗邻地区', auditor: '审计', administrator: '管理',
  },
  hit: { address: '地址', place: '场所', area: '地区', zone: '管控区域', checkpoint: '卡口' },
  method: { counted: '逐户登记', dasymetric: '按建筑体量分摊', raster: '人口栅格', area: '按面积分摊' },
  basis: { building: '按建筑', cell: '按栅格', area: '按地区' },
  warning: {
    no_population_data: '此范围没有人口数据，“0 人”不代表无人居住',
    tiny_zone_range_only: '范围小于人口栅格，只能给出区间',
    people_unknown: '有建筑没有登记人数，按 0 计',
    households_incomplete: '户数只覆盖部分人口',
  } as Record<string, string>,
}
