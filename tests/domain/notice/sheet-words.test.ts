import { describe, expect, test } from 'vitest'
import { indexSnapshot } from '../../../electron/domain/model/snapshot-index.ts'
import { listingChanges } from '../../../electron/domain/notice/listing-changes.ts'
import type { ListedPerson, NoticeListing } from '../../../electron/domain/notice/notice-listing.ts'
import { noticeContent, type NoticeFacts } from '../../../electron/domain/notice/notice-content.ts'
import { buildNotice } from '../../../electron/domain/notice/notice-model.ts'
import type { NoticeOptions } from '../../../electron/domain/notice/notice-texts.ts'
import { noticeWarnings } from '../../../electron/domain/notice/notice-warnings.ts'
import { computeFigures } from '../../../electron/domain/quota/figures.ts'
import { splitRoster } from '../../../electron/domain/roster/split-roster.ts'
import { buildSnapshot, quotaEntry, recordOf, seat, seated, type SnapshotSpec } from '../../kit/snapshot.ts'
import { emptyContent } from '../../../electron/vocabulary/records.ts'
import { NOTICE_OPTIONS } from '../../kit/notice-facts.ts'

/* What a small township's sheet says, word by word. */

const OFFICE = { name: '党政办', quotas: { administrative: 2 } }
const STATION = { name: '农业站', kind: 'institution' as const, quotas: { institution: 3 } }
const ROOT = { name: '山溪乡', kind: 'township' as const }
const facts = (spec: Partial<SnapshotSpec>, exceptions: NoticeFacts['exceptions'] = []): NoticeFacts => {
  const snapshot = buildSnapshot({ units: [ROOT, OFFICE, STATION], people: [seated('王某', '党政办')], ...spec })
  const figures = computeFigures(snapshot)
  return { snapshot, figures, roster: splitRoster(snapshot, figures, []), index: indexSnapshot(snapshot), exceptions }
}
const sheetOf = (own: NoticeFacts, options: Partial<NoticeOptions> = {}) =>
  buildNotice({ ...own, options: { ...NOTICE_OPTIONS, layout: 'table', ...options } }).sheet
const textsOf = (...given: Parameters<typeof sheetOf>) =>
  sheetOf(...given).rows.flatMap((row) => row.cells.map((cell) => cell.text))

describe('who and what stands on it', () => {
  const names = (own: NoticeFacts) =>
    noticeContent(own).sections.flatMap((section) => section.units.map((unit) => unit.name))

  test('a unit whose quota nobody fills stands with its number; one with neither quota nor people does not', () => {
    const empty = { name: '经发办' }
    const zero = { name: '文化站', kind: 'institution' as const, quotas: { institution: 0 } }
    expect(names(facts({ units: [ROOT, OFFICE, STATION, empty, zero] }))).toEqual(['党政办', '农业站'])
    const row = sheetOf(facts({})).rows.find((one) => one.cells.some((cell) => cell.text.startsWith('农业站')))
    expect(row?.cells.map((cell) => cell.text)).toEqual(['', '农业站\n事业编制3名\n实有0名', '—', ...Array(7).fill('')])
  })

  test('a unit where somebody only holds a second post stands, with the post that is not counted', () => {
    const holdings = [seat('党政办'), { unit: '经发办', kind: 'concurrent' as const, title: '会计' }]
    const own = facts({ units: [ROOT, OFFICE, { name: '经发办' }], people: [{ name: '王某', holdings }] })
    expect(noticeContent(own).sections[0]?.units[1]?.concurrent).toEqual([{ name: '王某', post: '会计' }])
    expect(textsOf(own, { layout: 'units' })).toContain('王某（兼任会计，不计数）')
  })

  test('people of a category without a quota of its own are said to be on the list, without a number to be short of', () => {
    const own = facts({ units: [ROOT, OFFICE], people: [seated('王某', '党政办')] })
    const [person] = own.roster
    if (person === undefined) throw new Error('somebody is on the list')
    const bare: NoticeFacts = { ...own, figures: { ...own.figures, lines: [] } }
    expect(noticeContent(bare).sections[0]?.counts).toEqual([
      { category: 'administrative', quota: null, actual: null, listed: 1 },
    ])
    expect(textsOf(bare).join('\n')).toContain('行政编制，列入实名制名单1名')
  })

  test('facts that are not on record leave their column empty', () => {
    const bare = seated('王某', '党政办', 'administrative', { enteredOn: null, entryRoute: null })
    const own = facts({ people: [{ ...bare, sex: null }] })
    const row = sheetOf(own).rows.find((one) => one.cells.some((cell) => cell.text === '王某'))
    expect(row?.cells.map((cell) => cell.text).filter((text) => !text.startsWith('党政办'))).toEqual([
      '1',
      '王某',
      '',
      '干事',
      '',
      '行政编制',
      '',
      '',
      '在编',
    ])
  })
})

