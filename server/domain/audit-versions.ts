import type { Db } from '../store/connect.ts'
import { versionPages } from '../store/zones-versions.ts'
import { versionHash } from './zones-hash.ts'

/** A published version whose content is not what its hash was taken of. */
export type DifferingVersion = { zoneId: string; version: number }

/** Takes the hash of every published version anew and gives those that differ from the one that was published. */
export async function differingVersions(db: Db): Promise<{ versions: number; differing: DifferingVersion[] }> {
  let versions = 0
  const differing: DifferingVersion[] = []
  for await (const page of versionPages(db)) {
    for (const { hash, ...version } of page) {
      versions += 1
      if (versionHash(version) !== hash) differing.push({ zoneId: version.zoneId, version: version.version })
    }
  }
  return { versions, differing }
}
