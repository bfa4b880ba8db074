import { chmodSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import Database from 'better-sqlite3-multiple-ciphers'
import { describe, expect, it } from 'vitest'
import { verifyCounty } from '../../electron/app/county/guard-county.ts'
import { readCountyFigures } from '../../electron/app/county/read-county.ts'
import { readCountyFindings } from '../../electron/app/county/read-township.ts'
import { closeCountyFile, openCountyFile, type CountyBook } from '../../electron/store/county/county-book.ts'
import { COUNTY_SCHEMA_VERSION } from '../../migrations/county/index.ts'
import { temporaryFolder } from '../kit/book.ts'
import { countyContext } from '../kit/county.ts'

/* A 主管本 of every schema, written by the program of its time (tests/fixtures/golden-county): this version opens, migrates and verifies each. */

const FOLDER = join(import.meta.dirname, '../fixtures/golden-county')
const GOLDEN = readdirSync(FOLDER)
  .flatMap((name) => /^schema-(\d+)\.sql\.gz$/.exec(name)?.[1] ?? [])
  .map(Number)
  .toSorted((left, right) => left - right)

interface Then {
  readonly figures: Awaited<ReturnType<typeof readCountyFigures>>
  readonly findings: Awaited<ReturnType<typeof readCountyFindings>>
}
const said = (schema: number) => JSON.parse(readFileSync(join(FOLDER, `schema-${schema}.json`), 'utf8')) as Then

async function withGolden(schema: number, work: (county: CountyBook) => Promise<void>, ...more: readonly string[]) {
  const folder = temporaryFolder()
  const path = join(folder.path, '某县.dingbian')
  try {
    const raw = new Database(path)
    raw.pragma('journal_mode = WAL')
    raw.pragma('foreign_keys = OFF')
    for (const text of [gunzipSync(readFileSync(join(FOLDER, `schema-${schema}.sql.gz`))).toString('utf8'), ...more])
      raw.exec(text)
    raw.close()
    chmodSync(path, 0o600)
    const county = await openCountyFile(path)
    try {
      await work(county)
    } finally {
      closeCountyFile(county)
    }
  } finally {
    folder.dispose()
  }
}

describe('主管本 of earlier schemas', () => {
  it('there is one of each that was ever written', () => {
    const wanted = Array.from({ length: COUNTY_SCHEMA_VERSION - 1 }, (_, place) => place + 2)
    expect(GOLDEN).toEqual(wanted)
  })

  for (const schema of GOLDEN)
    it(`schema ${schema} opens, is brought up, says what it said, and every row follows from its package`, () =>
      withGolden(schema, async (county) => {
        expect(county.raw.pragma('user_version', { simple: true })).toBe(COUNTY_SCHEMA_VERSION)
        const context = countyContext(county)
        const [now, then] = [await readCountyFigures({}, context), said(schema)]
        const numbers = ({
          figures: { lines, totals, leadership, standing, townships, people },
        }: Pick<Then, 'figures'>) => [
          lines.map((one) => [one.township, one.categoryCode, one.quota, one.actual, one.vacancy, one.over]),
          totals.map((one) => [one.categoryCode, one.ceiling, one.quota, one.actual]),
          [leadership, standing, townships, people],
        ]
        expect(numbers({ figures: now })).toEqual(numbers(then))
        const findings = await readCountyFindings({}, context)
        expect(findings.findings.map((one) => one.text).toSorted()).toEqual(
          then.findings.findings.map((one) => one.text).toSorted(),
        )
        expect(await verifyCounty({}, context)).toMatchObject({ ok: true, problems: [], submissions: 3 })
      }))

  it('would be caught (control): a number changed before it is opened', () =>
    withGolden(
      GOLDEN[0] ?? 2,
      async (county) => {
        expect((await verifyCounty({}, countyContext(county))).ok).toBe(false)
      },
      `UPDATE line SET quota = quota + 1, vacancy = vacancy + 1 WHERE vacancy > 0`,
    ))
})
