import { describe, expect, it } from 'vitest'
import { archiveNotice } from '../../electron/app/notice/archive-notice.ts'
import { readNoticeChanges } from '../../electron/app/notice/read-changes.ts'
import { closeNotice } from '../../electron/app/notice/close-notice.ts'
import { readNoticeExceptions } from '../../electron/app/notice/read-exceptions.ts'
import { readNoticeFile } from '../../electron/app/notice/read-file.ts'
import { issueNotice } from '../../electron/app/notice/issue-notice.ts'
import { listNotices } from '../../electron/app/notice/list-notices.ts'
import { readNoticePaper } from '../../electron/app/notice/read-paper.ts'
import { addPhoto, readNoticePhotoFile } from '../../electron/app/notice/keep-photo.ts'
import { readNotice } from '../../electron/app/notice/read-notice.ts'
import { undoEntry } from '../../electron/app/ledger/undo-entry.ts'
import { closeObjection } from '../../electron/app/notice/close-objection.ts'
import { receiveObjection } from '../../electron/app/notice/receive-objection.ts'
import { correctPerson } from '../../electron/app/people/correct-person.ts'
import { Refusal } from '../../electron/vocabulary/refusals.ts'
import { OPERATIONS, type Input } from '../../electron/contract/operations.ts'
import { verifyBook } from '../../electron/store/integrity.ts'
import { loadSnapshot } from '../../electron/store/load-snapshot.ts'
import type { OpenBook } from '../../electron/store/open.ts'
import { makeContext, type TestContextOptions } from '../kit/context.ts'
import { DRAW_HERE } from '../kit/draw-here.ts'
import { newestEntry, seatPeople } from '../kit/people.ts'
import { entryCount, withTownship } from '../kit/township.ts'

const INPUT: Input<'notice.issue'> = {
  layout: 'tree',
  from: '2026-11-23',
  days: 5,
  phone: '0794-1234567',
  despite: { keys: ['all'], reason: '县里催办，问题随后处理' },
}
const { days: _days, ...WITHOUT_DAYS } = INPUT
const LONG_TERM = { ...WITHOUT_DAYS, longTerm: true }
const OFFICE = '党政综合办公室'
/** Last day of the period is 2026-11-30. */
const AFTER = '2026-12-02'
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])

const at = (book: OpenBook, operation: string, today = AFTER, more: TestContextOptions = {}) =>
  makeContext(book, { excel: DRAW_HERE, operation, today, ...more })

interface Posted {
  readonly book: OpenBook
  readonly id: string
  readonly people: readonly string[]
}

const withNotice = (work: (posted: Posted) => Promise<void>, input = INPUT) =>
  withTownship(async (book) => {
    const people = await seatPeople(book, [
      { name: '办事员甲', unit: OFFICE, birth: '1980-06-16' },
      { name: '办事员乙', unit: OFFICE, birth: '1981-06-16' },
      { name: '出纳丙', unit: '财政所', category: 'institution', birth: '1982-06-16' },
    ])
    const { id } = await issueNotice(input, at(book, 'notice.issue', '2026-11-23'))
    await work({ book, id, people })
  })

const refusal = async (work: Promise<unknown>) => {
  const error: unknown = await work.then(
    () => null,
    (failure: unknown) => failure,
  )
  return error instanceof Refusal ? `${error.code} ${Object.values(error.details).join(' ')}` : String(error)
}

const objected = (book: OpenBook, noticeId: string, more: Partial<Input<'objection.receive'>> = {}) =>
  receiveObjection(
    { noticeId, receivedOn: '2026-11-25', channel: 'call', raisedBy: '村民某', content: '甲的岗位写错了', ...more },
    at(book, 'objection.receive'),
  )

