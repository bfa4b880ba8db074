import { describe, expect, it } from 'vitest'
import { explainFindings } from '../../electron/app/findings/explain-findings.ts'
import { readDraft } from '../../electron/app/notice/keep-draft.ts'
import { signDraft } from '../../electron/app/notice/sign-draft.ts'
import { issueNotice } from '../../electron/app/notice/issue-notice.ts'
import { readNoticePaper } from '../../electron/app/notice/read-paper.ts'
import { previewNotice } from '../../electron/app/notice/preview-notice.ts'
import { readNotice } from '../../electron/app/notice/read-notice.ts'
import { readNoticeResult } from '../../electron/app/notice/read-result.ts'
import { closeObjection } from '../../electron/app/notice/close-objection.ts'
import { receiveObjection } from '../../electron/app/notice/receive-objection.ts'
import { refusalText, Refusal } from '../../electron/vocabulary/refusals.ts'
import { OPERATIONS, type Input } from '../../electron/contract/operations.ts'
import { correctPerson } from '../../electron/app/people/correct-person.ts'
import { TWO_HOLDERS_RULE } from '../../electron/domain/notice/notice-obstacles.ts'
import { ruleById } from '../../electron/domain/rules/registry.ts'
import { verifyBook } from '../../electron/store/integrity.ts'
import type { OpenBook } from '../../electron/store/open.ts'
import { makeContext } from '../kit/context.ts'
import { DRAW_HERE } from '../kit/draw-here.ts'
import { inventedId, newestEntry, seatPeople } from '../kit/people.ts'
import { entryCount, withTownship } from '../kit/township.ts'

/* A notice that cannot be right is not frozen; one that mostly is not takes a reason, and the reason stays with it. */

const OFFICE = '党政综合办公室'
type Issue = Input<'notice.issue'>
const RIGHT: Issue = { layout: 'tree', from: '2026-11-23', days: 5, phone: '0794-1234567' }
const at = (book: OpenBook, today = '2026-11-22', now?: string) =>
  makeContext(book, { excel: DRAW_HERE, operation: 'notice.issue', today, ...(now === undefined ? {} : { now }) })
const withStaff = (work: (book: OpenBook) => Promise<void>) =>
  withTownship(async (book) => {
    await seatPeople(book, [
      { name: '办事员甲', unit: OFFICE, birth: '1980-06-16' },
      { name: '办事员乙', unit: OFFICE, birth: '1981-06-16' },
      { name: '出纳丙', unit: '财政所', category: 'institution', birth: '1982-06-16' },
    ])
    await work(book)
  })
const WRONG_DIGIT = inventedId('1990-01-01').replace(/.$/u, (digit) => (digit === '1' ? '2' : '1'))
/** Six people on five seats, and one with a number that cannot be. */
const withTrouble = (work: (book: OpenBook) => Promise<void>) =>
  withStaff(async (book) => {
    await seatPeople(book, [
      ...['丁', '戊', '己', '庚'].map((name, place) => ({
        name: `办事员${name}`,
        unit: OFFICE,
        birth: `198${place}-07-16`,
        enteredOn: `201${place}-07`,
      })),
      { name: '出纳辛', unit: '财政所', category: 'institution' as const, birth: '1990-01-01', idNumber: WRONG_DIGIT },
    ])
    await work(book)
  })
const refusal = async (work: Promise<unknown>): Promise<readonly [string, string]> => {
  const error: unknown = await work.then(
    () => null,
    (failure: unknown) => failure,
  )
  return error instanceof Refusal ? [error.code, refusalText(error.code, error.details)] : ['none', String(error)]
}

