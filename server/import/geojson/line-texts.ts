/**
 * Lines of a text that comes in chunks; a record separator (U+001E, RFC 8142) before a line and empty lines are
 * dropped.
 */
export async function* lineTexts(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = ''
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const text = bare(line)
      if (text !== '') yield text
    }
  }
  const last = bare(rest)
  if (last !== '') yield last
}

function bare(line: string): string {
  return (line.startsWith('\u001e') ? line.slice(1) : line).trim()
}
