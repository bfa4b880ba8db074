import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import { describe, expect, it } from 'vitest'
import { exportCounty } from '../../../electron/app/county/export-county.ts'
import { CITY_TOWNSHIPS } from '../../../electron/domain/county/sample-city.ts'
import { closeCountyFile } from '../../../electron/store/county/county-book.ts'
import { READ_MODEL } from '../../../electron/store/county/read-model.ts'
import { temporaryFolder } from '../../kit/book.ts'
import { receiveCity } from '../../kit/city-packages.ts'
import { countyContext, newCounty, packageOf, withCounty } from '../../kit/county.ts'
import { answersOf, comparable, ownAnswers, rollUpsIn, type Row } from '../../kit/county-model.ts'
import { inventedId, type SeatedPerson } from '../../kit/people.ts'

/** Some of each county of the sample. */
const SOME = CITY_TOWNSHIPS.filter((_, place) => place % 9 === 0).slice(0, 20)
const OFFICE = '党政综合办公室'
const person = (name: string, more: Partial<SeatedPerson> = {}): SeatedPerson => ({
  name,
  unit: OFFICE,
  birth: '1980-01-01',
  ...more,
})

/** Every file of a table, read back by a reader of its own. */
async function rowsOf(folder: string, table: string): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (const county of readdirSync(join(folder, table)))
    for (const name of readdirSync(join(folder, table, county))) {
      const file = join(folder, table, county, name)
      if (name.endsWith('.csv')) rows.push(...csvRows(readFileSync(file, 'utf8'), table))
      else rows.push(...((await parquetReadObjects({ file: await asyncBufferFromFile(file) })) as Row[]))
    }
  return rows
}

function csvRows(text: string, table: string): readonly Row[] {
  const columns = READ_MODEL.find((one) => one.name === table)?.columns ?? []
  const cells = [...text.matchAll(/("(?:[^"]|"")*"|[^,\n]*)(,|\n)/gu)].map(([, cell = '']) => cell)
  const rows: Row[] = []
  for (let at = columns.length; at < cells.length; at += columns.length)
    rows.push(
      Object.fromEntries(
        columns.map(({ name }, place) => {
          const cell = cells[at + place] ?? ''
          return [
            name,
            cell === '' ? null : cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : Number(cell),
          ]
        }),
      ),
    )
  return rows
}

/** The folder's own statements over its own rows, by SQLite: standard SQL is what every engine speaks. */
async function answered(folder: string) {
  const db = new Database(':memory:')
  for (const { name, columns } of READ_MODEL) {
    db.exec(`CREATE TABLE ${name} (${columns.map((column) => column.name).join(', ')})`)
    const insert = db.prepare(`INSERT INTO ${name} VALUES (${columns.map(() => '?').join(', ')})`)
    for (const row of await rowsOf(folder, name)) insert.run(columns.map((column) => row[column.name] ?? null))
  }
  const answers = new Map(
    [...rollUpsIn(folder)].map(([name, sql]) => [name, comparable(db.prepare(sql).all() as Row[])]),
  )
  db.close()
  return answersOf(answers)
}

describe('the read model', () => {
  it('of a city gives, by its own SQL, what the 主管本 shows; both formats hold the same rows', async () => {
    const folder = temporaryFolder()
    const county = await newCounty(join(folder.path, '示例市.dingbian'), {
      name: '示例市',
      level: 'city',
      code: '9910',
    })
    try {
      const context = countyContext(county)
      receiveCity(context, SOME)
      const own = await ownAnswers(context)
      expect(own['by_township']?.length).toBeGreaterThan(SOME.length)
      for (const format of ['parquet', 'csv'] as const) {
        const path = join(folder.path, format)
        const made = await exportCounty({ path, format }, context)
        expect(made.townships).toBe(SOME.length)
        expect(made.rows['person']).toBe(made.people)
        expect(await answered(path)).toEqual(own)
      }
      for (const { name } of READ_MODEL)
        expect(await rowsOf(join(folder.path, 'csv'), name)).toEqual(await rowsOf(join(folder.path, 'parquet'), name))
      expect(readdirSync(join(folder.path, 'csv', 'quota')).length).toBeGreaterThan(1)
      expect(readdirSync(folder.path).filter((name) => name.endsWith('.part'))).toEqual([])
    } finally {
      closeCountyFile(county)
      folder.dispose()
    }
  })

  it('masks whole numbers wherever they stand, keeps quotes and blanks of a name, and finds one counted twice', () =>
    withCounty(async (room) => {
      const number = inventedId('1980-01-01')
      const twice = person('王"某, 小', { idNumber: number })
      const east = await room.township('东乡', [twice, person('甲东', { idNumber: null })])
      const west = await room.township('西乡', [twice])
      const input = { wholeNumbersFor: '核对' }
      await room.receive({
        'a.dbpkg': (await packageOf(east, input)).bytes,
        'b.dbpkg': (await packageOf(west, input)).bytes,
      })
      const own = await ownAnswers(room.context())
      expect(own['doubles_count']).toEqual([{ n: 1 }])
      for (const format of ['parquet', 'csv'] as const) {
        const path = join(room.folder, format)
        await exportCounty({ path, format }, room.context())
        expect(await answered(path)).toEqual(own)
        const names = (await rowsOf(path, 'person')).map((row) => row['name'])
        expect(names).toContain('王"某, 小')
        const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
        for (const file of files) expect(readFileSync(join(file.parentPath, file.name)).includes(number)).toBe(false)
        expect((await rowsOf(path, 'person')).map((row) => row['number']).filter((one) => one !== null)).toEqual(
          Array.from({ length: 2 }, () => `${number.slice(0, 6)}********${number.slice(-4)}`),
        )
      }
    }))

  it('is put only into a folder that is empty or not there, whole or not at all', () =>
    withCounty(async (room) => {
      const path = join(room.folder, 'out')
      mkdirSync(path)
      writeFileSync(join(path, '别的.txt'), '')
      await expect(exportCounty({ path, format: 'csv' }, room.context())).rejects.toMatchObject({
        code: 'folder_not_empty',
      })
      const stopped = AbortSignal.abort()
      await room.receive({ 'a.dbpkg': (await packageOf(await room.township('东乡', [person('甲东')]))).bytes })
      const empty = join(room.folder, 'empty')
      await expect(
        exportCounty({ path: empty, format: 'csv' }, { ...room.context(), signal: stopped }),
      ).rejects.toMatchObject({ code: 'cancelled' })
      expect(readdirSync(room.folder).filter((name) => name.includes('empty'))).toEqual([])
      mkdirSync(empty)
      expect(await exportCounty({ path: empty, format: 'csv' }, room.context())).toMatchObject({
        townships: 1,
        people: 1,
      })
    }))
})