describe('before it hangs', () => {
  it('who checked and who reviewed is frozen with it; days default to the day of issue', () =>
    withNotice(
      async ({ book, id }) => {
        const { notice } = await readNotice({ id }, at(book, ''))
        expect(notice).toMatchObject({
          checkedBy: '王主任',
          checkedOn: '2026-11-23',
          reviewedBy: '李保密',
          reviewedOn: '2026-11-23',
          stage: 'due',
        })
        expect((await listNotices({}, at(book, ''))).signers).toEqual({ checkedBy: '王主任', reviewedBy: '李保密' })
      },
      { ...INPUT, checkedBy: '王主任', reviewedBy: '李保密' },
    ))
  it.each([
    [
      'a review after the posting',
      { reviewedBy: '李保密', reviewedOn: '2026-11-24' },
      /notice_sign_off 保密审查 2026-11-24 在张贴日/,
    ],
    [
      'a review before the check',
      { checkedBy: '王主任', checkedOn: '2026-11-22', reviewedBy: '李保密', reviewedOn: '2026-11-21' },
      /在初审日期 2026-11-22 之前/,
    ],
    ['a day without a name', { checkedOn: '2026-11-22' }, /notice_sign_off_incomplete 初审/],
  ])('refused: %s', (_, signed, why) =>
    withTownship(async (book) => {
      await seatPeople(book, [{ name: '办事员甲', unit: OFFICE }])
      expect(await refusal(issueNotice({ ...INPUT, ...signed }, at(book, 'notice.issue', '2026-11-23')))).toMatch(why)
      expect(await entryCount(book)).toBe(2)
    }),
  )
  it('either a number of working days or 长期公开, not both and not neither', () => {
    const { input } = OPERATIONS['notice.issue']
    expect(input.safeParse({ layout: 'tree', from: '2026-11-23' }).success).toBe(false)
    expect(input.safeParse({ layout: 'tree', from: '2026-11-23', days: 5, longTerm: true }).success).toBe(false)
    expect(input.safeParse({ layout: 'tree', from: '2026-11-23', longTerm: true }).success).toBe(true)
  })
})

describe('objections', () => {
  it('received, answered, counted, and in nobody’s journal by name', () =>
    withNotice(async ({ book, id, people }) => {
      const first = await objected(book, id)
      expect(await newestEntry(book)).toMatchObject({
        summary: '收到对试验乡编公示〔2026〕1号的异议 1 件',
        document_number: '试验乡编公示〔2026〕1号',
        effective_on: '2026-11-25',
      })
      const second = await objected(book, id, { channel: 'letter', raisedBy: '', content: '为什么没有丁' })
      const fixed = await correctPerson(
        { personId: people[0]!, changes: { ethnicity: '畲族' }, reason: '异议更正' },
        at(book, 'person.correct'),
      )
      await closeObjection(
        {
          id: first.id,
          closedOn: '2026-11-26',
          closedBy: '经办人',
          answer: '已更正',
          outcome: 'corrected',
          correctingSeq: await entryCount(book),
        },
        at(book, 'objection.close'),
      )
      expect(fixed).toBeDefined()
      const read = await readNotice({ id }, at(book, ''))
      expect(OPERATIONS['notice.read'].output.parse(read)).toEqual(read)
      expect(read.sentence).toBe('公示期间收到 2 件，办结 1 件，未办结 1 件，更正 1 件')
      expect(read.objections.map((one) => [one.raisedBy, one.outcome, one.correction?.standing])).toEqual([
        ['村民某', 'corrected', true],
        [null, null, undefined],
      ])
      expect((await newestEntry(book)).summary).not.toContain('村民')
      expect((await loadSnapshot(book.db, '2026-11-25')).objections.map((one) => one.closedOn)).toEqual([null, null])
      expect((await loadSnapshot(book.db, '2026-11-26')).objections.map((one) => one.outcome)).toEqual([
        'corrected',
        null,
      ])
      expect(
        await refusal(
          closeNotice({ noticeId: id, closedOn: '2026-12-01', closedBy: '经办人' }, at(book, 'notice.close')),
        ),
      ).toContain('还有 1 件异议没有办结')
      await closeObjection(
        {
          id: second.id,
          closedOn: '2026-11-27',
          closedBy: '经办人',
          answer: '丁是借入人员，不占编制',
          outcome: 'kept',
        },
        at(book, 'objection.close'),
      )
      expect(await verifyBook(book)).toMatchObject({ ok: true })
    }))
  it('更正 names the entry that changed the book, one that stands', () =>
    withNotice(async ({ book, id, people }) => {
      const { id: objectionId } = await objected(book, id)
      const close = (correctingSeq?: number) =>
        refusal(
          closeObjection(
            {
              id: objectionId,
              closedOn: '2026-11-26',
              closedBy: '经办人',
              answer: '已更正',
              outcome: 'corrected',
              ...(correctingSeq === undefined ? {} : { correctingSeq }),
            },
            at(book, 'objection.close'),
          ),
        )
      expect(await close()).toContain('要指明更正编制本的那一条台账')
      expect(await close(99)).toContain('台账第 99 条没有改动编制本')
      await correctPerson(
        { personId: people[0]!, changes: { ethnicity: '畲族' }, reason: '异议更正' },
        at(book, 'person.correct'),
      )
      const seq = await entryCount(book)
      await undoEntry({ seq }, at(book, 'journal.undo'))
      expect(await close(seq)).toContain(`台账第 ${seq} 条已经撤销`)
    }))
  it.each([
    ['before it hangs', { receivedOn: '2026-11-22' }, '才张贴'],
    ['on a day to come', { receivedOn: '2026-12-30' }, '还没到'],
  ])('not %s', (_, more, why) =>
    withNotice(async ({ book, id }) => expect(await refusal(objected(book, id, more))).toContain(why)),
  )
})

