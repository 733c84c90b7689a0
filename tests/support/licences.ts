import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { rootDir } from '../../server/root.ts'

const FILE = join(rootDir, 'data', 'licences.json')
const text = (...path: string[]) => readFileSync(join(rootDir, ...path), 'utf8')

type Lock = { packages: Record<string, { version: string; dev?: boolean; optional?: boolean; license?: string }> }

/** The licence of every package that comes with the program (not of those that only build and test it), by `name@version`. */
export function licencesOfDependencies(): Record<string, string> {
  const { packages } = JSON.parse(text('package-lock.json')) as Lock
  const shipped = Object.entries(packages).filter(([path, { dev }]) => path.startsWith('node_modules/') && dev !== true)
  return Object.fromEntries(
    shipped
      .map(([path, { version, license = 'UNKNOWN' }]) => [`${path.split('node_modules/').at(-1)}@${version}`, license] as const)
      .sort(([a], [b]) => a.localeCompare(b, 'en')),
  )
}

export const listedLicences = (): Record<string, string> => JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, string>

// `npm run licences` writes the list anew
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(FILE, `${JSON.stringify(licencesOfDependencies(), null, 2)}\n`)
}
