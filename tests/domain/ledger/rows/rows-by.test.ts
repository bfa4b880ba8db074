import { describe, expect, it } from 'vitest'
import { rowInForce } from '../../../../electron/domain/ledger/rows/row-in-force.ts'
import { rowsBy } from '../../../../electron/domain/ledger/rows/rows-by.ts'
import {
  columnsOf,
  differingColumns,
  rowOfImage,
  sameImage,
} from '../../../../electron/domain/ledger/rows/fact-columns.ts'
import { dice } from '../../../kit/dice.ts'
import { FACT_TABLES } from '../../../../electron/domain/ledger/rows/fact-rows.ts'

/* How rows are looked up and what an image of one says. */

interface Row {
  readonly id: string
  readonly key: string | null
  readonly n: number
}
const rowOf = (key: string | null, n: number): Row => ({ id: `r${n}`, key, n })
const ROWS: readonly Row[] = Array.from({ length: 120 }, (_, n) => rowOf(n % 4 === 3 ? null : `k${n % 40}`, n))
const newestFirst = (rows: readonly Row[]) => rows.toSorted((left, right) => right.n - left.n)

describe('行的查找', () => {
  it('gives the rows of a key in their order, of an unknown one none', () => {
    const look = rowsBy<Row>((row) => row.key, newestFirst)(ROWS)
    for (const key of ['k0', 'k1', null, 'nobody'])
      expect(look(key)).toEqual(newestFirst(ROWS.filter((row) => row.key === key)))
  })

  it('a table is grouped once however many ask', () => {
    let asked = 0
    const look = rowsBy<Row>((row) => ((asked += 1), row.key), newestFirst)
    for (let n = 0; n < 40; n += 1) look(ROWS)(`k${n}`)
    expect(asked).toBe(ROWS.length)
  })

  /** A look-up that has met the table, and how often it asked for a key since. */
  function asking(rows: readonly Row[]) {
    const asked: string[] = []
    const look = rowsBy<Row>(
      (row) => {
        asked.push(row.id)
        return row.key
      },
      (own) => own,
    )
    look(rows)('k0')
    asked.length = 0
    return { look, asked }
  }

  it('a table asked before is not grouped again, whatever was asked between', () => {
    const { look, asked } = asking(ROWS)
    look(ROWS.with(5, { ...rowOf('k5', 5), n: 500 }))('k5')
    asked.length = 0
    expect(look(ROWS)('k5')).toEqual(ROWS.filter((row) => row.key === 'k5'))
    expect(asked).toEqual([])
  })

  it('a row that says something else, rows that come last: only these are asked for their key', () => {
    const other = { ...rowOf('k5', 5), n: 500 }
    const [one, two, three] = [rowOf('k0', 901), rowOf('k5', 902), rowOf('k0', 903)]
    for (const rows of [
      ROWS.with(5, other),
      [...ROWS, one],
      [...ROWS, one, two, three],
      [...ROWS.with(5, other), one, two],
    ]) {
      const { look, asked } = asking(ROWS)
      const own = look(rows)
      for (const key of ['k0', 'k5', null, 'nobody']) expect(own(key)).toEqual(rows.filter((row) => row.key === key))
      expect(asked.filter((id) => !['r5', 'r901', 'r902', 'r903'].includes(id))).toEqual([])
    }
  })

  it('a row that comes between others stands there in its group, also where another comes last', () => {
    const [one, two] = [rowOf('k0', 901), rowOf('k0', 902)]
    for (const rows of [
      ROWS.toSpliced(20, 0, one),
      [...ROWS.toSpliced(20, 0, one), two],
      [...ROWS.toSpliced(20, 0, one).with(0, { ...rowOf('k0', 0), n: 7 }), two],
    ]) {
      const { look } = asking(ROWS)
      expect(look(rows)('k0')).toEqual(rows.filter((row) => row.key === 'k0'))
    }
  })

  it('after few changes and after many the groups are those of the table made anew', () => {
    const look = rowsBy<Row>((row) => row.key, newestFirst)
    look(ROWS)('k0')
    const few = [...ROWS.slice(1).map((row) => (row.n === 5 ? { ...row, key: 'moved' } : row)), rowOf('k1', 999)]
    const many = few.map((row) => ({ ...row, n: row.n + 1, key: `m${row.n}` }))
    for (const rows of [few, many, ROWS])
      for (const key of ['k0', 'k1', 'k5', 'moved', 'm7', null, 'nobody'])
        expect(look(rows)(key)).toEqual(newestFirst(rows.filter((row) => row.key === key)))
  })

  it('whatever happens to a table, one step after another: rows that change, move, go, come back last, stand alike', () => {
    const { below: pick } = dice(20261122)
    const byN = (rows: readonly Row[]) => rows.toSorted((left, right) => left.n - right.n)
    const look = rowsBy<Row>((row) => row.key, byN)
    let rows: readonly Row[] = Array.from({ length: 30 }, (_, n) => ({ ...rowOf(`k${n % 5}`, n), n: n % 3 }))
    let gone: readonly Row[] = []
    for (let step = 0; step < 400; step += 1) {
      const place = pick(rows.length)
      const row = rows[place]
      if (row === undefined) throw new Error('no rows left')
      const kind = pick(6)
      if (kind === 0) rows = rows.with(place, { ...row, n: pick(3) })
      else if (kind === 1) rows = rows.with(place, { ...row, key: `k${pick(5)}` })
      else if (kind === 2) rows = [...rows, { ...rowOf(`k${pick(5)}`, 1000 + step), n: pick(3) }]
      else if (kind === 3 && rows.length > 20) [rows, gone] = [rows.toSpliced(place, 1), [...gone, row]]
      else if (kind === 4) [rows, gone] = [[...rows, ...gone], []]
      else rows = [...rows.toSpliced(place, 1), { ...row, n: pick(3) }]
      for (const key of ['k0', 'k1', 'k2', 'k3', 'k4'])
        expect(look(rows)(key)).toEqual(byN(rows.filter((one) => one.key === key)))
    }
  })

  it('a range holds its first day and not its end', () => {
    const range = { valid_from: '2020-01-02', valid_to: '2020-02-01' }
    const days = ['2020-01-01', '2020-01-02', '2020-01-31', '2020-02-01']
    expect(days.map((day) => rowInForce(range, day))).toEqual([false, true, true, false])
    expect(rowInForce({ ...range, valid_to: null }, '2999-01-01')).toBe(true)
  })
})

