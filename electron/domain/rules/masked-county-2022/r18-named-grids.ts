import { ASSIGNMENT_LIST } from '../../../vocabulary/record-lists.ts'
import { PACK_IDS } from '../packs/pack-ids.ts'
import type { Flag, Rule } from '../rule.ts'
import { maskedCountyPlan } from '../sources.ts'

/** A grid, or a 专岗, on record: somebody has it by name, in a post, with duties written down. Who left the township has it no longer. */
export const namedGridsRule: Rule<'records'> = {
  id: 'R001-18',
  title: '网格员、专岗定人、定岗、定责',
  severity: 'warning',
  effect: 'none',
  sources: [
    maskedCountyPlan({
      article: '四（三）x.加强网格建设',
      clause: '合理确定网格监管任务和事项,科学配置网格员力量,实行定人、定岗、定责。',
    }),
  ],
  pack: PACK_IDS.maskedCounty2022,
  stage: 'facts',
  reads: ['records'],
  parameters: [],
  check: ({ snapshot, index }) => {
    const here = new Set(index.present.map(({ person }) => person.id))
    return snapshot.records.assignment.flatMap(({ kind, area, outsider, post, duties, personId }): readonly Flag[] => {
      const held = personId === null ? (outsider ?? '') !== '' : here.has(personId)
      const lacks = [held ? '' : '定人', (post ?? '') === '' ? '定岗' : '', (duties ?? '') === '' ? '定责' : ''].filter(
        (word) => word !== '',
      )
      if (lacks.length === 0) return []
      const gone = personId !== null && !held ? '，原承担人已不在本乡镇' : ''
      return [
        {
          personId: held ? personId : null,
          text: `${ASSIGNMENT_LIST[kind].title}“${area}”没有${lacks.join('、')}${gone}。`,
          remedy: '在“资料”的“定岗定责”里补上承担人、岗位和职责；不再设的，登记止日。',
          facts: { 网格或专岗: area, 缺: lacks.join('、') },
        },
      ]
    })
  },
}
