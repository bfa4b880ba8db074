import { describe, expect, it } from 'vitest'
import { checkBureau, makeBureauFile } from '../../electron/app/forms/make-bureau.ts'
import { listCodeWords, meanCodeWord, readCodes } from '../../electron/app/forms/read-codes.ts'
import { undoEntry } from '../../electron/app/ledger/undo-entry.ts'
import { correctPerson } from '../../electron/app/people/correct-person.ts'
import { addRecord } from '../../electron/app/records/add-record.ts'
import { readWorkbook } from '../../electron/excel/read-workbook.ts'
import type { OpenBook } from '../../electron/store/open.ts'
import { verifyBook } from '../../electron/store/integrity.ts'
import { bureauWords } from '../../electron/vocabulary/bureau-words.ts'
import { Refusal } from '../../electron/vocabulary/refusals.ts'
import { makeContext } from '../kit/context.ts'
import { newestEntry, seatPeople } from '../kit/people.ts'
import { withTownship } from '../kit/township.ts'

/* The bureaus' import workbooks are written whole in their own words, and what their systems would send back is told before. */

async function withPeople(work: (book: OpenBook, ids: readonly string[]) => Promise<void>): Promise<void> {
  await withTownship(async (book) => {
    const ids = await seatPeople(book, [
      { name: '试一', birth: '1985-06-16', unit: '党政综合办公室', category: 'administrative' },
      { name: '试二', birth: '1990-02-03', unit: '财政所', category: 'institution' },
    ])
    await work(book, ids)
  })
}
const correct = (book: OpenBook, personId: string, changes: Record<string, string>) =>
  correctPerson({ personId, reason: '核对', changes }, makeContext(book, { operation: 'person.correct' }))
const check = (book: OpenBook, form: 'cadre' | 'establishment') => checkBureau({ form }, makeContext(book))

/** The columns of each sheet as the template prints them, counted by hand. */
const CADRE = [
  ['B01单位', 20],
  ['A01人员', 36],
  ['A02职务', 19],
  ['A05职务职级', 8],
  ['A06专业技术', 8],
  ['A08学历学位', 15],
  ['A14奖惩', 10],
  ['A15考核', 4],
  ['A36家庭', 8],
  ['A99Z1补充', 6],
] as const

describe('the ten-sheet template', () => {
  it('has its sheets and columns, red heads and drop-downs, and everybody in post on it', () =>
    withPeople(async (book) => {
      const checked = await check(book, 'cadre')
      expect(checked.sheets.map(({ name, columns }) => [name, columns])).toEqual(CADRE)
      expect(checked.sheets.find(({ name }) => name === 'A01人员')?.rows).toBe(2)
      const context = makeContext(book, { operation: 'bureau.file' })
      const { base64, bounces } = await makeBureauFile({ form: 'cadre' }, context)
      expect(bounces).toBe(checked.bounces.length)
      const bytes = Buffer.from(base64, 'base64')
      const { sheets } = readWorkbook('xlsx', bytes)
      const people = sheets.find(({ name }) => name === 'A01人员')
      expect(people?.rows[1]?.slice(0, 4)).toEqual(['姓名', '身份证号', '性别', '出生年月'])
      expect(people?.rows[2]?.slice(0, 1)).toEqual(['试一'])
      expect(people?.rows[2]?.[3]).toMatch(/^\d{6}(\d{2})?$/u)
      // Every word written under a drop-down is one of its own.
      expect(people?.rows[2]?.[32]).toBe('行政编制')
      expect(people?.rows[3]?.[32]).toBe('事业编制（其他）')
      expect(bureauWords('category')).toContain('事业编制（其他）')
      expect(await newestEntry(book)).toMatchObject({ operation: 'bureau.file', change_count: 0 })
      expect((await verifyBook(book)).problems).toEqual([])
    }))

  it('tells what would be sent back, cell by cell; what is put right in the book is told no more', () =>
    withPeople(async (book, [id = '']) => {
      const missing = async () =>
        (await check(book, 'cadre')).bounces.filter(
          ({ sheet, about, column }) => sheet === 'A01人员' && about === '试一' && column === '健康状况',
        )
      expect(await missing()).toMatchObject([{ row: 3, code: 'missing', message: '必填，编制本没有登记健康状况' }])
      await correct(book, id, { health: '健康' })
      expect(await missing()).toEqual([])
    }))

  it('a sex or a birth against the ID number is told; so is a number that stands twice', () =>
    withPeople(async (book, [id = '']) => {
      await correct(book, id, { sex: '女', birth: '1986-01' })
      const told = (await check(book, 'cadre')).bounces.filter(
        ({ sheet, about, code }) => sheet === 'A01人员' && about === '试一' && code === 'disagrees',
      )
      expect(told.map(({ column }) => column).toSorted()).toEqual(['出生年月', '性别'])
    }))

  it('a word of the county’s own is asked once, and remembered; another entry of the list only', () =>
    withPeople(async (book, [id = '']) => {
      await addRecord(
        {
          kind: 'familyMember',
          person: id,
          from: '2026-11-01',
          content: { relation: '老伴', name: '试甲', birth: '1986-01', politicalStatus: '群众', work: '务农' },
        },
        makeContext(book, { operation: 'record.add' }),
      )
      const open = async () => (await check(book, 'cadre')).words.filter(({ list }) => list === 'kinship')
      expect(await open()).toMatchObject([{ word: '老伴', count: 1, title: '称谓' }])
      const mean = (meant: string | null) =>
        meanCodeWord({ list: 'kinship', word: '老伴', meant }, makeContext(book, { operation: 'codeWords.mean' }))
      expect(await mean('老友').catch((error: unknown) => error instanceof Refusal && error.code)).toBe(
        'code_word_unknown',
      )
      const { seq } = await mean('妻子')
      expect(await open()).toEqual([])
      expect((await listCodeWords({}, makeContext(book))).words).toMatchObject([{ word: '老伴', meant: '妻子' }])
      await undoEntry({ seq }, makeContext(book, { operation: 'journal.undo' }))
      expect(await open()).toHaveLength(1)
    }))
})

