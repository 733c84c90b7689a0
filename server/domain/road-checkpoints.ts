import type { GatePoint } from '#shared/roads/checkpoint-roads.ts'
import type { Db } from '../store/connect.ts'
import { allCheckpoints } from '../store/live-checkpoints.ts'

/** Every checkpoint as the database has it now. */
export const roadCheckpoints = (db: Db): Promise<GatePoint[]> => allCheckpoints(db)
