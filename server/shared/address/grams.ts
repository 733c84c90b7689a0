import { hashText } from './hash.ts'
import { hasHan } from './normalise.ts'

/**
 * The pieces by which a name is found though some of it is wrong: Chinese, pairs of neighbours and pairs with one
 * character between, so that a wrong one leaves the others; Latin letters, triples. Hashed, without repeats.
 */
export function gramsOf(name: string): number[] {
  const grams = new Set<number>()
  if (hasHan(name)) {
    const text = `^${name}$`
    for (let i = 0; i + 1 < text.length; i++) {
      grams.add(hashText(text.slice(i, i + 2)))
      if (i + 2 < text.length && !(i === 0 && text.length < 4)) grams.add(hashText(`${text[i]}_${text[i + 2]}`))
    }
  } else {
    const text = `^${name}$`
    for (let i = 0; i + 2 < text.length; i++) grams.add(hashText(text.slice(i, i + 3)))
  }
  return [...grams]
}
