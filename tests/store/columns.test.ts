import { expect, it } from 'vitest'
import { columnsOf } from '../../electron/domain/ledger/rows/fact-columns.ts'
import { FACT_TABLES } from '../../electron/domain/ledger/rows/fact-rows.ts'
import { withTownship } from '../kit/township.ts'

it('every column of every table of facts is one the program knows, and the other way round', () =>
  withTownship((book) => {
    const inFile = FACT_TABLES.map((table) => [
      table,
      book.raw.prepare(`SELECT name FROM pragma_table_info('${table}')`).pluck().all().map(String).toSorted(),
    ])
    expect(inFile).toEqual(FACT_TABLES.map((table) => [table, columnsOf(table).toSorted()]))
    return Promise.resolve()
  }))
