import type { zhSmallest } from './zh-smallest.ts'

/** Texts of the smallest sufficient zone and of two versions side by side, in English. */
export const enSmallest: typeof zhSmallest = {
  find: 'Find the smallest zone',
  findFor: (n) => `Find the smallest zone (${n} ${n === 1 ? 'site' : 'sites'})`,
  choose: 'Choose for the smallest zone',
  title: 'Smallest sufficient zone',
  eyebrow: (n) => `${n} ${n === 1 ? 'case site' : 'case sites'}`,
  hint: 'Level by level; point at one to see it on the map',
  level: { building: 'Buildings', compound: 'Compounds, hamlets', village: 'Community, village', township: 'Street, township' },
  best: 'Smallest sufficient',
  larger: 'Larger: needs a reason',
  exposes: 'Too few households: would expose them',
  uncovered: (n) => `${n} ${n === 1 ? 'site is' : 'sites are'} not inside`,
  footprints: 'Footprints of the buildings at the sites',
  places: 'Key places',
  perSite: 'People per site',
  take: 'Take this',
  none: 'No unit can be taken',
  noneHint: 'Neither buildings nor units are loaded at the sites: import them first',
  foot: 'Sites stay internal; taking a larger zone than the smallest sufficient needs a reason, which is kept with the version.',
  reasonLabel: (level, smallest) => `Why “${level}” rather than “${smallest}”`,
  taken: (level) => `Taken for sites: ${level}`,
  forget: 'Not for sites',
  mineGround: 'My ground',
  theirsGround: 'Their ground',
}
