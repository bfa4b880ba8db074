import { personClass } from '../../model/person-class.ts'
import { QUOTA_CATEGORY_NAMES } from '../../model/quota-category.ts'
import type { Flag, Rule } from '../rule.ts'
import { seatedPerson } from '../seated-person.ts'
import { placeName } from '../wording.ts'
import { stateCouncil486 } from '../sources.ts'

/**
 * 人员类别 against 编制类型, by the map of the national personnel system. A class that may use no 编制 at all keeps its holder off the sheet
 * like the 临时聘用 of C3; any other mismatch is most often one wrong entry and is flagged 待更正.
 */
export const classAndCategoryRule: Rule<'records'> = {
  id: 'B2',
  title: '人员类别与编制类型应相符',
  severity: 'error',
  effect: 'data',
  sources: [
    stateCouncil486({
      article: '第十五条',
      clause: '机构编制管理机关应当按照编制的不同类别和使用范围审批编制。',
    }),
  ],
  pack: null,
  stage: 'facts',
  reads: ['records'],
  parameters: [],
  check: ({ snapshot, index }) =>
    snapshot.records.personGrade.flatMap((grade): readonly Flag[] => {
      const own = personClass(grade.personClass)
      const seated = seatedPerson(index, grade.personId)
      if (own === undefined || seated === undefined) return []
      const { person, counted, unit } = seated
      const category = counted.category
      if (category === null || own.categories.includes(category)) return []
      const subject = { unitId: unit.id, personId: person.id }
      const facts = { 人员类别: own.name, 编制类型: QUOTA_CATEGORY_NAMES[category] }
      const who = `${person.name}（${placeName(index, counted)}）人员类别为${own.name}，却占用${facts.编制类型}`
      if (own.categories.length === 0) {
        return [
          {
            ...subject,
            facts,
            effect: 'eligibility',
            text: `${who}；这类人员不占编制。`,
            remedy: '类别登错的，改正人员类别；确属这类人员的，取消占编，列入编外台账。',
          },
        ]
      }
      return [
        {
          ...subject,
          facts,
          text: `${who}；应占用${own.categories.map((allowed) => QUOTA_CATEGORY_NAMES[allowed]).join('或')}。`,
          remedy: '核对人员类别和编制类型，改正登错的一项；确属错编的，按程序调整。',
        },
      ]
    }),
}
