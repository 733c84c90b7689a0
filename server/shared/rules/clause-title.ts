import type { RuleClause } from '../schema/rule-pack.ts'
import type { Text } from '../schema/vocabulary.ts'

/** What a clause asks, in words. */
export function clauseTitle(clause: RuleClause): Text {
  switch (clause.type) {
    case 'quiet_days': return { zh: `${clause.days} 天无新增`, en: `${clause.days} quiet days` }
    case 'contact_days':
      return clause.strictly
        ? { zh: `最后一名密接暴露超过 ${clause.days} 天`, en: `Last contact more than ${clause.days} days ago` }
        : { zh: `最后一名密接暴露满 ${clause.days} 天`, en: `Last contact at least ${clause.days} days ago` }
    case 'full_round': return { zh: `第 ${clause.from_day} 天全员检测阴性`, en: `Full negative round on day ${clause.from_day}` }
    case 'round_before_lift': return { zh: `解除前 ${clause.days} 天内全员检测阴性`, en: `Full negative round in the ${clause.days} days before` }
    case 'round_series': return { zh: `第 ${clause.on_days.join('、')} 天检测全部阴性`, en: `Negative rounds on days ${clause.on_days.join(', ')}` }
    case 'clearance': return { zh: '环境评估合格', en: 'Environmental clearance' }
    case 'stricter_lifted': return { zh: '本地封控区、管控区全部解除', en: 'All sealed and controlled zones of the area lifted' }
    case 'kept_after_early_positive':
      return { zh: `前 ${clause.first_days} 天出现阳性则满 ${clause.until_day} 天`, en: `A positive in the first ${clause.first_days} days keeps it to ${clause.until_day}` }
  }
}
