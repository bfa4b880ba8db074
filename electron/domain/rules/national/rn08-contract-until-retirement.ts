import { addYears, firstDayOf, inForceOn, monthOf } from '../../model/plain-date.ts'
import { isInstitutionStaff } from '../../model/quota-category.ts'
import { birthOf, monthsUntil, retirementSpan } from '../retirement-facts.ts'
import type { Rule } from '../rule.ts'
import { postTitle, type PresentPerson, type SnapshotIndex } from '../../model/snapshot-index.ts'
import { nameList } from '../wording.ts'
import { institutionStaffRegulation } from '../sources.ts'

const SERVICE_YEARS = 10
const MONTHS_TO_GO = 120
/** Nobody younger can have less than ten years to go: the earliest original age is 50. */
const LEAST_AGE_MONTHS = 40 * 12

/**
 * Who may ask for a contract until retirement: 事业 people on a contract with a term, ten years here and less than ten to go. Service is
 * counted from 入编 in this book; where 原法定退休年龄 must be asked, the latest answer is taken. One word for all. 旷工 of 第十五条 is G2's.
 */
export const contractUntilRetirementRule: Rule<'records'> = {
  id: 'RN-08',
  title: '可以订立聘用至退休的合同',
  severity: 'info',
  effect: 'none',
  sources: [
    institutionStaffRegulation({
      article: '第十四条',
      clause:
        '事业单位工作人员在本单位连续工作满10年且距法定退休年龄不足10年，提出订立聘用至退休的合同的，事业单位应当与其订立聘用至退休的合同。',
    }),
  ],
  pack: null,
  stage: 'facts',
  reads: ['records'],
  parameters: [],
  check: ({ snapshot, index }) => {
    const onTerm = new Set(
      snapshot.records.contract
        .filter((contract) => contract.years !== null && inForceOn(contract, snapshot.asOf))
        .map((contract) => contract.personId),
    )
    if (onTerm.size === 0) return []
    const people = index.present
      .filter((present) => onTerm.has(present.person.id) && mayAsk(present, index, snapshot.asOf))
      .map(({ person }) => person)
    if (people.length === 0) return []
    return [
      {
        text: `聘用合同有固定期限的人员中，${people.length} 人连续工作满 ${SERVICE_YEARS} 年且距法定退休年龄不足 10 年：${nameList(people)}。`,
        remedy: '本人提出的，应当订立聘用至退休的合同，订立后更新合同登记。',
        facts: { 人数: people.length },
      },
    ]
  },
}

function mayAsk({ person, counted: holding }: PresentPerson, index: SnapshotIndex, asOf: string): boolean {
  if (
    holding === undefined ||
    holding.category === null ||
    !isInstitutionStaff(holding.category) ||
    holding.enteredOn === null
  )
    return false
  const birth = birthOf(person)
  if (
    birth === null ||
    monthsUntil(monthOf(asOf), monthOf(birth)) <= LEAST_AGE_MONTHS ||
    addYears(firstDayOf(holding.enteredOn), SERVICE_YEARS) > asOf
  )
    return false
  const { month } = retirementSpan(person, holding, postTitle(index, holding), birth).last
  return monthsUntil(month, monthOf(asOf)) < MONTHS_TO_GO
}
