export const DRAFT_STATES = ['draft', 'in_review', 'approved', 'rejected'] as const
export type DraftState = (typeof DRAFT_STATES)[number]

export const DRAFT_ACTIONS = ['save', 'submit', 'approve', 'reject', 'publish', 'publish_urgent', 'discard'] as const
export type DraftAction = (typeof DRAFT_ACTIONS)[number]

/** What is left of a draft that was published or given up. */
export type AfterAction = DraftState | 'gone'

//   save ──► draft ──submit──► in_review ──approve──► approved ──publish──► gone (in force)
//              ▲                   │ reject              │ reject
//              └──────save───── rejected ◄───────────────┘
// A save in any state makes a draft again. The fast lane leads from every state to force, and is reviewed afterwards.
const TABLE: Record<DraftState, Partial<Record<DraftAction, AfterAction>>> = {
  draft: { save: 'draft', submit: 'in_review', publish_urgent: 'gone', discard: 'gone' },
  in_review: { save: 'draft', approve: 'approved', reject: 'rejected', publish_urgent: 'gone', discard: 'gone' },
  approved: { save: 'draft', reject: 'rejected', publish: 'gone', publish_urgent: 'gone', discard: 'gone' },
  rejected: { save: 'draft', publish_urgent: 'gone', discard: 'gone' },
}

/** The state of a draft after an action, or null where the action is not possible: server and screen ask the same table. */
export const nextState = (state: DraftState, action: DraftAction): AfterAction | null => TABLE[state][action] ?? null
