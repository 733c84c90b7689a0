import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rootDir } from '../../../server/root.ts'

/** Takes a second in its middle, adds and takes nothing away, as a migration does that an older program can be beside. */
const MIGRATION = `alter table places add column floors integer;
select pg_sleep(1);
create table zone_remarks (zone_id text primary key references zones (id), remark text not null);
insert into zone_remarks select id, 'upgraded' from zones;`

/** The program as its next version would be: this one with a migration more, in a folder of its own. */
export function nextVersion(): { root: string; migration: string; remove(): void } {
  const root = mkdtempSync(join(tmpdir(), 'sanqu-next-'))
  const migration = '9999_next'
  cpSync(join(rootDir, 'package.json'), join(root, 'package.json'))
  for (const folder of ['sql', 'dist/faults']) cpSync(join(rootDir, folder), join(root, folder), { recursive: true })
  for (const folder of ['node_modules', 'data']) symlinkSync(join(rootDir, folder), join(root, folder))
  writeFileSync(join(root, 'sql', 'migrations', `${migration}.sql`), MIGRATION)
  return { root, migration, remove: () => rmSync(root, { recursive: true, force: true }) }
}
