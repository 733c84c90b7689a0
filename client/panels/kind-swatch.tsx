import { useId } from 'preact/hooks'
import type { ZoneKind } from '#shared/schema/vocabulary.ts'

const MARKS: Record<ZoneKind, { size: number; path: string; width: number; round?: boolean }> = {
  sealed: { size: 6, path: 'M-1 7 7 -1M-1 -1 7 7', width: 1.2 },
  controlled: { size: 5, path: 'M-1 6 6 -1M-1 1 1 -1M4 6 6 4', width: 1.3 },
  precaution: { size: 5, path: 'M2.5 2.5h.01', width: 1.7, round: true },
}

/** A zone kind's colour and pattern, as on the map. */
export function KindSwatch({ kind }: { kind: ZoneKind }) {
  const id = useId()
  const { size, path, width, round } = MARKS[kind]
  return (
    <svg class="swatch" data-kind={kind} viewBox="0 0 16 16" aria-hidden="true">
      <defs>
        <pattern id={id} width={size} height={size} patternUnits="userSpaceOnUse">
          <path d={path} stroke="var(--kind)" stroke-width={width} stroke-linecap={round ? 'round' : 'butt'} />
        </pattern>
      </defs>
      <rect x="0.75" y="0.75" width="14.5" height="14.5" rx="2.5" fill="var(--kind)" fill-opacity="0.2" />
      <rect x="0.75" y="0.75" width="14.5" height="14.5" rx="2.5" fill={`url(#${id})`} stroke="var(--kind)" stroke-width="1.5" />
    </svg>
  )
}
