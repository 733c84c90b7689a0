import type { Text } from '../schema/vocabulary.ts'

/** What was found in a text that may become public, and what to do. */
export const PERSONAL_DATA_TEXTS = {
  identity_number: { zh: '身份证号码', en: 'An identity number' },
  phone_number: { zh: '电话号码', en: 'A telephone number' },
  plate: { zh: '车牌号码', en: 'A number plate' },
  fix: { zh: '请删去【】内的内容', en: 'Remove what is in the brackets 【】' },
} as const satisfies Record<string, Text>
