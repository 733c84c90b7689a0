import type { FastifyRequest } from 'fastify'
import type { Audience } from '../live/audience.ts'

/** A signed-in post sees internal zones and checkpoints too. */
export const audienceOf = ({ actor }: FastifyRequest): Audience => (actor === null ? 'public' : 'all')
