import type { WriteStream } from 'node:tty'

export type CliLang = 'zh' | 'en'

/** Where a command writes and how it speaks; passed in, so that tests can listen. */
export type Terminal = {
  lang: CliLang
  env: NodeJS.ProcessEnv
  out: (line: string) => void
  error: (line: string) => void
  stderr: WriteStream
}

/** Exit codes: done; failed; the command line cannot be understood; done, but some features were left out. */
export const EXIT = { ok: 0, failed: 1, usage: 2, incomplete: 3 } as const

/** Picks the text of the reader's language. */
export function say(terminal: Pick<Terminal, 'lang'>, zh: string, en: string): string {
  return terminal.lang === 'zh' ? zh : en
}

/** `--lang`, else LC_ALL, LC_MESSAGES, LANG: `zh…` is Chinese, all else English. */
export function languageOf(stated: string | undefined, env: NodeJS.ProcessEnv): CliLang {
  const locale = stated ?? (env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '')
  return /^zh/i.test(locale) ? 'zh' : 'en'
}
