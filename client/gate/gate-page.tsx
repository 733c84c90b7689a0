import { useSignal } from '@preact/signals'
import type { Request } from '../api/request.ts'
import { nameIn } from '../i18n/names.ts'
import { useText } from '../i18n/use-text.ts'
import type { Settings } from '../state/settings.ts'
import { Icon } from '../ui/icon.tsx'
import type { GateDuty } from './create-gate-duty.ts'
import { DutyCard } from './duty-card.tsx'
import { PickGate } from './pick-gate.tsx'
import { ReportLog } from './report-log.tsx'
import { ReportPanel } from './report-panel.tsx'
import { SignIn } from './sign-in.tsx'

/** The gate officer's page: what applies at the gate above, what is reported with one thumb below. */
export function GatePage({ duty, settings, request }: { duty: GateDuty; settings: Settings; request: Request }) {
  const { t, lang } = useText()
  const choosing = useSignal(false)
  const gate = duty.gate.value
  const post = duty.user.value ?? duty.knownUser.value
  const isOut = duty.user.value === null && duty.waiting.value !== 'offline'
  const isPicking = post !== null && (gate === null || choosing.value)
  return (
    <div class="gate-page">
      <header>
        <div class="where">
          <strong>{gate ? nameIn(lang, gate) : t.gate.page.title}</strong>
          {gate && <span class="muted">{t.tier[gate.tier]}</span>}
        </div>
        {gate && <button type="button" class="button quiet small" aria-pressed={choosing.value} onClick={() => (choosing.value = !choosing.value)}>{t.gate.page.change}</button>}
        <button type="button" class="button quiet small" lang={lang === 'zh' ? 'en' : 'zh-CN'} onClick={settings.switchLang}>{t.top.language}</button>
        <button type="button" class="button quiet icon" aria-label={t.top.theme} onClick={settings.switchTheme}><Icon name="theme" /></button>
      </header>
      <LineNote duty={duty} />
      <main>
        {isOut && <SignIn duty={duty} request={request} />}
        {isPicking && <PickGate duty={duty} onPicked={() => (choosing.value = false)} />}
        {gate && !isPicking && (
          <>
            <DutyCard duty={duty} />
            <ReportLog duty={duty} />
          </>
        )}
      </main>
      {gate && post && !isPicking && <ReportPanel duty={duty} />}
    </div>
  )
}

/** How the line is and what waits for it. */
function LineNote({ duty: { waiting, waitingCount, knownUser } }: { duty: GateDuty }) {
  const { t } = useText()
  const count = waitingCount.value
  const why = waiting.value
  if (why === null && count === 0) return null
  const words = why === 'offline' ? t.gate.page.offline : why === 'signed_out' && knownUser.value ? t.gate.page.expired : ''
  return <p class="line-note" role="status" data-line={why ?? 'sending'}>{[words, count > 0 && t.gate.page.waiting(count)].filter(Boolean).join(' · ')}</p>
}
