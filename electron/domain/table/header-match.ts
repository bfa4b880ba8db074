import type { OwnField } from '../../vocabulary/own-fields.ts'
import { PERSON_FIELD_NAMES, personField } from '../../vocabulary/person-fields.ts'
import { bothIn } from './both-fields.ts'
import { headerKey, withoutBrackets, type SheetPurpose } from './fields.ts'
import { schooled } from './schooling.ts'
import { FIELD_NAMES, fieldHinted, fieldNamed } from './table-fields.ts'

/*
 * Which field a header asks for, and how sure its words make it. The columns' contents have the last word: see type-columns.ts.
 */

export interface HeaderMatch {
  readonly field: string
  /** 100: a name the field is known by; less: a name inside a longer header. */
  readonly score: number
}

/** Headers over somebody else than the row's person, or over another time than now. */
const OTHERS =
  /配偶|子女|父亲|母亲|父母|家庭|家属|亲属|成员|联系人|紧急|介绍人|联系户|户主|农户|脱贫户|贫困户|服务对象|负责人|分管|包村|包联|帮扶|结对|填表|审核|经办|遗属|代理人|监护|法定代表/u
const OTHER_TIME =
  /^(?:原|曾|前|退休前|退休时|离岗时|离职时|去世时|生前|拟|拟任|拟免|原任|上年|往年|历任|调出前|变动前|退休前)/u
/** 改革前 over 单位: how it was. */
const BEFORE = /(?:改革|调整|划转|变动|转隶|变更|合并|整合|套改|调动|竞聘|聘任|交流)前$/u
const FRONT =
  /^(?:\*|★|☆|(?:机构)?(?:改革|调整|划转|变动|转隶|变更|合并|整合|套改)后(?=[^数]*(?:单位|机构|部门|科室|站所)$)|人员|本人|个人|职工|员工|干部|同志|现任(?=职)|现|目前|具体|实际|当前|最新|担任(?=职)|所任(?=职))+/u
/** 所在站办所, 任职科室（中心）: the words offices are spoken of with. */
const PLACE =
  /^(?:所在|所属|(?:实际|现)?工作|任职|供职|归属|用工|用人|聘用|使用|服务|岗位所在|编制(?:所在)?|占编|在编|入编|人事关系(?:所在)?)?的?(?:单位|机构|部门|科室|股室|站所|站办所|办站所|站所办|所站|办所|办公室|中心|站办|内设机构){1,2}$/u
/** 服务岗位, 上岗工种: the work somebody does. */
const SEAT_OF_WORK = /^(?:所在|实际|服务|用工|使用|聘用|从事|上岗|在岗|安排|分配)?(?:岗位|工种|工作岗位)(?:名称)?$/u
/** 机构／人员, 部门（姓名）: one column in which offices head their people. */
const TREE =
  /^(?:单位|机构|部门|科室|站所|组织)(?:名称)?[/、和与及(](?:人员|职工|员工|干部|成员)?(?:姓名|人员|职工|员工|成员)\)?$/u
/** 纳编时间, 编制落实年月: a day that is spoken of with the word for a seat is the day of taking it; not that of leaving it, or of the seat's own making. */
const SEAT_DAY =
  /^(?!.*(?:[出离退减空超核缩定撤改整]编|编[号外办辑]|下编|核定|批准|调整|批复|变更|失效|截止)).*编.*(?:时间|日期|年月)$/u
/** 编制及入编时间: the 编制, with the day of taking it in the same cell. */
const SEAT_AND_DAY = /^编制(?:类型|性质|类别)?[及和与、/]+(?:入编|进编|列编|上编|占编)?(?:时间|日期|年月)$/u
const BACK = /(?:必填|选填|填写|名称|情况|信息)+$/u
/** Short names are found inside longer headers far too often. */
const INSIDE_LENGTH = 3

/** True for a column that is about others than the person of the row. */
export function isAboutOthers(path: readonly string[]): boolean {
  return OTHERS.test(path.join('/'))
}

/** 原单位, 退休时职务: how it was for the row's person, and no longer is. */
export function isOfOtherTime(path: readonly string[]): boolean {
  return path.some((text) => OTHER_TIME.test(headerKey(text)) || BEFORE.test(headerKey(text)))
}

/** 称谓, 与本人关系: the column that says which relative somebody is. */
export function isRelation(text: string): boolean {
  return /^(?:称谓|称呼|关系|(?:家庭|亲属|亲属间)关系|与(?:本人|其|职工|干部|户主)的?关系)$/u.test(text)
}

