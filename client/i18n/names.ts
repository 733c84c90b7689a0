import type { Lang } from '#shared/schema/vocabulary.ts'

/** The name in the reader's language; Chinese where no English one is known. */
export const nameIn = (lang: Lang, named: { name: string; name_en?: string | null | undefined }): string =>
  (lang === 'en' && named.name_en) || named.name
