import { describe, expect, it } from 'vitest'
import { makeBlankFile } from '../../electron/app/forms/make-blank.ts'
import { redoEntry } from '../../electron/app/ledger/redo-entry.ts'
import { undoEntry } from '../../electron/app/ledger/undo-entry.ts'
import { correctPerson } from '../../electron/app/people/correct-person.ts'
import {
  addOwnField,
  changeOwnField,
  listOwnFields,
  removeOwnField,
} from '../../electron/app/people/keep-own-fields.ts'
import { readPerson } from '../../electron/app/people/read-person.ts'
import { readRoster } from '../../electron/app/people/read-roster.ts'
import { addRecord } from '../../electron/app/records/add-record.ts'
import type { Input } from '../../electron/contract/operations.ts'
import { readWorkbook } from '../../electron/excel/read-workbook.ts'
import { verifyBook } from '../../electron/store/integrity.ts'
import type { OpenBook } from '../../electron/store/open.ts'
import type { OwnFieldName } from '../../electron/vocabulary/own-fields.ts'
import { Refusal } from '../../electron/vocabulary/refusals.ts'
import { createExcelPort } from '../../electron/host/spawn-excel.ts'
import { makeContext } from '../kit/context.ts'
import { seatPeople } from '../kit/people.ts'
import { entryCount, withTownship } from '../kit/township.ts'

/* 自定栏目: what the township itself wants to know of people, declared without a programmer. */

const add = async (book: OpenBook, field: Input<'ownField.add'>['fields'][number]): Promise<OwnFieldName> => {
  const [name] = (await addOwnField({ fields: [field] }, makeContext(book, { operation: 'ownField.add' }))).fields
  if (name === undefined) throw new Error('no field')
  return name
}
const listed = async (book: OpenBook) => (await listOwnFields({}, makeContext(book))).fields
const someone = async (book: OpenBook): Promise<string> => {
  const [id = ''] = await seatPeople(book, [
    { name: '试一', birth: '1985-06-16', unit: '财政所', category: 'institution' },
  ])
  return id
}
const put = (book: OpenBook, personId: string, field: OwnFieldName, value: string | null) =>
  correctPerson(
    { personId, reason: '核对', changes: { [field]: value } },
    makeContext(book, { operation: 'person.correct' }),
  )
const shown = async (book: OpenBook, personId: string, field: OwnFieldName) =>
  (await readPerson({ personId }, makeContext(book))).fields[field] ?? null
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof Refusal ? { code: error.code, ...error.details } : error),
  )

