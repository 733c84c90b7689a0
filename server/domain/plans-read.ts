import type { Plan } from '#shared/schema/plan.ts'
import { PROBLEM_TEXTS } from '#shared/problem-texts.ts'
import { fill } from '#shared/text/fill.ts'
import type { Lang } from '#shared/schema/vocabulary.ts'
import type { Db } from '../store/connect.ts'
import { failedPlans, openPlans, type PlanRow } from '../store/plans.ts'
import { versionInForce } from '../store/zones-versions.ts'

/** What is planned, by its time, after what could not be carried out and still waits for somebody. */
export async function readPlans(db: Db, lang: Lang): Promise<Plan[]> {
  const failed = (await failedPlans(db)).map(async ({ plan, note: { code, params } }) => {
    const { title, detail } = PROBLEM_TEXTS[code]
    return { ...(await toPlan(db, plan)), failed: { code, detail: `${title[lang]}${lang === 'zh' ? '：' : ': '}${fill(detail[lang], params)}` } }
  })
  const open = (await openPlans(db)).map((plan) => toPlan(db, plan))
  return Promise.all([...failed, ...open])
}

async function toPlan(db: Db, plan: PlanRow): Promise<Plan> {
  const { id, zoneId, kind, action, dueAt, plannedBy, plannedAt } = plan
  const content = plan.action === 'start' ? plan.content : (await versionInForce(db, zoneId))?.content
  return {
    id, zone_id: zoneId, kind, action, due_at: dueAt, planned_by: plannedBy, planned_at: plannedAt, failed: null,
    name: content?.name ?? zoneId, name_en: content?.name_en ?? null,
    decision: plan.action === 'end' ? plan.decision : null,
    geometry: plan.action === 'start' ? plan.geometry : null,
  }
}