describe('columns a recorded exception lets in', () => {
  const own = facts(
    {
      people: [seated('王某', '党政办'), seated('李某', '党政办')],
      records: {
        personFile: [
          recordOf('personFile', { ...emptyContent('personFile'), phone: '13912345678' }, { personId: '王某' }),
        ],
      },
    },
    ['maskedId', 'maskedPhone'],
  )

  test('show masked numbers of their own people, and nothing where there is none', () => {
    const rows = sheetOf(own)
      .rows.map((row) => row.cells.map((cell) => cell.text))
      .filter((texts) => texts.includes('王某') || texts.includes('李某'))
    expect(rows.map((texts) => texts.at(-1))).toEqual(['139****5678', ''])
    expect(rows.map((texts) => texts.at(-2))).toEqual([
      expect.stringMatching(/^36\*{13}\w{3}$/u),
      expect.stringMatching(/^36\*{13}\w{3}$/u),
    ])
    expect(JSON.stringify(sheetOf(own))).not.toContain('13912345678')
  })

  test('take their width from the others: the sheet is as wide as before', () => {
    const width = (of: NoticeFacts) => sheetOf(of).columnWidths.reduce((sum, one) => sum + one, 0)
    expect(sheetOf(own).columnWidths).toHaveLength(12)
    expect(width(own)).toBeLessThanOrEqual(width(facts({})))
    expect(width(own)).toBeGreaterThan(width(facts({})) - 6)
    expect(sheetOf(own).columnWidths.slice(-2)).toEqual([128, 84])
  })

  test('one alone brings one column', () => {
    expect(sheetOf({ ...own, exceptions: ['maskedId'] }).columnWidths).toHaveLength(11)
    expect(JSON.stringify(sheetOf({ ...own, exceptions: ['maskedId'] }))).not.toContain('139****5678')
  })
})

describe('the opening', () => {
  const quota = (number: string, unitId: string) =>
    quotaEntry({ unitId, amount: 2, documentNumber: number, id: `${number}${unitId}` })
  const opening = (numbers: readonly string[], options: Partial<NoticeOptions> = {}) =>
    textsOf(facts({ units: [ROOT, OFFICE], quotas: numbers.map((number) => quota(number, '党政办')) }), options)
      .filter((text) => text.startsWith('　　'))
      .slice(0, 2)

  test.each([
    [[], '　　根据机构编制实名制管理的有关规定，现将山溪乡'],
    [['甲1号'], '　　根据机构编制实名制管理的有关规定和甲1号，现将山溪乡'],
    [['甲1号', '甲2号'], '　　根据机构编制实名制管理的有关规定和甲1号、甲2号，现将山溪乡'],
    [['甲1号', '甲2号', '甲3号'], '　　根据机构编制实名制管理的有关规定和甲1号等文件，现将山溪乡'],
  ])('by %j', (numbers, begins) => expect(opening(numbers)[0]?.slice(0, begins.length)).toBe(begins))

  test('a unit’s own papers stand beside it where the opening does not name them all', () => {
    const own = facts({
      units: [ROOT, OFFICE, STATION],
      quotas: ['甲1号', '甲2号', '甲3号'].map((number) => quota(number, '党政办')),
    })
    expect(textsOf(own).join('\n')).toContain('批准文号：甲1号、甲2号等')
    expect(textsOf(facts({ units: [ROOT, OFFICE], quotas: [quota('甲1号', '党政办')] })).join('\n')).not.toContain(
      '批准文号',
    )
  })

  test('长期公开 has no last day', () => {
    expect(opening(['甲1号'], { endsOn: null, days: null })[1]).toBe(
      '　　本名单自2026年11月23日起长期公开，有变动时另行公布。对名单有异议的，可随时来电、来信或当面反映。',
    )
    expect(opening(['甲1号'])[1]).toBe(
      '　　公示期：2026年11月23日起至2026年12月2日止，共7个工作日（张贴当日不计入）。公示期内对名单有异议的，可来电、来信或当面反映。',
    )
  })

  test('who issues it, and how to object, as far as it is said', () => {
    const bare = { issuer: '', phone: '', address: '', mailbox: '' }
    const texts = textsOf(facts({}), bare)
    expect(texts).toContain('山溪乡人民政府（盖章）')
    expect(texts).toContain('　　机构编制监督举报电话：12310')
    expect(texts.filter((text) => /通讯地址|举报信箱|监督电话：0/u.test(text))).toEqual([])
    expect(textsOf(facts({}), { issuer: '中共山溪乡委员会' })).toContain('中共山溪乡委员会（盖章）')
  })
})

