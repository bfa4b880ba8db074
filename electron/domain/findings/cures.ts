import {
  PERSON_FIELD_NAMES,
  personField,
  propertyOf,
  type PersonField,
  type PersonFieldOf,
} from '../../vocabulary/person-fields.ts'
import type { Finding } from '../model/finding.ts'
import type { RecordKind } from '../model/records.ts'
import type { QuotaCategory } from '../model/quota-category.ts'
import { categoryInText } from './finding-key.ts'

/*
 * How a finding is put right in this program: which form opens, and what stands in it already. Data by rule id; a rule that is not named
 * leads to the page of the person or unit it speaks of. The first way is the usual one, the others are the other lawful ones.
 */

/** Fields of a person's 更正信息 form, by their key in the catalogue; 职务 is the post's. */
export type CorrectableField = Exclude<PersonField, PersonFieldOf<'derived'>> | 'post'

export type Cure = { readonly label: string } &
  /** The form of an event with these fields filled in. */
  (
    | { readonly kind: 'event'; readonly event: string; readonly fields: Readonly<Record<string, string>> }
    /** The person's page; `form` opens a form on it, at the field. */
    | {
        readonly kind: 'person'
        readonly personId: string
        readonly form: 'correct' | 'settle' | null
        /** As 更正信息 takes it: the key among its changes. */
        readonly field: string | null
      }
    | { readonly kind: 'unit'; readonly unitId: string | null }
    /** Where the figure comes from, and who stands over. */
    | { readonly kind: 'figure'; readonly unitId: string; readonly category: QuotaCategory }
    | { readonly kind: 'history'; readonly personId: string }
    /** 资料 of a kind, a new row open; of the person the finding names. */
    | { readonly kind: 'records'; readonly record: RecordKind; readonly personId: string | null }
    | { readonly kind: 'notice' | 'import' | 'units' | 'people' | 'rules' | 'off-quota' }
  )

type Way = (finding: Finding) => Cure | null

/** An event about the finding's person, unit and category, as far as it names them. */
function event(
  type: string,
  label: string,
  about: readonly ('person' | 'unit' | 'category')[],
  more: Readonly<Record<string, string>> = {},
): Way {
  return ({ personId, unitId, text }) => {
    const category = categoryInText(text)
    const fields = {
      ...(about.includes('person') && personId !== null ? { person: personId } : {}),
      ...(about.includes('unit') && unitId !== null ? { unit: unitId } : {}),
      ...(about.includes('category') && category !== null ? { category } : {}),
      ...more,
    }
    return about.includes('person') && personId === null ? null : { kind: 'event', event: type, label, fields }
  }
}

function correct(label: string, field: CorrectableField | null = null): Way {
  return ({ personId }) => {
    const key =
      field === null ? null : field === 'category' ? 'categoryCode' : field === 'post' ? 'post' : propertyOf(field)
    return personId === null ? null : { kind: 'person', personId, form: 'correct', field: key, label }
  }
}

const settle: Way = ({ personId }) =>
  personId === null ? null : { kind: 'person', personId, form: 'settle', field: null, label: '身份证号争议处理' }
const figure: Way = ({ unitId, text }) => {
  const category = categoryInText(text)
  return unitId === null || category === null
    ? null
    : { kind: 'figure', unitId, category, label: '看数字来由，指定超编人员' }
}
const unitPage =
  (label: string): Way =>
  ({ unitId }) => ({ kind: 'unit', unitId, label })
const history: Way = ({ personId }) =>
  personId === null ? null : { kind: 'history', personId, label: '看这次出编的登记' }
const records =
  (kind: RecordKind, label: string): Way =>
  ({ personId }) => ({ kind: 'records', record: kind, personId, label })
const notice: Way = () => ({ kind: 'notice', label: '去发布公示' })
const screen =
  (kind: 'import' | 'units' | 'people' | 'rules' | 'off-quota', label: string): Way =>
  () => ({ kind, label })

/** 入编 facts by the name a finding gives them. */
const ENTRY_FIELDS: readonly (readonly [string, CorrectableField])[] = [
  ['入编时间', 'enteredOn'],
  ['入编文号', 'entryDocument'],
  ['进入形式', 'entryRoute'],
]
const missingEntryFact: Way = (finding) => {
  const missing = String(finding.facts['缺'] ?? '')
  return correct('补登入编依据', ENTRY_FIELDS.find(([name]) => missing.includes(name))?.[1] ?? 'entryDocument')(finding)
}
const NAMED = PERSON_FIELD_NAMES.filter((field) => personField(field).kept !== 'derived').toSorted(
  (left, right) => personField(right).title.length - personField(left).title.length,
) as readonly Exclude<CorrectableField, 'post'>[]

