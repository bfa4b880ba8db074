import { PACK_IDS } from '../packs/pack-ids.ts'
import type { Rule } from '../rule.ts'
import { nameList, peopleOf } from '../wording.ts'
import { townshipServices } from './township-service.ts'
import { lingwu2018 } from '../sources.ts'

/** 优先 is no limit: one information when somebody appointed to the team this year had no service in a township before that day. */
export const promotionsRule: Rule<'records' | 'changes'> = {
  id: 'R002-10',
  title: '提拔优先考虑有乡镇工作经历的干部',
  severity: 'info',
  effect: 'none',
  sources: [lingwu2018({ article: '三（三）', clause: '提拔副科级以上干部,应优先考虑有乡镇工作经历的干部' })],
  pack: PACK_IDS.lingwu2018,
  stage: 'facts',
  reads: ['records', 'changes'],
  parameters: [],
  check: ({ snapshot, figures, index }) => {
    const year = snapshot.asOf.slice(0, 4)
    const serviceOf = townshipServices(snapshot, index)
    const days = new Map(
      snapshot.changes
        .filter((change) => change.type === 'appoint' && change.on.startsWith(year))
        .map((change) => [change.personId, change.on]),
    )
    const appointed = figures.leadership.personIds.flatMap((personId) => {
      const on = days.get(personId)
      return on === undefined ? [] : [{ personId, months: serviceOf(personId, on).months }]
    })
    const without = appointed.filter(({ months }) => months === 0)
    if (without.length === 0) return []
    return [
      {
        text: `${year} 年任命的班子成员 ${appointed.length} 人，任命前没有乡镇工作经历的 ${without.length} 人：${nameList(
          peopleOf(
            index,
            without.map(({ personId }) => personId),
          ),
        )}；提拔应优先考虑有乡镇工作经历的干部。`,
        remedy: '有经历没有登记的，在“资料”里登记乡镇工作经历。',
        facts: { 任命: appointed.length, 没有经历: without.length },
      },
    ]
  },
}
