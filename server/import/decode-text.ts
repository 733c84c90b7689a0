import { ImportError } from './import-error.ts'

export const TEXT_ENCODINGS = ['utf-8', 'gbk', 'gb18030'] as const

export type TextEncodingName = (typeof TEXT_ENCODINGS)[number]

/** Names people and .cpg files use (`65001`, `936`, `cp936`, `GB2312`, `ANSI 936` …) → one of ours, or null. */
export function encodingNamed(name: string): TextEncodingName | null {
  const plain = name.trim().toLowerCase().replace(/[^a-z0-9]/g, '')
  if (['utf8', '65001', 'cp65001'].includes(plain)) return 'utf-8'
  if (['gbk', 'gb2312', '936', 'cp936', 'ansi936', 'windows936', 'ms936', 'chinese'].includes(plain)) return 'gbk'
  return plain === 'gb18030' || plain === '54936' ? 'gb18030' : null
}

/** Reads all bytes once: UTF-8 when they are valid UTF-8 (with or without BOM), else GB18030, which contains GBK. */
export async function detectEncoding(chunks: AsyncIterable<Uint8Array>): Promise<TextEncodingName> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of chunks) decoder.decode(chunk, { stream: true })
    decoder.decode()
    return 'utf-8'
  } catch (error) {
    if (error instanceof ImportError) throw error
    return 'gb18030'
  }
}

/** Text in chunks, without a leading BOM; throws ImportError `encoding_unknown` where bytes do not fit the encoding. */
export async function* decodeText(chunks: AsyncIterable<Uint8Array>, encoding: TextEncodingName): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    for await (const chunk of chunks) {
      const text = decoder.decode(chunk, { stream: true })
      if (text !== '') yield text
    }
    const rest = decoder.decode()
    if (rest !== '') yield rest
  } catch (error) {
    if (error instanceof TypeError) throw new ImportError('encoding_unknown', encoding, { cause: error })
    throw error
  }
}
