import { effect, signal, untracked } from '@preact/signals-core'
import type { Evidence } from '#shared/schema/evidence.ts'
import { createAdminApi } from '../api/create-admin-api.ts'
import { createApi } from '../api/create-api.ts'
import { createRequest } from '../api/request.ts'
import { createAreaRings } from './area-rings.ts'
import { createAreas } from './areas.ts'
import { createBufferAid } from './buffer-aid.ts'
import { createCamera } from './camera.ts'
import { createCandidates } from './candidates.ts'
import { createCheckpoints } from './checkpoints.ts'
import { createCutOff } from './cut-off.ts'
import { createDialogs } from './dialogs.ts'
import { createDrafts } from './drafts.ts'
import { createDrawnRing } from './drawn-ring.ts'
import { startFeed } from './feed.ts'
import { createFigures } from './figures.ts'
import { AGE_TICK_MS, createGateReports } from './gate-reports.ts'
import { createFreshness } from './freshness.ts'
import { createMoment } from './moment.ts'
import { createOutcome } from './outcome.ts'
import { createPlacing } from './placing.ts'
import { createPlans } from './plans.ts'
import { createPlanner } from './planner.ts'
import { createPlannerSave } from './planner-save.ts'
import { createEvidence } from './evidence.ts'
import { createReadiness, READINESS_POLL_MS } from './readiness.ts'
import { createRings } from './rings.ts'
import { createPreflight } from './preflight.ts'
import { createReviewing } from './reviewing.ts'
import { createReviews } from './reviews.ts'
import { createRules } from './rules.ts'
import { createSearch } from './search.ts'
import { createSelection } from './selection.ts'
import { createSession } from './session.ts'
import type { Settings } from './settings.ts'
import { createSites } from './sites.ts'
import { createStatus } from './status.ts'
import { createToasts } from './toasts.ts'
import { createTool } from './tool.ts'
import { toLocalInput } from './local-input.ts'
import { createWriter } from './writer.ts'
import { createZoneDetails } from './zone-details.ts'
import { createZones } from './zones.ts'

const together = async (...work: Promise<void>[]): Promise<void> => void (await Promise.all(work))

/** Every slice of the screen's state; a component names the slices it uses with `Pick<App, …>`. */
export type App = ReturnType<typeof createApp>

