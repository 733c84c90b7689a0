import type { Ground } from '../state/ground.ts'

/** A tool in hand; `stop` puts it away and leaves nothing provisional behind. */
export type DrawingTool = { stop: () => void }

/** What a drawing tool works on; `done` says that its work is finished. */
export type DrawingContext = { ground: Ground; dark: boolean; done: () => void }
