import { onlyWithinApproved } from '../sources.ts'
import { readEntryRoute } from '../../says/read-entry-route.ts'
import type { Holding } from '../../model/person.ts'
import type { Flag, RuleParameters } from '../rule.ts'
import { ruleByPerson } from '../rule-by-person.ts'
import { listParameter } from '../parameters.ts'
import { placeName, unitIdOf } from '../wording.ts'

const UNLAWFUL = 'unlawfulEntryRoutes'

const NOTHING: readonly Flag[] = []

/** All is there and clear: of almost everybody. */
function isComplete(holding: Holding, parameters: RuleParameters): boolean {
  return (
    !isMissing(holding.enteredOn) &&
    !isMissing(holding.entryDocumentNumber) &&
    !isMissing(holding.entryRoute) &&
    readEntryRoute(holding.entryRoute?.trim() ?? '', listParameter(parameters, UNLAWFUL)) !== 'unknown'
  )
}

function isMissing(value: string | null): boolean {
  return value === null || value.trim() === ''
}

/**
 * 入编 facts that are missing, or a way in whose words do not tell what it was (其他, 转入, 历史遗留): the person stays on the list, flagged
 * 待补依据. A way in that is none is C2's.
 */
export const entryEvidenceRule = ruleByPerson({
  id: 'E2',
  title: '入编时间、入编文号、进入形式应齐全',
  severity: 'warning',
  effect: 'evidence',
  sources: [
    onlyWithinApproved,
    { law: 'entry-form-notes', article: '人员信息表', clause: '进入形式；入编时间；入编文号' },
  ],
  pack: null,
  stage: 'facts',
  parameters: [UNLAWFUL],
  ofPerson: ({ person, counted: holding }, { index, parameters }): readonly Flag[] => {
    if (holding === undefined || isComplete(holding, parameters)) return NOTHING
    const facts = [
      { name: '入编时间', value: holding.enteredOn },
      { name: '入编文号', value: holding.entryDocumentNumber },
      { name: '进入形式', value: holding.entryRoute },
    ]
    const missing = facts.filter((fact) => isMissing(fact.value)).map((fact) => fact.name)
    const route = missing.includes('进入形式') ? null : (holding.entryRoute ?? '').trim()
    const unclear = route !== null && readEntryRoute(route, listParameter(parameters, UNLAWFUL)) === 'unknown'
    const vague = unclear ? `进入形式“${route}”说不清是哪一种进人渠道` : null
    return [
      {
        unitId: unitIdOf(index, person.id),
        personId: person.id,
        text:
          `${person.name}（${placeName(index, holding)}）` +
          [missing.length === 0 ? null : `没有${missing.join('、')}`, vague]
            .filter((part) => part !== null)
            .join('，') +
          '，待补依据。',
        remedy: unclear
          ? '查找入编批件或编制卡，把进入形式写清楚（考试录用、公开招聘、调入、军转安置等）。'
          : '查找入编批件或编制卡，补登后自动消除。',
        facts: { 缺: [...missing, ...(unclear ? ['进入形式不明'] : [])].join('、') },
      },
    ]
  },
})
