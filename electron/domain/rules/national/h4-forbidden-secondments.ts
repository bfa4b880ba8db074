import { personClass } from '../../model/person-class.ts'
import type { Holding, Person } from '../../model/person.ts'
import { natureOfCategory } from '../../model/quota-category.ts'
import { natureOfUnit } from '../../model/unit.ts'
import type { Flag, Rule } from '../rule.ts'
import { postTitle, type SnapshotIndex } from '../../model/snapshot-index.ts'
import { termsOf } from '../terms.ts'
import { nameList } from '../wording.ts'
import { provincialSecondment } from '../sources.ts'

const ENFORCEMENT = /执法/
const PROFESSIONAL = /专业技术|专技/
const ENFORCEMENT_CLASS = '3'
const PROFESSIONAL_CLASSES: ReadonlySet<string> = new Set(['2', '8'])

/** What is known of people who are borrowed: 人员类别, and who has a licence to enforce the law. */
interface Known {
  readonly classOf: ReadonlyMap<string | null, string>
  readonly licensed: ReadonlySet<string | null>
  readonly index: SnapshotIndex
}

/**
 * 三个严禁, of people 借入: not from outside 行政编制 to a post of the organs, not without a licence to a post that enforces the law, not from
 * outside 专业技术 to a professional post. What is not known of somebody is not held against them; where the book knows of no licence at
 * all, one word says that this was not looked at.
 */
export const forbiddenSecondmentsRule: Rule<'records'> = {
  id: 'H4',
  title: '借调“三个严禁”',
  severity: 'error',
  effect: 'none',
  sources: [
    provincialSecondment(
      '严禁借调非行政编制人员到行政岗位 严禁借调不具备执法资格或执法经验的人员到执法岗位 严禁借调非专业技术人员到专业技术岗位',
    ),
  ],
  pack: null,
  stage: 'facts',
  reads: ['records'],
  parameters: [],
  check: ({ snapshot, index }) => {
    const { evidence, personGrade } = snapshot.records
    const guests = termsOf(index, 'secondedIn')
    const ids = new Set<string | null>(guests.map(({ person }) => person.id))
    const known: Known = {
      classOf: new Map(
        personGrade.flatMap((grade) =>
          grade.personClass !== null && ids.has(grade.personId) ? [[grade.personId, grade.personClass] as const] : [],
        ),
      ),
      licensed: new Set(
        evidence.filter((record) => record.evidence === 'enforcementLicence').map((record) => record.personId),
      ),
      index,
    }
    const enforcing = guests.filter(
      ({ person, holding }) => ENFORCEMENT.test(postTitle(index, holding)) && !maybeLicensed(person, known),
    )
    return [
      ...guests.flatMap(({ person, holding }) => [
        ...notAdministrative(person, holding, known),
        ...notProfessional(person, holding, known),
      ]),
      ...(known.licensed.size === 0
        ? licencesUnknown(enforcing.map(({ person }) => person))
        : enforcing.map(({ person, holding }) => unlicensed(person, holding, index))),
    ]
  },
}

function maybeLicensed(person: Person, { classOf, licensed }: Known): boolean {
  return licensed.has(person.id) || classOf.get(person.id) === ENFORCEMENT_CLASS
}

/** The category the row itself names goes before the 人员类别. */
function notAdministrative(person: Person, holding: Holding, { classOf, index }: Known): readonly Flag[] {
  const unit = index.unitOf(holding)
  if (unit === undefined || natureOfUnit(unit.kind) !== 'organ') return []
  const own = personClass(classOf.get(person.id) ?? null)
  const administrative =
    holding.category === null
      ? own?.categories.includes('administrative')
      : natureOfCategory(holding.category) === 'organ' && holding.category !== 'worker'
  if (administrative !== false) return []
  return [
    {
      unitId: unit.id,
      personId: person.id,
      text: `${person.name}${own === undefined ? '' : `是${own.name}，`}不占行政编制，借入${unit.name}的行政岗位${postTitle(index, holding)}。`,
      remedy: '退回原单位；编制类型或人员类别登记有误的，更正后消除。',
      facts: { 严禁: '非行政编制到行政岗位' },
    },
  ]
}

function notProfessional(person: Person, holding: Holding, { classOf, index }: Known): readonly Flag[] {
  const code = classOf.get(person.id)
  const title = postTitle(index, holding)
  if (
    code === undefined ||
    !PROFESSIONAL.test(title) ||
    PROFESSIONAL_CLASSES.has(code) ||
    person.professionalTitle !== null
  )
    return []
  return [
    {
      unitId: index.unitOf(holding)?.id ?? null,
      personId: person.id,
      text: `${person.name}不是专业技术人员，也没有职称，借入专业技术岗位${title}。`,
      remedy: '退回原单位；人员类别或职称登记有误的，更正后消除。',
      facts: { 严禁: '非专技到专技岗位' },
    },
  ]
}

function unlicensed(person: Person, holding: Holding, index: SnapshotIndex): Flag {
  return {
    unitId: index.unitOf(holding)?.id ?? null,
    personId: person.id,
    text: `${person.name}没有登记执法资格，借入执法岗位${postTitle(index, holding)}。`,
    remedy: '登记执法资格证；没有的，退回原单位。',
    facts: { 严禁: '无执法资格到执法岗位' },
  }
}

function licencesUnknown(people: readonly Person[]): readonly Flag[] {
  if (people.length === 0) return []
  return [
    {
      severity: 'info',
      text: `借入执法岗位 ${people.length} 人，没有登记过执法资格证，有无执法资格没有核查：${nameList(people)}。`,
      remedy: '在资料的凭证中登记执法资格证。',
      facts: { 未登记: people.length },
    },
  ]
}
