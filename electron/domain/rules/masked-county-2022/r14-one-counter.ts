import { PACK_IDS } from '../packs/pack-ids.ts'
import type { Flag, Rule } from '../rule.ts'
import { placeName, unitIdOf } from '../wording.ts'
import { maskedCountyPlan } from '../sources.ts'

const CENTRE = '政务服务中心'

/**
 * Posts that serve the public sit in 政务服务中心, members of the team excepted. Judged only where a workplace says that the post serves the
 * public; the clause is for townships that have the room, so it is a warning.
 */
export const oneCounterRule: Rule<'records'> = {
  id: 'R001-14',
  title: '办事服务岗位到政务服务中心集中办公',
  severity: 'warning',
  effect: 'none',
  sources: [
    maskedCountyPlan({
      article: '四（一）2',
      clause: '有条件的乡镇,除班子成员外,涉及具体面向企业群众办事服务的岗位一律到政务服务中心集中办公',
    }),
  ],
  pack: PACK_IDS.maskedCounty2022,
  stage: 'facts',
  reads: ['records'],
  parameters: [],
  check: ({ snapshot, figures, index }) => {
    const team = new Set(figures.leadership.personIds)
    const placeOf = new Map(
      snapshot.records.workplace.filter((own) => own.servesPublic).map((own) => [own.personId, own]),
    )
    return index.present.flatMap(({ person, counted }): readonly Flag[] => {
      const workplace = placeOf.get(person.id)
      if (workplace === undefined || counted === undefined || team.has(person.id)) return []
      const unit = workplace.worksInUnitId === null ? undefined : index.unit(workplace.worksInUnitId)
      if (workplace.place.includes(CENTRE) || unit?.name.includes(CENTRE) === true) return []
      return [
        {
          unitId: unitIdOf(index, person.id),
          personId: person.id,
          text: `${person.name}（${placeName(index, counted)}）是面向群众办事的岗位，登记在${workplace.place}办公，没有到${CENTRE}集中办公。`,
          remedy: `安排到${CENTRE}办公后更新实际工作地点；没有条件的，写明情况。`,
          facts: { 工作地点: workplace.place },
        },
      ]
    })
  },
}
