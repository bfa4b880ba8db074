import { endOfWorkingDays } from '../calendar/working-days.ts'
import type { Finding } from '../model/finding.ts'
import type { HolidayTable } from '../model/holiday-table.ts'
import { addDays, type PlainDate } from '../model/plain-date.ts'
import type { NoticeContent } from './notice-content.ts'
import type { NoticeOptions } from './notice-texts.ts'
import { PERSONAL_NUMBER_NAMES, personalNumberIn } from './personal-number.ts'

/*
 * What makes a notice wrong whatever anybody says: it is not frozen. The code names the kind, the details fill its sentence, the field is
 * where the mistake stands on the form.
 */

export interface Obstacle {
  readonly code: 'notice_before_list' | 'notice_period_short' | 'notice_personal_number' | 'notice_two_holders'
  readonly details: Readonly<Record<string, string | number>>
  readonly field: 'from' | 'days' | 'title' | 'issuer' | 'phone' | 'address' | 'mailbox' | null
}

/** The rule that says that a title with one holder has two. A handover past its end is the same rule's, and keeps nobody off the sheet. */
export const TWO_HOLDERS_RULE = 'D9'

export interface ObstacleFacts {
  readonly options: NoticeOptions
  readonly content: NoticeContent
  /** Findings of the list's day. */
  readonly findings: readonly Finding[]
  /** Working days the rules ask for. */
  readonly leastDays: number
  readonly holidays: readonly HolidayTable[]
}

/** Every obstacle of a notice as it is filled in; the period itself has an end or hangs without one. */
export function noticeObstacles(facts: ObstacleFacts): readonly Obstacle[] {
  return [...postedBeforeList(facts), ...periodTooShort(facts), ...personalNumbers(facts), ...twoHolders(facts)]
}

function postedBeforeList({ options: { from, asOf } }: ObstacleFacts): readonly Obstacle[] {
  return from < asOf ? [{ code: 'notice_before_list', details: { from, asOf }, field: 'from' }] : []
}

function periodTooShort({ options, leastDays, holidays }: ObstacleFacts): readonly Obstacle[] {
  if (options.endsOn === null || options.days === null || options.days >= leastDays) return []
  const least = endOfWorkingDays(options.from, leastDays, holidays)
  const earliest = 'missingYear' in least ? '' : `最早到 ${least.endsOn} 期满；`
  return [
    {
      code: 'notice_period_short',
      details: { days: options.days, least: leastDays, earliest },
      field: 'days',
    },
  ]
}

const FIELD_NAMES = {
  title: '标题',
  issuer: '落款单位',
  phone: '监督电话',
  address: '通讯地址',
  mailbox: '举报信箱',
} as const

function personalNumbers({ options, content }: ObstacleFacts): readonly Obstacle[] {
  const typed = (['title', 'issuer', 'phone', 'address', 'mailbox'] as const).map((field) => ({
    field,
    place: FIELD_NAMES[field],
    text: options[field] ?? '',
  }))
  return [...typed, ...contentTexts(content)].flatMap(({ field, place, text }): readonly Obstacle[] => {
    const found = personalNumberIn(text)
    return found === null
      ? []
      : [{ code: 'notice_personal_number', details: { place, what: PERSONAL_NUMBER_NAMES[found] }, field }]
  })
}

/** Two texts side by side are not one number: what ends with digits is kept well apart from what begins with them. */
const APART = '\n\n'

/** Every text of the book that goes onto the sheet. A masked number let in by an exception is no number. */
function contentTexts(content: NoticeContent) {
  return content.sections
    .flatMap((section) => section.units)
    .flatMap((unit) => [
      {
        field: null,
        place: `“${unit.name}”的名称、牌子或主要职责`,
        text: [unit.name, ...unit.nameplates, unit.duties].join(APART),
      },
      ...unit.people.map((person) => ({
        field: null,
        place: `${unit.name} ${person.name.slice(0, 4)}的姓名、职务或职称`,
        text: [person.name, person.post, person.professionalTitle].join(APART),
      })),
    ])
}

function twoHolders({ findings }: ObstacleFacts): readonly Obstacle[] {
  const told = new Set(
    findings.flatMap((finding) =>
      finding.rule === TWO_HOLDERS_RULE && finding.effect === 'eligibility' ? [finding.text] : [],
    ),
  )
  return [...told].map((text) => ({ code: 'notice_two_holders', details: { text }, field: null }))
}

/** Days looked ahead and back for a year on record: a slip of the pen in the year is found too. */
const FAR = 4500

/**
 * The way out where a period runs into a year whose holidays are not on record: the last or first day on which so many working days can be
 * posted, how many the chosen day leaves, and 长期公开. One sentence, ending in a full stop.
 */
export function wayAroundMissingYear(from: PlainDate, days: number, holidays: readonly HolidayTable[]): string {
  const known = (day: PlainDate, length: number) => !('missingYear' in endOfWorkingDays(day, length, holidays))
  const nearest = (step: 1 | -1) => {
    for (let ahead = 1; ahead <= FAR; ahead += 1) {
      const day = addDays(from, step * ahead)
      if (known(day, days)) return day
    }
    return null
  }
  let fewer = 0
  while (fewer < days && known(from, fewer + 1)) fewer += 1
  const [last, first] = [nearest(-1), nearest(1)]
  return [
    ...(last === null ? [] : [`公示 ${days} 个工作日的，最迟 ${last} 张贴`]),
    ...(last === null && first !== null ? [`公示 ${days} 个工作日的，最早 ${first} 张贴`] : []),
    ...(fewer === 0 ? [] : [`${from} 张贴的，现在最多算到 ${fewer} 个工作日`]),
    '也可以选长期公开。',
  ].join('；')
}
