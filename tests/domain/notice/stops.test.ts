import { describe, expect, test } from 'vitest'
import type { Finding } from '../../../electron/domain/model/finding.ts'
import { noticeContent } from '../../../electron/domain/notice/notice-content.ts'
import { noticeDoubts, unansweredDoubts, type DoubtFacts } from '../../../electron/domain/notice/notice-doubts.ts'
import {
  noticeObstacles,
  wayAroundMissingYear,
  type ObstacleFacts,
} from '../../../electron/domain/notice/notice-obstacles.ts'
import type { NoticeOptions } from '../../../electron/domain/notice/notice-texts.ts'
import { hasTelephone, personalNumberIn } from '../../../electron/domain/notice/personal-number.ts'
import { noticeFacts, NOTICE_OPTIONS } from '../../kit/notice-facts.ts'
import { inventedId } from '../../kit/people.ts'

/* What keeps a notice from being frozen, and what asks for a reason first. */

const CONTENT = noticeContent(noticeFacts())
const ID = inventedId('1985-06-16')

describe('numbers that belong to a person', () => {
  test.each([
    ['身份证', ID],
    ['分段写的身份证', ID.replaceAll(/(.{6})(.{8})/gu, '$1 $2-')],
    ['十五位的身份证', '130503670401001'],
    ['末位是 x 的身份证', '11010519491231002x'],
    ['全角的身份证', ID.replaceAll(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))],
  ])('%s', (_what, text) => expect(personalNumberIn(`联系人：${text}。`)).toBe('idNumber'))

  test.each([
    '13912345678',
    '+86 139-1234-5678',
    '139.1234.5678',
    '139 1234 5678',
    '一三九一二三四五六七八',
    '1３9零〇345678',
  ])('%s is a mobile number', (text) => expect(personalNumberIn(`请打${text}`)).toBe('mobile'))

  test.each([
    '0794-1234567',
    '12345678901',
    '山编〔2026〕12号',
    '二〇二六年十一月二十二日',
    '91360000123456789012',
    '139123456789',
    '',
  ])('%s is none', (text) => expect(personalNumberIn(text)).toBeNull())

  test.each([
    ['1234567', true],
    ['０７９４－１２３４５６７', true],
    ['0794 123 4567 转 8', true],
    ['123456', false],
    ['12310', false],
    ['见公告栏', false],
  ])('a telephone one can call: %s %s', (text, told) => expect(hasTelephone(text)).toBe(told))
})

const obstacles = (options: Partial<NoticeOptions>, more: Partial<ObstacleFacts> = {}) =>
  noticeObstacles({
    options: { ...NOTICE_OPTIONS, ...options },
    content: CONTENT,
    findings: [],
    leastDays: 7,
    holidays: [],
    ...more,
  })
const finding = (more: Partial<Finding>): Finding => ({
  rule: 'D9',
  severity: 'error',
  effect: 'eligibility',
  unitId: null,
  personId: null,
  text: '李某与王某都登记为纪委书记。',
  remedy: '',
  facts: {},
  ...more,
})

