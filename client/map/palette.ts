import type { ZoneKind } from '#shared/schema/vocabulary.ts'

/** Colours of the map, one set a theme. The base is grey so that only zones and gates have colour. */
export type Palette = {
  theme: 'light' | 'dark'
  beyond: string; land: string; town: string; water: string; waterLine: string; waterText: string
  building: string; buildingEdge: string
  road: string; roadMajor: string; motorway: string; casing: string; casingMajor: string; lane: string; rail: string
  boundary: string; text: string; textSoft: string; halo: string
  zone: Record<ZoneKind, string>
  zoneText: Record<ZoneKind, string>
  fillOpacity: number
  gate: string; gateInk: string; green: string; site: string; select: string; draft: string; fault: string; aid: string
  added: string; removed: string; theirs: string
}

// zone colours: vermilion, orange-yellow and blue of Okabe & Ito (2008), told apart with every kind of colour blindness
export const LIGHT: Palette = {
  theme: 'light',
  beyond: '#e3e4e3', land: '#f7f7f4', town: '#edebe6', water: '#c5d8e3', waterLine: '#aac6d6', waterText: '#42708a',
  building: '#e1dfda', buildingEdge: '#cfccc5',
  road: '#ffffff', roadMajor: '#ffffff', motorway: '#cfd6e0', casing: '#c6c4be', casingMajor: '#969ca5', lane: '#d9d6d0', rail: '#9c9fa5',
  boundary: '#8d8798', text: '#28303b', textSoft: '#57606c', halo: '#f8f8f6',
  zone: { sealed: '#d55e00', controlled: '#e69f00', precaution: '#0072b2' },
  zoneText: { sealed: '#9a3d00', controlled: '#6b4a00', precaution: '#00547f' },
  fillOpacity: 0.2,
  gate: '#1d2430', gateInk: '#ffffff', green: '#0f8a5f', site: '#7a1f5c', select: '#14181f', draft: '#4f46e5', fault: '#b42318', aid: '#6b4fd8',
  added: '#0b7a4b', removed: '#c0262d', theirs: '#b4007a',
}

export const DARK: Palette = {
  theme: 'dark',
  beyond: '#0a0d10', land: '#14191f', town: '#1a2027', water: '#182c3b', waterLine: '#1f3c50', waterText: '#6b9dba',
  building: '#222932', buildingEdge: '#2d3640',
  road: '#323b46', roadMajor: '#465260', motorway: '#5b6979', casing: '#0d1014', casingMajor: '#0d1014', lane: '#2a313a', rail: '#5a6471',
  boundary: '#6d6880', text: '#d7dde5', textSoft: '#9ba6b3', halo: '#10141a',
  zone: { sealed: '#ff6f26', controlled: '#f0b429', precaution: '#3d9be0' },
  zoneText: { sealed: '#ffb185', controlled: '#ffd676', precaution: '#9ed1f6' },
  fillOpacity: 0.2,
  gate: '#f2f5f8', gateInk: '#14181f', green: '#35c48c', site: '#e88ac6', select: '#ffffff', draft: '#a5a0ff', fault: '#ff8d82', aid: '#b9a6ff',
  added: '#3fd393', removed: '#ff7b7b', theirs: '#ff7ecb',
}
