import type { CheckpointContent } from '#shared/schema/checkpoint.ts'
import type { Text } from '#shared/schema/vocabulary.ts'
import { DUTY_PHONE } from '#shared/text/duty-phone.ts'

export type GateFault = 'name' | 'asks' | 'passes' | 'egress' | 'hours' | 'phone'

const hasGap = (texts: readonly Text[]) => texts.some(({ zh, en }) => zh.trim() === '' || en.trim() === '')

/** What must be mended before a checkpoint is sent. */
export function gateFaults({ name, kind, egress, rule_card: { asks, passes = [], hours, duty_phone } }: CheckpointContent): ReadonlySet<GateFault> {
  const faults = new Set<GateFault>()
  if (name.trim() === '') faults.add('name')
  if (hasGap(asks)) faults.add('asks')
  if (hasGap(passes)) faults.add('passes')
  if (kind === 'closure' && (egress == null || hasGap([egress]))) faults.add('egress')
  if (hours && (hours.from === '' || hours.to === '' || hours.from === hours.to)) faults.add('hours')
  if (duty_phone != null && !new RegExp(DUTY_PHONE).test(duty_phone)) faults.add('phone')
  return faults
}