describe('what stops a notice whatever anybody says', () => {
  test('nothing, where all is in order; posted on the day of the list is in order', () => {
    expect(obstacles({})).toEqual([])
    expect(obstacles({ from: '2026-11-22' })).toEqual([])
  })

  test('posted before the day its list is of', () => {
    expect(obstacles({ from: '2026-11-21' })).toEqual([
      { code: 'notice_before_list', details: { from: '2026-11-21', asOf: '2026-11-22' }, field: 'from' },
    ])
  })

  test('a period shorter than the rules ask, with the first day on which it would be long enough', () => {
    expect(obstacles({ days: 6 })).toEqual([
      {
        code: 'notice_period_short',
        details: { days: 6, least: 7, earliest: '最早到 2026-12-02 期满；' },
        field: 'days',
      },
    ])
    expect(obstacles({ days: 7 })).toEqual([])
    expect(obstacles({ from: '2031-01-06', days: 3 })).toMatchObject([{ details: { earliest: '' } }])
  })

  test('长期公开 has no period to be short', () => {
    expect(obstacles({ days: null, endsOn: null })).toEqual([])
    expect(obstacles({ days: null, endsOn: '2026-11-24' })).toEqual([])
    expect(obstacles({ days: 1, endsOn: null })).toEqual([])
  })

  test.each([
    ['title', '标题'],
    ['issuer', '落款单位'],
    ['phone', '监督电话'],
    ['address', '通讯地址'],
    ['mailbox', '举报信箱'],
  ] as const)('a mobile number typed into %s', (field, place) => {
    expect(obstacles({ [field]: '王某 13912345678' })).toEqual([
      { code: 'notice_personal_number', details: { place, what: '像手机号的数字' }, field },
    ])
  })

  test('a number that stands in the book itself: in a unit’s duties or plates, in a person’s post', () => {
    const [organs, ...rest] = CONTENT.sections
    const [first, ...others] = organs?.units ?? []
    const [person, ...people] = first?.people ?? []
    if (organs === undefined || first === undefined || person === undefined) throw new Error('the sheet has people')
    const withUnit = (unit: Partial<typeof first>) => ({
      ...CONTENT,
      sections: [{ ...organs, units: [{ ...first, ...unit }, ...others] }, ...rest],
    })
    const ofUnit = [
      {
        code: 'notice_personal_number',
        details: { place: `“${first.name}”的名称、牌子或主要职责`, what: '像手机号的数字' },
        field: null,
      },
    ]
    expect(obstacles({}, { content: withUnit({ duties: '信访，电话 13912345678' }) })).toEqual(ofUnit)
    expect(obstacles({}, { content: withUnit({ nameplates: ['信访室', '办公室13912345678'] }) })).toEqual(ofUnit)
    expect(
      obstacles(
        {},
        { content: withUnit({ people: [{ ...person, name: '欧阳建国甲', post: `干事 ${ID}` }, ...people] }) },
      ),
    ).toEqual([
      {
        code: 'notice_personal_number',
        details: { place: `${first.name} 欧阳建国的姓名、职务或职称`, what: '像身份证号的数字' },
        field: null,
      },
    ])
    // Two texts that end and begin with digits are not one number.
    expect(
      obstacles(
        {},
        { content: withUnit({ people: [{ ...person, post: '139123', professionalTitle: '45678' }, ...people] }) },
      ),
    ).toEqual([])
  })

  test('two holders of one title, told once; a handover past its end keeps nobody off and stops nothing', () => {
    const two = [finding({ personId: 'a' }), finding({ personId: 'b' })]
    expect(
      obstacles(
        {},
        {
          findings: [
            ...two,
            finding({ effect: 'none', text: '交接期已过。' }),
            finding({ rule: 'D1', text: '号码重复。' }),
          ],
        },
      ),
    ).toEqual([{ code: 'notice_two_holders', details: { text: '李某与王某都登记为纪委书记。' }, field: null }])
  })
})

describe('a period that runs into a year without a holiday table', () => {
  test('the last day on which it ends within what is known, and how far the chosen day reaches', () => {
    expect(wayAroundMissingYear('2026-12-25', 7, [])).toBe(
      '公示 7 个工作日的，最迟 2026-12-22 张贴；2026-12-25 张贴的，现在最多算到 4 个工作日；也可以选长期公开。',
    )
  })

  test('a slip of the pen in the year, ahead or back', () => {
    expect(wayAroundMissingYear('2036-11-23', 7, [])).toBe(
      '公示 7 个工作日的，最迟 2026-12-22 张贴；也可以选长期公开。',
    )
    expect(wayAroundMissingYear('2016-11-23', 7, [])).toMatch(
      /^公示 7 个工作日的，最早 20\d\d-12-31 张贴；也可以选长期公开。$/u,
    )
  })

  test('where nothing near is known, only 长期公开', () => {
    expect(wayAroundMissingYear('2076-11-23', 7, [])).toBe('也可以选长期公开。')
  })
})

