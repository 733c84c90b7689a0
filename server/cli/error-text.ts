import { PROBLEM_TEXTS } from '#shared/problem-texts.ts'
import { BackupError } from '../backup/manifest.ts'
import { ConfigError } from '../config.ts'
import { DomainError } from '../domain/errors.ts'
import { ImportError } from '../import/import-error.ts'
import { DataDirInUse } from '../store/embedded/lock.ts'
import { backupErrorText } from './backup-error-text.ts'
import { importErrorText } from './import-error-text.ts'
import { say, type Terminal } from './terminal.ts'

/** What a command's failure means and what to do, in the reader's language. */
export function errorText(error: unknown, terminal: Pick<Terminal, 'lang'>): string {
  if (error instanceof ImportError) return importErrorText(error, terminal.lang)
  if (error instanceof ConfigError)
    return say(terminal, `设置有误：\n${error.message}`, `these settings cannot be used:\n${error.message}`)
  if (error instanceof BackupError) return backupErrorText(error, terminal.lang)
  if (error instanceof DataDirInUse) return inUse(error, terminal)
  if (error instanceof DomainError) return domainText(error, terminal)
  return error instanceof Error ? error.message : String(error)
}

/** The embedded engine belongs to one process; its message has a line in each language. */
function inUse(error: DataDirInUse, terminal: Pick<Terminal, 'lang'>): string {
  const [zh = '', en = ''] = error.message.split('\n')
  return say(
    terminal,
    `${zh}\n通常是服务正在运行：停止服务、执行本命令、再启动；需要不停机导入时，请改用 PostgreSQL（DATABASE_URL）。`,
    `${en}\nUsually that is the server: stop it, run this command, start it again; to import while it runs, use PostgreSQL (DATABASE_URL).`,
  )
}

function domainText(error: DomainError, { lang }: Pick<Terminal, 'lang'>): string {
  const { title, detail } = PROBLEM_TEXTS[error.code]
  const filled = detail[lang].replace(/\{(\w+)\}/g, (_, name: string) => String(error.params[name] ?? ''))
  return `${title[lang]}${lang === 'zh' ? '。' : '. '}${filled}`
}
