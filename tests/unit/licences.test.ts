import { expect, it } from 'vitest'
import { licencesOfDependencies, listedLicences } from '../support/licences.ts'

/** Licences that ask for no more than to be named, or for their own files to stay open. */
const ACCEPTED = new Set([
  'MIT', 'MIT-0', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'Unlicense', 'CC0-1.0', 'BlueOak-1.0.0', 'Python-2.0', 'MPL-2.0', 'PostgreSQL', 'Zlib',
  'EDL-1.0', // the Eclipse Distribution License is the BSD 3-clause licence
])

/** What needs a word, by name; the reason stands beside each. */
const KNOWN: Readonly<Record<string, string>> = {
  'splaytree-ts': 'BDS-3-Clause is a slip for BSD-3-Clause: its LICENSE file is the BSD text',
}

const accepted = (licence: string): boolean =>
  licence.replace(/[()]/g, '').split(' OR ').some((choice) => choice.split(' AND ').every((part) => ACCEPTED.has(part)))

it('every package that comes with the program is listed with its licence', () => {
  expect(listedLicences(), 'npm run licences').toEqual(licencesOfDependencies())
})

it('none of them has a licence that would bind the program', () => {
  const others = Object.entries(licencesOfDependencies()).filter(([name, licence]) => !accepted(licence) && !(name.slice(0, name.lastIndexOf('@')) in KNOWN))
  expect(others).toEqual([])
})
