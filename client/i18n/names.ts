import type { Lang } from '#shared/schema/vocabulary.ts'

/** The name in the reader's language; Chinese where no English one is known. */
export const nameIn = (lang: Lang, named: { name: string; name_en?: string | null | undefined }): string =>
  (lang === 'en' && named.name_en) || named.name

type Titled = { title: string; title_en: string | null }

/** What a dataset is called in the reader's language. */
export const datasetName = (lang: Lang, { title, title_en }: Titled): string => nameIn(lang, { name: title, name_en: title_en })

/** The same for a figure that keeps its dataset's Chinese title alone. */
export const basisName = (lang: Lang, title: string, known: readonly Titled[]): string =>
  datasetName(lang, known.find((set) => set.title === title) ?? { title, title_en: null })
