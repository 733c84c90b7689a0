import { useSignal } from '@preact/signals'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { AuditTab } from './audit-tab.tsx'
import { KeysTab } from './keys-tab.tsx'
import { UsersTab } from './users-tab.tsx'

type Tab = 'users' | 'keys' | 'audit'

/** Users and keys for administrators, the audit log for auditors too. */
export function AdminDialog({ app }: { app: App }) {
  const { t } = useText()
  const administers = app.session.canAdminister.value
  const tab = useSignal<Tab>(administers ? 'users' : 'audit')
  const names: Tab[] = administers ? ['users', 'keys', 'audit'] : ['audit']
  const tabs = names.map((value) => ({ value, text: t.admin.tabs[value] }))
  return (
    <Dialog title={administers ? t.admin.title : t.admin.auditMenu} closeText={t.close} onClose={app.dialogs.close} wide>
      {names.length > 1 && <Tabs label={t.admin.tabs.label} value={tab.value} tabs={tabs} panelId="admin-panel" onChange={(value) => (tab.value = value)} />}
      <div id="admin-panel" role={names.length > 1 ? 'tabpanel' : undefined} class="admin">
        {tab.value === 'users' && <UsersTab app={app} />}
        {tab.value === 'keys' && <KeysTab app={app} />}
        {tab.value === 'audit' && <AuditTab app={app} />}
      </div>
    </Dialog>
  )
}
