import { isAttachment } from '../../ledger/sentences/term-word.ts'
import type { Holding, Person } from '../../model/person.ts'
import { addMonthsToDay, addYears, firstDayOf, type PlainDate } from '../../model/plain-date.ts'
import type { RecordOf } from '../../model/records.ts'
import { numberParameter } from '../parameters.ts'
import type { Flag, Rule } from '../rule.ts'
import { termsOf } from '../terms.ts'
import { dateText, unitIdOf } from '../wording.ts'

const MONTHS = 'secondmentFormMonths'
const AGE = 'secondmentMaximumAge'

type Form = RecordOf<'evidence'>

/**
 * The other way of holding 借调 down, where a locality has chosen it: a form for more than so many months, filed a month ahead, and nobody
 * above an age. Both numbers are 0 until a local pack says otherwise, and then nothing is asked.
 */
export const secondmentFormRule: Rule<'records'> = {
  id: 'H2',
  title: '借调审批表和借调年龄',
  severity: 'warning',
  effect: 'none',
  fact: 'loanPapers',
  sources: [
    {
      law: 'luyang-secondment',
      article: null,
      clause:
        '应选择年龄在35周岁以下、工作能力强的人员…借调超过3个月的,由借调单位填写《庐阳区区直机关借调工作人员审批表》…并提前1个月报区编委会审批同意后方可实施',
    },
  ],
  pack: null,
  stage: 'facts',
  reads: ['records'],
  parameters: [MONTHS, AGE],
  check: ({ snapshot, index, parameters }) => {
    const limits = { months: numberParameter(parameters, MONTHS), age: numberParameter(parameters, AGE) }
    const forms = new Map(
      snapshot.records.evidence
        .filter((record) => record.evidence === 'secondmentApproval')
        .map((record) => [record.personId, record]),
    )
    return termsOf(index, 'secondedOut', 'secondedIn')
      .filter(({ holding }) => !isAttachment(holding))
      .flatMap(({ person, holding }) => {
        const since = firstDayOf(holding.enteredOn ?? holding.validFrom)
        const flags = [
          ...judgeForm(holding, since, forms.get(person.id), { asOf: snapshot.asOf, months: limits.months }),
          ...judgeAge(person, since, limits.age),
        ]
        return flags.map((flag) => ({
          unitId: unitIdOf(index, person.id),
          personId: person.id,
          ...flag,
          text: `${person.name}${flag.text}`,
        }))
      })
  },
}

function judgeForm(
  holding: Holding,
  since: PlainDate,
  form: Form | undefined,
  { asOf, months }: { readonly asOf: PlainDate; readonly months: number },
): readonly Flag[] {
  const end = holding.dueOn ?? asOf
  if (months === 0 || end <= addMonthsToDay(since, months)) return []
  const facts = { 起: since, 至: end, 期限月数: months }
  if (form === undefined) {
    return [
      {
        text: `自${dateText(since)}起借用，超过 ${months} 个月，没有借调审批表。`,
        remedy: '补报借调审批表并登记凭证；没有批准的，返回原单位。',
        facts,
      },
    ]
  }
  const due = addMonthsToDay(since, -1)
  if (form.validFrom <= due) return []
  return [
    {
      text: `自${dateText(since)}起借用，借调审批表应在${dateText(due)}前填报（提前 1 个月），${dateText(form.validFrom)}才填报。`,
      remedy: '以后提前 1 个月填报借调审批表。',
      facts: { ...facts, 填报日: form.validFrom },
    },
  ]
}

/** 35 周岁以下 includes 35: who has not reached 36 may go. */
function judgeAge(person: Person, since: PlainDate, age: number): readonly Flag[] {
  if (age === 0 || person.birth === null) return []
  if (addYears(firstDayOf(person.birth), age + 1) > since) return []
  return [
    {
      text: `${dateText(person.birth)}出生，${dateText(since)}起借用时已超过 ${age} 周岁。`,
      remedy: '改派符合年龄的人员，或报上级批准。',
      facts: { 出生: person.birth, 起: since, 年龄上限: age },
    },
  ]
}
