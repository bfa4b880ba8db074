import { isAttachment } from '../../ledger/sentences/term-word.ts'
import { addMonthsToDay, firstDayOf, inForceOn, type PlainDate } from '../../model/plain-date.ts'
import { madeOf } from '../../model/made-of.ts'
import type { RecordOf } from '../../model/records.ts'
import { leadersOf } from '../leaders.ts'
import type { Flag, Rule, RuleInput } from '../rule.ts'
import { noBorrowingFromBelow } from '../sources.ts'
import { termsOf } from '../terms.ts'
import { unitIdOf } from '../wording.ts'

const RECENT_MONTHS = 36
const PROBATION_MONTHS = 12
const RECRUITED = /录用|招录|选调生|公开招聘/u

/** 借出 of people who are needed here most: 班子成员, probationers and recent recruits. A question of whom to keep, no term is in the text. */
export const barredFromLendingRule: Rule<'records'> = {
  id: 'H6',
  title: '班子成员、试用期和新录用人员不宜借出',
  severity: 'info',
  effect: 'none',
  sources: [
    noBorrowingFromBelow,
    {
      law: 'qinghai-barred',
      article: null,
      clause: '领导班子成员、工作未满 2 年的选调生、录用未满 3 年（含试用期）的新录用人员等 7 类人员不得借调',
    },
  ],
  pack: null,
  stage: 'facts',
  reads: ['records'],
  parameters: [],
  check: (input) => {
    const leaders = new Set(leadersOf(input.index).map(({ person }) => person.id))
    return termsOf(input.index, 'secondedOut')
      .filter(({ holding }) => !isAttachment(holding))
      .flatMap(({ person, holding }): readonly Flag[] => {
        const reason = leaders.has(person.id) ? '是领导班子成员' : recentText(person.id, input)
        if (reason === null) return []
        return [
          {
            unitId: unitIdOf(input.index, person.id),
            personId: person.id,
            text: `${person.name}${reason}，借出到${holding.counterpart ?? '（去向未登记）'}：上级原则上不从乡镇借调干部，这样的人更不宜借出。`,
            remedy: '与借用单位商量返回；确有批准文件的，在问题里写明。',
            facts: { 情形: reason },
          },
        ]
      })
  },
}

/** Contracts of a first employment by person. */
const firstContracts = madeOf((contracts: readonly RecordOf<'contract'>[]) =>
  Map.groupBy(
    contracts.filter((contract) => contract.firstEmployment),
    ({ personId }) => personId,
  ),
)

function recentText(personId: string, { snapshot, index }: RuleInput<'records'>): string | null {
  const counted = index.countedHoldingOf(personId)
  if (counted === undefined || counted.enteredOn === null) return null
  const { asOf } = snapshot
  const within = (from: PlainDate, months: number) => addMonthsToDay(from, months) > asOf
  const onProbation = (firstContracts(snapshot.records.contract).get(personId) ?? []).some(
    (contract) => inForceOn(contract, asOf) && within(contract.validFrom, PROBATION_MONTHS),
  )
  if (onProbation) return '还在试用期'
  return RECRUITED.test(counted.entryRoute ?? '') && within(firstDayOf(counted.enteredOn), RECENT_MONTHS)
    ? '录用不满 3 年'
    : null
}
