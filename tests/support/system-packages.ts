import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** The browser that the tests drive. */
export const CHROMIUM = '/usr/lib/chromium/chromium-headless-shell'

// what the tests need beside npm's packages, and a file by which each is known to be there
const PACKAGES: Record<string, string> = {
  'chromium-headless-shell': CHROMIUM,
  'fonts-noto-cjk': '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
  'postgresql-15-postgis-3': '/usr/lib/postgresql/15/lib/postgis-3.so',
  'postgresql-15-postgis-3-scripts': '/usr/share/postgresql/15/extension/postgis.control',
  'postgresql-15-pgrouting': '/usr/share/postgresql/15/extension/pgrouting.control',
  'osmium-tool': '/usr/bin/osmium',
  'gdal-bin': '/usr/bin/ogr2ogr',
  strace: '/usr/bin/strace',
  faketime: '/usr/bin/faketime',
  'fiu-utils': '/usr/bin/fiu-run',
  'stress-ng': '/usr/bin/stress-ng',
}

/** Brings the missing Debian packages as root with apt; elsewhere names them and stops. */
export function ensureSystemPackages(): void {
  const missing = Object.entries(PACKAGES).filter(([, file]) => !existsSync(file)).map(([name]) => name)
  if (missing.length === 0) return
  const apt = spawnSync('apt-get', ['--version']).status === 0
  if (process.getuid?.() !== 0 || !apt) {
    console.error(`测试需要这些软件包，请先安装 The tests need these packages, install them first:\n  apt-get install ${missing.join(' ')}`)
    process.exit(1)
  }
  console.error(`安装 Installing: ${missing.join(' ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env })
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], { stdio: ['ignore', 'ignore', 'inherit'], env })
}
