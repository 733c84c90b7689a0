import { access } from '#shared/roads/access.ts'
import { auditCrossings, describeCrossings } from '#shared/roads/audit.ts'
import { closureSpots } from '#shared/roads/closure-spots.ts'
import { cutOffs } from '#shared/roads/cut-off.ts'
import { insideBuildings } from '#shared/roads/inside-buildings.ts'
import { leastGates } from '#shared/roads/least-gates.ts'
import { reach } from '#shared/roads/reach.ts'
import type { RoadPicture } from '#shared/roads/road-picture.ts'
import { sealedGround } from '#shared/roads/sealed-ground.ts'
import { shutCrossings } from '#shared/roads/shut-crossings.ts'
import { supply } from '#shared/roads/supply.ts'
import type { LeastAnswer, RoadAnswer, RoadQuestion } from './road-questions.ts'

/** Answers a question about roads; pure, on whichever thread. */
export function answerRoads(picture: RoadPicture, question: RoadQuestion): RoadAnswer {
  const { graph } = picture
  const { checkpoints } = question
  switch (question.ask) {
    case 'audit':
      return { ask: 'audit', audit: auditCrossings(graph, question.area, checkpoints) }
    case 'surveyed': {
      const numbers = insideBuildings(picture.buildings, question.area)
      return { ask: 'surveyed', surveyed: { buildings: numbers.length, notSurveyed: numbers.filter((i) => picture.buildings.edge[i] === -1).length } }
    }
    case 'least':
      return { ask: 'least', least: least(picture, question) }
    case 'access': {
      const closures = closureSpots(graph, checkpoints, question.closures === 'planned')
      return { ask: 'access', access: access(picture, question.area, { closures, roomsPer10k: question.roomsPer10k }) }
    }
    case 'newly-cut-off': {
      const [before, closures] = [closureSpots(graph, checkpoints, true), closureSpots(graph, question.after, true)]
      return { ask: 'newly-cut-off', cutOff: cutOffs(picture, [...picture.buildings.edge.keys()], closures, before).cutOff }
    }
    case 'supply': {
      const { zones, compounds, walkM } = question
      const shut = shutCrossings(graph, zones, checkpoints)
      return { ask: 'supply', supply: supply(picture, compounds, { closures: closureSpots(graph, checkpoints, question.closures === 'planned'), shut, walkM }) }
    }
    case 'reach':
      return { ask: 'reach', reached: reach(picture, { ...question.asked, closures: closureSpots(graph, checkpoints, question.closures === 'planned') }) }
  }
}

function least(picture: RoadPicture, { area, asked, checkpoints }: RoadQuestion & { ask: 'least' }): LeastAnswer {
  const { graph } = picture
  const found = leastGates(graph, area, asked)
  if (!found.ok) return found
  return {
    ok: true,
    drawn: describeCrossings(graph, area, found.drawn, checkpoints).crossings,
    gates: describeCrossings(graph, area, found.gates, checkpoints).crossings,
    ...sealedGround(picture, area, found),
  }
}
