import type { PlainDate } from '../model/plain-date.ts'
import type { NoticeLayout } from './notice-layout.ts'
import {
  countText,
  hasUnlisted,
  namedDocuments,
  sumCounts,
  type NoticeContent,
  type NoticeUnit,
} from './notice-content.ts'

/** What the clerk chooses about a notice. Empty texts are left off the sheet or fall back to the township's own name. */
export interface NoticeOptions {
  readonly layout: NoticeLayout
  /** Day of posting; not counted. */
  readonly from: PlainDate
  /** Last working day of the period, inclusive; null with `days`: 长期公开, no end. */
  readonly endsOn: PlainDate | null
  readonly days: number | null
  readonly asOf: PlainDate
  readonly paper: 'A4' | 'A3'
  readonly number: string
  /** Hash of the newest journal entry the figures rest on. */
  readonly journalHead: string
  readonly title?: string | undefined
  readonly issuer?: string | undefined
  readonly phone?: string | undefined
  readonly address?: string | undefined
  readonly mailbox?: string | undefined
}

/** 2026年11月22日. */
export function chineseDate(date: PlainDate): string {
  return `${date.slice(0, 4)}年${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`
}

export function defaultTitle(township: string): string {
  return `${township}机关和事业单位编制实名制公示`
}

/** 山溪乡 → 山溪乡人民政府; a name that already says who it is stays. */
export function defaultIssuer(township: string): string {
  if (/(政府|街道|办事处|委员会|办公室)$/.test(township))
    return township.endsWith('街道') ? `${township}办事处` : township
  return `${township}人民政府`
}

/** 党政综合办公室（加挂社会治安综合治理委员会办公室牌子）. */
export function unitTitle(unit: Pick<NoticeUnit, 'name' | 'nameplates'>): string {
  return `${unit.name}${nameplateText(unit)}`
}

type Numbered = Pick<NoticeUnit, 'level' | 'documentNumbers' | 'leadershipQuota' | 'counts'>

/** 乡科级，领导职数8名，行政编制8名，实有8名，批准文号：…; the categories separated by a semicolon. '' where the unit has nothing on record. */
export function unitNumbers(unit: Numbered): string {
  return [unit.level, leadershipText(unit), unit.counts.map(countText).join('；'), documentsText(unit)]
    .filter((part) => part !== '')
    .join('，')
}

const NUMERALS = ['一', '二', '三', '四']

/** 一、 */
export function sectionNumeral(place: number): string {
  return `${NUMERALS[place] ?? ''}、`
}

/** （行政编制5名）; nothing around nothing. */
export function bracketed(text: string): string {
  return text === '' ? '' : `（${text}）`
}

/** The same in the lines of a table cell: name, nameplates, 规格, leadership, 核定 and 实有 of every category, 批准文号. */
export function unitLines(unit: NoticeUnit): readonly string[] {
  return [
    unit.name,
    nameplateText(unit),
    unit.level,
    leadershipText(unit),
    ...unit.counts.flatMap((count) => countText(count).split('，')),
    documentsText(unit),
  ].filter((line) => line !== '')
}

function nameplateText(unit: Pick<NoticeUnit, 'nameplates'>): string {
  return unit.nameplates.length === 0 ? '' : `（加挂${unit.nameplates.join('、')}牌子）`
}

/** The first two by number: a heading is no list. */
function documentsText({ documentNumbers }: Pick<NoticeUnit, 'documentNumbers'>): string {
  if (documentNumbers.length === 0) return ''
  return `批准文号：${documentNumbers.slice(0, 2).join('、')}${documentNumbers.length > 2 ? '等' : ''}`
}

function leadershipText(unit: Pick<NoticeUnit, 'leadershipQuota'>): string {
  return unit.leadershipQuota === null || unit.leadershipQuota === 0 ? '' : `领导职数${unit.leadershipQuota}名`
}

/** The opening: on what basis, what is shown, as of when, for how long. */
export function openingTexts(content: NoticeContent, options: NoticeOptions): readonly string[] {
  const named = namedDocuments(content.documentNumbers)
  const documents = `${named.join('、')}${named.length < content.documentNumbers.length ? '等文件' : ''}`
  const basis = documents === '' ? '根据机构编制实名制管理的有关规定' : `根据机构编制实名制管理的有关规定和${documents}`
  const totals = sumCounts(content.sections.flatMap((section) => section.counts))
    .map(countText)
    .join('；')
  const leadership = content.leadershipQuota > 0 ? `；领导职数${content.leadershipQuota}名` : ''
  return [
    `　　${basis}，现将${content.township}核定编制和纳入编制实名制管理的人员名单予以公示。截至${chineseDate(options.asOf)}，${totals}${leadership}。`,
    periodText(options),
  ]
}

function periodText({ from, endsOn, days }: NoticeOptions): string {
  if (endsOn === null || days === null)
    return `　　本名单自${chineseDate(from)}起长期公开，有变动时另行公布。对名单有异议的，可随时来电、来信或当面反映。`
  return `　　公示期：${chineseDate(from)}起至${chineseDate(endsOn)}止，共${days}个工作日（张贴当日不计入）。公示期内对名单有异议的，可来电、来信或当面反映。`
}

/** Where to object. 12310 is the national number for supervision of establishment matters and stands on every notice. */
export function contactTexts(options: NoticeOptions): readonly string[] {
  const phone = options.phone === undefined || options.phone === '' ? '' : `监督电话：${options.phone}　　`
  const texts = [`　　${phone}机构编制监督举报电话：12310`]
  if (options.address !== undefined && options.address !== '') texts.push(`　　通讯地址：${options.address}`)
  if (options.mailbox !== undefined && options.mailbox !== '') texts.push(`　　举报信箱：${options.mailbox}`)
  return texts
}

/** The rules of counting a reader needs to check the sheet. */
export function closingNote(content: NoticeContent, layout: NoticeLayout): string {
  const people = content.sections.flatMap((section) => section.units.flatMap((unit) => unit.people))
  const notes = [
    layout === 'nine'
      ? '本表只列按规定纳入编制实名制管理的在编人员，超编人员和编外人员不在表内。'
      : '本公示只列按规定纳入编制实名制管理的人员。',
  ]
  if (hasUnlisted(content)) notes.push('写“列入实名制名单”的单位，另有人员按规定未纳入，不在此列。')
  if (people.some((person) => person.concurrent.length > 0)) notes.push('注明兼任的，不重复计数。')
  if (people.some((person) => person.secondedOut)) notes.push('注明借出的，编制仍在本单位，计入本单位人数。')
  return `说明：${notes.join('')}`
}

/** 编办审核: left to be signed and sealed by hand, before the sheet hangs. */
export const BUREAU_REVIEW = '　　编办审核意见：　　　　　　　　　　（盖章）　　　年　　月　　日'

/** Number and both ends of the journal's hash: enough to tell which state of the book the sheet shows. */
export function footerNote(options: Pick<NoticeOptions, 'number' | 'journalHead'>): string {
  return `${options.number}　台账 ${options.journalHead.slice(0, 8)}…${options.journalHead.slice(-8)}`
}
