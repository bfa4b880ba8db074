import { expect, it } from 'vitest'
import { commitImport } from '../../electron/app/import/commit-import.ts'
import { previewImport } from '../../electron/app/import/preview-import.ts'
import { readRoster } from '../../electron/app/people/read-roster.ts'
import { verifyBook } from '../../electron/store/integrity.ts'
import type { OpenBook } from '../../electron/store/open.ts'
import { workbookOf } from '../fixtures/workbooks.ts'
import { makeContext } from '../kit/context.ts'
import { OFFICE, withOffice } from '../kit/office-full.ts'
import { inventedId, newestEntry } from '../kit/people.ts'

/* A roster that brings a line over its quota asks who is to stand as over. 党政综合办公室 has 行政编制 5, all taken. */

const HEADER = ['机构', '姓名', '身份证号', '编制类型', '入编时间', '岗位']
const NEW = [
  [OFFICE, '试甲', inventedId('1990-06-16'), '行政编制', '2019-07', '科员'],
  [OFFICE, '试乙', inventedId('1991-06-16'), '行政编制', '2021-07', '科员'],
]
const over = async (book: OpenBook) =>
  (await readRoster({ list: 'over-quota' }, makeContext(book))).people.map((person) => person.name)

function staged(book: OpenBook, rows: readonly (readonly string[])[]) {
  const context = makeContext(book, { operation: 'import.commit' })
  return { context, fileId: context.stage('名单.xlsx', workbookOf([{ name: '花名册', rows: [HEADER, ...rows] }])) }
}

it('the preview asks, newcomers first; the answer is written with the import', () =>
  withOffice(5, async (book) => {
    const { context, fileId } = staged(book, NEW)
    const { standing } = await previewImport({ fileId }, context)
    expect(standing).toMatchObject([{ unit: OFFICE, count: 2, people: { length: 7 } }])
    expect(standing[0]?.people.slice(0, 2).map(({ name, newcomer, proposed }) => [name, newcomer, proposed])).toEqual([
      ['试乙', true, true],
      ['试甲', true, true],
    ])
    const keys =
      standing[0]?.people.filter(({ name }) => name === '试甲' || name === '甘二').map(({ key }) => key) ?? []
    const done = await commitImport({ fileId, standsOver: keys }, context)
    expect((await over(book)).toSorted()).toEqual(['甘二', '试甲'].toSorted())
    const entry = await newestEntry(book)
    expect(entry.seq).toBe(done.seq)
    expect(entry.changes.filter((change) => change.table === 'over_quota_choice')).toHaveLength(2)
    expect(await verifyBook(book)).toMatchObject({ ok: true })
  }))

it('names do as well; without an answer the order holds; what does not fit is refused before anything is written', () =>
  withOffice(5, async (book) => {
    const { context, fileId } = staged(book, NEW.slice(0, 1))
    await expect(commitImport({ fileId, standsOver: ['甘一', '试甲'] }, context)).rejects.toMatchObject({
      code: 'choice_count',
    })
    await expect(commitImport({ fileId, standsOver: ['没有的人'] }, context)).rejects.toMatchObject({
      code: 'name_unknown',
    })
    await commitImport({ fileId, standsOver: ['甘一'] }, context)
    expect(await over(book)).toEqual(['甘一'])
    const next = staged(book, NEW.slice(1))
    await commitImport({ fileId: next.fileId }, next.context)
    expect(await over(book)).toEqual(['甘一', '试乙'])
  }))

it('a roster that fits asks nothing', () =>
  withOffice(3, async (book) => {
    const { context, fileId } = staged(book, NEW)
    expect((await previewImport({ fileId }, context)).standing).toEqual([])
  }))
