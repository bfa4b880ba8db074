import { describe, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { readNoticeFile } from '../../electron/app/notice/read-file.ts'
import { issueNotice } from '../../electron/app/notice/issue-notice.ts'
import { readNoticePaper } from '../../electron/app/notice/read-paper.ts'
import type { Input } from '../../electron/contract/operations.ts'
import { NOTICE_LAYOUTS } from '../../electron/domain/notice/notice-layout.ts'
import { commitCommand } from '../../electron/store/journal.ts'
import type { OpenBook } from '../../electron/store/open.ts'
import { RECORDED_AT } from '../kit/book.ts'
import { DRAW_HERE } from '../kit/draw-here.ts'
import { makeContext, nextId } from '../kit/context.ts'
import { inventedId, seatPeople } from '../kit/people.ts'
import { withTownship } from '../kit/township.ts'

/* Canaries: people whose names, ID numbers and telephones occur nowhere else. None of their numbers may be in any part of any public file. */

/** Rare characters among them: Ext-A, Ext-B, Ext-E. */
const CANARIES = ['金丝一', '雀鸣二', '𠅤旻三', '𬀩韬四', '㛃娴五'].map((name, place) => ({
  name,
  birth: `198${place}-03-1${place}`,
  phone: `1390000${place}${place}1${place}`,
  idNumber: inventedId(`198${place}-03-1${place}`),
}))
const OFF_LIST = { name: '编外金', birth: '1990-09-09', phone: '13900009999' }

async function withCanaries(work: (book: OpenBook) => Promise<void>): Promise<void> {
  await withTownship(async (book) => {
    const ids = await seatPeople(book, [
      ...CANARIES.map(({ name, birth }) => ({
        name,
        birth,
        unit: '农业综合服务中心',
        category: 'institution' as const,
      })),
      {
        name: OFF_LIST.name,
        birth: OFF_LIST.birth,
        unit: '财政所',
        kind: 'offQuota' as const,
        offQuotaKind: 'selfHired' as const,
      },
    ])
    await commitCommand(
      book.db,
      { recordedAt: RECORDED_AT, actor: '经办人', operation: 'record.add', summary: '登记资料' },
      (_, journal) =>
        journal.insert(
          'record',
          ids.map((personId, place) => ({
            id: nextId(),
            kind: 'personFile',
            person_id: personId,
            unit_id: null,
            content: JSON.stringify({ phone: CANARIES[place]?.phone ?? OFF_LIST.phone }),
            document_number: null,
            valid_from: '2026-01-01',
            valid_to: null,
            recorded_at: RECORDED_AT,
          })),
        ),
    )
    await work(book)
  })
}

/** Every text of the package: sheets, shared strings, comments, names, properties, whatever part it is in; separators of numbers taken out. */
function wholeText(base64: string): string {
  const archive = XLSX.CFB.read(Buffer.from(base64, 'base64'), { type: 'buffer' })
  return archive.FileIndex.map((entry: { readonly content?: unknown }) =>
    entry.content === undefined ? '' : new TextDecoder().decode(Uint8Array.from(entry.content as Uint8Array)),
  )
    .join('\n')
    .normalize('NFKC')
    .replaceAll(/[-  ]/g, '')
}

function leaks(text: string): readonly string[] {
  const numbers = [
    ...CANARIES.flatMap(({ idNumber, phone }) => [idNumber, idNumber.slice(0, 17), phone]),
    inventedId(OFF_LIST.birth),
    OFF_LIST.phone,
  ]
  return [...numbers, ...CANARIES.map(({ idNumber }) => idNumber.slice(6, 14))].filter((number) =>
    text.includes(number),
  )
}

/** The canaries have no papers, and no telephone is written: that is another test's matter. */
const ISSUED = { from: '2026-11-23', days: 5, despite: { keys: ['all'], reason: '县里催办，问题随后处理' } }

describe('no number of a canary in a public file', () => {
  it.each(NOTICE_LAYOUTS.flatMap((layout) => (['A4', 'A3'] as const).map((paper) => [layout, paper] as const)))(
    '%s on %s: every name of the list, no number, nobody off the list',
    (layout, paper) =>
      withCanaries(async (book) => {
        const context = makeContext(book, { excel: DRAW_HERE, operation: 'notice.issue' })
        const { id } = await issueNotice({ layout, paper, ...ISSUED }, context)
        const text = wholeText((await readNoticeFile({ id }, context)).base64)
        for (const { name } of CANARIES) expect(text).toContain(name)
        expect(text).not.toContain(OFF_LIST.name)
        expect(leaks(text)).toEqual([])
      }),
  )
  it.each(['table', 'nine', 'short'] as const)(
    '%s with both exceptions: the masks are the values, the whole numbers are nowhere, not even hidden',
    (layout) =>
      withCanaries(async (book) => {
        const context = makeContext(book, { excel: DRAW_HERE, operation: 'notice.issue' })
        const exceptions: Input<'notice.issue'>['exceptions'] = [
          { field: 'maskedId', reason: '区分同名', decidedBy: '王主任' },
          { field: 'maskedPhone', reason: '便于联系', decidedBy: '王主任' },
        ]
        const { id } = await issueNotice({ layout, ...ISSUED, exceptions }, context)
        const files = [
          (await readNoticeFile({ id }, context)).base64,
          (await readNoticePaper({ paper: 'exceptions' }, context)).base64,
          (await readNoticePaper({ paper: 'changes', id }, context)).base64,
        ]
        for (const file of files) expect(leaks(wholeText(file))).toEqual([])
        const sheet = wholeText(files[0]!)
        for (const { idNumber, phone } of CANARIES) {
          expect(sheet).toContain(`${idNumber.slice(0, 2)}*************${idNumber.slice(-3)}`)
          expect(sheet).toContain(`${phone.slice(0, 3)}****${phone.slice(-4)}`)
        }
        expect(sheet).not.toMatch(/hidden="(1|true)"/)
      }),
  )
  it('control: a number that is there is found', async () => {
    const workbook = XLSX.utils.book_new(XLSX.utils.aoa_to_sheet([[CANARIES[0]?.phone]]), '公示')
    expect(leaks(wholeText(XLSX.write(workbook, { type: 'base64', bookType: 'xlsx' })))).toEqual([CANARIES[0]?.phone])
  })
})

it('rare characters come back from another library as they were typed, two code units each and one character', () =>
  withCanaries(async (book) => {
    const context = makeContext(book, { excel: DRAW_HERE, operation: 'notice.issue' })
    const { id } = await issueNotice({ layout: 'nine', ...ISSUED }, context)
    const sheet = XLSX.read((await readNoticeFile({ id }, context)).base64, { type: 'base64' }).Sheets['公示']!
    const names = XLSX.utils.sheet_to_json<readonly (string | undefined)[]>(sheet, { header: 1 }).map((row) => row[0])
    expect(names).toEqual(expect.arrayContaining(CANARIES.map(({ name }) => name)))
  }))