describe('the form of nine columns', () => {
  test('a heading with the sums of the section, each unit with its numbers, kept with its first person', () => {
    const culture = { name: '文化站', kind: 'institution' as const, quotas: { institution: 1 } }
    const { rows } = sheetOf(facts({ units: [ROOT, OFFICE, STATION, culture] }), { layout: 'nine' })
    const at = (start: string) => rows.find((row) => row.cells[0]?.text.startsWith(start))
    expect(at('一、')?.cells[0]).toMatchObject({ text: '一、乡机关（行政编制2名，实有1名）', style: 'heading' })
    expect(at('二、')?.cells[0]?.text).toBe('二、乡属事业单位（事业编制4名，实有0名）')
    expect(at('1、党政办')).toMatchObject({ keepWithNext: true, cells: [{ style: 'subheading' }] })
    expect(at('1、农业站')?.keepWithNext ?? false).toBe(false)
    expect(at('一、')).toMatchObject({ keepWithNext: true })
  })

  test('warns of cards that are not on record, and only there', () => {
    const content = noticeContent(
      facts({ people: [seated('王某', '党政办'), { ...seated('李某', '党政办'), quotaCardNumber: '7' }] }),
    )
    expect(noticeWarnings(content, 'nine')).toEqual(['1 人没有登记编制卡（证）号，这一栏空着。'])
    expect(noticeWarnings(content, 'table')).toEqual([])
    expect(noticeWarnings(content, 'units')).toEqual(['2 个机构还没有登记主要职责，这一栏空着：党政办、农业站。'])
  })
})

describe('two notices compared', () => {
  const person = (more: Partial<ListedPerson> = {}): ListedPerson => ({
    personId: '1',
    name: '甲',
    unitId: '一',
    unitName: '党政办',
    post: '干事',
    category: 'administrative',
    ...more,
  })
  const listing = (
    people: readonly ListedPerson[],
    counts: NoticeListing['units'][number]['counts'] = [],
  ): NoticeListing => ({
    asOf: '2026-11-22',
    units: [
      { id: '零', name: '班子', counts: [{ category: 'administrative', quota: 9, listed: 9 }] },
      { id: '一', name: '党政办', counts },
    ],
    people,
  })

  test.each([{ post: '主任' }, { category: 'worker' as const }, { name: '甲二' }, { unitId: '二' }])(
    'another %j alone is a change',
    (more) => {
      expect(listingChanges(listing([person()]), listing([person(more)])).moved).toHaveLength(1)
    },
  )

  test('a number alone is a change: of the quota, of the list, of one category among others', () => {
    const count = (quota: number, listed: number) => ({ category: 'administrative' as const, quota, listed })
    const worker = { category: 'worker' as const, quota: 1, listed: 1 }
    const numbers = (...given: readonly [NoticeListing, NoticeListing]) =>
      listingChanges(...given).numbers.map(
        (one) =>
          `${one.unit} ${one.category} ${one.quotaBefore}→${one.quotaAfter} ${one.listedBefore}→${one.listedAfter}`,
      )
    expect(numbers(listing([], [worker, count(5, 3)]), listing([], [worker, count(6, 3)]))).toEqual([
      '党政办 行政编制 5→6 3→3',
    ])
    expect(numbers(listing([], [worker, count(5, 3)]), listing([], [worker, count(5, 4)]))).toEqual([
      '党政办 行政编制 5→5 3→4',
    ])
    expect(numbers(listing([], [count(5, 3)]), listing([], [count(5, 3), worker]))).toEqual([
      '党政办 机关工勤编制 null→1 0→1',
    ])
    expect(numbers(listing([], [count(5, 3)]), listing([], [count(5, 3)]))).toEqual([])
  })
})
