import { PERSON_CLASS_TITLES } from '../../../vocabulary/people.ts'
import { unitLevel, type Level } from '../../model/levels.ts'
import type { RecordOf } from '../../model/records.ts'
import { gradeNumeral, POST_GRADES, readPostGrade, type PostGrade, type PostGradeKind } from '../post-grade.ts'
import type { Flag, Rule } from '../rule.ts'
import { seatedPerson } from '../seated-person.ts'
import { unitLevels } from '../../model/unit-levels.ts'
import { placeName } from '../wording.ts'

/** 岗位类别 of the 人员类别 (ZB125) that have one. */
const KIND_OF_CLASS: ReadonlyMap<string | null, { readonly kind: PostGradeKind; readonly name: string }> = new Map(
  (
    [
      ['7', 'management'],
      ['8', 'professional'],
      ['A1', 'worker'],
    ] as const
  ).map(([code, kind]) => [code, { kind, name: PERSON_CLASS_TITLES[code] }]),
)
/** The highest 管理岗 a 规格 allows is that of its head: 县处级 五级, 副县处级 六级, 乡科级 七级, 副乡科级 八级, 股级 九级. */
const MANAGEMENT_ABOVE_HEIGHT = 4

/** 岗位等级 against 岗位类别 and against the 规格 of the unit: a unit of 乡科级 has 管理岗 up to 七级, so a 六级 stands too high. */
export const postGradeRule: Rule<'records' | 'units'> = {
  id: 'B6',
  title: '岗位等级应与岗位类别、机构规格相符',
  severity: 'warning',
  effect: 'none',
  sources: [
    {
      law: 'post-levels-2006',
      article: null,
      clause:
        '厅级正职、厅级副职、处级正职、处级副职、科级正职、科级副职、科员、办事员依次分别对应管理岗位三至十级职员岗位',
    },
  ],
  pack: null,
  stage: 'facts',
  reads: ['records', 'units'],
  parameters: [],
  check: ({ snapshot, index }) => {
    const levels = unitLevels(snapshot)
    return snapshot.records.personGrade.flatMap((record): readonly Flag[] => {
      const written = record.postGrade ?? ''
      const grade = readPostGrade(written)
      const seated = seatedPerson(index, record.personId)
      if (grade === undefined || seated === undefined) return []
      const { person, counted, unit } = seated
      const level = unitLevel(levels.get(unit.id) ?? null)
      const problems = [
        ...wrongKind(grade, record),
        ...noSuchGrade(grade),
        ...(level === undefined ? [] : tooHigh(grade, level, unit.name)),
      ]
      return problems.map((problem) => ({
        unitId: unit.id,
        personId: person.id,
        text: `${person.name}（${placeName(index, counted)}）岗位等级为${written}，${problem}。`,
        remedy: '核对聘用合同和岗位聘任文件，改正登错的一项。',
        facts: { 岗位等级: written },
      }))
    })
  },
}

function wrongKind(grade: PostGrade, record: RecordOf<'personGrade'>): readonly string[] {
  const expected = KIND_OF_CLASS.get(record.personClass)
  return expected === undefined || expected.kind === grade.kind
    ? []
    : [`人员类别却是${expected.name}，应聘在${POST_GRADES[expected.kind].name}`]
}

function noSuchGrade(grade: PostGrade): readonly string[] {
  const { name, lowest } = POST_GRADES[grade.kind]
  return grade.number > lowest ? [`${name}最低${gradeNumeral(lowest)}级，没有这一级`] : []
}

function tooHigh(grade: PostGrade, level: Level, unitName: string): readonly string[] {
  const highest = level.height + MANAGEMENT_ABOVE_HEIGHT
  return grade.kind === 'management' && grade.number < highest
    ? [`${unitName}是${level.name}机构，管理岗最高${gradeNumeral(highest)}级，高出 ${highest - grade.number} 级`]
    : []
}
