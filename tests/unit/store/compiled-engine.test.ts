import { expect, it } from 'vitest'
import { keepCompiledEngine } from '../../../server/store/embedded/compiled-engine.ts'

it('is PostgreSQL and PostGIS, compiled once for the process', async () => {
  const kept = await keepCompiledEngine()
  const names = kept.map((module) => WebAssembly.Module.exports(module).map(({ name }) => name))
  expect(names).toEqual([expect.arrayContaining(['pgl_send', 'pgl_recv']), expect.arrayContaining(['postgis_lib_version', 'LWGEOM_area_polygon'])])
  expect(await keepCompiledEngine()).toBe(kept)
})