/** Absurd things to hang on a wall, each with the code it meets and a word of its sentence. */
const ABSURD: readonly (readonly [what: string, more: Partial<Issue>, code: string, says: RegExp])[] = [
  ['hung before the day of its list', { from: '2026-11-02', asOf: '2026-11-20' }, 'notice_before_list', /2026-11-20/],
  [
    'checked and reviewed by one person, written two ways',
    { checkedBy: '王主任', reviewedBy: '王 主任' },
    'notice_same_signer',
    /不能是同一个人/,
  ],
  ['for one day', { days: 1 }, 'notice_period_short', /最早到 2026-11-30 期满.*长期公开/],
  [
    'into a year nobody knows',
    { from: '2026-12-28', days: 10 },
    'holiday_calendar_missing',
    /最迟 2026-12-17 张贴.*长期公开/,
  ],
  [
    'in a year long before any table',
    { from: '2019-03-01', asOf: '2019-03-01' },
    'holiday_calendar_missing',
    /最早 2023-12-31 张贴/,
  ],
  [
    'with an ID number in its title',
    { title: `公示 ${inventedId('1980-06-16')}` },
    'notice_personal_number',
    /标题里有像身份证号的数字/,
  ],
  [
    'with a divided ID number in its address',
    { address: `文明路 360111 19800616 9918` },
    'notice_personal_number',
    /通讯地址/,
  ],
  [
    'with a mobile in full width in its mailbox',
    { mailbox: '１３８００００１１１１＠qq.com' },
    'notice_personal_number',
    /举报信箱里有像手机号的数字/,
  ],
  [
    'with a mobile in words in its issuer',
    { issuer: '联系一三八〇〇〇〇一一一一' },
    'notice_personal_number',
    /落款单位/,
  ],
  [
    'with a mobile behind a name',
    { checkedBy: '王主任 138-0000-1111', reviewedBy: '李保密' },
    'notice_personal_number',
    /初审人/,
  ],
  [
    'registered years after it hung',
    { from: '2024-03-04', asOf: '2024-03-01' },
    'notice_needs_reason',
    /posted-long-past/,
  ],
  ['without a telephone', { phone: '' }, 'notice_needs_reason', /no-telephone/],
  ['with a telephone that is none', { phone: '见公告栏' }, 'notice_needs_reason', /no-telephone/],
  [
    'ten years from now',
    { from: '2036-11-23', days: undefined, longTerm: true },
    'notice_needs_reason',
    /posted-far-ahead/,
  ],
  ['of a list that is years old', { asOf: '2024-01-01' }, 'notice_needs_reason', /list-old/],
  [
    'of a list of next year',
    { from: '2027-06-01', asOf: '2027-06-01', days: undefined, longTerm: true },
    'notice_needs_reason',
    /list-ahead/,
  ],
]

describe('an absurd notice', () => {
  it.each(ABSURD)('%s is not frozen silently', (_what, more, code, says) =>
    withStaff(async (book) => {
      const before = await entryCount(book)
      const { days, ...rest } = { ...RIGHT, ...more }
      const [met, sentence] = await refusal(issueNotice({ ...rest, ...(days === undefined ? {} : { days }) }, at(book)))
      expect([met, sentence]).toEqual([code, expect.stringMatching(says)])
      expect(sentence).not.toContain('—')
      // No number is used up: the next one that can hang is the first.
      expect(await entryCount(book)).toBe(before)
      expect((await issueNotice(RIGHT, at(book))).number).toBe('试验乡编公示〔2026〕1号')
    }),
  )
  it('control: the right one hangs', () =>
    withStaff(async (book) => {
      const preview = await previewNotice(RIGHT, at(book))
      expect([preview.obstacles, preview.doubts]).toEqual([[], []])
      expect((await issueNotice(RIGHT, at(book))).number).toBe('试验乡编公示〔2026〕1号')
    }))
  it('nobody on the list', () =>
    withTownship(async (book) => {
      expect(await refusal(issueNotice(RIGHT, at(book)))).toMatchObject(['notice_empty', {}])
    }))
  it('two holders of one title without a handover, though neither of them is printed', () =>
    withStaff(async (book) => {
      await seatPeople(
        book,
        ['党委书记甲', '党委书记乙'].map((name, place) => ({
          name,
          unit: '乡领导班子',
          title: '党委书记',
          leadership: 'chief' as const,
          birth: `197${place}-06-16`,
        })),
      )
      const despite = { keys: ['all'], reason: '先贴' }
      const [code, sentence] = await refusal(issueNotice({ ...RIGHT, despite }, at(book)))
      expect(code).toBe('notice_two_holders')
      expect(sentence).toMatch(/党委书记甲.*党委书记乙.*没有登记交接.*再公示。$/)
      expect(ruleById(TWO_HOLDERS_RULE)?.effect).toBe('eligibility')
    }))
  it('the preview says the same before it is tried, at its field', () =>
    withStaff(async (book) => {
      const preview = await previewNotice(
        { ...RIGHT, from: '2026-11-20', days: 2, mailbox: '13800001111@qq.com', phone: '' },
        at(book),
      )
      expect(OPERATIONS['notice.preview'].output.parse(preview)).toEqual(preview)
      expect(preview.obstacles.map(({ code, field }) => [code, field])).toEqual([
        ['notice_before_list', 'from'],
        ['notice_period_short', 'days'],
        ['notice_personal_number', 'mailbox'],
      ])
      expect(preview.doubts.map((doubt) => doubt.key)).toEqual(['no-telephone'])
    }))
})

