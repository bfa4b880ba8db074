import { PACK_IDS } from '../packs/pack-ids.ts'
import { natureOfCategory } from '../../model/quota-category.ts'
import type { Rule } from '../rule.ts'
import { nameList } from '../wording.ts'
import { maskedCountyPlan } from '../sources.ts'

/** 事业 stands in the way in: "从乡镇事业干部中招录", "事业人员调任". */
const FROM_INSTITUTION = /事业/

/** How many of those on 机关编制 came from institutions: a share to know, no limit. Nothing to say where none did. */
export const fromInstitutionsRule: Rule<never> = {
  id: 'R001-17',
  title: '从乡镇事业干部中招录、选拔',
  severity: 'info',
  effect: 'none',
  sources: [
    maskedCountyPlan({
      article: '四（四）xx.创新人员管理方式',
      clause: '有计划地从业绩突出的乡镇事业干部中招录乡镇公务员或选拔乡镇领导干部',
    }),
  ],
  pack: PACK_IDS.maskedCounty2022,
  stage: 'facts',
  reads: [],
  parameters: [],
  check: ({ figures, index }) => {
    const organs = new Set(
      figures.lines.filter((line) => natureOfCategory(line.category) === 'organ').flatMap((line) => line.personIds),
    )
    const told = index.present.flatMap(({ person, counted }) => {
      const route = counted?.entryRoute ?? null
      return route === null || !organs.has(person.id) ? [] : [{ person, route }]
    })
    const from = told.filter(({ route }) => FROM_INSTITUTION.test(route)).map(({ person }) => person)
    if (from.length === 0) return []
    return [
      {
        text: `登记了进入方式的机关人员 ${told.length} 名，其中从事业干部招录、选拔的 ${from.length} 名，占 ${Math.round((from.length * 100) / told.length)}%：${nameList(from)}。`,
        remedy: '供安排招录、选拔计划时参考。',
        facts: { 机关人员: told.length, 来自事业: from.length },
      },
    ]
  },
}
