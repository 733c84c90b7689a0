import type { GateReport, NewestGateReports } from '#shared/schema/gate-report.ts'
import type { SnappedCheckpoint } from '#shared/schema/roads.ts'
import type { Request } from './request.ts'

/** Calls about what officers report of gates, and where a checkpoint that is put down belongs. */
export const gatesApi = (request: Request) => ({
  newestReports: () => request<NewestGateReports>('GET', '/api/gate-reports'),
  reportsOf: (id: number, limit: number) => request<{ items: GateReport[] }>('GET', `/api/checkpoints/${id}/reports`, { query: { limit } }),
  snap: ([lng, lat]: readonly [number, number], within: number, draft: string | undefined) =>
    request<{ snapped: SnappedCheckpoint | null }>('GET', '/api/checkpoints/snap', { query: { lng, lat, within, draft } }),
})
