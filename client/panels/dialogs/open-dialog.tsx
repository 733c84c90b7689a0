import type { App } from '../../state/create-app.ts'
import { ConflictDialog } from './conflict-dialog.tsx'
import { CorrectionDialog } from './correction-dialog.tsx'
import { DiscardDialog } from './discard-dialog.tsx'
import { LeaveDialog } from './leave-dialog.tsx'
import { LiftDialog } from './lift-dialog.tsx'
import { PasswordDialog } from './password-dialog.tsx'
import { PublishDialog } from './publish-dialog.tsx'
import { ShortcutsDialog } from './shortcuts-dialog.tsx'
import { SignInDialog } from './sign-in-dialog.tsx'
import { WhatIfDialog } from '../rules/what-if-dialog.tsx'
import { UrgentDialog } from './urgent-dialog.tsx'
import { WithdrawDialog } from './withdraw-dialog.tsx'
import { lazyPart } from '../../ui/lazy-part.tsx'

// most screens never open it
const admin = lazyPart(() => import('../admin/admin-dialog.tsx').then(({ AdminDialog }) => AdminDialog))

/** The dialog that is open; a conflict comes before all others. */
export function OpenDialog({ app }: { app: App }) {
  if (app.plannerSave.conflict.value) return <ConflictDialog app={app} />
  switch (app.dialogs.open.value) {
    case 'sign-in': return <SignInDialog app={app} />
    case 'admin': return <admin.Part app={app} />
    case 'password': return <PasswordDialog app={app} />
    case 'shortcuts': return <ShortcutsDialog app={app} />
    case 'publish': return <PublishDialog app={app} />
    case 'urgent': return <UrgentDialog app={app} />
    case 'lift': return <LiftDialog app={app} />
    case 'leave': return <LeaveDialog app={app} />
    case 'discard': return <DiscardDialog app={app} />
    case 'what-if': return <WhatIfDialog app={app} />
    case 'correction': return <CorrectionDialog app={app} />
    case 'withdraw': return <WithdrawDialog app={app} />
    default: return null
  }
}
