import { nameIn } from '../../i18n/names.ts'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'
import { Icon } from '../../ui/icon.tsx'

const TONE = { staffed: 'good', planned: '', suspended: 'warn', withdrawn: '' } as const

/** Gates by tier with their state. */
export function GateList({ app: { checkpoints, selection, camera, session, tool } }: { app: Pick<App, 'checkpoints' | 'selection' | 'camera' | 'session' | 'tool'> }) {
  const { t, lang } = useText()
  const current = selection.current.value
  return (
    <>
      <div class="scroll">
        {checkpoints.all.value.length === 0 && <div class="empty"><strong>{t.gates.empty}</strong>{t.gates.emptyHint}</div>}
        {checkpoints.byTier.value.filter(({ gates }) => gates.length > 0).map(({ tier, gates }) => (
          <section key={tier} class="group" aria-label={t.tier[tier]}>
            <h2>{t.tier[tier]}<span class="sum">{gates.length}</span></h2>
            {gates.map(({ properties, geometry }) => (
              <button
                key={properties.id} type="button" class="row" aria-current={current?.type === 'checkpoint' && current.id === properties.id}
                onClick={() => { selection.select({ type: 'checkpoint', id: properties.id }); camera.flyTo(geometry.coordinates as [number, number], 15.5) }}
              >
                <span class="name">{nameIn(lang, properties)}</span>
                <span class={`badge ${TONE[properties.state]}`}>{t.gateState[properties.state]}</span>
                {properties.green_lane && <span class="sub">{t.gates.greenLane}</span>}
              </button>
            ))}
          </section>
        ))}
      </div>
      {session.canDraft.value && (
        <div class="list-actions"><button type="button" class="button" aria-pressed={tool.active.value?.type === 'gate'} onClick={() => tool.toggle({ type: 'gate' })}><Icon name="plus" />{t.gates.add}</button></div>
      )}
    </>
  )
}
