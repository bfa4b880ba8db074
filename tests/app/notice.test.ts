import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { ExcelPort } from '../../electron/app/context.ts'
import { readNoticeFile } from '../../electron/app/notice/read-file.ts'
import { issueNotice } from '../../electron/app/notice/issue-notice.ts'
import { listNotices } from '../../electron/app/notice/list-notices.ts'
import { previewNotice } from '../../electron/app/notice/preview-notice.ts'
import { Refusal } from '../../electron/vocabulary/refusals.ts'
import { OPERATIONS, type Input } from '../../electron/contract/operations.ts'
import type { OpenBook } from '../../electron/store/open.ts'
import { readHead } from '../../electron/store/journal.ts'
import { makeContext } from '../kit/context.ts'
import { DRAW_HERE } from '../kit/draw-here.ts'
import { newestEntry, seatPeople, type SeatedPerson } from '../kit/people.ts'
import { entryCount, withTownship } from '../kit/township.ts'
import { setQuota } from '../kit/set-quota.ts'

const ASKED: Input<'notice.preview'> = { layout: 'tree', from: '2026-11-23', days: 7, phone: '0794-1234567' }
/** The township of these tests has people without papers and an over-quota line nobody has put in order: it hangs for a reason. */
const INPUT: Input<'notice.issue'> = { ...ASKED, despite: { keys: ['all'], reason: '县里催办，问题随后处理' } }
const CLERKS: readonly SeatedPerson[] = Array.from({ length: 6 }, (_, place) => ({
  name: `办事员${'甲乙丙丁戊己'.charAt(place)}`,
  unit: '党政综合办公室',
  birth: `198${place}-06-16`,
  enteredOn: `201${place}-07`,
}))
const withStaff = (work: (book: OpenBook) => Promise<void>) =>
  withTownship(async (book) => {
    await seatPeople(book, [
      ...CLERKS,
      { name: '自聘丁', unit: '农业综合服务中心', kind: 'offQuota', offQuotaKind: 'selfHired', birth: '1990-01-01' },
    ])
    await work(book)
  })
const refusal = async (work: Promise<unknown>) => {
  const error: unknown = await work.then(
    () => null,
    (failure: unknown) => failure,
  )
  return error instanceof Refusal ? [error.code, error.details] : error
}

describe('preview', () => {
  it('shows pages, the number to come, the last day, and who is left off and why', () =>
    withStaff(async (book) => {
      const preview = await previewNotice(ASKED, makeContext(book))
      expect(OPERATIONS['notice.preview'].output.parse(preview)).toEqual(preview)
      expect(preview).toMatchObject({
        title: '试验乡机关和事业单位编制实名制公示',
        number: '试验乡编公示〔2026〕1号',
        asOf: '2026-11-22',
        endsOn: '2026-12-02',
        listed: 5,
      })
      expect(preview.leftOff.map((person) => [person.name, person.list, person.unit])).toEqual(
        expect.arrayContaining([
          ['办事员己', 'over-quota', '党政综合办公室'],
          ['自聘丁', 'off-quota', '农业综合服务中心'],
        ]),
      )
      for (const person of preview.leftOff) expect(person.why).not.toBe('')
      const [page] = preview.preview.pages
      expect(page?.cells.some((cell) => cell.text === '办事员甲')).toBe(true)
      expect(page?.cells.some((cell) => cell.text.includes('办事员己'))).toBe(false)
      expect(await entryCount(book)).toBe(2)
    }))
})

