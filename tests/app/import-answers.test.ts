import { expect, it } from 'vitest'
import { commitImport } from '../../electron/app/import/commit-import.ts'
import { forgetAnswers } from '../../electron/app/import/forget-answers.ts'
import { previewImport } from '../../electron/app/import/preview-import.ts'
import { makeContext } from '../kit/context.ts'
import { EXCEL_HERE } from '../kit/excel-here.ts'
import { inventedId } from '../kit/people.ts'
import { entryCount, withTownship } from '../kit/township.ts'
import { workbookOf } from '../fixtures/workbooks.ts'

/* What she answered is kept under the sheet's shape, and forgotten when she says so. */

const rosterOf = (people: readonly string[]) =>
  workbookOf([
    {
      name: '花名册',
      rows: [
        ['单位', '姓名', '编制类型', '身份证号'],
        ...people.map((name, at) => ['党政办公室', name, '机关在册', inventedId(`198${at}-03-01`)]),
      ],
    },
  ])
const ANSWER = { 'value:category:机关在册': '行政编制' }

it('an answer holds for the next file of its shape, until it is forgotten; what came in stays', () =>
  withTownship(async (book) => {
    const context = makeContext(book, { excel: EXCEL_HERE, operation: 'import.commit' })
    const first = context.stage('九月.xlsx', rosterOf(['王一明', '李二红']))
    const next = context.stage('十月.xlsx', rosterOf(['王一明', '李二红', '张三立']))
    const openIn = async (fileId: string) => (await previewImport({ fileId }, context)).questions.map(({ id }) => id)
    expect(await openIn(first)).toEqual(Object.keys(ANSWER))
    await commitImport({ fileId: first, answers: ANSWER }, context)
    expect([await openIn(first), await openIn(next)]).toEqual([[], []])
    expect((await previewImport({ fileId: first }, context)).unchanged).toBe(2)

    const entries = await entryCount(book)
    const forget = makeContext(book, { excel: EXCEL_HERE, operation: 'import.forget' })
    const again = forget.stage('十月.xlsx', rosterOf(['王一明', '李二红', '张三立']))
    expect(await forgetAnswers({ fileId: again, ids: ['value:category:没有问过的'] }, forget)).toEqual({
      forgotten: 0,
      seq: null,
    })
    expect(await entryCount(book)).toBe(entries)
    const { forgotten, seq } = await forgetAnswers({ fileId: again, ids: Object.keys(ANSWER) }, forget)
    expect([forgotten, seq, await entryCount(book)]).toEqual([1, entries + 1, entries + 1])
    expect(await openIn(next)).toEqual(Object.keys(ANSWER))
    const { people } = (await previewImport({ fileId: next, answers: ANSWER }, context)).counts
    expect(people).toEqual({ added: 1, updated: 0, unchanged: 2 })
  }, 'none'))
