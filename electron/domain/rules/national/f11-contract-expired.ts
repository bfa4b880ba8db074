import { addDays } from '../../model/plain-date.ts'
import { isInstitutionStaff } from '../../model/quota-category.ts'
import { madeOf } from '../../model/made-of.ts'
import type { RecordOf } from '../../model/records.ts'
import { ruleByToldPerson } from '../rule-by-person.ts'
import type { Flag, RuleInput } from '../rule.ts'
import { institutionStaffRegulation } from '../sources.ts'
import { dateText, placeName, unitIdOf } from '../wording.ts'

/** 事业 people whose last 聘用合同 on record has run out. Whoever has no contract on record is not judged: nobody has entered it. */
export const contractExpiredRule = ruleByToldPerson({
  id: 'F11',
  title: '聘用合同期满应续订或终止',
  severity: 'warning',
  effect: 'none',
  fact: 'noContract',
  sources: [
    institutionStaffRegulation({
      article: '第十二条',
      clause: '事业单位与工作人员订立的聘用合同，期限一般不低于3年。',
    }),
  ],
  pack: null,
  stage: 'facts',
  reads: ['records'],
  parameters: [],
  told: ({ snapshot }: RuleInput<'records'>) => snapshot.records.contract,
  ofPerson: ({ person, counted }, { snapshot, index }, contracts): readonly Flag[] => {
    const own = contractsOf(contracts).get(person.id)
    const category = counted?.category ?? null
    if (own === undefined || counted === undefined || category === null || !isInstitutionStaff(category)) return NOTHING
    if (own.some(({ validTo }) => validTo === null || validTo > snapshot.asOf)) return []
    const last = addDays(
      own
        .map(({ validTo }) => validTo ?? '')
        .toSorted()
        .at(-1) ?? '',
      -1,
    )
    return [
      {
        unitId: unitIdOf(index, person.id),
        personId: person.id,
        text: `${person.name}（${placeName(index, counted)}）的聘用合同${dateText(last)}期满，没有登记续订。`,
        remedy: '已续订的，登记新合同的起止；没有续订的，办理续订或者终止手续。',
        facts: { 期满: last },
      },
    ]
  },
})

const NOTHING: readonly Flag[] = []

const contractsOf = madeOf((contracts: readonly RecordOf<'contract'>[]) =>
  Map.groupBy(contracts, ({ personId }) => personId),
)
