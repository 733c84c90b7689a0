/** Where the scanner stands inside a FeatureCollection: nothing but the text of one feature is ever kept. */
interface Scan {
  depth: number
  inString: boolean
  escaped: boolean
  key: string
  inFeatures: boolean
  capture: 'feature' | 'key' | null
  text: string
}

/**
 * The text of each element of a FeatureCollection's top-level `features` array, one at a time, so that a file larger
 * than memory can be read. Nested members of the same name are not taken for it. Brackets inside strings do not count.
 */
export async function* featureTexts(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  const scan: Scan = { depth: 0, inString: false, escaped: false, key: '', inFeatures: false, capture: null, text: '' }
  for await (const chunk of chunks) yield* scanChunk(scan, chunk)
  if (scan.depth !== 0 || scan.inString) throw new SyntaxError('the file ends inside an object')
}

function* scanChunk(scan: Scan, chunk: string): Generator<string> {
  let from = 0
  for (let i = 0; i < chunk.length; i += 1) {
    const char = chunk[i]
    if (scan.inString) {
      if (scan.escaped) scan.escaped = false
      else if (char === '\\') scan.escaped = true
      else if (char === '"') {
        scan.inString = false
        if (scan.capture === 'key') {
          scan.key = scan.text + chunk.slice(from, i)
          scan.capture = null
        }
      }
      continue
    }
    if (char === '"') {
      scan.inString = true
      if (scan.depth === 1) [scan.capture, scan.text, from] = ['key', '', i + 1]
    } else if (char === '{' || char === '[') {
      if (scan.depth === 1 && char === '[' && scan.key === 'features') scan.inFeatures = true
      else if (scan.depth === 2 && scan.inFeatures && char === '{') [scan.capture, scan.text, from] = ['feature', '', i]
      scan.depth += 1
    } else if (char === '}' || char === ']') {
      scan.depth -= 1
      if (scan.depth < 0) throw new SyntaxError('a bracket closes that was never opened')
      if (scan.depth === 2 && scan.capture === 'feature') {
        yield scan.text + chunk.slice(from, i + 1)
        scan.capture = null
      } else if (scan.depth === 1) scan.inFeatures = false
    }
  }
  if (scan.capture !== null) scan.text += chunk.slice(from)
}
