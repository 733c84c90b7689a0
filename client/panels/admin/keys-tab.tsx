import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Key } from '#shared/schema/key.ts'
import type { Problem } from '#shared/schema/problem.ts'
import { formatMoment } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { KeyForm } from './key-form.tsx'
import { SecretNote } from './secret-note.tsx'

/** Keys of other systems: what each may do, when it was used last, and the way to end it. */
export function KeysTab({ app }: { app: App }) {
  const { t, lang } = useText()
  const keys = useSignal<readonly Key[] | null>(null)
  const adding = useSignal(false)
  const problem = useSignal<Problem | null>(null)
  const secret = useSignal<{ name: string; token: string } | null>(null)
  const load = async () => {
    const answer = await app.admin.keys.list()
    if (answer.ok) keys.value = answer.value.items
    problem.value = answer.ok ? null : answer.problem
  }
  useEffect(() => void load(), [])
  const revoke = async (key: Key) => {
    const answer = await app.admin.keys.revoke(key.id)
    if (answer.ok) await load()
    else problem.value = answer.problem
  }
  const stateOf = (key: Key) => {
    if (key.revoked_at !== null) return <span class="badge">{t.admin.revoked}</span>
    if (key.expires_at !== null && Date.parse(key.expires_at) <= app.now().getTime()) return <span class="badge">{t.admin.expired}</span>
    return <button type="button" class="button small danger" aria-label={`${t.admin.revoke} ${key.name}`} onClick={() => void revoke(key)}>{t.admin.revoke}</button>
  }
  if (adding.value) {
    return <KeyForm app={app} onDone={(issued) => { adding.value = false; secret.value = issued && { name: issued.key.name, token: issued.token }; void load() }} />
  }
  return (
    <>
      {secret.value && <SecretNote label={t.admin.keyOnce(secret.value.name)} secret={secret.value.token} />}
      <ProblemNote problem={problem.value} />
      <div class="bar"><button type="button" class="button primary" onClick={() => { secret.value = null; adding.value = true }}>{t.admin.addKey}</button></div>
      {keys.value?.length === 0 && <p class="note">{t.admin.noKeys}</p>}
      {keys.value !== null && keys.value.length > 0 && (
        <div class="table-scroll">
          <table class="table">
            <thead><tr><th>{t.admin.keyName}</th><th>{t.admin.scopes}</th><th>{t.admin.area}</th><th>{t.admin.lastUsed}</th><th>{t.admin.until}</th><th /></tr></thead>
            <tbody>
              {keys.value.map((key) => (
                <tr key={key.id} class={key.revoked_at === null ? '' : 'off'}>
                  <td>{key.name}<div class="mono muted">{key.prefix}…</div></td>
                  <td>{key.scopes.map((scope) => t.admin.scope[scope]).join(' · ')}</td>
                  <td>{key.area_name ?? t.admin.everywhere}</td>
                  <td>{key.last_used_at === null ? t.admin.neverUsed : formatMoment(key.last_used_at, lang)}</td>
                  <td>{key.expires_at === null ? t.admin.unlimited : formatMoment(key.expires_at, lang)}</td>
                  <td>{stateOf(key)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}