describe('what takes a reason', () => {
  it('an over-quota order nobody has confirmed, a listed person with an open error: by key or all, with the reason on its page', () =>
    withTrouble(async (book) => {
      const { doubts } = await previewNotice({ ...RIGHT, phone: '' }, at(book))
      expect(doubts.map((doubt) => doubt.key.replace(/[~:].*$/u, ''))).toEqual([
        'no-telephone',
        'over-quota-order',
        'open-error',
      ])
      const keys = doubts.map((doubt) => doubt.key)
      const issue = (despite: Issue['despite']) => issueNotice({ ...RIGHT, phone: '', despite }, at(book))
      expect(await refusal(issue({ keys: keys.slice(0, 2), reason: '先贴' }))).toMatchObject([
        'notice_needs_reason',
        expect.stringMatching(/有 1 件事.*出纳辛.*open-error/),
      ])
      expect(await refusal(issue({ keys: ['不存在'], reason: '先贴' }))).toMatchObject(['invalid_input', /不存在/])
      expect(OPERATIONS['notice.issue'].input.safeParse({ ...RIGHT, despite: { keys, reason: ' ' } }).success).toBe(
        false,
      )
      const notice = await issue({ keys, reason: '县里要求月底前张榜' })
      const page = await readNotice({ id: notice.id }, at(book))
      expect(OPERATIONS['notice.read'].output.parse(page)).toEqual(page)
      expect(page.despite).toEqual({ reason: '县里要求月底前张榜', doubts })
      expect(await newestEntry(book)).toMatchObject({
        reason: '县里要求月底前张榜',
        summary: expect.stringContaining('3 件事写明理由后发布'),
      })
      expect((await newestEntry(book)).summary).not.toContain('出纳辛')
      expect(await verifyBook(book)).toMatchObject({ ok: true, problems: [] })
      // The reason is kept for what there was, not for whatever comes later.
      expect((await refusal(issueNotice({ ...RIGHT, phone: '' }, at(book))))[0]).toBe('notice_needs_reason')
    }))
  it('an error that has been explained takes none', () =>
    withTrouble(async (book) => {
      const before = (await previewNotice(RIGHT, at(book))).doubts.map((doubt) => doubt.key)
      const key = before.find((one) => one.startsWith('open-error:'))?.slice('open-error:'.length) ?? ''
      await explainFindings({ keys: [key], reason: '档案正在核对' }, at(book))
      expect((await previewNotice(RIGHT, at(book))).doubts.map((doubt) => doubt.key)).toEqual(
        before.filter((one) => !one.startsWith('open-error:')),
      )
    }))
})

