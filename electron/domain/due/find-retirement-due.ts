import { RETIREMENT_NOTICES } from '../../vocabulary/due.ts'
import { RETIREMENT_ARRANGEMENT_NAMES, RETIREMENT_CATEGORY_NAMES } from '../../vocabulary/retirement.ts'
import { addMonths, monthOf, type PlainMonth } from '../model/plain-date.ts'
import { postTitle, type PresentPerson } from '../model/snapshot-index.ts'
import { expectedRetirement, type ExpectedRetirement } from '../retirement/expected-retirement.ts'
import { flexibleRange } from '../retirement/flexible-retirement.ts'
import { staffKindOf } from '../retirement/staff-kind.ts'
import { statutoryRetirement } from '../retirement/statutory-retirement.ts'
import { dateText, unitIdOf } from '../rules/wording.ts'
import { monthsText } from './count-period.ts'
import { isDueBy, NOTHING_DUE, type DueFact, type DueFinder, type DueInput } from './due.ts'
import { earlyNoticeSource, lateNoticeSource, retirementSource } from './due-sources.ts'

const EARLY_NOTICE_MONTHS = 3
const LATE_NOTICE_MONTHS = 1
/** The retirement itself, beside the notices before it. */
const WHAT = 'retirement'

/** 到龄退休 by the retirement engine, announced 12, 6, 3 and 1 months ahead, and what must be said in writing before 弹性 retirement. */
export const findRetirementDue: DueFinder = (input) => (present) => retirementDue(present, input)

/** The notices in writing alone, of the few whose retirement is arranged. */
export function findRetirementNotices(input: DueInput): readonly DueFact[] {
  return input.index.present
    .filter(({ person }) => person.retirementArrangement !== null)
    .flatMap((present) => retirementDue(present, input))
    .filter(({ what }) => what !== WHAT)
}

function retirementDue(present: PresentPerson, input: DueInput): readonly DueFact[] {
  const { person, counted } = present
  if (counted === undefined) return NOTHING_DUE
  const expected = expectedRetirement(person, counted, postTitle(input.index, counted))
  // Most people's month lies beyond the days asked about: no arithmetic is written down for them.
  if (expected.kind === 'known' && expected.arranged === null && !isDueBy({ on: expected.month }, input.until))
    return NOTHING_DUE
  const subject = {
    kind: 'retirement' as const,
    personId: person.id,
    unitId: unitIdOf(input.index, person.id),
    what: WHAT,
    title: '到龄退休',
    obstacles: [],
    source: retirementSource,
  }
  switch (expected.kind) {
    case 'birthMissing':
      return [{ ...subject, on: null, steps: [], lacks: ['出生年月'] }]
    case 'asked':
      // Whose earliest month lies beyond the days asked about falls due in none of them.
      return isDueBy({ on: expected.earliest }, input.until)
        ? [
            {
              ...subject,
              on: null,
              steps: [`${dateText(monthOf(expected.birth))}出生，最早 ${expected.earliest}，最晚 ${expected.latest}`],
              lacks: ['原法定退休年龄'],
            },
          ]
        : []
    case 'known':
      return [{ ...subject, ...knownDue(expected, present, input) }, ...noticeDue(expected, subject)]
  }
}

type Known = Extract<ExpectedRetirement, { readonly kind: 'known' }>

function knownDue(known: Known, present: PresentPerson, { snapshot, index }: DueInput) {
  const { birth, category, month, statutory, arranged, recorded, basis } = known
  const { delayMonths, originalMonth } = statutoryRetirement(birth, category)
  const now = monthOf(snapshot.asOf)
  const notice = RETIREMENT_NOTICES.filter((months) => addMonths(now, months) >= month).at(-1)
  const ahead = monthsBetween(now, month)
  const steps = [
    `${dateText(monthOf(birth))}出生，${RETIREMENT_CATEGORY_NAMES[category]}（${recorded ? '已登记' : `推定：${basis}，须组织（人社）部门核定`}）`,
    `原应 ${originalMonth} + 延迟 ${delayMonths} 个月 = ${statutory}`,
    ...(arranged === null ? [] : [`${RETIREMENT_ARRANGEMENT_NAMES[arranged.kind]}：${month}`]),
    ...(ahead < 0
      ? [`已过 ${monthsText(-ahead)}`]
      : [`还有 ${ahead} 个月${notice === undefined ? '' : `（${notice} 个月提醒）`}`]),
    ...(arranged === null ? choiceSteps(known, present, postTitleOf(present, index)) : []),
  ]
  const title = ahead < 0 ? '已到龄，应办退休' : notice === undefined ? '到龄退休' : `到龄退休（${notice} 个月内）`
  return { on: month, title, steps, lacks: [] }
}

function postTitleOf({ counted }: PresentPerson, index: DueInput['index']): string {
  return counted === undefined ? '' : postTitle(index, counted)
}

/** What may still be chosen, and until when it must be said. */
function choiceSteps(known: Known, { person, counted }: PresentPerson, post: string): readonly string[] {
  const staff = staffKindOf({
    category: counted?.category ?? null,
    leads: counted?.occupiesLeadership ?? false,
    postTitle: post,
    professionalTitle: person.professionalTitle,
    note: counted?.remark ?? '',
  })
  const { earliest, latest } = flexibleRange(known.birth, known.category, staff)
  if (earliest >= known.statutory && latest === null) return []
  const early =
    earliest < known.statutory
      ? [
          `可自愿提前，最早 ${earliest}；选定月份的前 ${EARLY_NOTICE_MONTHS} 个月书面告知，选最早的到 ${addMonths(earliest, -EARLY_NOTICE_MONTHS)}`,
        ]
      : []
  return [...early, ...(latest === null || staff === null ? [] : [`经协商可延迟，最晚 ${latest}`])]
}

/** 弹性 retirement that is arranged: the month before which it had to be said in writing. */
function noticeDue(
  { arranged, statutory }: Known,
  subject: Omit<DueFact, 'on' | 'steps' | 'lacks'>,
): readonly DueFact[] {
  if (arranged?.kind === 'earlyFlexible') {
    const on = addMonths(arranged.month, -EARLY_NOTICE_MONTHS)
    return [
      {
        ...subject,
        what: 'early-notice',
        title: '弹性提前退休：书面告知单位',
        on,
        steps: [`选定 ${arranged.month} − ${EARLY_NOTICE_MONTHS} 个月 = ${on}`],
        lacks: [],
        source: earlyNoticeSource,
      },
    ]
  }
  if (arranged?.kind !== 'lateFlexible') return []
  const on = addMonths(statutory, -LATE_NOTICE_MONTHS)
  return [
    {
      ...subject,
      what: 'late-notice',
      title: '弹性延迟退休：书面约定',
      on,
      steps: [`法定 ${statutory} − ${LATE_NOTICE_MONTHS} 个月 = ${on}`],
      lacks: [],
      source: lateNoticeSource,
    },
  ]
}

function monthsBetween(from: PlainMonth, to: PlainMonth): number {
  return (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))
}
