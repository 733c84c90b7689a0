import type { App } from './create-app.ts'
import type { UnitAt } from './selection.ts'

/** What lies where the map was clicked; `at` is [lng, lat] in degrees, `free` that nothing snaps. */
export type Clicked = { at: [number, number]; free: boolean; gate: number | null; site: number | null; zoneMark: string | null; units: UnitAt[] }

/** What a click means: the tool in hand decides; without one it selects, the strictest zone before the bare point. */
export function clickMap(app: App, { at, free, gate, site, zoneMark, units }: Clicked): void {
  const tool = app.tool.active.value
  switch (tool?.type) {
    case 'draw': case 'hole': case 'edit': case 'erase':
      return
    case 'pick': {
      const unit = units.find(({ level }) => level === tool.level)
      if (unit) app.planner.ground.toggleUnit(unit.code)
      return
    }
    case 'buffer':
      app.bufferAid.centre.value = at
      app.tool.drop()
      return
    case 'gate':
      void app.placing.begin(at, free)
      app.tool.drop()
      return
    case 'site':
      app.writer.newSite(at)
      app.tool.drop()
      return
    case undefined: {
      if (gate !== null) return void app.selection.select({ type: 'checkpoint', id: gate })
      if (site !== null) return void app.selection.select({ type: 'site', id: site })
      if (zoneMark !== null) return void app.selection.select({ type: 'zone', id: zoneMark })
      const zone = app.zones.at(...at)[0]
      app.selection.select(zone ? { type: 'zone', id: zone.properties.id, at } : { type: 'point', at, units })
    }
  }
}
