import { computed, signal } from '@preact/signals-core'
import type { Problem } from '#shared/schema/problem.ts'
import type { SessionUser } from '#shared/schema/session.ts'
import type { Role } from '#shared/schema/vocabulary.ts'
import type { Api } from '../api/create-api.ts'

/** Who is signed in: a post with roles. */
export function createSession(api: Api) {
  const user = signal<SessionUser | null>(null)
  // before a one-time password is changed, nobody acts
  const acting = computed(() => (user.value?.must_change_password === true ? null : user.value))
  const can = (...roles: Role[]) => acting.value?.roles.some((role) => roles.includes(role)) ?? false
  const settle = async (call: ReturnType<Api['session']['signIn']>): Promise<Problem | null> => {
    const answer = await call
    if (!answer.ok) return answer.problem
    user.value = answer.value
    return null
  }
  return {
    user,
    acting,
    signedIn: computed(() => acting.value !== null),
    canDraft: computed(() => can('drafter', 'publisher')),
    canWrite: computed(() => can('drafter')),
    canReview: computed(() => can('reviewer')),
    canPublish: computed(() => can('publisher')),
    canReadEvidence: computed(() => can('drafter', 'reviewer', 'publisher', 'viewer', 'auditor', 'administrator')),
    canEnterEvidence: computed(() => can('drafter', 'reviewer', 'publisher')),
    canReadSites: computed(() => can('drafter', 'reviewer', 'publisher', 'administrator')),
    canAdminister: computed(() => can('administrator')),
    canAudit: computed(() => can('auditor', 'administrator')),
    canGates: computed(() => can('drafter', 'publisher', 'gate_officer')),
    async load() {
      const answer = await api.session.get()
      user.value = answer.ok ? answer.value : null
    },
    signIn: (username: string, password: string) => settle(api.session.signIn(username, password)),
    signInDemo: (username: string) => settle(api.session.signInDemo(username)),
    async signOut() {
      const answer = await api.session.signOut()
      if (answer.ok) user.value = null
      return answer.ok ? null : answer.problem
    },
  }
}
