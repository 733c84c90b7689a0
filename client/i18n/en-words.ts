import type { zhWords } from './zh-words.ts'

/** The standard terms, in English. */
export const enWords: typeof zhWords = {
  kind: { sealed: 'Sealed zone', controlled: 'Controlled zone', precaution: 'Precaution zone' },
  kindShort: { sealed: 'Sealed', controlled: 'Controlled', precaution: 'Precaution' },
  kindMeaning: { sealed: 'Stay home, served at the door', controlled: 'Stay inside, no gatherings', precaution: 'Protect yourself, avoid crowds' },
  level: {
    province: 'Province', prefecture: 'Prefecture', county: 'County', township: 'Township', village: 'Village',
    grid: 'Grid', compound: 'Compound', natural_village: 'Hamlet',
  },
  place: {
    station: 'Station', school: 'School', kindergarten: 'Kindergarten', market: 'Market', mall: 'Mall', care_home: 'Care home',
    hospital: 'Hospital', designated_hospital: 'Designated hospital', clinic: 'Clinic', fever_clinic: 'Fever clinic',
    pharmacy: 'Pharmacy', worship: 'Place of worship', hotel: 'Hotel', cold_store: 'Cold store',
    construction_site: 'Construction site', laboratory: 'Laboratory', sampling_point: 'Sampling point',
    quarantine_site: 'Quarantine site', depot: 'Supply depot', delivery_point: 'Delivery point', toll_gate: 'Toll gate',
    government: 'Government office', food: 'Restaurant', police: 'Police', fire_station: 'Fire station',
  },
  tier: { county: 'County gate', township: 'Township gate', village: 'Village gate', compound: 'Compound gate' },
  gateState: { planned: 'Planned', staffed: 'Staffed', suspended: 'Suspended', withdrawn: 'Withdrawn' },
  role: {
    drafter: 'drafter', reviewer: 'reviewer', publisher: 'publisher', gate_officer: 'gate officer', viewer: 'viewer',
    neighbour: 'neighbour', auditor: 'auditor', administrator: 'administrator',
  },
  hit: { address: 'Address', place: 'Place', area: 'Area', zone: 'Zone', checkpoint: 'Gate' },
  method: { counted: 'counted by household', dasymetric: 'spread by building size', raster: 'population raster', area: 'spread by area' },
  basis: { building: 'by building', cell: 'by cell', area: 'by area' },
  warning: {
    no_population_data: 'There are no population figures here: 0 does not mean nobody lives here',
    tiny_zone_range_only: 'Smaller than a few cells of population: only a range can be given',
    people_unknown: 'Some buildings have no count and are taken as none',
    households_incomplete: 'Households are known for part of the people only',
  },
}