describe('the 27-column form', () => {
  it('has 27 columns on each of its two sheets; 机关 and 事业 stand apart', () =>
    withPeople(async (book) => {
      const checked = await check(book, 'establishment')
      expect(checked.sheets).toMatchObject([
        { name: '行政机关', columns: 27, rows: 1 },
        { name: '事业单位', columns: 27, rows: 1 },
      ])
      const { base64 } = await makeBureauFile(
        { form: 'establishment' },
        makeContext(book, { operation: 'bureau.file' }),
      )
      const workbook = readWorkbook('xlsx', Buffer.from(base64, 'base64'))
      const choices = workbook.sheets.find(({ name }) => name === '选项')?.rows
      expect(workbook.sheets.slice(0, 2).map(({ name, rows }) => [name, rows[2]?.[2]])).toEqual([
        ['行政机关', '试一'],
        ['事业单位', '试二'],
      ])
      expect(JSON.stringify(choices)).toContain('非领导人员')
    }))

  it('wants whole days: a month alone is told', () =>
    withPeople(async (book, [id = '']) => {
      await correct(book, id, { workStarted: '2009-07' })
      const told = (await check(book, 'establishment')).bounces.filter(
        ({ about, column }) => about === '试一' && column === '参加工作时间',
      )
      expect(told).toMatchObject([{ code: 'date', value: '2009-07', message: '编制本只到月，这张表要写到日' }])
      await correct(book, id, { workStarted: '2009-07-01' })
      expect(
        (await check(book, 'establishment')).bounces.some(
          ({ about, column }) => about === '试一' && column === '参加工作时间',
        ),
      ).toBe(false)
    }))
})

it('national codes: every word of the book has its code or says why; a county word gets one once it is said', () =>
  withPeople(async (book, [id = '']) => {
    await correct(book, id, {
      ethnicity: '畲族',
      education: '大专',
      professionalTitle: '土专家',
      nativePlace: '江西抚州',
    })
    const wordsOf = async (field: string) =>
      (await readCodes({}, makeContext(book))).fields.find((one) => one.field === field)?.words ?? []
    expect(await wordsOf('ethnicity')).toContainEqual(expect.objectContaining({ word: '畲族', code: '22' }))
    expect(await wordsOf('education')).toContainEqual(expect.objectContaining({ word: '大学专科', code: '31' }))
    expect(await wordsOf('nativePlace')).toMatchObject([{ word: '江西抚州', code: '360000', name: '江西省' }])
    expect(await wordsOf('professionalTitle')).toMatchObject([{ word: '土专家', code: null, remembered: false }])
    await meanCodeWord(
      { list: 'GB/T 8561', word: '土专家', meant: '农艺师' },
      makeContext(book, { operation: 'codeWords.mean' }),
    )
    expect(await wordsOf('professionalTitle')).toMatchObject([{ word: '土专家', code: '093', remembered: true }])
    // Nobody's word is without a code and without a reason.
    const { fields } = await readCodes({}, makeContext(book))
    const silent = fields.flatMap(({ field, words }) =>
      words.filter(({ code, why }) => code === null && why === null).map(({ word }) => `${field} ${word}`),
    )
    expect(silent).toEqual([])
    expect(fields.every(({ element, gap }) => element !== null || gap !== null)).toBe(true)
  }))
