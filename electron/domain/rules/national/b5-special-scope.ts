import { QUOTA_CATEGORY_NAMES, type QuotaCategory } from '../../model/quota-category.ts'
import type { Unit } from '../../model/unit.ts'
import { linesWhere } from '../../quota/lines-where.ts'
import { listParameter } from '../parameters.ts'
import type { Flag, Rule, RuleInput } from '../rule.ts'
import { seatedPerson } from '../seated-person.ts'
import { nameList, peopleOf, placeName } from '../wording.ts'
import { stateCouncil486 } from '../sources.ts'

const POLITICAL_LEGAL = 'politicalLegalUnits'
const DISCIPLINE = 'disciplineUnits'
/** The parameter that names the units a 专项编制 is for; null: any unit may use the category. */
const SCOPES: Readonly<Record<QuotaCategory, string | null>> = {
  politicalLegal: POLITICAL_LEGAL,
  discipline: DISCIPLINE,
  administrative: null,
  worker: null,
  institutionCivilService: null,
  institution: null,
  institutionFull: null,
  institutionPartial: null,
  institutionSelf: null,
  other: null,
}

/**
 * 专项编制 outside its scope: 政法专项 and 纪检监察 编制 in a unit whose name says another duty, and somebody on a unit's special seat
 * (维稳信息员 …) who really works elsewhere.
 */
export const specialScopeRule: Rule<'records'> = {
  id: 'B5',
  title: '专项编制专项使用',
  severity: 'error',
  effect: 'none',
  sources: [
    stateCouncil486({
      article: '第十七条',
      clause:
        '根据工作需要，国务院机构编制管理机关报经国务院批准，可以在地方行政编制总额内对特定的行政机构的行政编制实行专项管理。',
    }),
  ],
  pack: null,
  stage: 'facts',
  reads: ['records'],
  parameters: [POLITICAL_LEGAL, DISCIPLINE],
  check: (input) => [...outsideScope(input), ...specialSeatsElsewhere(input)],
}

/** Lines of a category that is for some units alone, with somebody on them. */
const specialLines = linesWhere((line) => SCOPES[line.category] !== null && line.actual > 0)

function outsideScope({ figures, index, parameters }: RuleInput<'records'>): readonly Flag[] {
  return specialLines(figures.lines).flatMap((line): readonly Flag[] => {
    const parameter = SCOPES[line.category]
    if (parameter === null) return []
    const unit = index.unit(line.unitId)
    if (unit === undefined) return []
    const scope = listParameter(parameters, parameter)
    if (isNamed(unit, scope)) return []
    const name = QUOTA_CATEGORY_NAMES[line.category]
    return [
      {
        unitId: unit.id,
        text: `${unit.name}使用${name} ${line.actual} 名：${nameList(peopleOf(index, line.personIds))}；${name}只用于${scope.join('、')}。`,
        remedy: `核对编制类型是否填错；确属挪用的，调回规定的机构，或改用${unit.name}自己的编制。`,
        facts: { 编制类型: name, 实有: line.actual },
      },
    ]
  })
}

function isNamed(unit: Unit, scope: readonly string[]): boolean {
  return [unit.name, ...unit.nameplates].some((name) => scope.some((word) => name.includes(word)))
}

function specialSeatsElsewhere({ snapshot, index }: RuleInput<'records'>): readonly Flag[] {
  return snapshot.records.workplace.flatMap((workplace): readonly Flag[] => {
    const seated = seatedPerson(index, workplace.personId)
    const there = index.unit(workplace.worksInUnitId ?? '')
    if (seated?.unit.kind !== 'special' || !workplace.inTownship || there === undefined || there.id === seated.unit.id)
      return []
    const { person, counted, unit } = seated
    return [
      {
        unitId: unit.id,
        personId: person.id,
        text: `${person.name}占${placeName(index, counted)}的专项编制，实际在${there.name}工作，超出专项编制的使用范围。`,
        remedy: '回到专项岗位，或改用实际工作机构的编制。',
        facts: { 专项: unit.name, 实际工作机构: there.name },
      },
    ]
  })
}
