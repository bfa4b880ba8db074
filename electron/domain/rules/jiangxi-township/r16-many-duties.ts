import { PACK_IDS } from '../packs/pack-ids.ts'
import type { Rule } from '../rule.ts'
import { nameList } from '../wording.ts'
import { postTitle } from '../../model/snapshot-index.ts'
import { jiangxiPlan } from '../sources.ts'

/** 干事, 助理 and what else is by name no single line of work. */
const BROAD = /干事|助理|科员|办事员|综合|主任/

/** 一人多岗 is how the plan wants it, no limit: one information for the book, naming staff of the offices who have a single narrow post. */
export const manyDutiesRule: Rule<never> = {
  id: 'R000-16',
  title: '一般干部一人多岗',
  severity: 'info',
  effect: 'none',
  sources: [
    jiangxiPlan({
      article: '二（二）2',
      clause:
        '乡一般干部实行一人多岗,设立一专多能的干事或助理等综合性岗位,在重点从事一两项专门工作的同时兼事其它工作,不设立单一对口的专职岗位。',
    }),
  ],
  pack: PACK_IDS.jiangxiTownship,
  stage: 'facts',
  reads: [],
  parameters: [],
  check: ({ index }) => {
    const single = index.present.flatMap(({ person, holdings, counted }) => {
      if (
        counted === undefined ||
        holdings.length > 1 ||
        counted.occupiesLeadership ||
        index.unitOf(counted)?.kind !== 'office'
      )
        return []
      const title = postTitle(index, counted)
      return title === '' || BROAD.test(title) ? [] : [{ name: `${person.name}（${title}）` }]
    })
    if (single.length === 0) return []
    return [
      {
        text: `一般干部中 ${single.length} 人只登记了一个专职岗位：${nameList(single)}；方案要求一人多岗，不设单一对口的专职岗位。`,
        remedy: '兼事其他工作的，补登兼任岗位。',
        facts: { 专职岗位: single.length },
      },
    ]
  },
}
