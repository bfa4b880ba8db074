import { addEvent } from '../../electron/app/ledger/add-event.ts'
import { commitImport } from '../../electron/app/import/commit-import.ts'
import type { EventInput } from '../../electron/contract/events.ts'
import type { OpenBook } from '../../electron/store/open.ts'
import { sampleBytes } from '../fixtures/workbooks.ts'
import { makeContext } from './context.ts'
import { inventedId } from './people.ts'
import { withTownship } from './township.ts'

/** The bundled clerk's workbook in a book of its own. */
export function withSample(work: (book: OpenBook) => Promise<void>): Promise<void> {
  return withTownship(async (book) => {
    const context = makeContext(book, { operation: 'import.commit' })
    await commitImport({ fileId: context.stage('花名册.xlsx', sampleBytes()) }, context)
    await work(book)
  })
}

/** What a township's November may bring: leave granted to fill a seat, a retirement, a move into another 编制, a newcomer, a promotion, one more seat. */
export const NOVEMBER: readonly EventInput[] = [
  {
    type: 'approval.grant',
    on: '2026-11-02',
    unit: '社会事务办公室',
    category: 'administrative',
    count: 1,
    number: '控编〔2026〕5号',
    document: { number: '区编办〔2026〕5号' },
  },
  {
    type: 'exit',
    on: '2026-11-05',
    person: '郎婷',
    cause: '31',
    proofs: ['退休审批表'],
    document: { number: '区人社〔2026〕31号' },
  },
  {
    type: 'move',
    on: '2026-11-10',
    person: '沈桂芳',
    unit: '财政所',
    post: '会计',
    category: 'institution',
    document: { number: '山党发〔2026〕9号' },
  },
  {
    type: 'entry',
    on: '2026-11-16',
    person: { name: '试一', idNumber: inventedId('1995-01-01', '女'), sex: '女', birth: '1995-01' },
    unit: '农业综合服务中心',
    post: '管理岗九级',
    category: 'institution',
    cause: 'G1',
    arrivesOn: '2026-11-16',
    document: { number: '区编办〔2026〕8号' },
  },
  {
    type: 'rank.promote',
    on: '2026-11-18',
    person: '杨雪',
    rank: '四级主任科员',
    document: { number: '区组〔2026〕12号' },
  },
  {
    type: 'quota.increase',
    on: '2026-11-20',
    unit: '文化服务中心',
    category: 'institution',
    by: 1,
    document: { number: '区编委〔2026〕3号', title: '关于调整乡镇事业编制的通知', issuedOn: '2026-11-15' },
  },
]

/** The sample with its November. */
export function withSampleMonth(work: (book: OpenBook) => Promise<void>): Promise<void> {
  return withSample(async (book) => {
    for (const event of NOVEMBER)
      await addEvent({ event: { reason: '经会议研究', ...event } }, makeContext(book, { operation: 'event.add' }))
    await work(book)
  })
}