/** Builds the slices, each from what it needs. Nothing is read until `start`. */
export function createApp({ fetch, settings, now }: { fetch: typeof globalThis.fetch; settings: Settings; now: () => Date }) {
  const lang = () => settings.lang.value
  const request = createRequest(fetch, lang)
  const api = createApi(request)
  const session = createSession(api)
  const dialogs = createDialogs()
  const signedIn = () => session.signedIn.value
  const freshness = createFreshness(() => performance.now())
  const status = createStatus(api, freshness)
  const moment = createMoment(api, { signedIn, now })
  const zones = createZones(api, signedIn, moment.zones)
  const plans = createPlans(api, signedIn)
  const checkpoints = createCheckpoints(api)
  const writer = createWriter(() => toLocalInput(now()).slice(0, 10))
  const sites = createSites(api, () => session.canReadSites.value)
  const drafts = createDrafts(api, signedIn)
  const reviews = createReviews(api, signedIn)
  const areas = createAreas(api)
  const figures = createFigures(api, lang)
  const selection = createSelection()
  const gateReports = createGateReports(api, { selection, signedIn, now })
  const tool = createTool()
  const rules = createRules(api)
  const mayReadEvidence = () => session.canReadEvidence.value
  const readiness = createReadiness(api, mayReadEvidence)
  const evidence = createEvidence(api, { selection, readiness, mayRead: mayReadEvidence })
  const planner = createPlanner(api, tool, now, rules.packs)
  const camera = createCamera()
  const preflight = createPreflight(api)
  const reviewing = createReviewing(api, { drafts, reviews, preflight })
  const candidates = createCandidates(api, planner)
  const forgetComparisons = () => {
    reviewing.close()
    candidates.close()
    candidates.chosen.value = []
  }
  effect(() => {
    // a pre-flight is of one revision: it goes with it
    const looked = reviewing.current.value
    const inHand = looked?.type === 'draft' ? looked.draft : planner.planning.value?.draft
    const of = preflight.draft.peek()
    if (of && (of.zone_id !== inHand?.zone_id || of.revision !== inHand.revision)) preflight.clear()
  })
  const outcome = createOutcome(api, {
    ground: planner.ground, figures, lang, kind: () => planner.planning.value?.kind ?? null, again: () => zones.all.value,
  })
  /** counts the imports seen: each has the base map read anew */
  const groundVersion = signal(0)
  const ground = async () => {
    groundVersion.value++
    await Promise.all([areas.forget(), figures.renew(), status.load()])
  }
  effect(() => {
    reviewing.follow(drafts.all.value)
    // another post's decision on the draft being planned shows at once; somebody else's words never overwrite mine
    const known = drafts.all.value
    const mine = planner.planning.peek()?.draft
    const fresh = mine && known.find((draft) => draft.zone_id === mine.zone_id)
    if (fresh && fresh.revision === mine.revision && fresh.state !== mine.state) planner.rebase(fresh)
  })
  /** a publication takes its draft along, and a lift an objection to what was in force */
  const preparedFor = async (id: string) => {
    if (drafts.get(id) || reviews.all.value.some((review) => review.zone_id === id)) await together(drafts.load(), reviews.load())
  }
  effect(() => {
    // a change of what is in force or planned is a mark on the time line
    void [zones.live.value, plans.all.value, session.user.value]
    untracked(() => void moment.loadMarks())
  })
  const readers = {
    zones: {
      all: () => together(zones.load(), readiness.load()),
      one: (id: string, verb: string) => together(zones.refresh(id, verb), readiness.load(), preparedFor(id), ...(verb === 'corrected' ? [moment.reload()] : [])),
    },
    evidence: { all: readiness.load, one: (id: string) => together(evidence.refresh(id), readiness.load()) },
    checkpoints: { all: checkpoints.load }, sites: { all: sites.load }, drafts: { all: () => together(drafts.load(), reviews.load()) }, reviews: { all: reviews.load },
    plans: { all: plans.load }, gate_reports: { all: gateReports.load },
    ...Object.fromEntries(['imports', 'datasets', 'areas', 'places', 'buildings', 'population', 'roads', 'water', 'addresses'].map((noun) => [noun, { all: ground }])),
  }
  return {
    api, settings, session, freshness, status, moment, plans, zones, checkpoints, sites, drafts, reviews, rules, readiness, evidence, areas, figures, selection, tool, planner, outcome, groundVersion, now,
    /** the entry that the evidence form corrects */
    correcting: signal<Evidence | null>(null),
    admin: createAdminApi(request),
    preflight, reviewing,
    candidates,
    bufferAid: createBufferAid(areas),
    camera,
    dialogs,
    legendOpen: signal(window.innerWidth >= 1500 && window.innerHeight >= 1000),
    leftTab: signal<'zones' | 'checkpoints' | 'drafts' | 'reviews' | 'sites'>('zones'),
    search: createSearch(api, lang),
    toasts: createToasts(),
    placing: createPlacing(api, { writer, camera, draft: () => planner.planning.peek()?.draft?.zone_id }),
    gateReports,
    writer,
    cutOff: createCutOff(api, { writer, dialogs, selection, checkpoints }),
    areaRings: createAreaRings(api, { checkpoints, groundVersion, signedIn }),
    drawnRing: createDrawnRing(api, { planner, outcome, checkpoints, zones }),
    rings: createRings(api, { selection, zones, checkpoints, signedIn }),
    plannerSave: createPlannerSave(api, planner, drafts),
    zoneDetails: createZoneDetails(api, { selection, zones, signedIn, moment }),
    /** Reads everything once, then follows the event stream; signing in or out begins anew with the other audience. */
    async start() {
      await Promise.all([status.load(), session.load(), rules.load()])
      await Promise.all([zones.load(), checkpoints.load(), sites.load(), drafts.load(), reviews.load(), readiness.load(), plans.load(), gateReports.load()])
      setInterval(gateReports.tick, AGE_TICK_MS)
      setInterval(() => void readiness.load(), READINESS_POLL_MS)
      const feed = startFeed(fetch, { seq: () => status.current.value?.seq ?? null, freshness, readers, readStatus: status.load })
      let audience = session.acting.value?.username
      effect(() => {
        const next = session.acting.value?.username
        if (next !== audience) feed.reconnect()
        if (next === undefined && planner.planning.peek()) planner.leave()
        if (next !== audience) forgetComparisons()
        audience = next
      })
      effect(() => {
        if (session.user.value?.must_change_password === true) dialogs.show('password')
      })
    },
  }
}
