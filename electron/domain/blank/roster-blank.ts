import type { Catalogue } from '../../vocabulary/catalogue.ts'
import { titlesOf } from '../../vocabulary/code-list.ts'
import { personField } from '../../vocabulary/person-fields.ts'
import { ENTRY_CAUSE_NAMES } from '../ledger/sentences/cause-names.ts'
import { QUOTA_FIELDS, ROSTER_FIELDS, type QuotaField, type RosterField } from '../table/fields.ts'
import { UNIT_KIND_WORDS } from '../table/unit-kind.ts'
import { FUNDING_NAMES } from '../table/vocabularies.ts'
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
const STANDING_WORDS = [
  ...CATEGORY_WORDS,
  ...Object.values(OFF_QUOTA_KIND_NAMES),
  HOLDING_KIND_NAMES.secondedIn,
  HOLDING_KIND_NAMES.attached,
]

/** In the order of their codes. */
const ENTRY_WORDS = Object.entries(ENTRY_CAUSE_NAMES)
  .toSorted(([one], [other]) => one.localeCompare(other))
  .map(([, name]) => name)

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

/** How a field of the catalogue is filled in. */
function entryOf(field: RosterField): BlankEntry {
  const { kind, codes, open } = personField(field)
  switch (field) {
    case 'unit':
      return { kind: 'column', sheet: QUOTA_SHEET, title: QUOTA_FIELDS.unit.title }
    case 'category':
      return oneOf(STANDING_WORDS)
    case 'funding':
      return helped(FUNDING_NAMES)
    case 'entryRoute':
      return helped(ENTRY_WORDS)
    default:
  }
  if (codes !== undefined) {
    const words = Object.values(titlesOf(codes))
    return open === true ? helped(words) : oneOf(words)
  }
  return kind === 'idNumber' ? { kind: 'length', from: 15, to: 18 } : text
}

const ROSTER_COLUMNS: readonly BlankColumn[] = Object.keys(ROSTER_FIELDS).flatMap((key) => {
  const field = key as RosterField
  const { title, blank } = personField(field)
  return blank === undefined
    ? []
    : [{ title, entry: entryOf(field), hint: blank.hint, required: blank.required === true }]
})

const columnsOf = <F extends string>(
  titles: Readonly<Record<F, { readonly title: string }>>,
  fillings: Readonly<Record<F, Filling>>,
): readonly BlankColumn[] =>
  Object.entries<Filling>(fillings).map(([field, [entry, hint, required]]) => ({
    title: titles[field as F].title,
    entry,
    hint,
    required: required !== undefined,
  }))

/** The township's own fields, behind those every roster has. */
function ownColumns({ own, entry }: Catalogue): readonly BlankColumn[] {
  return own.map(({ field, kind }) => {
    const { title, codes } = entry(field)
    const words = codes === undefined ? [] : Object.values(titlesOf(codes))
    const hint = { text: '自定栏目，照实填写。', date: '自定栏目，如 2021-07-15。', list: '自定栏目，从下拉中选。' }[
      kind
    ]
    return { title, entry: words.length === 0 ? text : helped(words), hint, required: false }
  })
}

/** The workbook a township starts from: approved numbers, and everybody. */
export const rosterBlank = (catalogue: Catalogue): BlankWorkbook => ({
  name: '编制实名制花名册（空白表）',
  guidance: [
    '先填“编制核定”，再填“花名册”：花名册的所在机构从编制核定里选。黄色表头必填，其余没有就空着，不要写“无”。',
    '填好后在“导入花名册”里选这个文件。导入前先预览，哪些新增、哪些有问题都标出来；确认以前什么也不写。',
    '列的次序可以换，不用的列可以删，表头文字不要改。',
  ],
  sheets: [
    {
      name: QUOTA_SHEET,
      title: '机构编制核定表',
      lines: ['填报单位：', '填报日期：'],
      columns: columnsOf(QUOTA_FIELDS, QUOTA_COLUMNS),
    },
    {
      name: ROSTER_SHEET,
      title: '机构编制实名制花名册',
      lines: ['填报单位：', '填报日期：'],
      columns: [...ROSTER_COLUMNS, ...ownColumns(catalogue)],
    },
  ],
})
