import { areaM2 } from '#shared/geometry/area-m2.ts'
import { access } from '#shared/roads/access.ts'
import { auditCrossings, describeCrossings } from '#shared/roads/audit.ts'
import { closureSpots } from '#shared/roads/closure-spots.ts'
import { cutOffs } from '#shared/roads/cut-off.ts'
import { insideBuildings, peopleIn } from '#shared/roads/inside-buildings.ts'
import { leastGates } from '#shared/roads/least-gates.ts'
import { reach } from '#shared/roads/reach.ts'
import type { RoadPicture } from '#shared/roads/road-picture.ts'
import { sealStrips } from '#shared/roads/seal-strips.ts'
import { sealedLine } from '#shared/roads/sealed-line.ts'
import { shutCrossings } from '#shared/roads/shut-crossings.ts'
import { supply } from '#shared/roads/supply.ts'
import type { LeastAnswer, RoadAnswer, RoadQuestion, Sealed } from './road-questions.ts'

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
    case 'sealed':
      return { ask: 'sealed', ...sealed(picture, question) }
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

function least({ graph }: RoadPicture, { area, asked, checkpoints }: RoadQuestion & { ask: 'least' }): LeastAnswer {
  const found = leastGates(graph, area, asked)
  if (!found.ok) return found
  return {
    ok: true,
    drawn: describeCrossings(graph, area, found.drawn, checkpoints).crossings,
    gates: describeCrossings(graph, area, found.gates, checkpoints).crossings,
    within: found.within,
    strips: sealStrips(graph, found.within, found.gates),
  }
}

function sealed({ graph, buildings }: RoadPicture, { area, within, joined }: RoadQuestion & { ask: 'sealed' }): Sealed {
  const line = sealedLine(graph, area, within, joined)
  const edges = new Set(within)
  const inArea = new Set(insideBuildings(buildings, area))
  // who lives along a road that is sealed in is sealed in, wherever the line itself runs
  const taken = new Set(insideBuildings(buildings, line))
  for (const [i, edge] of buildings.edge.entries()) if (edges.has(edge)) taken.add(i)
  const between = [...taken].filter((i) => !inArea.has(i))
  return {
    sealed: line,
    between: { areaM2: Math.max(0, areaM2(line) - areaM2(area)), buildings: between.length, people: Math.round(peopleIn(buildings, between)) },
  }
}
