import { workingDaysAfter } from '../../calendar/working-days.ts'
import { isAttachment, termWord } from '../../ledger/sentences/term-word.ts'
import type { BookSnapshot, LedgerChange } from '../../model/book-snapshot.ts'
import type { Holding } from '../../model/person.ts'
import { addMonthsToDay, addYears, firstDayOf, type PlainDate } from '../../model/plain-date.ts'
import { numberParameter } from '../parameters.ts'
import type { Flag, Rule, RuleParameters } from '../rule.ts'
import type { SnapshotIndex } from '../../model/snapshot-index.ts'
import { secondmentPapers } from '../secondment-papers.ts'
import { termsOf } from '../terms.ts'
import { dateText, unitIdOf } from '../wording.ts'
import { provincialSecondment } from '../sources.ts'

const MONTHS = 'secondmentMonths'
const TOTAL = 'secondmentTotalMonths'
const RENEWAL = 'renewalWorkingDays'
const REPEAT = 'secondmentRepeatYears'

interface Limits {
  readonly months: number
  readonly total: number
  readonly renewalDays: number
  /** Whose term ends before this day can no longer ask for a renewal in time. */
  readonly renewalUntil: PlainDate
  readonly repeatYears: number
}

/** One 借出, 借入 or 挂职 as it is judged. */
interface Term {
  readonly who: string
  readonly holding: Holding
  readonly since: PlainDate
  readonly approvedAbove: boolean
  /** Days on which earlier 借用 of the person ended. */
  readonly earlierEnds: readonly PlainDate[]
}

/**
 * 借出, 借入 and 挂职 past their planned end, or without one for longer than a term may last. 借用 within a renewed term but beyond what the
 * unit may decide alone is a warning unless the superior has approved (重大专项 alone may last longer); so is a second 借用 soon after the
 * first, as far as events of the last years tell. Where it is too late to ask for a renewal, it reminds. 挂职 has terms of its own and is not
 * measured by those.
 */
export const secondmentTermRule: Rule<'records' | 'changes' | 'holidays'> = {
  id: 'H1',
  fact: 'loan',
  title: '借用、挂职期满应返回或续批',
  severity: 'error',
  effect: 'none',
  sources: [
    provincialSecondment(
      '借调时间一般不得超过6个月,期满即返回原单位。用人单位应在期满前10个工作日重新办理借调手续,但借调时间累计不得超过一年。因承担中央及省委、省政府重大专项工作借调工作人员超过一年的,需报经上级组织人事部门审核批准。借调期满返回原单位的,两年内不得重复借调。',
    ),
  ],
  pack: null,
  stage: 'facts',
  reads: ['records', 'changes', 'holidays'],
  parameters: [MONTHS, TOTAL, RENEWAL, REPEAT],
  check: ({ snapshot, index, parameters }) => {
    const limits = limitsOf(parameters, snapshot)
    const papers = secondmentPapers(snapshot.records, snapshot.changes)
    const ends = endsOfSecondments(snapshot.changes)
    return termsOf(index, 'secondedOut', 'secondedIn', 'attached').flatMap(({ person, holding }) => {
      const term: Term = {
        who: `${person.name}${placeText(holding, index)}`,
        holding,
        since: firstDayOf(holding.enteredOn ?? holding.validFrom),
        approvedAbove: papers.approvedAbove(person.id),
        earlierEnds: ends.get(person.id) ?? [],
      }
      const subject = { unitId: unitIdOf(index, person.id), personId: person.id }
      return [...judgeTerm(term, snapshot.asOf, limits), ...judgeRepeat(term, limits)].map((flag) => ({
        ...subject,
        ...flag,
      }))
    })
  },
}

function limitsOf(parameters: RuleParameters, { asOf, holidays }: Pick<BookSnapshot, 'asOf' | 'holidays'>): Limits {
  const renewalDays = numberParameter(parameters, RENEWAL)
  return {
    months: numberParameter(parameters, MONTHS),
    total: numberParameter(parameters, TOTAL),
    renewalDays,
    renewalUntil: workingDaysAfter(asOf, renewalDays, holidays),
    repeatYears: numberParameter(parameters, REPEAT),
  }
}

function judgeTerm({ who, holding, since, approvedAbove }: Term, asOf: PlainDate, limits: Limits): readonly Flag[] {
  const { dueOn } = holding
  const facts = { 起: since, 约定期满: dueOn ?? '未登记' }
  if (dueOn !== null && dueOn < asOf) {
    return [
      {
        text: `${who}，约定${dateText(dueOn)}期满，逾期未返回，也没有续批。`,
        remedy: '登记返回，或凭批准文件登记续延。',
        facts,
      },
    ]
  }
  if (dueOn === null && addMonthsToDay(since, limits.months) < asOf) {
    return [
      {
        text: `${who}，自${dateText(since)}起已超过 ${limits.months} 个月，没有登记期限和续批。`,
        remedy: '补登期限和批准文号；已返回的登记返回。',
        facts,
      },
    ]
  }
  if (isAttachment(holding)) return []
  if (!approvedAbove && addMonthsToDay(since, limits.total) < asOf) {
    return [
      {
        severity: 'warning',
        text: `${who}，自${dateText(since)}起累计已超过 ${limits.total} 个月；只有承担省级以上重大专项工作、经上级组织人事部门批准的才可以超过。`,
        remedy: '确属重大专项的，登记上级批准文件；其余的，登记返回。',
        facts,
      },
    ]
  }
  if (dueOn !== null && limits.renewalUntil > dueOn) {
    return [
      {
        severity: 'info',
        text: `${who}，约定${dateText(dueOn)}期满，已不足 ${limits.renewalDays} 个工作日，续借应在此之前报批。`,
        remedy: '已报批的登记续延；没有报批的，按期返回。',
        facts,
      },
    ]
  }
  return []
}

function judgeRepeat({ who, holding, since, earlierEnds }: Term, limits: Limits): readonly Flag[] {
  const last = earlierEnds.findLast((end) => end <= since)
  if (isAttachment(holding) || last === undefined || since > addYears(last, limits.repeatYears)) return []
  return [
    {
      severity: 'warning',
      text: `${who}，${dateText(since)}起借用，上一次借用${dateText(last)}才结束，${limits.repeatYears} 年内重复借用。`,
      remedy: '核对是否经上级批准；没有批准的，返回原单位。',
      facts: { 起: since, 上次结束: last },
    },
  ]
}

/** Days on which 借用 (not 挂职) ended, by person, in order; an end whose begin is not on record is not known to be one. */
function endsOfSecondments(changes: readonly LedgerChange[]): ReadonlyMap<string | null, readonly PlainDate[]> {
  const seconded = new Set<string | null>()
  const ends = new Map<string | null, PlainDate[]>()
  for (const { type, personId, on } of changes) {
    if (type.startsWith('secondment.')) seconded.add(personId)
    if (type.startsWith('attachment.')) seconded.delete(personId)
    if (type === 'term.end' && seconded.delete(personId)) ends.set(personId, [...(ends.get(personId) ?? []), on])
  }
  return ends
}

function placeText(holding: Holding, index: SnapshotIndex): string {
  const place = holding.counterpart ?? '（单位未登记）'
  if (holding.kind === 'secondedOut') return `${termWord(holding)}到${place}`
  return `从${place}${termWord(holding)}到${index.unitOf(holding)?.name ?? '本乡镇'}`
}
