import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeDistrict } from './generator/district.ts'

// Writes the demo district beside this file (or into the folder given): npx tsx data/demo/generate.ts [folder]
const folder = process.argv[2] ?? import.meta.dirname
mkdirSync(folder, { recursive: true })
for (const [name, text] of makeDistrict().files) {
  writeFileSync(join(folder, name), text)
  console.log(`${name}  ${(Buffer.byteLength(text) / 1024).toFixed(0)} KB`)
}
