import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readCountyFigures } from '../../../electron/app/county/read-county.ts'
import { CITY_TOWNSHIPS } from '../../../electron/domain/county/sample-city.ts'
import { closeCountyFile, openCountyFile } from '../../../electron/store/county/county-book.ts'
import { encodePackage } from '../../../electron/store/county/package-file.ts'
import { temporaryFolder } from '../../kit/book.ts'
import { cityContent } from '../../kit/city-packages.ts'
import { countyContext, newCounty } from '../../kit/county.ts'

const TOWNSHIPS = CITY_TOWNSHIPS.slice(0, 24)

function packages(folder: string): { readonly people: number; readonly quota: number } {
  let [people, quota] = [0, 0]
  for (const township of TOWNSHIPS) {
    const content = cityContent(township, 'after')
    people += content.parts.people.length
    quota += content.totals.categories.reduce((sum, one) => sum + one.quota, 0)
    writeFileSync(join(folder, `${township.code}.dbpkg`), encodePackage(content).bytes)
  }
  return { people, quota }
}

/** Receives until so many packages are told, then kills. */
function receive(path: string, folder: string, killAfter: number): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, '../../kit/receive-files.ts'), path, folder])
    let told = 0
    child.stdout.on('data', (chunk: Buffer) => {
      told += chunk.toString().split('\n').length - 1
      if (told >= killAfter) child.kill('SIGKILL')
    })
    child.on('close', () => resolve(told))
  })
}

it('a receiving killed again and again loses nothing that was told and doubles nothing', async () => {
  const folder = temporaryFolder()
  try {
    const [path, files] = [join(folder.path, '某市.dingbian'), join(folder.path, 'files')]
    mkdirSync(files)
    const whole = packages(files)
    closeCountyFile(await newCounty(path, { level: 'city' }))
    for (const killAfter of [3, 8, 15]) {
      const told = await receive(path, files, killAfter)
      const county = await openCountyFile(path)
      const { townships, people, totals } = await readCountyFigures({ by: 'category' }, countyContext(county))
      expect(townships).toBeGreaterThanOrEqual(told)
      const { n } = county.raw.prepare('select count(*) as n from person').get() as { readonly n: number }
      expect(n).toBe(people)
      expect(totals.reduce((sum, one) => sum + one.actual, 0)).toBeLessThanOrEqual(whole.people)
      closeCountyFile(county)
    }
    expect(await receive(path, files, Number.POSITIVE_INFINITY)).toBe(TOWNSHIPS.length)
    const county = await openCountyFile(path)
    const { townships, people, totals } = await readCountyFigures({ by: 'category' }, countyContext(county))
    expect({ townships, people, quota: totals.reduce((sum, one) => sum + one.quota, 0) }).toEqual({
      townships: TOWNSHIPS.length,
      ...whole,
    })
    expect(county.raw.prepare('select count(*) as n from submission').get()).toEqual({ n: TOWNSHIPS.length })
    closeCountyFile(county)
  } finally {
    folder.dispose()
  }
}, 240_000)
