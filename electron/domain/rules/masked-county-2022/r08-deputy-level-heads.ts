import { PACK_IDS } from '../packs/pack-ids.ts'
import { positionLevel } from '../../model/levels.ts'
import { listParameter } from '../parameters.ts'
import type { Flag, Rule } from '../rule.ts'
import { isPlanUnit } from '../jiangxi-township/plan-unit.ts'
import { headsOf } from './heads.ts'
import { maskedCountyPlan } from '../sources.ts'

const HEADS = 'deputyLevelHeads'
const DEPUTY_TOWNSHIP = '乡科级副职'

/**
 * 副科级 at most for the heads of the two institutions, and for no other's. Judged by the head's 主职 and the level on record: a member of
 * the team who also heads an institution keeps their own level.
 */
export const deputyLevelHeadsRule: Rule<'records'> = {
  id: 'R001-08',
  title: '两个事业单位主要负责人最高副科级',
  severity: 'error',
  effect: 'none',
  sources: [
    maskedCountyPlan({
      article: '四（四）xx.创新人员管理方式',
      clause: '协调任务重的乡镇政务服务中心、综合执法队主要负责人可按副科级配备。',
    }),
  ],
  pack: PACK_IDS.maskedCounty2022,
  stage: 'facts',
  reads: ['records'],
  parameters: [HEADS],
  check: ({ snapshot, index, parameters }) => {
    const allowed = listParameter(parameters, HEADS)
    const levels = new Map(
      snapshot.records.personGrade.map((grade) => [grade.personId, positionLevel(grade.positionLevel)]),
    )
    return headsOf(index, (unit) => unit.kind === 'institution').flatMap(
      ({ person, unit, holding }): readonly Flag[] => {
        const level = levels.get(person.id)
        if (level === undefined || holding.kind !== 'substantive') return []
        const mayBeDeputy = allowed.some((name) => isPlanUnit(unit, snapshot.book.name, name))
        if (mayBeDeputy && level.name === DEPUTY_TOWNSHIP) return []
        const limit = mayBeDeputy
          ? '该机构主要负责人最高可按副科级配备'
          : `只有${allowed.join('、')}主要负责人可按副科级配备`
        return [
          {
            unitId: unit.id,
            personId: person.id,
            text: `${person.name}主持${unit.name}，职务层次登记为${level.name}；${limit}。`,
            remedy: '核对职务层次和任免文件；确属超规格的，按干部管理权限调整。',
            facts: { 职务层次: level.name },
          },
        ]
      },
    )
  },
}
