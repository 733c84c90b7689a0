/** Sources that the state fills; ids of zones and gates carry their highlight. */
export const OWN_SOURCES = ['zones', 'zone-points', 'checkpoints', 'sites', 'draft', 'aid', 'faults', 'pin', 'added', 'removed', 'candidate', 'theirs', 'mine', 'crossings', 'sealed', 'least', 'supply'] as const
export type OwnSource = (typeof OWN_SOURCES)[number]