/** 职务名称 ZWMC, A0101姓名: the name a system gives the field stands beside the Chinese one. */
function withoutFieldName(text: string): string {
  return text
    .replace(/(?<=\p{sc=Han})[\s/／|｜_:：(（[-]*[A-Za-z][A-Z0-9_]{2,}[)）\]]?$/u, '')
    .replace(/^[A-Z][A-Z0-9_]{2,}[\s/／|｜_:：.、-]*(?=\p{sc=Han})/u, '')
}

/** 3、您的身份证号码：, 请填写姓名: a questionnaire's heads ask for what a list's name. */
function withoutAsking(text: string): string {
  return text
    .replace(/^(?:Q?\d{1,3}|[（(]\d{1,3}[）)])[、.．:：)）\s]\s*(?=\p{sc=Han})/iu, '')
    .replace(
      /^(?:请(?:您|你)?(?:填写|选择|输入|输|填|选))?(?:您|你)(?:现在|目前)?的?(?=\p{sc=Han}{2})|^请(?:填写|选择|输入)(?:您|你)?的?(?=\p{sc=Han}{2})/u,
      '',
    )
    .replace(/(?:是什么|是哪个|是|为)?[:：?？]$/u, '')
}

/** 原填 | 认定 below 最高学历: what was found is the fact, and what was told before is not. Null: the column is of before. */
function settled(path: readonly string[]): readonly string[] | null {
  const leaf = headerKey(path.at(-1) ?? '')
  if (path.length < 2) return path
  if (
    /^(?:原填|原填写|原登记|原记载|原来|档案(?:最早)?记载|档案原记载|本人填[写报]|自填|[更改修变]\p{sc=Han}前|审核前|认定前)$/u.test(
      leaf,
    )
  )
    return null
  return /^(?:最终|组织|审核|重新)?(?:认定|审定|核实|确认)(?:结果|后|为)?$|^[更改修变]\p{sc=Han}后$/u.test(leaf)
    ? path.slice(0, -1)
    : path
}

/** The field of a header's texts from top to bottom; null: not known. */
export function matchHeader(purpose: SheetPurpose, given: readonly string[]): HeaderMatch | null {
  const path =
    purpose === 'roster' ? settled(given.map(withoutFieldName).map(withoutAsking)) : given.map(withoutFieldName)
  if (path === null || path.length === 0 || path.some((text) => BEFORE.test(headerKey(text)))) return null
  const special = purpose === 'roster' ? educationIn(path) : null
  if (special !== null) return { field: special, score: 95 }
  if (purpose === 'roster' && TREE.test((path.at(-1) ?? '').normalize('NFKC').replaceAll(/\s/gu, '')))
    return { field: 'name', score: 85 }
  const named = fieldNamed(purpose, path.at(-1) ?? '') ?? joinedField(purpose, path)
  const exact = purpose === 'roster' ? schooled(named, path) : named
  if (named !== null && exact === null) return null
  if (purpose === 'roster' && isAboutOthers(path) && exact !== 'unit') return null
  if (exact !== null) return { field: exact, score: 100 }
  const leaf = headerKey(withoutBrackets(path.at(-1) ?? '')) || headerKey(path.at(-1) ?? '')
  if (OTHER_TIME.test(leaf) || (path.length > 1 && OTHER_TIME.test(headerKey(path[0] ?? '')))) return null
  const plain = leaf.replace(FRONT, '').replace(WHICH, '').replace(BACK, '')
  for (const name of [plain, `${plain}名称`, ...dayWords(plain.replace(WHEN, '$<what>时间'))]) {
    const field = plain === '' ? null : fieldNamed(purpose, name)
    if (field !== null) return { field, score: 85 }
  }
  if (purpose === 'roster' && PLACE.test(plain)) return { field: 'unit', score: 85 }
  if (purpose === 'roster' && SEAT_OF_WORK.test(plain)) return { field: 'post', score: 85 }
  if (purpose === 'roster' && SEAT_AND_DAY.test(plain)) return { field: 'category', score: 85 }
  // 上编 over 上编手续 over 时间: the word for the seat stands above.
  const day = /^(?:时间|日期|年月)$/u.test(plain) ? path.slice(-3).map(headerKey).join('') : plain
  if (purpose === 'roster' && SEAT_DAY.test(day)) return { field: 'enteredOn', score: 80 }
  const hinted = purpose === 'roster' ? fieldHinted(path.at(-1) ?? '') : null
  if (hinted !== null) return { field: hinted, score: 80 }
  const both = purpose === 'roster' ? bothIn(path.at(-1) ?? '') : null
  if (both !== null) return { field: both, score: 80 }
  return eitherOf(purpose, path) ?? insideMatch(purpose, leaf)
}

