import type { MultiPolygon } from 'geojson'
import { CANDIDATE_LEVELS, type CandidateLevel } from '#shared/review/candidate-levels.ts'
import type { Candidate, Candidates, CandidatesRequest } from '#shared/schema/candidates.ts'
import type { ZoneDefinition } from '#shared/schema/zone.ts'
import { exposureOf } from '../geometry-worker/geometry.ts'
import { buildingsOfPoints, sitePoints, unitsOfPoints, type Point } from '../store/candidates.ts'
import type { Db } from '../store/connect.ts'
import { areasLessZones } from '../store/ground.ts'
import { Invalid, NotFound } from './errors.ts'
import { exposes } from './preflight-households.ts'
import type { ReviewDeps } from './review-deps.ts'

const AREA_LEVELS: Record<Exclude<CandidateLevel, 'building'>, readonly string[]> = {
  compound: ['compound', 'natural_village'],
  village: ['village'],
  township: ['township'],
}

/**
 * The zones that could be taken round sites, level by level, with what each encloses. A level without any unit there is
 * left out; the footprints of buildings that would expose households are no sufficient zone, their compound is.
 * @throws Invalid no_sites; NotFound for a site that is not there
 */
export async function findCandidates(deps: Pick<ReviewDeps, 'store' | 'figures' | 'review'>, request: CandidatesRequest): Promise<Candidates> {
  const asked = request.sites ?? []
  const stored = await sitePoints(deps.store.db, asked)
  if (stored.length < asked.length) throw new NotFound('not_found', { what: asked.join(', ') })
  const points = [...stored, ...(request.points ?? [])]
  if (points.length === 0) throw new Invalid('no_sites')
  return candidatesOf(deps, deps.store.db, points)
}

/** The candidates round points, [lng, lat]; `smallest` is the first level that covers all and exposes nobody. */
export async function candidatesOf({ figures, review }: Pick<ReviewDeps, 'figures' | 'review'>, db: Db, points: readonly Point[]): Promise<Candidates> {
  const items: Candidate[] = []
  for (const level of CANDIDATE_LEVELS) {
    const found = level === 'building' ? await buildings(db, points) : await units(db, points, AREA_LEVELS[level])
    if (found === null) continue
    const exposure = await exposureOf(found.geometry, figures)
    const tooFew = exposes(exposure, review.minHouseholds)
    items.push({
      level, ...found, exposure,
      people_per_site: exposure.people / points.length,
      area_m2_per_site: exposure.areaM2 / points.length,
      too_few_households: tooFew,
      sufficient: found.uncovered === 0 && !tooFew,
    })
  }
  return { sites: points.length, items, smallest: items.find(({ sufficient }) => sufficient)?.level ?? null }
}

type Found = Pick<Candidate, 'units' | 'uncovered'> & { definition: ZoneDefinition; geometry: MultiPolygon }

async function buildings(db: Db, points: readonly Point[]): Promise<Found | null> {
  const { geometry, uncovered } = await buildingsOfPoints(db, points)
  return geometry && { units: [], definition: { type: 'drawn', geometry }, geometry, uncovered }
}

async function units(db: Db, points: readonly Point[], levels: readonly string[]): Promise<Found | null> {
  const found = await unitsOfPoints(db, points, levels)
  const byCode = new Map(found.map(({ code, name, name_en }) => [code, { code, name, name_en }]))
  const codes = [...byCode.keys()].sort()
  const geometry = codes.length === 0 ? null : await areasLessZones(db, codes, [])
  return geometry && { units: codes.map((code) => byCode.get(code)!), definition: { type: 'units', codes }, geometry, uncovered: points.length - found.length }
}