describe('the end and the archive', () => {
  const closed = (book: OpenBook, noticeId: string, closedOn = '2026-12-01') =>
    closeNotice({ noticeId, closedOn, closedBy: '经办人' }, at(book, 'notice.close'))
  const archived = (book: OpenBook, noticeId: string, note?: string) =>
    archiveNotice(
      { noticeId, archivedOn: '2026-12-02', archivedBy: '经办人', ...(note === undefined ? {} : { note }) },
      at(book, 'notice.archive'),
    )

  it('only after its last day; then photo, archive; the photo comes back byte for byte', () =>
    withNotice(async ({ book, id }) => {
      expect(await refusal(closed(book, id, '2026-11-30'))).toContain('公示到 2026-11-30 才期满')
      expect(await refusal(closed(book, id, '2026-12-03'))).toContain('还没到')
      expect(await refusal(archived(book, id))).toContain('还没有办结')
      await closed(book, id)
      expect((await newestEntry(book)).summary).toBe(
        '试验乡编公示〔2026〕1号办结：公示期间收到 0 件，办结 0 件，未办结 0 件，更正 0 件',
      )
      expect(await refusal(objected(book, id))).toContain('已办结')
      expect(await refusal(archived(book, id))).toContain('照片')
      const context = at(book, 'notice.addPhoto')
      const { id: photoId } = await addPhoto({ noticeId: id, fileId: context.stage('公示栏.png', PNG) }, context)
      expect(await refusal(addPhoto({ noticeId: id, fileId: context.stage('又一张.png', PNG) }, context))).toContain(
        '已附有同一张照片',
      )
      expect(
        await refusal(addPhoto({ noticeId: id, fileId: context.stage('假.png', Uint8Array.from([1, 2])) }, context)),
      ).toContain('invalid_input')
      expect(
        Buffer.from((await readNoticePhotoFile({ id: photoId }, context)).base64, 'base64').equals(Buffer.from(PNG)),
      ).toBe(true)
      await archived(book, id)
      const list = await listNotices({}, at(book, ''))
      expect(list.notices[0]).toMatchObject({ stage: 'archived', closedOn: '2026-12-01', archivedOn: '2026-12-02' })
      expect(OPERATIONS['notice.list'].output.parse(list)).toEqual(list)
      expect(
        await refusal(
          addPhoto({ noticeId: id, fileId: context.stage('晚到.png', Uint8Array.from([...PNG, 4])) }, context),
        ),
      ).toContain('已归档')
      expect(await verifyBook(book)).toMatchObject({ ok: true, problems: [] })
      book.raw.exec('DROP TRIGGER attachment_file_no_update')
      book.raw.exec(`UPDATE attachment_file SET content = x'00'`)
      expect((await verifyBook(book)).problems.map((problem) => problem.text).join()).toContain('公示照片')
    }))
  it('each step can be taken back, the last first; an end is not taken from under the archive', () =>
    withNotice(async ({ book, id }) => {
      const { seq: closeSeq } = await closed(book, id)
      const { seq: archiveSeq } = await archived(book, id, '照片未拍，当日停电')
      expect(await refusal(undoEntry({ seq: closeSeq }, at(book, 'journal.undo')))).toContain(
        `第 ${archiveSeq} 条“公示归档”`,
      )
      await undoEntry({}, at(book, 'journal.undo'))
      await undoEntry({}, at(book, 'journal.undo'))
      expect((await readNotice({ id }, at(book, ''))).notice.stage).toBe('due')
      expect((await objected(book, id)).id).toBeDefined()
    }))
  it('an answer is not taken back from under the end', () =>
    withNotice(async ({ book, id }) => {
      const { id: objectionId } = await objected(book, id)
      const { seq } = await closeObjection(
        { id: objectionId, closedOn: '2026-11-26', closedBy: '经办人', answer: '属实', outcome: 'kept' },
        at(book, 'objection.close'),
      )
      await closed(book, id)
      const error: unknown = await undoEntry({ seq }, at(book, 'journal.undo')).catch((failure: unknown) => failure)
      expect((error as Error).message).toMatch(/notice_closed|rule_violation/)
      expect((await readNotice({ id }, at(book, ''))).objections[0]?.outcome).toBe('kept')
    }))
  it('长期公开 has no last day, is never due, and may be taken down any day', () =>
    withNotice(async ({ book, id }) => {
      const { notice } = await readNotice({ id }, at(book, ''))
      expect(notice).toMatchObject({ workingDays: null, endsOn: null, stage: 'posted' })
      expect((await newestEntry(book)).summary).toContain('长期公开')
      expect((await loadSnapshot(book.db, '2030-01-01')).notices[0]).toMatchObject({ endsOn: null, closedOn: null })
      await closed(book, id, '2026-11-24')
      expect((await loadSnapshot(book.db, '2026-12-01')).notices[0]).toMatchObject({ closedOn: '2026-11-24' })
    }, LONG_TERM))
})

