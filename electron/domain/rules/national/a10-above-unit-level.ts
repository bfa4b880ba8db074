import { inForceOn } from '../../model/plain-date.ts'
import { positionLevel, unitLevel } from '../../model/levels.ts'
import { leadersOf } from '../leaders.ts'
import type { Flag, Rule } from '../rule.ts'
import { unitLevels } from '../../model/unit-levels.ts'
import { stateCouncil486, strictControl2007 } from '../sources.ts'

/**
 * 超机构规格配备: a leader whose 职务层次 stands above the 规格 of their unit, without a document that grants the higher post (高配).
 * Without both levels on record nothing is said.
 */
export const aboveUnitLevelRule: Rule<'records' | 'units'> = {
  id: 'A10',
  title: '不得超机构规格配备领导成员',
  severity: 'error',
  effect: 'none',
  sources: [
    stateCouncil486({ article: '第二十六条第（五）项', clause: '擅自超职数、超规格配备领导成员的' }),
    strictControl2007({ article: '五', clause: '不准超职数、超机构规格配备领导干部' }),
  ],
  pack: null,
  stage: 'facts',
  reads: ['records', 'units'],
  parameters: [],
  check: ({ snapshot, index }) => {
    const { personGrade, evidence } = snapshot.records
    const granted = new Set(
      evidence
        .filter(
          (record) =>
            record.evidence === 'overRank' && record.documentNumber !== null && inForceOn(record, snapshot.asOf),
        )
        .map((record) => record.personId),
    )
    const gradeOf = new Map(personGrade.map((grade) => [grade.personId, grade]))
    const levels = unitLevels(snapshot)
    return leadersOf(index).flatMap(({ person, unitId }): readonly Flag[] => {
      const unit = unitId === null ? undefined : index.unit(unitId)
      if (unit === undefined || granted.has(person.id)) return []
      const own = positionLevel(gradeOf.get(person.id)?.positionLevel ?? null)
      const level = unitLevel(levels.get(unit.id) ?? null)
      if (own === undefined || level === undefined || own.height >= level.height) return []
      return [
        {
          unitId: unit.id,
          personId: person.id,
          text: `${person.name}任${unit.name}领导职务，职务层次为${own.name}，${unit.name}机构规格为${level.name}，高出机构规格，没有登记高配文件。`,
          remedy: '有高配文件的，在“资料”登记凭证（高配文件）和文号；没有的，按干部管理权限调整。',
          facts: { 职务层次: own.name, 机构规格: level.name },
        },
      ]
    })
  },
}
