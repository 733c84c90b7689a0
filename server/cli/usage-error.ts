/** The command line cannot be understood; the message is in the reader's language and names the word. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UsageError'
  }
}