describe('与上次公示相比', () => {
  const textsOf = async (book: OpenBook, id: string) =>
    (await readNoticeChanges({ id }, at(book, ''))).preview.pages.flatMap((page) => page.cells.map((cell) => cell.text))
  it('the first has nothing before it', () =>
    withNotice(async ({ book, id }) => {
      const changes = await readNoticeChanges({ id }, at(book, ''))
      expect(OPERATIONS['notice.changes'].output.parse(changes)).toEqual(changes)
      expect(changes.previous).toBeNull()
      expect((await textsOf(book, id)).join()).toContain('第一份公示')
    }))
  it('who came and which numbers moved, from the frozen lists, whatever the book says later', () =>
    withNotice(async ({ book, id, people }) => {
      await seatPeople(book, [{ name: '新来丁', unit: '财政所', category: 'institution', birth: '1990-01-01' }])
      await correctPerson(
        { personId: people[0]!, changes: { name: '办事员甲改' }, reason: '改名' },
        at(book, 'person.correct'),
      )
      const second = await issueNotice({ ...INPUT, from: '2026-12-02' }, at(book, 'notice.issue'))
      const changes = await readNoticeChanges({ id: second.id }, at(book, ''))
      expect(changes.previous).toMatchObject({ number: '试验乡编公示〔2026〕1号' })
      expect(changes.added).toEqual([{ name: '新来丁', unit: '财政所', post: '科员', category: '事业编制' }])
      expect(changes.moved.map(({ before, after }) => [before.name, after.name])).toEqual([['办事员甲', '办事员甲改']])
      expect(changes.numbers).toEqual([
        { unit: '财政所', category: '事业编制', quotaBefore: 3, quotaAfter: 3, listedBefore: 1, listedAfter: 2 },
      ])
      expect(changes.gone).toEqual([])
      await correctPerson(
        { personId: people[1]!, changes: { name: '后来改名' }, reason: '改名' },
        at(book, 'person.correct'),
      )
      expect(await readNoticeChanges({ id: second.id }, at(book, ''))).toEqual(changes)
      expect(await textsOf(book, second.id)).toEqual(
        expect.arrayContaining([
          '新列入（1）',
          '新来丁',
          '财政所科员，事业编制',
          '办事员甲改（原办事员甲）',
          '核定3名，列入1名',
          '核定3名，列入2名',
        ]),
      )
      const file = await readNoticePaper({ paper: 'changes', id: second.id }, at(book, ''))
      expect(file.fileName).toBe('试验乡编公示〔2026〕2号与上次公示相比.xlsx')
      expect((await readNoticeFile({ id }, at(book, ''))).base64.length).toBeGreaterThan(1000)
    }))
  it('a list that was changed behind the journal is found', () =>
    withNotice(async ({ book }) => {
      book.raw.exec('DROP TRIGGER notice_file_no_update')
      book.raw.exec(`UPDATE notice_file SET listing = '{"asOf":"2026-11-22","units":[],"people":[]}'`)
      expect((await verifyBook(book)).problems.map((problem) => problem.text).join()).toContain('的名单被改过')
    }))
})

