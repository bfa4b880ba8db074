import { ENTRY_CAUSE_NAMES } from '../ledger/cause-names.ts'
import { QUOTA_FIELDS, ROSTER_FIELDS, type QuotaField, type RosterField } from '../import-plan/fields.ts'
import { UNIT_KIND_WORDS } from '../import-plan/unit-kind.ts'
import { EDUCATION_LEVEL_NAMES, ETHNIC_GROUP_NAMES, FUNDING_NAMES, POLITICAL_STATUS_NAMES } from '../import-plan/vocabularies.ts'
import { HOLDING_KIND_NAMES, OFF_QUOTA_KIND_NAMES } from '../model/person.ts'
import { QUOTA_CATEGORIES, QUOTA_CATEGORY_NAMES } from '../model/quota-category.ts'
import type { BlankColumn, BlankEntry, BlankWorkbook } from './blank-workbook.ts'

const QUOTA_SHEET = '编制核定'
const ROSTER_SHEET = '花名册'

type Filling = readonly [entry: BlankEntry, hint: string, required?: 'required']

const text: BlankEntry = { kind: 'text' }
const whole: BlankEntry = { kind: 'whole' }
const oneOf = (words: readonly string[]): BlankEntry => ({ kind: 'choice', words, open: false })
const helped = (words: readonly string[]): BlankEntry => ({ kind: 'choice', words, open: true })
const CATEGORY_WORDS = QUOTA_CATEGORIES.map((category) => QUOTA_CATEGORY_NAMES[category])
/** Those who hold no 编制 stand in the same sheet; what they are is written in place of a category. */
const STANDING_WORDS = [...CATEGORY_WORDS, ...Object.values(OFF_QUOTA_KIND_NAMES), HOLDING_KIND_NAMES.secondedIn, HOLDING_KIND_NAMES.attached]

/** In the order of their codes. */
const ENTRY_WORDS = Object.entries(ENTRY_CAUSE_NAMES).toSorted(([one], [other]) => one.localeCompare(other)).map(([, name]) => name)

const QUOTA_COLUMNS: Readonly<Record<QuotaField, Filling>> = {
  sequence: [text, '可以不填。'],
  unit: [text, '文件上的全称。一个机构有几类编制就写几行。', 'required'],
  nameplates: [text, '几块牌子用顿号隔开。'],
  unitKind: [helped(UNIT_KIND_WORDS), '不填时按机构名称判断。'],
  category: [oneOf(CATEGORY_WORDS), '从下拉中选。', 'required'],
  funding: [helped(FUNDING_NAMES), '事业编制按经费形式分别核定的才填。'],
  amount: [whole, '整数。没有编制写 0。', 'required'],
  leadership: [whole, '没有领导职数的不填。'],
  leadershipChief: [whole, '文件分了正副职才填。'],
  leadershipDeputy: [whole, '文件分了正副职才填。'],
  document: [text, '如 青编发〔2024〕17号。'],
  effectiveOn: [text, '如 2024-03-15；不填时取文号里的年份。'],
  managingBody: [text, '人财物归县级部门管理的，写那个部门。'],
  remark: [text, '可以不填。'],
}

const ROSTER_COLUMNS: Readonly<Record<RosterField, Filling>> = {
  sequence: [text, '可以不填。'],
  unit: [{ kind: 'column', sheet: QUOTA_SHEET, title: QUOTA_FIELDS.unit.title }, `从下拉中选，是“${QUOTA_SHEET}”表里写过的机构。`, 'required'],
  name: [text, '兼任的第二行在姓名后写“（兼任）”，可以不写身份证号和编制类型。', 'required'],
  sex: [oneOf(['男', '女']), '从下拉中选。'],
  idNumber: [{ kind: 'length', from: 15, to: 18 }, '18 位。这一列已设成文本，照原件录入，末位可为 X。'],
  birth: [text, '如 1985-06 或 1985.06，按档案认定。'],
  ethnicity: [helped(ETHNIC_GROUP_NAMES), '从下拉中选。'],
  politicalStatus: [helped(POLITICAL_STATUS_NAMES), '从下拉中选。'],
  education: [helped(EDUCATION_LEVEL_NAMES), '最高学历，从下拉中选。'],
  workStarted: [text, '如 2008-07。'],
  category: [oneOf(STANDING_WORDS), '从下拉中选；编外、借入、挂职人员选他们的身份，不占编制。', 'required'],
  funding: [helped(FUNDING_NAMES), '事业编制按经费形式分别核定的才填。'],
  entryRoute: [helped(ENTRY_WORDS), '从下拉中选，或照批文写。'],
  enteredOn: [text, '如 2012-09-01。'],
  entryDocument: [text, '如 青编核〔2012〕33号。'],
  post: [text, '如 党政综合办公室主任。'],
  professionalTitle: [text, '如 农艺师。'],
  rank: [text, '如 三级主任科员、管理九级。'],
  quotaCard: [text, '有编制卡的才填。'],
  remark: [text, '借出、借入写明单位，如“借调至县水利局，2026-03 至 2027-02”。'],
}

const columnsOf = <F extends string>(titles: Readonly<Record<F, { readonly title: string }>>, fillings: Readonly<Record<F, Filling>>): readonly BlankColumn[] =>
  Object.entries<Filling>(fillings).map(([field, [entry, hint, required]]) => ({ title: titles[field as F].title, entry, hint, required: required !== undefined }))

/** The workbook a township starts from: approved numbers, and everybody. */
export const ROSTER_BLANK: BlankWorkbook = {
  name: '编制实名制花名册（空白表）',
  guidance: [
    '先填“编制核定”，再填“花名册”：花名册的所在机构从编制核定里选。黄色表头必填，其余没有就空着，不要写“无”。',
    '填好后在“导入花名册”里选这个文件。导入前先预览，哪些新增、哪些有问题都标出来；确认以前什么也不写。',
    '列的次序可以换，不用的列可以删，表头文字不要改。',
  ],
  sheets: [
    { name: QUOTA_SHEET, title: '机构编制核定表', lines: ['填报单位：', '填报日期：'], columns: columnsOf(QUOTA_FIELDS, QUOTA_COLUMNS) },
    { name: ROSTER_SHEET, title: '机构编制实名制花名册', lines: ['填报单位：', '填报日期：'], columns: columnsOf(ROSTER_FIELDS, ROSTER_COLUMNS) },
  ],
}