describe('issue', () => {
  it('freezes number, file and hash; the reprint is the same bytes whatever happened since', () =>
    withStaff(async (book) => {
      const context = makeContext(book, { excel: DRAW_HERE, operation: 'notice.issue' })
      const before = await readHead(book.db)
      const notice = await issueNotice({ ...INPUT, phone: '07941234567' }, context)
      expect(OPERATIONS['notice.issue'].output.parse(notice)).toEqual(notice)
      expect(notice).toMatchObject({
        number: '试验乡编公示〔2026〕1号',
        fileName: '试验乡编公示〔2026〕1号.xlsx',
        endsOn: '2026-12-02',
        postedOn: '2026-11-23',
        workingDays: 7,
      })
      const file = await readNoticeFile({ id: notice.id }, context)
      expect(createHash('sha256').update(Buffer.from(file.base64, 'base64')).digest('hex')).toBe(notice.sha256)
      await setQuota(book, {
        unit: '党政综合办公室',
        category: 'administrative',
        amount: 1,
        on: '2026-11-01',
        number: '山编办〔2026〕1号',
      })
      expect((await readNoticeFile({ id: notice.id }, context)).base64).toBe(file.base64)
      const stored = await book.db.selectFrom('notice').select('journal_head').executeTakeFirstOrThrow()
      expect(stored.journal_head).toBe(before.hash)
    }))
  it('leaves one journal entry without anybody’s name', () =>
    withStaff(async (book) => {
      await issueNotice(INPUT, makeContext(book, { excel: DRAW_HERE, operation: 'notice.issue' }))
      const entry = await newestEntry(book)
      expect(entry).toMatchObject({
        seq: 3,
        operation: 'notice.issue',
        effective_on: '2026-11-23',
        document_number: '试验乡编公示〔2026〕1号',
        summary: '发布试验乡编公示〔2026〕1号，公示 7 个工作日，列入 5 人，1 件事写明理由后发布',
        reason: '县里催办，问题随后处理',
      })
      expect(entry.changes.map((change) => change.table)).toEqual(['notice', 'notice_sheet', 'setting'])
    }))
  it('numbers without a gap in the year of posting, also after a refusal', () =>
    withStaff(async (book) => {
      const context = makeContext(book, { excel: DRAW_HERE })
      await issueNotice(INPUT, context)
      expect(await refusal(issueNotice({ ...INPUT, days: 60 }, context))).toEqual([
        'holiday_calendar_missing',
        { year: 2027, way: expect.stringContaining('也可以选长期公开。') },
      ])
      expect((await issueNotice({ ...INPUT, layout: 'table' }, context)).number).toBe('试验乡编公示〔2026〕2号')
      expect((await issueNotice({ ...INPUT, from: '2025-11-20', asOf: '2025-11-20' }, context)).number).toBe(
        '试验乡编公示〔2025〕1号',
      )
      expect((await listNotices({}, context)).notices.map((notice) => notice.number)).toHaveLength(3)
    }))
  it('remembers the texts for the next one; an empty text is remembered too', () =>
    withStaff(async (book) => {
      const context = makeContext(book, { excel: DRAW_HERE })
      expect((await listNotices({}, context)).defaults).toEqual({
        issuer: '试验乡人民政府',
        phone: '',
        address: '',
        mailbox: '',
        title: '试验乡机关和事业单位编制实名制公示',
      })
      await issueNotice({ ...INPUT, phone: '0794-1234567', address: '文明路1号', issuer: '试验乡编制委员会' }, context)
      expect((await listNotices({}, context)).defaults).toMatchObject({
        issuer: '试验乡编制委员会',
        phone: '0794-1234567',
        address: '文明路1号',
      })
      const texts = async () =>
        (await previewNotice({ ...ASKED, address: '' }, context)).preview.pages
          .flatMap((page) => page.cells.map((cell) => cell.text))
          .join('\n')
      expect(await texts()).toContain('监督电话：0794-1234567')
      expect(await texts()).not.toContain('文明路1号')
    }))
  it('draws again when the book changed while it was being drawn', () =>
    withStaff(async (book) => {
      let drawn = 0
      const excel: ExcelPort = {
        ...DRAW_HERE,
        draw: async (sheet, options) => {
          drawn += 1
          if (drawn === 1) await seatPeople(book, [{ name: '新来庚', unit: '经济发展办公室', birth: '1991-01-01' }])
          return DRAW_HERE.draw(sheet, options)
        },
      }
      const context = makeContext(book, { excel })
      const notice = await issueNotice(INPUT, context)
      expect(drawn).toBe(2)
      expect((await previewNotice(ASKED, context)).listed).toBe(6)
      const bytes = Buffer.from((await readNoticeFile({ id: notice.id }, context)).base64, 'base64')
      const head = (await book.db.selectFrom('notice').select('journal_head').executeTakeFirstOrThrow()).journal_head
      expect(head).toBe(
        (await book.db.selectFrom('journal').select('hash').where('seq', '=', 3).executeTakeFirstOrThrow()).hash,
      )
      expect(bytes.length).toBeGreaterThan(5000)
    }))
  it('draws in the child process and lets nothing out that leaks', () =>
    withStaff(async (book) => {
      const context = makeContext(book)
      expect((await issueNotice(INPUT, context)).sha256).toMatch(/^[\da-f]{64}$/)
      // A digit run that is no telephone and no ID number as people write them: the last look at the file still finds it.
      const error: unknown = await issueNotice({ ...INPUT, title: '公示 20061122334455' }, context).catch(
        (failure: unknown) => failure,
      )
      expect(error).toMatchObject({ code: 'notice_leak' })
      expect((await listNotices({}, context)).notices).toHaveLength(1)
    }))
})

describe('refusals', () => {
  it('a mobile number as 监督电话, a year without a holiday notice, an empty list, an unknown notice', () =>
    withTownship(async (book) => {
      const context = makeContext(book, { excel: DRAW_HERE })
      expect(await refusal(previewNotice({ ...ASKED, phone: '139-0000-0000' }, context))).toEqual([
        'notice_phone_mobile',
        { phone: '139-0000-0000' },
      ])
      expect(await refusal(previewNotice({ ...ASKED, from: '2026-12-25' }, context))).toEqual([
        'holiday_calendar_missing',
        { year: 2027, way: expect.stringContaining('也可以选长期公开。') },
      ])
      expect(await refusal(issueNotice(INPUT, context))).toEqual(['notice_empty', {}])
      expect(await refusal(readNoticeFile({ id: 'none' }, context))).toEqual(['notice_not_found', {}])
      expect(await entryCount(book)).toBe(1)
    }))
  it('bytes that are no longer those that were issued', () =>
    withStaff(async (book) => {
      const context = makeContext(book, { excel: DRAW_HERE })
      const notice = await issueNotice(INPUT, context)
      expect(() => book.raw.exec(`UPDATE notice_file SET content = x'00'`)).toThrow('append_only:notice_file')
      book.raw.exec('DROP TRIGGER notice_file_no_update')
      book.raw.exec(`UPDATE notice_file SET content = x'00'`)
      expect(await refusal(readNoticeFile({ id: notice.id }, context))).toMatchObject([
        'damaged',
        { problem: expect.stringContaining(notice.number) },
      ])
    }))
})