describe('公开内容例外', () => {
  const LET_IN: Input<'notice.issue'> = {
    ...INPUT,
    layout: 'nine',
    exceptions: [{ field: 'maskedId', reason: '县编办要求区分同名', decidedBy: '王主任' }],
  }
  it('is masked as a value, journalled with its reason, and stands in the record', () =>
    withNotice(async ({ book, id }) => {
      expect(await newestEntry(book)).toMatchObject({
        reason: '县编办要求区分同名',
        summary: expect.stringContaining('例外公开身份证号'),
      })
      expect((await readNotice({ id }, at(book, ''))).exceptions).toEqual([
        { field: 'maskedId', reason: '县编办要求区分同名', decidedBy: '王主任' },
      ])
      const record = await readNoticeExceptions({}, at(book, ''))
      expect(OPERATIONS['notice.exceptions'].output.parse(record)).toEqual(record)
      expect(record.preview.pages.flatMap((page) => page.cells.map((cell) => cell.text))).toEqual(
        expect.arrayContaining(['试验乡编公示〔2026〕1号', '县编办要求区分同名', '王主任']),
      )
      expect((await readNoticePaper({ paper: 'exceptions' }, at(book, ''))).base64.length).toBeGreaterThan(1000)
      expect(await verifyBook(book)).toMatchObject({ ok: true })
    }, LET_IN))
  it.each([
    [
      'without a reason',
      { ...LET_IN, exceptions: [{ field: 'maskedId' as const, reason: '', decidedBy: '王主任' }] },
      'notice_exception_reason',
    ],
    [
      'without anybody who decided it',
      { ...LET_IN, exceptions: [{ field: 'maskedPhone' as const, reason: '便于联系', decidedBy: '' }] },
      'notice_exception_reason',
    ],
    ['on a sheet that has no rows of people', { ...LET_IN, layout: 'tree' as const }, 'notice_exception_layout'],
  ])('refused %s', (_, input, code) =>
    withTownship(async (book) => {
      await seatPeople(book, [{ name: '办事员甲', unit: OFFICE }])
      expect(await refusal(issueNotice(input, at(book, 'notice.issue', '2026-11-23')))).toContain(code)
      expect(await entryCount(book)).toBe(2)
    }),
  )
})
