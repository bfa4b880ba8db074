import { describe, expect, it } from 'vitest'
import { undoEntry } from '../../electron/app/ledger/undo-entry.ts'
import { dropDraft, readDraft, saveDraft } from '../../electron/app/notice/keep-draft.ts'
import { signDraft } from '../../electron/app/notice/sign-draft.ts'
import { issueNotice } from '../../electron/app/notice/issue-notice.ts'
import { previewNotice } from '../../electron/app/notice/preview-notice.ts'
import { readNoticeSheet } from '../../electron/app/notice/read-sheet.ts'
import { OPERATIONS, type Input } from '../../electron/contract/operations.ts'
import { verifyBook } from '../../electron/store/integrity.ts'
import { closeBookFile, openBookFile, type OpenBook } from '../../electron/store/open.ts'
import { makeContext } from '../kit/context.ts'
import { DRAW_HERE } from '../kit/draw-here.ts'
import { newestEntry, seatPeople } from '../kit/people.ts'
import { entryCount, withTownship } from '../kit/township.ts'
import { tamper } from '../store/tamper.ts'

/* Before it hangs: a draft is kept, checked, reviewed; what was signed is one sheet and no other. */

const OFFICE = '党政综合办公室'
const CONTENT: Input<'notice.saveDraft'>['content'] = {
  layout: 'tree',
  from: '2026-11-23',
  days: 5,
  phone: '0794-1234567',
}
const at = (book: OpenBook, today = '2026-11-22') =>
  makeContext(book, { excel: DRAW_HERE, operation: 'notice.saveDraft', today })
const withStaff = (work: (book: OpenBook) => Promise<void>) =>
  withTownship(async (book) => {
    await seatPeople(book, [
      { name: '办事员甲', unit: OFFICE, birth: '1980-06-16' },
      { name: '办事员乙', unit: OFFICE, birth: '1981-06-16' },
    ])
    await work(book)
  })
const draftOf = async (book: OpenBook) => (await readDraft({}, at(book))).draft
const newcomer = (book: OpenBook) =>
  seatPeople(book, [{ name: '出纳丙', unit: '财政所', category: 'institution', birth: '1982-06-16' }])
const check = (book: OpenBook, on = '2026-11-21', content = CONTENT) =>
  signDraft({ content, step: 'checked', by: '王主任', on }, at(book))
const review = (book: OpenBook, on = '2026-11-22', content = CONTENT) =>
  signDraft({ content, step: 'reviewed', by: '李保密', on }, at(book))

describe('a draft', () => {
  it('is there again when the book is opened the next day, also without a length', () =>
    withStaff(async (book) => {
      expect(await draftOf(book)).toBeNull()
      const { days: _days, ...open } = CONTENT
      await saveDraft({ content: open }, at(book))
      await closeBookFile(book)
      const again = await openBookFile(book.path)
      const answer = await readDraft({}, at(again, '2026-11-23'))
      expect(OPERATIONS['notice.draft'].output.parse(answer)).toEqual(answer)
      expect(answer.draft).toMatchObject({ content: open, checked: null, reviewed: null })
      await closeBookFile(again)
    }))

  it('the same saved twice is one entry; given up it is gone, and the book whole', () =>
    withStaff(async (book) => {
      const before = await entryCount(book)
      await saveDraft({ content: CONTENT }, at(book))
      await saveDraft({ content: CONTENT }, at(book))
      expect(await entryCount(book)).toBe(before + 1)
      await dropDraft({}, at(book))
      await dropDraft({}, at(book))
      expect([await draftOf(book), await entryCount(book)]).toEqual([null, before + 2])
      expect(await verifyBook(book)).toMatchObject({ ok: true, problems: [] })
    }))
})

it('撤销 without a number is not about the draft: it takes back the last change of data', () =>
  withStaff(async (book) => {
    await newcomer(book)
    await saveDraft({ content: CONTENT }, at(book))
    await undoEntry({}, makeContext(book, { operation: 'journal.undo' }))
    expect(await newestEntry(book)).toMatchObject({ summary: expect.stringMatching(/^撤销第 3 条：导入/) })
    expect(await draftOf(book)).not.toBeNull()
  }))

