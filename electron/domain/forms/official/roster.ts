import { ROSTER_LISTS } from '../../../vocabulary/standing.ts'
import { knownBirth, knownSex } from '../../identity/known-identity.ts'
import { ROSTER_LIST_NAMES, type RosterList } from '../../model/finding.ts'
import { HOLDING_KIND_NAMES, OFF_QUOTA_KIND_NAMES, type Holding, type Person } from '../../model/person.ts'
import { natureOfUnit, type Unit } from '../../model/unit.ts'
import { postTitle } from '../../model/snapshot-index.ts'
import type { Form, FormFacts } from '../form.ts'
import { personFile, personGrade, positionLevel, unitFunding } from '../form-records.ts'
import { row, tableContent, type FormHeading, type FormLine } from '../form-table.ts'
import { categoryText, inPostSince, monthText, postWithConcurrent, routeText } from '../form-words.ts'
import { rosterPeople, type RosterPerson } from '../roster-people.ts'

/** 人员信息表 of the bureau, its items in the order of the form. */
const HEADINGS: readonly FormHeading[] = [
  { title: '行政机构名称/事业单位名称', width: 72 },
  { title: '所在机构（内设）', width: 72 },
  { title: '姓名', width: 46 },
  { title: '性别', width: 26 },
  { title: '身份证号', width: 126 },
  { title: '人员分类', width: 50 },
  { title: '编制类别', width: 50 },
  { title: '编制经费形式', width: 44 },
  { title: '人员状态', width: 48 },
  { title: '进入形式', width: 50 },
  { title: '进入时间', width: 48 },
  { title: '岗位类别', width: 36 },
  { title: '领导职务级别', width: 46 },
  { title: '非领导职务级别', width: 58 },
  { title: '职务', width: 84 },
  { title: '是否高配', width: 30 },
  { title: '是否公务员登记', width: 38 },
  { title: '任现职时间', width: 48 },
  { title: '出生日期', width: 48 },
  { title: '职称（备注）', width: 54 },
  { title: '入编时间', width: 48 },
  { title: '入编文号', width: 84 },
  { title: '进入来源', width: 44 },
  { title: '参加工作时间', width: 48 },
  { title: '民族', width: 34 },
  { title: '籍贯', width: 40 },
  { title: '控编单编号', width: 54 },
]
const PAGE = { paper: 'A3', orientation: 'landscape' } as const

/** Who stands on the bureau's roster, list by list; 借入 and 挂职 people, whose 编制 is elsewhere, come last, for the roster is to say who works here. */
const STATES: Readonly<Record<Exclude<RosterList, 'seconded'>, string>> = {
  'in-quota': '编内',
  'over-quota': '超编',
  'non-compliant': '待核',
  'off-quota': '编外聘用',
}
const stateOf = (list: RosterList): string => (list === 'seconded' ? '借入' : STATES[list])

export const rosterForm: Form = {
  id: 'roster',
  title: '实名制花名册',
  about: '编办要的人员信息，在编、超编、不合规、编外分开列',
  due: '半年报（5 月 31 日、11 月 30 日截止）和年报（12 月 31 日）',
  span: 'day',
  subject: 'unit',
  idNumbers: true,
  measure: '',
  page: PAGE,
  content: (facts) => {
    const groups = ROSTER_LISTS.map((list) => ({ list, people: rosterPeople(facts, [list]) })).filter(
      ({ people }) => people.length > 0,
    )
    const lines = groups.flatMap(({ list, people }): readonly FormLine[] => [
      { kind: 'section', text: headingOf(list, people.length) },
      ...people.map((own) => personLine(facts, stateOf(list), own)),
    ])
    return tableContent(PAGE, HEADINGS, lines, ['编制本没有登记的项目留空，请按档案补填。'])
  },
}

function headingOf(list: RosterList, count: number): string {
  const aside = list === 'seconded' ? '，编制在原单位，不计入本单位' : ''
  return `${ROSTER_LIST_NAMES[list]}（${count}人${aside}）`
}

/** 借自县文化局, for guests. */
function stateText(state: string, { entry, holding }: RosterPerson): string {
  if (holding.kind === 'secondedIn' || holding.kind === 'attached') {
    const word = holding.kind === 'attached' ? '派' : '借'
    const from = holding.counterpart === null ? '' : `，${word}自${holding.counterpart}`
    return `${HOLDING_KIND_NAMES[holding.kind]}${from}`
  }
  return `${state}${entry.secondedOutHoldingId === null ? '' : '，借出'}`
}

/** 编制类别, or what somebody is instead. */
function standingText(holding: Holding): string {
  if (holding.offQuotaKind !== null) return OFF_QUOTA_KIND_NAMES[holding.offQuotaKind]
  return holding.kind === 'secondedIn' || holding.kind === 'attached'
    ? HOLDING_KIND_NAMES[holding.kind]
    : categoryText(holding.category)
}

function personLine(facts: FormFacts, state: string, own: RosterPerson): FormLine {
  const { entry, person, holding } = own
  const unit = facts.index.unitOf(holding)
  const inside = unit !== undefined && natureOfUnit(unit.kind) === 'organ'
  const approval = facts.book.entry_approval.find((own) => own.id === holding.approvalId)
  const entered = monthText(holding.enteredOn)
  return row(
    inside ? facts.township : (unit?.name ?? ''),
    inside ? unit.name : '',
    person.name,
    knownSex(person) ?? '',
    facts.idText(person.idNumber),
    classText(facts, holding, unit),
    standingText(holding),
    unitFunding(facts, unit?.id ?? null, [holding.category]),
    stateText(state, own),
    routeText(holding),
    entered,
    postKind(facts, holding, person),
    leadershipLevel(facts, holding, person),
    holding.occupiedRank ?? person.rank ?? '',
    postWithConcurrent(facts, holding, entry.concurrentHoldingIds),
    '',
    '',
    inPostSince(holding),
    monthText(knownBirth(person)),
    person.professionalTitle ?? '',
    entered,
    holding.entryDocumentNumber ?? '',
    '',
    monthText(person.workStarted),
    person.ethnicity ?? '',
    personFile(facts, person.id)?.nativePlace ?? '',
    approval?.number ?? '',
  )
}

/** 人员分类: 部门 leaders are those of the township itself, 内设机构 leaders those of its offices and institutions. */
function classText({ index }: FormFacts, holding: Holding, unit: Unit | undefined): string {
  const role = holding.postId === null ? null : (index.post(holding.postId)?.leadership ?? null)
  if (role === null) return holding.occupiesLeadership ? '部门领导' : '非领导'
  return `${unit?.kind === 'leadership' || unit?.kind === 'township' ? '部门' : '内设机构'}${role === 'chief' ? '正职' : '副职'}领导`
}

function leadershipLevel(facts: FormFacts, holding: Holding, person: Person): string {
  return holding.occupiesLeadership ? positionLevel(facts, person.id) : ''
}

/** 岗位类别: by the grade on record, else by what the post's title says; never guessed. */
function postKind(facts: FormFacts, holding: Holding, person: Person): string {
  const text = personGrade(facts, person.id)?.postGrade ?? postTitle(facts.index, holding)
  if (text.startsWith('管理')) return '管理'
  if (/^专业技术|^专技/.test(text)) return '专技'
  return /^工勤|技术工|普通工/.test(text) ? '工勤' : ''
}