const doubts = (options: Partial<NoticeOptions>, more: Partial<DoubtFacts> = {}) =>
  noticeDoubts({
    options: { ...NOTICE_OPTIONS, ...options },
    today: '2026-11-22',
    content: CONTENT,
    open: [],
    overQuota: [],
    unitName: (id) => `${id}名`,
    ...more,
  })
const keys = (...given: Parameters<typeof doubts>) => doubts(...given).map(({ key }) => key)

describe('what asks for a reason first', () => {
  test('nothing, where all is in order', () => expect(doubts({})).toEqual([]))

  test.each([
    ['posted ten days ago', { from: '2026-11-12', asOf: '2026-11-12' }, []],
    ['eleven', { from: '2026-11-11', asOf: '2026-11-11' }, ['posted-long-past']],
    ['posted in sixty days', { from: '2027-01-21' }, []],
    ['in sixty-one', { from: '2027-01-22', asOf: '2026-11-23' }, ['posted-far-ahead', 'list-ahead']],
    ['a list of today', { asOf: '2026-11-22' }, []],
    ['of tomorrow', { asOf: '2026-11-23' }, ['list-ahead']],
    ['a list sixty days old on the day of posting', { asOf: '2026-09-24' }, []],
    ['sixty-one', { asOf: '2026-09-23' }, ['list-old']],
  ])('%s', (_when, options, expected) => expect(keys(options)).toEqual(expected))

  test('the sentences say the days', () => {
    expect(doubts({ from: '2026-11-01', asOf: '2026-08-01' }).map(({ text }) => text)).toEqual([
      '张贴日 2026-11-01 早已过去，今天是 2026-11-22。',
      '名单截至 2026-08-01，到张贴日 2026-11-01 已过 60 天以上。',
    ])
    expect(doubts({ from: '2027-03-01', asOf: '2027-02-27' }).map(({ text }) => text)).toEqual([
      '张贴日 2027-03-01 还远，今天是 2026-11-22：到那天名单多半已有变动。',
      '名单截至 2027-02-27，这一天还没到，今天是 2026-11-22。',
    ])
  })

  test.each([undefined, '', '见公告栏', '12310'])('no telephone to call: %s', (phone) => {
    expect(doubts({ phone })).toEqual([{ key: 'no-telephone', text: '没有写监督电话：群众有异议打不通电话。' }])
  })

  test('who stands over by the order alone, once a line; not whom somebody decided on', () => {
    const over = (personId: string, unitId: string, by: 'choice' | 'letIn' | 'latest') => ({
      personId,
      unitId,
      category: 'administrative' as const,
      by,
      reason: null,
      enteredOn: null,
      since: '2011-01-01',
      overUntil: null,
    })
    expect(
      doubts(
        {},
        {
          overQuota: [
            over('甲', '一', 'latest'),
            over('乙', '一', 'latest'),
            over('丙', '二', 'choice'),
            over('丁', '三', 'letIn'),
          ],
        },
      ),
    ).toEqual([
      {
        key: 'over-quota-order:一:administrative',
        text: '一名行政编制超编，谁列为超编还没有指定，现在按进入这个机构的先后排。',
      },
    ])
  })

  test('an open error about somebody on the sheet; not a hint, not about the others', () => {
    const open = (key: string, personId: string | null, severity: Finding['severity'] = 'error') => ({
      key,
      finding: { severity, personId, text: `${key}的问题。` },
    })
    const onSheet = CONTENT.sections[0]?.units[0]?.people[0]?.personId ?? ''
    expect(
      doubts({}, { open: [open('一', onSheet), open('二', onSheet, 'warning'), open('三', '别人'), open('四', null)] }),
    ).toEqual([{ key: 'open-error:一', text: '榜上的人有违规问题没有处理：一的问题。' }])
  })

  test('each may be answered by its key, or all at once', () => {
    const [first, second] = [
      { key: 'no-telephone', text: '' },
      { key: 'list-old', text: '' },
    ]
    expect(unansweredDoubts([first, second], [])).toEqual([first, second])
    expect(unansweredDoubts([first, second], ['list-old'])).toEqual([first])
    expect(unansweredDoubts([first, second], ['all'])).toEqual([])
  })
})
