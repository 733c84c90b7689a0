/**
 * How one noun's records become rows. `fields` are the record's fields with their SQL types; `columns` are the table's
 * columns with the expression (over `i`, the record; `$2` the source) that fills each. A column with `keep` is also
 * filled by later steps: an import that brings null leaves what is there. `refuse` names rows the table cannot take.
 */
export type ImportTable = {
  fields: Readonly<Record<string, string>>
  columns: Readonly<Record<string, { value: string; keep?: boolean }>>
  refuse?: readonly { reason: string; when: string }[]
  stamped: boolean
}

const own = (...names: string[]) => Object.fromEntries(names.map((name) => [name, { value: `i.${name}` }]))
const named = { name: 'text', name_en: 'text' }
const areaCode = { area_code: { value: 'i.area_code', keep: true } }
const shape = { geom: { value: 'i.shape' } }
const checkpointNow = (name: string) => `(select o.${name} from checkpoints o where (o.source, o.source_id) = ($2, i.source_id))`
/** A checkpoint's field as the file says, or else as it is, or of a new one as here. */
const keptOr = (name: string, initial: string) => ({ value: `coalesce(i.${name}, ${checkpointNow(name)}, ${initial})` })
const kind = keptOr('kind', "'gate'")
const buildingOf = 'select b.id from buildings b where b.source = $2 and b.source_id = i.building'

export const IMPORT_TABLES: Readonly<Record<string, ImportTable>> = {
  areas: {
    fields: { code: 'text', level: 'text', ...named },
    columns: { ...own('code', 'level', 'name', 'name_en'), ...shape },
    refuse: [
      {
        reason: 'code_taken',
        when: 'exists (select from areas o where o.code = filled.code and (o.source, o.source_id) <> ($2, filled.source_id))',
      },
    ],
    stamped: true,
  },
  places: {
    fields: { kind: 'text', ...named, capacity: 'jsonb', area_code: 'text' },
    columns: { ...own('kind', 'name', 'name_en', 'capacity'), ...areaCode, ...shape },
    stamped: true,
  },
  buildings: {
    fields: { ...named, levels: 'integer', use: 'text', area_code: 'text' },
    columns: { ...own('name', 'name_en', 'levels', 'use'), ...areaCode, ...shape },
    stamped: true,
  },
  roads: {
    fields: {
      class: 'text', ...named, ref: 'text', oneway: 'boolean', bridge: 'boolean', tunnel: 'boolean', layer: 'integer', tags: 'jsonb',
    },
    columns: { ...own('class', 'name', 'name_en', 'ref', 'oneway', 'bridge', 'tunnel', 'layer', 'tags'), ...shape },
    stamped: true,
  },
  water: {
    fields: { kind: 'text', ...named },
    columns: { ...own('kind', 'name', 'name_en'), ...shape },
    stamped: true,
  },
  population: {
    fields: { people: 'double precision', households: 'double precision', building: 'text', basis: 'text', method: 'text' },
    columns: {
      ...own('people', 'households'),
      building_id: {
        value: `case when i.shape is null or GeometryType(i.shape) = 'POINT' then coalesce((${buildingOf}),
          (select b.id from buildings b where ST_Covers(b.geom, i.shape) order by b.id limit 1)) end`,
      },
      basis: { value: `coalesce(i.basis, case when GeometryType(i.shape) like '%POLYGON' then 'area' else 'building' end)` },
      method: { value: `coalesce(i.method, case when GeometryType(i.shape) like '%POLYGON' then 'area' else 'counted' end)` },
      geom: { value: `case when GeometryType(i.shape) like '%POLYGON' then i.shape end` },
    },
    refuse: [{ reason: 'no_building', when: 'building_id is null and geom is null' }],
    stamped: true,
  },
  addresses: {
    fields: { text: 'text', text_en: 'text', street: 'text', number: 'text', area_code: 'text', building: 'text' },
    columns: {
      ...own('text', 'text_en', 'street'),
      number: { value: 'i.number' },
      ...areaCode,
      building_id: { value: `(${buildingOf})`, keep: true },
      ...shape,
    },
    stamped: true,
  },
  sites: {
    fields: { place: 'text', on_date: 'date', cases: 'integer' },
    columns: { ...own('place', 'on_date', 'cases'), ...shape },
    stamped: false,
  },
  checkpoints: {
    fields: {
      ...named, tier: 'text', state: 'text', green_lane: 'boolean', rule_card: 'jsonb', area_code: 'text', road: 'text',
      staffing: 'jsonb', kind: 'text', egress: 'text', egress_en: 'text',
    },
    columns: {
      ...own('name', 'tier'),
      name_en: { value: 'i.name_en', keep: true },
      state: keptOr('state', "'planned'"),
      green_lane: keptOr('green_lane', 'false'),
      rule_card: keptOr('rule_card', `'{"asks": []}'::jsonb`),
      kind,
      // in Chinese for both where no English is given, as with names
      egress: {
        value: `case when i.egress is not null then jsonb_build_object('zh', i.egress, 'en', coalesce(i.egress_en, i.egress))
          when ${kind.value} = 'closure' then ${checkpointNow('egress')} end`,
      },
      staffing: { value: 'i.staffing', keep: true },
      ...areaCode,
      road_id: { value: '(select r.id from roads r where r.source = $2 and r.source_id = i.road)', keep: true },
      ...shape,
    },
    refuse: [
      {
        reason: 'only_gates_are_staffed',
        when: "filled.kind <> 'gate' and (filled.staffing is not null or exists (select from checkpoints o where o.staffing is not null and (o.source, o.source_id) = ($2, filled.source_id)))",
      },
    ],
    stamped: false,
  },
}
