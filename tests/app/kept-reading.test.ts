import { expect, it } from 'vitest'
import { commitImport } from '../../electron/app/import/commit-import.ts'
import { gatherImport } from '../../electron/app/import/gather-import.ts'
import { makeContext } from '../kit/context.ts'
import { EXCEL_HERE } from '../kit/excel-here.ts'
import { inventedId } from '../kit/people.ts'
import { withTownship } from '../kit/township.ts'
import { workbookOf } from '../fixtures/workbooks.ts'

/* What the preview worked out is what the confirmation takes, and never what is no longer so. */

const FILE = workbookOf([
  {
    name: '花名册',
    rows: [
      ['单位', '姓名', '编制类型', '身份证号', '入编时间'],
      ['党政办公室', '王一明', '行政编制', inventedId('1981-03-01'), '2010-07'],
      ['党政办公室', '李二红', '行政编制', inventedId('1982-03-01'), '2010-07'],
    ],
  },
])

it('is worked out once for the same file, book, day and answers', () =>
  withTownship(async (book) => {
    const context = makeContext(book, { excel: EXCEL_HERE, operation: 'import.commit' })
    const fileId = context.stage('九月.xlsx', FILE)
    const first = await gatherImport({ fileId }, context)
    expect(await gatherImport({ fileId }, context)).toBe(first)
    // What decides only about the saving is no part of it.
    expect(await gatherImport({ fileId, skipRefused: true }, context)).toBe(first)

    const corrected = { fileId, corrections: [{ sheet: '花名册', row: 2, column: 'B', value: '王一民' }] }
    const other = await gatherImport(corrected, context)
    expect(other.plan.writes.people.map(({ name }) => name)).toEqual(['王一民', '李二红'])
    expect((await gatherImport({ fileId, effectiveOn: '2020-01-01' }, context)).plan.effectiveOn).toBe('2020-01-01')
    expect((await gatherImport({ fileId }, context)).plan.hash).toBe(first.plan.hash)
  }, 'none'))

it('is worked out anew for another day, another book and after anything was written', () =>
  withTownship(async (book) => {
    const context = makeContext(book, { excel: EXCEL_HERE, operation: 'import.commit' })
    const fileId = context.stage('九月.xlsx', FILE)
    const first = await gatherImport({ fileId }, context)
    const tomorrow = { ...context, clock: { ...context.clock, today: () => '2026-11-23' } }
    expect((await gatherImport({ fileId }, tomorrow)).plan.effectiveOn).not.toBe(first.plan.effectiveOn)

    await withTownship(async (another) => {
      const there = { ...context, db: another.db, book: another }
      expect((await gatherImport({ fileId }, there)).head).not.toBe(first.head)
    }, 'none')

    const before = await gatherImport({ fileId }, context)
    await book.db.updateTable('book').set({ name: '别的乡' }).execute()
    expect(await gatherImport({ fileId }, context)).not.toBe(before)
    await commitImport({ fileId, planHash: before.plan.hash }, context)
    expect((await gatherImport({ fileId }, context)).plan.counts.people).toEqual({ added: 0, updated: 0, unchanged: 2 })
  }, 'none'))