describe('自定栏目', () => {
  it('is declared, filled, renamed and taken away, each with an entry that can be taken back; nothing entered is lost', () =>
    withTownship(async (book) => {
      const personId = await someone(book)
      const field = await add(book, { title: '公务用车驾照', kind: 'list', choices: ['C1', 'C2', 'C1'] })
      await put(book, personId, field, 'C2')
      expect(await listed(book)).toEqual([
        { field, title: '公务用车驾照', kind: 'list', choices: ['C1', 'C2'], masked: false, people: 1 },
      ])
      await changeOwnField({ field, title: '驾照' }, makeContext(book, { operation: 'ownField.change' }))
      expect((await listed(book))[0]?.title).toBe('驾照')
      const { seq } = await removeOwnField({ field }, makeContext(book, { operation: 'ownField.remove' }))
      expect(await listed(book)).toEqual([])
      expect(await shown(book, personId, field)).toBeNull()
      await undoEntry({ seq }, makeContext(book, { operation: 'journal.undo' }))
      expect([(await listed(book))[0]?.title, await shown(book, personId, field)]).toEqual(['驾照', 'C2'])
      await redoEntry({}, makeContext(book, { operation: 'journal.redo' }))
      expect(await listed(book)).toEqual([])
      // The place still holds what was entered: the next field gets another one.
      expect(await add(book, { title: '住址' })).not.toBe(field)
      expect((await verifyBook(book)).problems).toEqual([])
    }))

  it.each([
    [{ title: '手机号码' }, 'own_field_title', '联系电话'],
    [{ title: '职务职级' }, 'own_field_title', undefined],
    [{ title: '工 号' }, 'own_field_title', '工号'],
    [{ title: '级次', kind: 'list' as const, choices: [' '] }, 'invalid_input', undefined],
  ])('%o is refused: %s', (field, code, other) =>
    withTownship(async (book) => {
      await add(book, { title: '工号' })
      const before = await entryCount(book)
      expect(await refusal(add(book, field))).toMatchObject({ code, ...(other === undefined ? {} : { other }) })
      expect(await entryCount(book)).toBe(before)
    }),
  )

  it('holds what it says it holds: a day is read as the import reads one, a word outside the list asks', () =>
    withTownship(async (book) => {
      const personId = await someone(book)
      const day = await add(book, { title: '合同到期', kind: 'date' })
      const list = await add(book, { title: '驻村', kind: 'list', choices: ['是', '否'] })
      await put(book, personId, day, '2031.8')
      expect(await shown(book, personId, day)).toBe('2031-08')
      expect(await refusal(put(book, personId, day, '明年'))).toMatchObject({
        code: 'invalid_input',
        field: '合同到期',
      })
      expect(await refusal(put(book, personId, list, '有时'))).toMatchObject({ code: 'invalid_input', field: '驻村' })
      expect(await refusal(put(book, personId, 'own09', '某'))).toMatchObject({ code: 'own_field_unknown' })
    }))

  it('twenty and no more', () =>
    withTownship(async (book) => {
      const fields = Array.from({ length: 20 }, (_, place) => ({ title: `栏目${place}` }))
      await addOwnField({ fields }, makeContext(book, { operation: 'ownField.add' }))
      expect(await refusal(add(book, { title: '又一栏' }))).toMatchObject({ code: 'own_field_full', count: 20 })
    }))

  it('words do not become days by a change of the declaration', () =>
    withTownship(async (book) => {
      const personId = await someone(book)
      const field = await add(book, { title: '备用电话' })
      await put(book, personId, field, '8765432')
      const change = (kind: 'date' | 'list', choices?: string[]) =>
        changeOwnField(
          { field, kind, ...(choices === undefined ? {} : { choices }) },
          makeContext(book, { operation: 'ownField.change' }),
        )
      expect(await refusal(change('date'))).toMatchObject({ code: 'own_field_kind' })
      await change('list', ['8765432', '无'])
      expect(await shown(book, personId, field)).toBe('8765432')
    }))

  it('a personal one leaves the core masked, on the page and on the roster', () =>
    withTownship(async (book) => {
      const personId = await someone(book)
      const field = await add(book, { title: '银行卡号', masked: true })
      await put(book, personId, field, '6222000011112222')
      expect(await shown(book, personId, field)).toBe('6***')
      const { people } = await readRoster({ fields: [field] }, makeContext(book))
      expect(people[0]?.fields[field]).toBe('6***')
    }))

  it('stays when the rest of 档案补充 is registered anew', () =>
    withTownship(async (book) => {
      const personId = await someone(book)
      const field = await add(book, { title: '住址' })
      await put(book, personId, field, '某村一组')
      await addRecord(
        { kind: 'personFile', person: personId, from: '2026-11-01', content: { nativePlace: '江西抚州' } },
        makeContext(book, { operation: 'record.add' }),
      )
      const { fields } = await readPerson({ personId }, makeContext(book))
      expect([fields[field], fields['nativePlace']]).toEqual(['某村一组', '江西抚州'])
    }))

  it('stands on the blank roster with its drop-down', () =>
    withTownship(async (book) => {
      await add(book, { title: '驻村', kind: 'list', choices: ['是', '否'] })
      const { base64 } = await makeBlankFile({ kind: 'roster' }, createExcelPort(), book.db)
      const sheets = readWorkbook('xlsx', Buffer.from(base64, 'base64')).sheets
      expect(JSON.stringify(sheets.find(({ name }) => name === '花名册')?.rows)).toContain('驻村')
      const without = await makeBlankFile({ kind: 'roster' }, createExcelPort())
      expect(JSON.stringify(readWorkbook('xlsx', Buffer.from(without.base64, 'base64')).sheets)).not.toContain('驻村')
    }))
})