describe('行的影像', () => {
  it('an image becomes its row: what it leaves out is empty, what the table does not have is left', () => {
    const row = rowOfImage('nameplate', { id: 'np', name: '综治中心', valid_from: '2020-01-01', colour: 'red' })
    expect(row).toEqual({
      id: 'np',
      recorded_at: null,
      valid_from: '2020-01-01',
      valid_to: null,
      unit_id: null,
      name: '综治中心',
      document_id: null,
    })
  })

  it('empty and left out are alike; what differs is named once', () => {
    expect(sameImage({ a: 1, b: null }, { a: 1 })).toBe(true)
    expect(sameImage({ a: 1 }, { a: 1, b: null })).toBe(true)
    expect(sameImage({ a: 1, b: 0 }, { a: 1 })).toBe(false)
    expect(sameImage(null, null)).toBe(true)
    expect(sameImage(null, {})).toBe(false)
    expect(sameImage({}, null)).toBe(false)
    expect(differingColumns({ a: 1, b: 2, c: null }, { a: 1, b: 3, d: 4 })).toEqual(['b', 'd'])
  })

  it('every table has an id and the day it was learnt; ranged ones their range', () => {
    for (const table of FACT_TABLES) expect(columnsOf(table)).toEqual(expect.arrayContaining(['id', 'recorded_at']))
    for (const table of ['unit_version', 'quota', 'holding', 'absence', 'record'] as const)
      expect(columnsOf(table)).toEqual(expect.arrayContaining(['valid_from', 'valid_to']))
  })
})
