import { QUOTA_CATEGORY_NAMES } from '../../model/quota-category.ts'
import { natureOfUnit, UNIT_KIND_NAMES } from '../../model/unit.ts'
import type { Flag, Rule } from '../rule.ts'
import { seatedPerson } from '../seated-person.ts'
import { placeName } from '../wording.ts'
import { stateCouncil486, strictControl2007 } from '../sources.ts'

/** 混编: 行政编制 in a 事业单位 or 事业编制 in an 机关, without a quota of that kind for the unit. */
export const mixedUseRule: Rule<never> = {
  id: 'B1',
  title: '行政编制与事业编制不得混用',
  severity: 'error',
  effect: 'eligibility',
  sources: [
    stateCouncil486({
      article: '第十五条',
      clause:
        '地方各级人民政府行政机构应当使用行政编制，事业单位应当使用事业编制，不得混用、挤占、挪用或者自行设定其他类别的编制。',
    }),
    strictControl2007({
      article: '二',
      clause: '事业编制只能用于事业单位，不得把事业编制用于党政机关，不得把事业编制与行政编制混合使用。',
    }),
  ],
  pack: null,
  stage: 'facts',
  reads: [],
  parameters: [],
  covers: ['RN-01'],
  check: ({ figures, index }) =>
    figures.misplaced.flatMap((line) => {
      const category = QUOTA_CATEGORY_NAMES[line.category]
      return line.personIds
        .flatMap((personId) => seatedPerson(index, personId) ?? [])
        .map(({ person, counted, unit }): Flag => {
          const nature =
            natureOfUnit(unit.kind) === 'institution'
              ? '事业单位，应当使用事业编制'
              : `机关（${UNIT_KIND_NAMES[unit.kind]}），应当使用行政编制`
          return {
            unitId: unit.id,
            personId: person.id,
            text: `${person.name}在${placeName(index, counted)}使用${category}；${unit.name}是${nature}，也没有核定${category}，属混编。`,
            remedy: '核对编制类型是否填错；确属混编的，调回编制所在机构或按程序转入本机构编制。',
            facts: { 机构: unit.name, 编制类型: category, 本机构核定: 0 },
          }
        })
    }),
}