describe('check and review', () => {
  it('stand while what will hang is the same: another day, another length or paper changes nothing', () =>
    withStaff(async (book) => {
      await check(book)
      await review(book)
      expect(await newestEntry(book)).toMatchObject({ summary: '公示拟稿保密审查：李保密，2026-11-22' })
      await saveDraft({ content: { ...CONTENT, from: '2026-11-25', days: 7, paper: 'A3' } }, at(book))
      expect(await draftOf(book)).toMatchObject({
        checked: { by: '王主任', on: '2026-11-21', stands: true },
        reviewed: { by: '李保密', on: '2026-11-22', stands: true },
      })
    }))

  it.each([
    ['somebody more on the list', async (book: OpenBook) => void (await newcomer(book))],
    ['another layout', (book: OpenBook) => saveDraft({ content: { ...CONTENT, layout: 'table' as const } }, at(book))],
    ['another telephone', (book: OpenBook) => saveDraft({ content: { ...CONTENT, phone: '0794-7654321' } }, at(book))],
    [
      'a further column',
      (book: OpenBook) =>
        saveDraft(
          {
            content: {
              ...CONTENT,
              layout: 'table' as const,
              exceptions: [{ field: 'maskedId' as const, reason: '上级要求', decidedBy: '王主任' }],
            },
          },
          at(book),
        ),
    ],
    [
      'a number that must not hang',
      (book: OpenBook) => saveDraft({ content: { ...CONTENT, phone: '13800000000' } }, at(book)),
    ],
  ])('do not stand after %s', (_what, change) =>
    withStaff(async (book) => {
      await check(book)
      await review(book)
      await change(book)
      expect(await draftOf(book)).toMatchObject({ checked: { stands: false }, reviewed: { stands: false } })
    }),
  )

  it('first the check, then the review; the review of what was checked', () =>
    withStaff(async (book) => {
      await expect(review(book)).rejects.toMatchObject({ code: 'notice_sign_off', details: { why: '还没有初审' } })
      await check(book)
      await expect(review(book, '2026-11-20')).rejects.toMatchObject({
        code: 'notice_sign_off',
        details: { why: '在初审日期 2026-11-21 之前' },
      })
      await expect(review(book, '2026-11-23')).rejects.toMatchObject({
        code: 'notice_sign_off',
        details: { why: '还没有到' },
      })
      await newcomer(book)
      await expect(review(book)).rejects.toMatchObject({
        code: 'notice_sign_off',
        details: { why: '初审以后内容有变动，请先重新初审' },
      })
      expect(await draftOf(book)).toMatchObject({ reviewed: null })
      await check(book, '2026-11-22')
      await review(book)
      expect(await draftOf(book)).toMatchObject({
        checked: { on: '2026-11-22', stands: true },
        reviewed: { stands: true },
      })
    }))

  it('a new check makes the review before it void', () =>
    withStaff(async (book) => {
      await check(book)
      await review(book)
      await check(book, '2026-11-22')
      expect(await draftOf(book)).toMatchObject({ checked: { on: '2026-11-22' }, reviewed: null })
    }))

  it('nothing that could not hang is signed', () =>
    withStaff(async (book) => {
      await expect(check(book, '2026-11-21', { ...CONTENT, phone: '13800000000' })).rejects.toMatchObject({
        code: 'notice_phone_mobile',
      })
      expect(await draftOf(book)).toBeNull()
    }))
})

describe('issued', () => {
  const issue = (book: OpenBook) =>
    issueNotice(
      { layout: 'tree', from: '2026-11-23', days: 5, phone: '0794-1234567' },
      makeContext(book, { excel: DRAW_HERE, operation: 'notice.issue' }),
    )

  it('the draft has done its work', () =>
    withStaff(async (book) => {
      await check(book)
      await issue(book)
      expect(await draftOf(book)).toBeNull()
      expect(await verifyBook(book)).toMatchObject({ ok: true, problems: [] })
    }))

  it('its pages are the ones that were seen before, whatever happens to the book', () =>
    withStaff(async (book) => {
      const { preview } = await previewNotice({ ...CONTENT, days: 5 }, at(book))
      const notice = await issue(book)
      await newcomer(book)
      const sheet = await readNoticeSheet({ id: notice.id }, at(book))
      expect(sheet).toEqual({ number: notice.number, preview })
      expect(JSON.stringify(sheet)).not.toContain('出纳丙')
      await expect(readNoticeSheet({ id: 'x' }, at(book))).rejects.toMatchObject({ code: 'notice_not_found' })
    }))

  it('pages that were tampered with are not shown, and the check of the book names them', () =>
    withStaff(async (book) => {
      const notice = await issue(book)
      await closeBookFile(book)
      expect(
        tamper(
          book.path,
          `UPDATE attachment_file SET content = x'00' WHERE sha256 = (SELECT sha256 FROM notice_sheet)`,
        ),
      ).toBe(1)
      const again = await openBookFile(book.path)
      await expect(readNoticeSheet({ id: notice.id }, at(again))).rejects.toMatchObject({ code: 'damaged' })
      const { ok, problems } = await verifyBook(again)
      expect([ok, problems.map(({ text }) => text)]).toEqual([
        false,
        [expect.stringMatching(/^“公示纸样”一行.*的文件被改过$/)],
      ])
      await closeBookFile(again)
    }))
})
