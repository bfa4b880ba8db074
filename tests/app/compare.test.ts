import { expect, it } from 'vitest'
import { addEvent } from '../../electron/app/ledger/add-event.ts'
import { acceptTheirs } from '../../electron/app/compare/accept-theirs.ts'
import { recordPay } from '../../electron/app/compare/record-pay.ts'
import { readComparison } from '../../electron/app/compare/read-comparison.ts'
import { refuseTheirs } from '../../electron/app/compare/refuse-theirs.ts'
import { undoEntry } from '../../electron/app/ledger/undo-entry.ts'
import { readRecords } from '../../electron/app/records/read-records.ts'
import { Refusal } from '../../electron/vocabulary/refusals.ts'
import { OPERATIONS } from '../../electron/contract/operations.ts'
import type { OpenBook } from '../../electron/store/open.ts'
import { workbookOf, type FixtureCell } from '../fixtures/workbooks.ts'
import { makeContext } from '../kit/context.ts'
import { inventedId, seatPeople } from '../kit/people.ts'
import { withTownship } from '../kit/township.ts'

const JIA = inventedId('1985-03-02', '男')
const YI = inventedId('1990-03-02', '女')
const BING = inventedId('1979-05-06', '男')

/** A payroll as they come: a title, no unit column, a total, somebody who has left. */
const PAYROLL: readonly (readonly FixtureCell[])[] = [
  ['2026 年 10 月统发工资表'],
  ['序号', '姓名', '身份证号', '出生年月', '学历', '应发工资'],
  [1, '甲某', JIA, '1985.04', '大专', 5200],
  [2, '丙某', BING, '1979-05', '本科', 5100],
  [3, '戊某', null, null, null, 4000],
  ['合计', null, null, null, null, 14300],
]

async function withList(
  work: (
    book: OpenBook,
    stage: () => { context: ReturnType<typeof makeContext>; fileId: string },
    ids: readonly string[],
  ) => Promise<void>,
): Promise<void> {
  await withTownship(async (book) => {
    const ids = await seatPeople(book, [
      { name: '甲某', unit: '财政所', category: 'institution', birth: '1985-03-02', idNumber: JIA, sex: '男' },
      { name: '乙某', unit: '民政所', category: 'institution', birth: '1990-03-02', idNumber: YI, sex: '女' },
      { name: '丙某', unit: '民政所', category: 'institution', birth: '1979-05-06', idNumber: BING, sex: '男' },
    ])
    await addEvent(
      {
        event: {
          type: 'exit',
          on: '2026-10-01',
          person: ids[2]!,
          cause: '32',
          proofs: ['辞职申请', '单位研究意见'],
          document: { number: '山人〔2026〕3号' },
        },
      },
      makeContext(book, { operation: 'event.add' }),
    )
    await work(
      book,
      () => {
        const context = makeContext(book, { operation: 'compare.accept' })
        return { context, fileId: context.stage('十月工资表.xlsx', workbookOf([{ name: '工资', rows: PAYROLL }])) }
      },
      ids,
    )
  })
}

it('who is on one list only and what differs, numbers masked', () =>
  withList(async (_, stage, [jia, yi]) => {
    const { context, fileId } = stage()
    const read = await readComparison({ fileId }, context)
    expect(OPERATIONS['compare.read'].output.parse(read)).toEqual(read)
    expect([read.sheet, read.rows, read.matched, read.same]).toEqual(['工资', 3, 1, 0])
    expect(read.onlyOurs.map((person) => [person.personId, person.name, person.unit])).toEqual([[yi, '乙某', '民政所']])
    expect(read.onlyTheirs.map((row) => [row.row, row.name, row.hint])).toEqual([
      [4, '丙某', '编制本已于 2026-10-01 出编'],
      [5, '戊某', null],
    ])
    expect(read.differing.map((one) => [one.personId, one.field, one.theirs, one.acceptable])).toEqual([
      [jia, 'birth', '1985-04', true],
      [jia, 'education', '大学专科', true],
    ])
    expect(JSON.stringify(read)).not.toContain(BING)
  }))

it('taken over: a correction with the list as its reason, which can be undone; asked again it is gone', () =>
  withList(async (book, stage, [jia]) => {
    const { context, fileId } = stage()
    const { seq } = await acceptTheirs({ fileId, personId: jia!, fields: ['birth'] }, context)
    const again = stage()
    expect((await readComparison({ fileId: again.fileId }, again.context)).differing.map((one) => one.field)).toEqual([
      'education',
    ])
    await expect(
      acceptTheirs({ fileId: again.fileId, personId: jia!, fields: ['birth'] }, again.context),
    ).rejects.toThrow(Refusal)
    await undoEntry({ seq }, makeContext(book, { operation: 'journal.undo' }))
    const last = stage()
    expect((await readComparison({ fileId: last.fileId }, last.context)).differing.map((one) => one.field)).toEqual([
      'birth',
      'education',
    ])
  }))

it('left with a reason: the next list that says the same shows it, another value does not', () =>
  withList(async (book, stage, [jia, yi]) => {
    const { context, fileId } = stage()
    const items = [
      { personId: jia!, row: 3, field: 'birth' as const },
      { personId: yi!, row: null, field: 'person' as const },
      { personId: null, row: 5, field: 'person' as const },
    ]
    expect((await refuseTheirs({ fileId, items, reason: '以档案为准' }, context)).noted).toBe(3)
    const again = stage()
    const read = await readComparison({ fileId: again.fileId }, again.context)
    expect([
      read.differing.map((one) => one.decided?.reason),
      read.onlyOurs[0]?.decided?.list,
      read.onlyTheirs.map((row) => row.decided?.reason),
    ]).toEqual([['以档案为准', undefined], '十月工资表.xlsx', [undefined, '以档案为准']])
    const other = makeContext(book)
    const changed = other.stage(
      '十一月工资表.xlsx',
      workbookOf([
        { name: '工资', rows: PAYROLL.map((row) => row.map((cell) => (cell === '1985.04' ? '1985.05' : cell))) },
      ]),
    )
    expect((await readComparison({ fileId: changed }, other)).differing.map((one) => one.decided)).toEqual([null, null])
    await expect(
      refuseTheirs(
        { fileId: again.fileId, items: [{ personId: jia!, row: 3, field: 'sex' }], reason: '不对' },
        again.context,
      ),
    ).rejects.toThrow('difference_gone')
  }))

it('as the payroll it says who is paid: ours not on it is not, who has left and is on it still is', () =>
  withList(async (book, stage, [jia, yi, bing]) => {
    const { context, fileId } = stage()
    expect(await recordPay({ fileId, from: '2026-10-31' }, context)).toMatchObject({ paid: 2, unpaid: 1 })
    const { records } = await readRecords({ kind: 'payStatus' }, makeContext(book))
    expect(new Map(records.map((record) => [record.personId, record.content['paid']]))).toEqual(
      new Map([
        [jia, true],
        [yi, false],
        [bing, true],
      ]),
    )
    const again = stage()
    expect(await recordPay({ fileId: again.fileId, from: '2026-11-01' }, again.context)).toEqual({
      seq: null,
      paid: 2,
      unpaid: 1,
    })
  }))

it('a sheet without names is refused in words', () =>
  withList(async (book) => {
    const context = makeContext(book)
    const fileId = context.stage(
      '会议.xlsx',
      workbookOf([
        {
          name: '议题',
          rows: [
            ['议题', '时间'],
            ['某事', '2026-01-01'],
          ],
        },
      ]),
    )
    await expect(readComparison({ fileId }, context)).rejects.toThrow('no_list_found')
  }))
