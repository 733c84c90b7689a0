const componentEnd = /(?:[路街巷道弄村]|胡同|社区|小区|花园|家园|新村|[苑院])$/

/** True if a component ends at this place of a name: a number stood there, or its last word says so. */
export function endsAt(name: string, breaks: number[], at: number): boolean {
  return at === 0 || at === name.length || breaks.includes(at) || componentEnd.test(name.slice(0, at))
}

/** Where else than at the front a name may be entered, as its last words tell: 人民路|幸福小区. */
export function entriesOf(name: string): number[] {
  const found: number[] = []
  for (let at = 2; at + 2 < name.length; at++) {
    // 新村路, 学院街 and 街道 go on.
    if (componentEnd.test(name.slice(0, at)) && !/^(?:[路街巷道弄口里]|小区|大道|大街)/.test(name.slice(at))) found.push(at)
  }
  return found
}
