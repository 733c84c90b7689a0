import type { Lang } from '#shared/schema/vocabulary.ts'

const BOTH = /^(?<zh>.*\p{Script=Han}\S*) (?<en>[A-Za-z].*)$/u

/** A name written in both languages, Chinese first (`审核岗 Reviewer`), in the reader's; any other text as it is. */
export const inLang = (lang: Lang, text: string): string => BOTH.exec(text)?.groups?.[lang] ?? text
