import type { Flag, Rule } from '../rule.ts'
import { placeName, unitIdOf } from '../wording.ts'

/** 入编 facts that are missing: the person stays on the list, flagged 待补依据. */
export const entryEvidenceRule: Rule<never> = {
  id: 'E2',
  title: '入编时间、入编文号、进入形式应齐全',
  severity: 'error',
  effect: 'evidence',
  source: {
    document: '机构编制实名制人员信息表填表说明',
    documentNumber: null,
    article: '人员信息表',
    clause: '进入形式；入编时间；入编文号',
    inForceFrom: null,
  },
  pack: null,
  stage: 'facts',
  reads: [],
  parameters: [],
  check: ({ index }) =>
    index.present.flatMap(({ person, counted: holding }): readonly Flag[] => {
      if (holding === undefined) return []
      const facts = [
        { name: '入编时间', value: holding.enteredOn },
        { name: '入编文号', value: holding.entryDocumentNumber },
        { name: '进入形式', value: holding.entryRoute },
      ]
      const missing = facts.filter((fact) => fact.value === null || fact.value.trim() === '').map((fact) => fact.name)
      if (missing.length === 0) return []
      return [
        {
          unitId: unitIdOf(index, person.id),
          personId: person.id,
          text: `${person.name}（${placeName(index, holding)}）没有${missing.join('、')}，待补依据。`,
          remedy: '查找入编批件或编制卡，补登后自动消除。',
          facts: { 缺: missing.join('、') },
        },
      ]
    }),
}