/** Leads to the field the finding's sentence names first. */
function correctNamed(label: string, otherwise: CorrectableField = 'name'): Way {
  return (finding) => {
    const said = NAMED.map((field) => ({ field, at: finding.text.indexOf(personField(field).title) }))
    const first = said.filter(({ at }) => at >= 0).toSorted((left, right) => left.at - right.at)[0]
    return correct(label, first?.field ?? otherwise)(finding)
  }
}

/** 党委领导职数: a finding about a title is put right at the title, one about the person at their 政治面貌. */
const partyCommittee: Way = (finding) =>
  finding.remedy.includes('职务')
    ? correct('更正职务', 'post')(finding)
    : correct('更正政治面貌', 'politicalStatus')(finding)
const retirement: Way = (finding) =>
  '待核' in finding.facts
    ? correct('登记核定的原法定退休年龄', 'retirementCategory')(finding)
    : event('exit', '办理退休出编', ['person'], { cause: '31' })(finding)

/** By what the remark says: 借出, 离岗 or, from elsewhere, not one of ours. */
const remarked: Way = (finding) => {
  const said = finding.facts['备注所说']
  if (said === '借出') return event('secondment.out', '登记借出', ['person'])(finding)
  if (said === '借入') return correct('改正登记的编制类型', 'category')(finding)
  return event('absence.begin', '登记离岗', ['person'])(finding)
}

const OVER: readonly Way[] = [
  event('move', '调出一人', []),
  event('quota.increase', '登记核增编制', ['unit', 'category']),
  figure,
]
const LEADERS_OVER: readonly Way[] = [
  event('dismiss', '登记免职', ['person']),
  event('leadershipQuota.set', '登记核定职数', ['unit']),
]
const NOT_SEATED: readonly Way[] = [correct('改正登记的编制类型', 'category')]
const TERM: readonly Way[] = [event('term.end', '登记返回', ['person']), event('term.renew', '登记续延', ['person'])]

const LOOK: readonly Way[] = []

