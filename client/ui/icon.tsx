/** Line icons on a 16 × 16 grid, drawn here so that no icon font or sprite is fetched. */
const PATHS = {
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10ZM11 11l3.5 3.5',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  plus: 'M8 3v10M3 8h10',
  theme: 'M8 2a6 6 0 1 0 0 12ZM8 2a6 6 0 0 1 0 12',
  help: 'M8 14.2A6.2 6.2 0 1 0 8 1.8a6.2 6.2 0 0 0 0 12.4ZM6 6.3C6 5 7 4.4 8 4.4s2 .7 2 1.8c0 1.4-2 1.5-2 3M8 11.4v.2',
  user: 'M8 8a2.8 2.8 0 1 0 0-5.6A2.8 2.8 0 0 0 8 8ZM2.8 14c.5-2.8 2.6-4.2 5.2-4.2s4.7 1.4 5.2 4.2',
  draw: 'M3 12.5 5.2 4l7.3 2.2-3.2 7.3ZM3 12.5v.01M5.2 4v.01M12.5 6.2v.01M9.3 13.5v.01',
  hole: 'M2.5 2.5h11v11h-11ZM6 6h4v4H6Z',
  edit: 'M3 13l.7-2.8L10.8 3l2.2 2.2-7.2 7.1Z',
  erase: 'M3 4.5h10M6 4.5V3h4v1.5M4.3 4.5 5 13.5h6l.7-9',
  undo: 'M3 6.5h6.5a3.5 3.5 0 0 1 0 7H6M3 6.5l3-3M3 6.5l3 3',
  redo: 'M13 6.5H6.5a3.5 3.5 0 0 0 0 7H10M13 6.5l-3-3M13 6.5l-3 3',
  pick: 'M3 2.5 13 7l-4.3 1.6L7 13Z',
  circle: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 8h6M8 8v.01',
  locate: 'M8 12.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM8 1v2.5M8 12.5V15M1 8h2.5M12.5 8H15',
  sheet: 'M4 1.8h5.5L12.5 5v9.2h-8.5ZM9.5 1.8V5h3M6 8h4.5M6 11h4.5',
  check: 'M3 8.5 6.5 12 13 4.5',
  clock: 'M8 14.2A6.2 6.2 0 1 0 8 1.8a6.2 6.2 0 0 0 0 12.4ZM8 4.5V8l2.5 1.7',
  before: 'M12.5 3.5v9L6 8ZM3.5 3.5v9',
  after: 'M3.5 3.5v9L10 8ZM12.5 3.5v9',
} as const

export type IconName = keyof typeof PATHS

export function Icon({ name }: { name: IconName }) {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  )
}
