import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { receivePackages } from '../../electron/app/county/receive.ts'
import { closeCountyFile, openCountyFile } from '../../electron/store/county/county-book.ts'
import { countyContext } from './county.ts'

/* A program of its own, to be killed at any moment: takes every package of a folder into a 主管本, one after another, saying each. */
const [path = '', folder = ''] = process.argv.slice(2)
const county = await openCountyFile(path)
for (const name of readdirSync(folder).toSorted()) {
  await receivePackages({ files: [{ path: join(folder, name) }] }, countyContext(county))
  process.stdout.write(`${name}\n`)
}
closeCountyFile(county)
