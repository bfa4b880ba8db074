import { expect, it } from 'vitest'
import {
  leaveSheet,
  listSheetViews,
  removeSheetView,
  saveSheetView,
} from '../../electron/app/forms/keep-sheet-views.ts'
import type { KeptSheetLayout } from '../../electron/contract/sheet-view-operations.ts'
import { verifyBook } from '../../electron/store/integrity.ts'
import { loadFacts } from '../../electron/store/load-facts.ts'
import { makeContext } from '../kit/context.ts'
import { entryCount, withTownship } from '../kit/township.ts'

const layout = (group: string | null): KeptSheetLayout => ({
  columns: ['unit', 'name', 'own01'],
  widths: { unit: 180 },
  frozen: 2,
  sort: [{ column: 'unit', down: false, order: true }],
  filters: { politicalStatus: { values: ['中共党员'] } },
  group,
})

it('a view is kept by its name, one entry each, changed in place and taken out again', () =>
  withTownship(async (book) => {
    const context = makeContext(book, { operation: 'sheetView.save' })
    const before = await entryCount(book)
    await saveSheetView({ list: 'roster', name: '党员', layout: layout(null) }, context)
    await saveSheetView({ list: 'roster', name: '分机构', layout: layout('unit') }, context)
    const again = await saveSheetView({ list: 'roster', name: '党员', layout: layout(null) }, context)
    expect(again.seq).toBeNull()
    await saveSheetView({ list: 'roster', name: '党员', layout: layout('unit') }, context)
    expect(await entryCount(book)).toBe(before + 3)
    const { views } = await listSheetViews({ list: 'roster' }, context)
    expect(views.map(({ name, layout: kept }) => [name, kept.group])).toEqual([
      ['党员', 'unit'],
      ['分机构', 'unit'],
    ])
    expect((await listSheetViews({ list: 'records.training' }, context)).views).toEqual([])
    await removeSheetView({ list: 'roster', name: '党员' }, context)
    expect((await listSheetViews({ list: 'roster' }, context)).views.map(({ name }) => name)).toEqual(['分机构'])
    await expect(removeSheetView({ list: 'roster', name: '党员' }, context)).rejects.toThrow('sheet_view_unknown')
    expect(await verifyBook(book)).toMatchObject({ ok: true, problems: [] })
  }))

it('how a list was left is noted without an entry, and what is held of the book stays held', () =>
  withTownship(async (book) => {
    const context = makeContext(book)
    const held = await loadFacts(book.db)
    const before = await entryCount(book)
    expect((await listSheetViews({ list: 'roster' }, context)).last).toBeNull()
    await leaveSheet({ list: 'roster', name: '党员', layout: layout(null) }, context)
    await leaveSheet({ list: 'roster', name: null, layout: layout('unit') }, context)
    expect((await listSheetViews({ list: 'roster' }, context)).last).toEqual({ name: null, layout: layout('unit') })
    expect(await entryCount(book)).toBe(before)
    expect(await loadFacts(book.db)).toBe(held)
    expect(await verifyBook(book)).toMatchObject({ ok: true, problems: [] })
  }))
