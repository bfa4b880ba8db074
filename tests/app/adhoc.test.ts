import { expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { makeAdhocFile, previewAdhoc } from '../../electron/app/forms/make-adhoc.ts'
import { undoEntry } from '../../electron/app/ledger/undo-entry.ts'
import { listRosterLayouts, removeRosterLayout, saveRosterLayout } from '../../electron/app/forms/keep-layouts.ts'
import { readRoster } from '../../electron/app/people/read-roster.ts'
import type { RosterLayout } from '../../electron/contract/adhoc-operations.ts'
import { OPERATIONS, type Output } from '../../electron/contract/operations.ts'
import { makeContext } from '../kit/context.ts'
import { newestEntry } from '../kit/people.ts'
import { withSample } from '../kit/sample-month.ts'
import { entryCount } from '../kit/township.ts'

/* 自定花名册: the columns, people, order and groups she asked for, and no others. */

const LAYOUT: RosterLayout = {
  title: '人员花名册',
  fields: ['sequence', 'name', 'idNumber', 'sex', 'birth'],
  dateFormat: 'dot',
  idNumbers: 'masked',
  filter: { lists: ['in-quota'], unit: null, category: null, sex: null, education: null, bornFrom: null, bornTo: null },
  sortBy: null,
  descending: false,
  groupBy: null,
  paper: 'A4',
  orientation: 'portrait',
}
const WHOLE_ID = /\d{17}[\dX]/
const rowsOf = ({ preview }: Output<'adhoc.preview'>) =>
  preview.pages.flatMap((page) =>
    page.rowHeights.map((_, row) =>
      page.cells
        .filter((cell) => cell.row === row)
        .toSorted((left, right) => left.column - right.column)
        .map((cell) => cell.text),
    ),
  )
const peopleOf = (view: Output<'adhoc.preview'>) => rowsOf(view).filter((row) => /^\d+$/.test(row[0] ?? ''))

it('everybody of the list once, in the roster’s order, ID numbers masked; 合计 says how many', () =>
  withSample(async (book) => {
    const context = makeContext(book)
    const view = await previewAdhoc({ layout: { ...LAYOUT, idNumbers: 'plain' } }, context)
    const roster = await readRoster({ list: 'in-quota' }, context)
    expect(OPERATIONS['adhoc.preview'].output.parse(view)).toEqual(view)
    expect(peopleOf(view).map((row) => row[1])).toEqual(roster.people.map((person) => person.name))
    expect(rowsOf(view).find((row) => row[0] === '合计')?.[1]).toBe(String(roster.people.length))
    expect(JSON.stringify(view)).not.toMatch(WHOLE_ID)
  }))

it('conditions hold together; by birth, oldest first', () =>
  withSample(async (book) => {
    const context = makeContext(book)
    const filter = {
      ...LAYOUT.filter,
      lists: ['in-quota' as const, 'over-quota' as const],
      sex: '女' as const,
      bornFrom: '1975-01-01',
      bornTo: '1990-12-31',
    }
    const view = await previewAdhoc({ layout: { ...LAYOUT, filter, sortBy: 'birth' } }, context)
    const { people } = await readRoster({}, context)
    const wanted = people.filter(
      (person) =>
        filter.lists.some((list) => list === person.list) &&
        person.sex === '女' &&
        person.birth !== null &&
        person.birth >= '1975' &&
        person.birth < '1991',
    )
    expect(wanted.length).toBeGreaterThan(3)
    expect(new Set(peopleOf(view).map((row) => row[1]))).toEqual(new Set(wanted.map((person) => person.name)))
    const births = peopleOf(view).map((row) => row[4] ?? '')
    expect(births.every((birth, place) => place === 0 || (births[place - 1] ?? '') <= birth)).toBe(true)
    expect(births.length).toBe(wanted.length)
    expect(rowsOf(view).flat().join()).toContain('范围：在编名单、超编名单；性别：女；出生 1975-01-01至1990-12-31。')
    // Nobody: said, not an empty table.
    const nobody = await previewAdhoc(
      { layout: { ...LAYOUT, filter: { ...filter, bornFrom: '2020-01-01', bornTo: null } } },
      context,
    )
    expect([nobody.people, rowsOf(nobody).flat()]).toEqual([0, expect.arrayContaining(['没有符合条件的人'])])
  }))

it('the file: a subtotal a group as a formula with its value; masked ones are not journalled, whole ones are', () =>
  withSample(async (book) => {
    const context = makeContext(book, { operation: 'adhoc.file' })
    const before = await entryCount(book)
    const layout = { ...LAYOUT, groupBy: 'unit' as const }
    const masked = await makeAdhocFile({ layout }, context)
    expect([masked.idNumbers, await entryCount(book)]).toEqual([false, before])
    const sheet = XLSX.read(masked.base64, { type: 'base64', cellFormula: true }).Sheets['人员花名册']!
    const cells = Object.entries(sheet).flatMap(([place, cell]) =>
      typeof cell === 'object' && typeof (cell as XLSX.CellObject).f === 'string'
        ? [{ place, cell: cell as XLSX.CellObject }]
        : [],
    )
    const subtotals = cells.filter(({ cell }) => cell.f!.startsWith('SUBTOTAL(103,'))
    for (const { cell } of subtotals) {
      const [, first, last] = /B(\d+):B(\d+)/.exec(cell.f!)!
      expect(cell.v).toBe(Number(last) - Number(first) + 1)
    }
    const total = cells.at(-1)!.cell
    expect(total.f).toBe(subtotals.map(({ place }) => place).join('+'))
    expect([total.v, subtotals.length > 5]).toEqual([masked.people, true])
    expect(JSON.stringify(sheet)).not.toMatch(WHOLE_ID)
    const whole = await makeAdhocFile({ layout: { ...layout, idNumbers: 'plain' } }, context)
    expect([whole.idNumbers, await entryCount(book)]).toEqual([true, before + 1])
    expect(JSON.stringify(XLSX.read(whole.base64, { type: 'base64' }).Sheets['人员花名册'])).toMatch(WHOLE_ID)
    expect((await newestEntry(book)).summary).toContain(`含 ${whole.people} 人的完整身份证号`)
  }))

it('a layout is kept by name, replaced, used by name, let go, and brought back by undo', () =>
  withSample(async (book) => {
    const context = makeContext(book, { operation: 'rosterLayout.save' })
    const first = await saveRosterLayout({ name: '女干部', layout: LAYOUT }, context)
    expect(await saveRosterLayout({ name: '女干部', layout: LAYOUT }, context)).toEqual({ id: first.id, seq: null })
    const changed = { ...LAYOUT, title: '女干部名册', filter: { ...LAYOUT.filter, sex: '女' as const } }
    expect((await saveRosterLayout({ name: '女干部', layout: changed }, context)).id).toBe(first.id)
    expect((await listRosterLayouts({}, context)).layouts).toEqual([{ id: first.id, name: '女干部', layout: changed }])
    const byName = await previewAdhoc({ name: '女干部' }, context)
    expect(byName).toEqual(await previewAdhoc({ layout: changed }, context))
    const removed = await removeRosterLayout({ name: '女干部' }, context)
    await expect(previewAdhoc({ name: '女干部' }, context)).rejects.toMatchObject({ code: 'roster_layout_unknown' })
    await undoEntry({ seq: removed.seq, reason: '误删' }, makeContext(book, { operation: 'journal.undo' }))
    expect((await listRosterLayouts({}, context)).layouts.map((own) => own.name)).toEqual(['女干部'])
    await expect(
      saveRosterLayout({ name: '坏', layout: { ...LAYOUT, fields: ['name', 'shoeSize'] } }, context),
    ).rejects.toMatchObject({ code: 'roster_field_unknown' })
    expect(
      OPERATIONS['rosterLayout.save'].input.safeParse({ name: '坏', layout: { ...LAYOUT, fields: ['sex'] } }).success,
    ).toBe(false)
  }))
