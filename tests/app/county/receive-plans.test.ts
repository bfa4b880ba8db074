import type Database from 'better-sqlite3-multiple-ciphers'
import { expect, it } from 'vitest'
import { CITY_TOWNSHIPS } from '../../../electron/domain/county/sample-city.ts'
import { closeCountyFile, openCountyFile } from '../../../electron/store/county/county-book.ts'
import { receiveCity } from '../../kit/city-packages.ts'
import { countyContext, withCounty } from '../../kit/county.ts'

/* What is asked once a township must cost the same for the first and for the forty-thousandth. */

/** Tables that grow by a row or more with every township. */
const GROWING = ['township', 'submission', 'county_journal', 'unit', 'line', 'total', 'standing', 'person', 'finding']

/** Steps of a statement's plan that go through a whole table that grows. */
function scans(raw: Database.Database, statement: string): readonly string[] {
  const named = [...statement.matchAll(/@(\w+)/gu)].map(([, name]) => [name, null])
  const bound = named.length > 0 ? [Object.fromEntries(named)] : [...statement.matchAll(/\?/gu)].map(() => null)
  const plan = raw.prepare(`EXPLAIN QUERY PLAN ${statement}`).all(...bound) as { readonly detail: string }[]
  const aliases = new Map(
    [...statement.matchAll(/(?:FROM|JOIN) (\w+) (?!WHERE|JOIN|ORDER|ON|SET|VALUES)(\w+)/gu)].map(([, table, alias]) => [
      alias,
      table,
    ]),
  )
  return plan
    .map(({ detail }) => /^SCAN (\w+)(?! USING (?:COVERING )?INDEX \w+ \()/u.exec(detail)?.[1] ?? '')
    .map((name) => aliases.get(name) ?? name)
    .filter((name) => GROWING.includes(name))
}

/** Runs `work` and gives every reading statement that was put meanwhile. */
function readings(raw: Database.Database, work: () => void): readonly string[] {
  const [prepare, put] = [raw.prepare.bind(raw), new Set<string>()]
  raw.prepare = ((text: string) => {
    put.add(text)
    return prepare(text)
  }) as never
  try {
    work()
  } finally {
    raw.prepare = prepare
  }
  return [...put].filter((text) => /^\s*(?:SELECT|WITH|UPDATE|DELETE)/u.test(text))
}

it('every lookup of a receiving goes by a key, in a fresh book and in one opened again', () =>
  withCounty(
    async ({ county, context }) => {
      const [first, second] = [CITY_TOWNSHIPS.slice(0, 3), CITY_TOWNSHIPS.slice(3, 6)]
      const asked = readings(county.raw, () => receiveCity(context(), first))
      expect(asked.length).toBeGreaterThan(5)
      expect(asked.filter((text) => scans(county.raw, text).length > 0 && !oneRow(text))).toEqual([])
      closeCountyFile(county)
      const again = await openCountyFile(county.path)
      try {
        const put = readings(again.raw, () => receiveCity(countyContext(again), second))
        expect(put.filter((text) => scans(again.raw, text).length > 0 && !oneRow(text))).toEqual([])
        // Control: what goes through every entry of the journal is seen.
        const walked = `SELECT s.id FROM county_journal j JOIN submission s ON s.received_seq = j.seq WHERE j.actor = ?`
        expect(scans(again.raw, walked)).not.toEqual([])
      } finally {
        closeCountyFile(again)
      }
    },
    { level: 'city', name: '某市' },
  ))

/** The newest entry: a scan that ends at its first row. */
const oneRow = (text: string) => text.endsWith('ORDER BY seq DESC LIMIT 1')