describe('a list that changed since it was signed', () => {
  const newcomer = (book: OpenBook) =>
    seatPeople(book, [{ name: '会计壬', unit: '财政所', category: 'institution', birth: '1983-06-16' }])
  const { days: _days, ...CONTENT } = RIGHT

  it('is not frozen by the names under the draft', () =>
    withStaff(async (book) => {
      await signDraft({ content: CONTENT, step: 'checked', by: '王主任' }, at(book))
      await signDraft({ content: CONTENT, step: 'reviewed', by: '李保密' }, at(book))
      const signed = { checkedBy: '王主任', reviewedBy: '李保密' }
      await newcomer(book)
      expect((await readDraft({}, at(book))).draft).toMatchObject({ checked: { stands: false } })
      expect(await refusal(issueNotice({ ...RIGHT, ...signed }, at(book)))).toEqual([
        'notice_sign_off_stale',
        '初审是 2026-11-22 办的，此后名单有变动，审的不是这一份。请重新初审。',
      ])
      await signDraft({ content: CONTENT, step: 'checked', by: '王主任' }, at(book))
      await signDraft({ content: CONTENT, step: 'reviewed', by: '李保密' }, at(book))
      expect((await issueNotice({ ...RIGHT, ...signed }, at(book))).reviewedBy).toBe('李保密')
    }))
  it('nor by a day since which the book says something else of the list', () =>
    withTownship(async (book) => {
      const [first = ''] = await seatPeople(book, [{ name: '办事员甲', unit: OFFICE, birth: '1980-06-16' }])
      const signed = { checkedBy: '王主任', checkedOn: '2026-11-22', reviewedBy: '李保密', reviewedOn: '2026-11-24' }
      const late = at(book, '2026-11-24')
      const later = at(book, '2026-11-23', '2026-11-23T02:00:00.000Z')
      const issue = () => issueNotice({ ...RIGHT, from: '2026-11-24', asOf: '2026-11-22', ...signed }, late)
      await correctPerson({ personId: first, changes: { remark: '档案在县里' }, reason: '核对' }, later)
      expect((await issue()).checkedOn).toBe('2026-11-22')
      await correctPerson({ personId: first, changes: { name: '办事员申' }, reason: '核对档案' }, later)
      expect((await refusal(issue()))[0]).toBe('notice_sign_off_stale')
    }))
  it('what was signed before there was a book cannot be compared: a reason is asked', () =>
    withStaff(async (book) => {
      const signed = { checkedBy: '王主任', checkedOn: '2026-11-20', reviewedBy: '李保密' }
      expect(await refusal(issueNotice({ ...RIGHT, ...signed }, at(book)))).toEqual([
        'notice_needs_reason',
        expect.stringMatching(/初审是 2026-11-20 办的.*signed-before-book:checked/),
      ])
      const despite = { keys: ['all'], reason: '纸质审批在先，补录' }
      expect((await issueNotice({ ...RIGHT, ...signed, despite }, at(book))).checkedOn).toBe('2026-11-20')
    }))
  it('a draft is not reviewed by whoever checked it', () =>
    withStaff(async (book) => {
      await signDraft({ content: CONTENT, step: 'checked', by: '王主任' }, at(book))
      expect((await refusal(signDraft({ content: CONTENT, step: 'reviewed', by: '王主任' }, at(book))))[0]).toBe(
        'notice_same_signer',
      )
    }))
})

describe('公示结果', () => {
  const texts = (preview: { readonly pages: readonly { readonly cells: readonly { readonly text: string }[] }[] }) =>
    preview.pages.flatMap((page) => page.cells.map((cell) => cell.text)).join('\n')

  it('is not written while the notice hangs; then it says that nobody objected', () =>
    withStaff(async (book) => {
      const { id } = await issueNotice(RIGHT, at(book))
      expect(await refusal(readNoticeResult({ id }, at(book, '2026-11-30')))).toEqual([
        'notice_step_refused',
        '试验乡编公示〔2026〕1号现在不能出公示结果：2026-11-30 才期满。',
      ])
      const result = await readNoticeResult({ id }, at(book, '2026-12-01'))
      expect(OPERATIONS['notice.result'].output.parse(result)).toEqual(result)
      expect(texts(result.preview)).toContain('公示期间没有收到异议，公示的名单和数字维持不变。')
      const file = await readNoticePaper({ paper: 'result', id }, at(book, '2026-12-01'))
      expect(file.fileName).toBe('试验乡编公示〔2026〕1号公示结果.xlsx')
      expect(Buffer.from(file.base64, 'base64').subarray(0, 2).toString()).toBe('PK')
    }))
  it('tells how each objection was settled and not who raised it', () =>
    withStaff(async (book) => {
      const { id } = await issueNotice(RIGHT, at(book))
      const raised = await receiveObjection(
        { noticeId: id, receivedOn: '2026-11-25', channel: 'call', raisedBy: '村民某', content: '甲的岗位写错了' },
        at(book, '2026-11-25'),
      )
      expect(texts((await readNoticeResult({ id }, at(book, '2026-12-01'))).preview)).toContain('还有 1 件没有办结')
      await closeObjection(
        { id: raised.id, closedOn: '2026-11-26', closedBy: '经办人', answer: '任命文件无误', outcome: 'kept' },
        at(book, '2026-12-01'),
      )
      const said = texts((await readNoticeResult({ id }, at(book, '2026-12-01'))).preview)
      for (const part of ['甲的岗位写错了', '任命文件无误', '维持', '来电', '全部办结']) expect(said).toContain(part)
      expect(said).not.toContain('村民某')
    }))
})