const WAYS: Readonly<Record<string, readonly Way[]>> = {
  A1: OVER,
  A2: OVER,
  A15: OVER,
  A3: [event('approval.grant', '登记用编核准', ['unit', 'category'])],
  A4: [event('approval.cancel', '撤回用编核准', []), event('quota.increase', '登记核增编制', ['unit', 'category'])],
  A5: [
    screen('units', '核对各机构核定数'),
    event('quota.increase', '登记核增编制', ['unit', 'category']),
    event('quota.decrease', '登记核减编制', ['unit', 'category']),
  ],
  A6: [unitPage('看沿革和文号')],
  A8: [event('quota.decrease', '登记核减编制', ['unit', 'category'])],
  A9: LEADERS_OVER,
  A11: LEADERS_OVER,
  A10: [event('dismiss', '登记免职', ['person']), event('appoint', '登记任职', ['person'])],
  A12: [event('unit.merge', '登记机构合并', []), event('unit.abolish', '登记撤销机构', ['unit'])],
  A13: [event('rankQuota.set', '登记核定职级职数', ['unit']), screen('people', '核对各人占编职级')],
  A14: [screen('off-quota', '看编外台账'), event('offQuotaControl.set', '登记控制数', [])],
  B1: [
    event('move', '调整到对应机构', ['person']),
    correct('改正登记的编制类型', 'category'),
    event('exit', '办理出编', ['person']),
  ],
  B2: [records('personGrade', '登记人员类别'), ...NOT_SEATED],
  B3: [event('move', '登记内部调整', ['person']), records('workplace', '登记工作地点')],
  B4: [event('secondment.out', '登记借出', ['person']), event('term.end', '登记返回', ['person'])],
  B5: [event('move', '登记内部调整', ['person'])],
  C1: [event('move', '调到有空编的机构', ['person']), event('exit', '办理出编', ['person']), figure],
  C2: [correct('更正进入形式', 'entryRoute'), event('exit', '办理出编', ['person'])],
  C3: NOT_SEATED,
  C4: NOT_SEATED,
  C7: NOT_SEATED,
  C5: [event('exit', '办理退休出编', ['person'], { cause: '31' })],
  C6: [event('exit', '办理出编', ['person']), correct('改正备注', 'remark')],
  C9: [remarked, correct('改正备注', 'remark')],
  D1: [settle, correct('更正身份证号', 'idNumber')],
  D3: [correct('更正身份证号、出生日期', 'idNumber')],
  D4: [correctNamed('更正信息')],
  D5: [correctNamed('更正信息')],
  D6: [correctNamed('更正日期', 'enteredOn')],
  D9: [event('dismiss', '登记免职', ['person']), event('concurrent.end', '免去兼任', ['person'])],
  D8: [event('dismiss', '登记免职', ['person']), event('concurrent.end', '免去兼任', ['person'])],
  E1: [correct('补登入编文号', 'entryDocument')],
  E2: [missingEntryFact],
  E3: [correct('更正进入形式', 'entryRoute')],
  E4: [event('approval.cancel', '撤回用编核准', [])],
  F1: [history],
  F2: [history],
  F7: [retirement, event('retirement.arrange', '登记退休安排', ['person']), correct('核对出生日期', 'birth')],
  G1: [
    records('dutyMatter', '登记在岗情况'),
    event('absence.begin', '登记离岗', ['person']),
    event('exit', '办理出编', ['person']),
  ],
  G2: [
    records('dutyMatter', '登记在岗情况'),
    event('exit', '办理出编', ['person']),
    event('absence.end', '登记返岗', ['person']),
  ],
  G3: [records('payStatus', '登记停发工资'), history],
  G4: [records('payStatus', '登记停发工资'), history],
  G6: [event('absence.end', '登记返岗', ['person']), event('exit', '办理出编', ['person'])],
  G7: [event('exit', '办理出编', ['person']), records('dutyMatter', '登记在岗情况')],
  G8: [records('payStatus', '登记工资发放'), event('exit', '办理出编', ['person'])],
  G9: [event('exit', '办理出编', ['person']), records('annualReview', '更正考核结果')],
  G10: [records('annualReview', '核对考核结果')],
  F11: [records('contract', '登记新合同'), event('exit', '办理出编', ['person'])],
  H6: [event('term.end', '登记返回', ['person'])],
  A16: [event('offQuotaControl.set', '登记控制数', [])],
  A17: [event('offQuota.end', '登记编外退出', ['person']), screen('off-quota', '看编外台账')],
  'R000-17': [
    event('unit.rename', '登记机构更名', ['unit']),
    event('unit.abolish', '登记撤销机构', ['unit']),
    event('unit.establish', '登记设立机构', []),
  ],
  'R000-18': [event('nameplate.hang', '登记加挂牌子', ['unit'])],
  'R000-19': [records('appointmentNotice', '看任前公示')],
  'R000-20': [records('teamReview', '登记述职评议')],
  H1: TERM,
  H2: [...TERM, records('evidence', '登记借调审批表')],
  H3: [records('evidence', '登记借调批准'), event('term.end', '登记返回', ['person'])],
  A7: [screen('units', '核对各机构核定数'), records('referenceTotal', '登记县编办台账总数')],
  B6: [records('personGrade', '登记岗位等级')],
  B7: [unitPage('看沿革和文号')],
  C8: [records('unitProfile', '登记派驻、归属')],
  F3: [screen('units', '看各机构沿革')],
  F4: [history],
  F5: [history],
  F6: [records('workTask', '登记报送情况')],
  F9: [records('contract', '登记聘用合同')],
  G5: [records('dutyMatter', '登记待遇调整')],
  H4: [records('evidence', '登记凭证')],
  'R000-01': [event('quota.decrease', '登记核减编制', ['unit', 'category']), unitPage('看沿革和文号')],
  'R000-02': [screen('units', '核对各机构核定数')],
  'R000-03': LEADERS_OVER,
  'R000-04': [event('dismiss', '登记免职', ['person']), event('post.abolish', '登记撤销岗位', ['unit'])],
  'R000-05': [partyCommittee],
  'R000-06': OVER,
  'R000-08': OVER,
  'R000-07': [
    event('unit.rename', '登记机构更名', ['unit']),
    event('unit.abolish', '登记撤销机构', ['unit']),
    event('unit.establish', '登记设立机构', []),
  ],
  'R000-10': [unitPage('核对经费形式')],
  'R000-11': [event('offQuota.end', '登记编外退出', ['person']), screen('off-quota', '看编外台账')],
  'R000-12': [notice],
  'R000-09': [records('contract', '登记聘用合同')],
  'R000-14': [event('unit.reassign', '登记机构划转', ['unit'])],
  'R000-15': [records('workTask', '登记阶段任务')],
  'R001-01': [event('unit.merge', '登记机构合并', []), event('unit.abolish', '登记撤销机构', ['unit'])],
  'R001-02': [records('township', '登记人口、面积')],
  'R001-03': [event('unit.establish', '登记设立机构', []), event('nameplate.hang', '登记加挂牌子', ['unit'])],
  'R001-04': [event('unit.establish', '登记设立机构', [])],
  'R001-05': [event('unit.abolish', '登记撤销机构', ['unit'])],
  'R001-08': [records('personGrade', '登记职务层次')],
  'R001-09': [records('hiringPlan', '登记用编计划')],
  'R001-10': [records('countyTransfer', '登记县直编制调剂')],
  'R001-12': [event('exit', '办理出编', ['person']), records('unitProfile', '登记派驻机构')],
  'R001-13': [records('evidence', '登记乡镇党委意见')],
  'R001-14': [records('workplace', '登记工作地点')],
  'R001-15': [event('nameplate.remove', '登记摘牌', ['unit']), unitPage('看加挂牌子的依据')],
  'R001-16': [records('payBenchmark', '登记收入对照')],
  'R001-18': [records('assignment', '登记定岗定责')],
  'R002-01': [records('training', '登记培训')],
  'R002-02': [records('townshipService', '登记乡镇工作经历')],
  'R002-03': [records('hiringPlan', '登记招录计划')],
  'R002-04': [records('personFile', '登记户籍、生源地')],
  'R002-05': [event('term.end', '登记返回', ['person']), records('workplace', '登记工作地点')],
  'R002-07': [records('training', '登记培训班')],
  'R002-08': [records('training', '登记轮训')],
  'R002-09': [unitPage('看沿革和文号')],
  'R002-11': [records('workTask', '登记批准文号')],
  'R002-12': [records('dutyMatter', '登记在岗情况'), event('absence.begin', '登记离岗', ['person'])],
  'R002-13': [records('workTask', '登记报送情况')],
  'R002-14': [records('workTask', '补全任务要素')],
  'R003-01': [event('unit.merge', '登记机构合并', [])],
  'R003-02': [event('unit.rename', '登记机构更名', ['unit'])],
  'R003-03': [event('unit.abolish', '登记撤销机构', ['unit']), records('township', '登记乡镇类型')],
  'R003-04': [event('unit.rename', '登记机构更名', ['unit']), event('unit.establish', '登记设立机构', [])],
  'R003-05': [event('unit.reassign', '登记机构划转', ['unit'])],
  'R003-06': [
    records('referenceTotal', '登记 2005 年核定数'),
    event('quota.decrease', '登记核减编制', ['unit', 'category']),
  ],
  'R003-07': [...LEADERS_OVER, records('township', '登记人口、面积')],
  'R003-08': [records('township', '登记乡镇类别')],
  'R003-11': [notice],
  'R004-06': [event('unit.rename', '登记机构更名', ['unit']), event('unit.merge', '登记机构合并', [])],
  'RN-04': [notice],
  // What is to be looked at, not put right by one form: the page of the person or unit is the way.
  D2: LOOK,
  D7: LOOK,
  H5: LOOK,
  I2: LOOK,
  I3: LOOK,
  I4: LOOK,
  'RN-07': LOOK,
  'RN-08': LOOK,
  'R000-13': LOOK,
  'R000-16': LOOK,
  'R001-07': LOOK,
  'R001-17': LOOK,
  'R002-06': LOOK,
  'R002-10': LOOK,
  'R003-09': LOOK,
}

/** What a hint needs: nothing is wrong, one may look. */
const QUIET: readonly string[] = ['无须处理。']

/** Rules whose findings have their ways told above. */
export const RULES_WITH_WAYS = Object.keys(WAYS)

/** Ways to put a finding right, the usual one first. Never empty, but for a hint that asks for nothing. */
export function curesOf(finding: Finding): readonly Cure[] {
  if (finding.severity === 'info' && QUIET.includes(finding.remedy)) return []
  const ways = (WAYS[finding.rule] ?? []).flatMap((way) => way(finding) ?? [])
  return ways.length > 0 ? ways : [fallback(finding)]
}

function fallback({ personId, unitId }: Finding): Cure {
  if (personId !== null) return { kind: 'person', personId, form: null, field: null, label: '打开此人' }
  return unitId === null ? { kind: 'units', label: '核对机构编制' } : { kind: 'unit', unitId, label: '打开此机构' }
}
