import { decodeText, type TextEncodingName } from '../decode-text.ts'
import { fileBytes } from '../file-bytes.ts'
import { ImportError } from '../import-error.ts'

const DELIMITERS = [',', ';', '\t'] as const

/** The delimiter that cuts the header line into most columns (outside quotes); a comma where none does. */
export async function guessDelimiter(file: string, encoding: TextEncodingName): Promise<string> {
  let head = ''
  for await (const text of decodeText(fileBytes(file), encoding)) {
    head += text
    if (head.includes('\n') || head.length > 1 << 16) break
  }
  const header = (head.split('\n', 1)[0] ?? '').replace(/"[^"]*"/g, '')
  if (head.trim() === '') throw new ImportError('format_broken', `${file}: empty`)
  const counts = DELIMITERS.map((delimiter) => header.split(delimiter).length)
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ','
}
