/** One message of an event stream: its id, its event name and its data. */
export type StreamMessage = { id: string | null; event: string; data: string }

/**
 * Takes an event stream in chunks cut anywhere and gives its messages (WHATWG HTML §9.2.6: fields, comments, CR, LF
 * and CRLF; a message ends with an empty line; without data it is none). The id stays until another one comes.
 */
export function createStreamParser(onMessage: (message: StreamMessage) => void): (chunk: string) => void {
  let rest = ''
  let id: string | null = null
  let event = ''
  let data: string[] = []
  const line = (text: string) => {
    if (text === '') {
      if (data.length > 0) onMessage({ id, event: event || 'message', data: data.join('\n') })
      event = ''
      data = []
      return
    }
    const colon = text.indexOf(':')
    if (colon === 0) return
    const field = colon < 0 ? text : text.slice(0, colon)
    const value = colon < 0 ? '' : text.slice(colon + 1).replace(/^ /, '')
    if (field === 'id' && !value.includes('\0')) id = value
    else if (field === 'event') event = value
    else if (field === 'data') data.push(value)
  }
  return (chunk) => {
    rest += chunk
    // a CR at the very end may be half of a CRLF: it waits for the next chunk
    const complete = /\r\n|\n|\r(?!$)/g
    let from = 0
    for (let match = complete.exec(rest); match; match = complete.exec(rest)) {
      line(rest.slice(from, match.index))
      from = match.index + match[0].length
    }
    rest = rest.slice(from)
  }
}