/** 何时入编, 哪年进编, 什么时候参加工作: a day in a clerk's own words. */
const WHEN = /^(?:何时|几时|哪一?年(?:哪?月)?|(?:什么|啥)(?:时候|时间))(?<what>.{2,}?)的?$/u
/** 什么编制, 哪个单位, 啥学历. */
const WHICH = /^(?:在|是|属|属于)?(?:什么|啥|哪个|哪种|哪类|哪一个|哪一种)(?=\p{sc=Han}{2})(?!时[候间])/u

/** 任现职务层次时间 is a day, and no 职务层次; 职务及任职时间 is two things. */
const OF_TIME = /(?:时间|日期|年月日?|年限)$/u
const TIMED: ReadonlySet<string> = new Set([
  'lentOn',
  'effectiveOn',
  ...PERSON_FIELD_NAMES.filter((field) => /^(?:month|date)$/u.test(personField(field).kind)),
])

/** 落编日期, 落编时间, 落编年月: one day in three words. */
function dayWords(text: string): readonly string[] {
  const stem = /^(?<stem>.{2,})(?:日期|时间|年月日?)$/u.exec(text)?.groups?.['stem']
  return stem === undefined ? [] : ['时间', '日期', '年月'].map((word) => stem + word)
}

/** 学历 under 全日制教育 or 在职教育. */
function educationIn(path: readonly string[]): string | null {
  const whole = path.map(headerKey).join('/')
  const leaf = headerKey(path.at(-1) ?? '')
  if (!/学历|文化程度|教育/u.test(whole) || /^学位$/u.test(leaf) || /院校|学校|专业|时间|年月/u.test(leaf)) return null
  if (/全日制|第一学历/u.test(whole)) return 'fullTimeEducation'
  return /在职/u.test(whole) ? 'inServiceEducation' : null
}

/** 入编 over 时间: the lowest texts together, without those above them. */
function joinedField(purpose: SheetPurpose, path: readonly string[]): string | null {
  for (let from = path.length - 2; from >= 0; from -= 1) {
    const field = fieldNamed(purpose, path.slice(from).join(''))
    if (field !== null) return field
  }
  return null
}

/** 职务或岗位, 姓名/职工: each of them alone is a name. */
function eitherOf(purpose: SheetPurpose, path: readonly string[]): HeaderMatch | null {
  const parts = withoutBrackets(path.at(-1) ?? '').split(/[或/／、]/u)
  if (parts.length < 2) return null
  const fields = parts.map((part) => fieldNamed(purpose, part))
  const [first] = fields
  const other = fields.find((field) => field !== null && field !== first)
  return first === undefined || first === null || other !== undefined ? null : { field: first, score: 75 }
}

/** Names that are looked for inside longer headers. 在编人员 inside a title is no list of names. */
const INSIDE = { roster: namesInside('roster'), quotas: namesInside('quotas') }

function namesInside(purpose: SheetPurpose): readonly { readonly name: string; readonly field: string }[] {
  return [...FIELD_NAMES[purpose]].flatMap(([name, field]) =>
    field === 'names' || name.length < INSIDE_LENGTH ? [] : [{ name, field }],
  )
}

function insideMatch(purpose: SheetPurpose, leaf: string): HeaderMatch | null {
  const timed = OF_TIME.test(leaf)
  if (timed && /[及和与]/u.test(leaf)) return null
  let best: (HeaderMatch & { readonly length: number }) | null = null
  for (const { name, field } of INSIDE[purpose]) {
    if ((timed && !TIMED.has(field)) || !leaf.includes(name) || (best !== null && name.length <= best.length)) continue
    best = { field, score: 50 + Math.round((30 * name.length) / leaf.length), length: name.length }
  }
  return best === null ? null : { field: best.field, score: best.score }
}

/** The matcher of a book with fields of its own: a column that bears such a field's very name is that field. */
export function withOwnFields(match: HeaderMatcher, own: readonly OwnField[]): HeaderMatcher {
  if (own.length === 0) return match
  const fields = new Map(own.map(({ title, field }) => [headerKey(title), field]))
  return (path) => {
    const leaf = path.at(-1) ?? ''
    const field = fields.get(headerKey(leaf)) ?? fields.get(headerKey(withoutBrackets(leaf)))
    return field === undefined ? match(path) : { field, score: 100 }
  }
}

export type HeaderMatcher = (path: readonly string[]) => HeaderMatch | null

/** Matches of many headers; the same words are looked up once. */
export function headerMatcher(purpose: SheetPurpose): HeaderMatcher {
  const known = new Map<string, HeaderMatch | null>()
  return (path) => {
    const key = path.join('\u0001')
    const found = known.get(key)
    if (found !== undefined) return found
    const match = matchHeader(purpose, path)
    known.set(key, match)
    return match
  }
}
