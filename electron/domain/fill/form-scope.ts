import { pattern } from '../../vocabulary/pattern.ts'
import type { RosterList } from '../../vocabulary/standing.ts'
import { conditionIn, unitCondition } from './condition-words.ts'
import { PLAIN, type NamedUnit } from './label-context.ts'
import { IN_POST, type Condition } from './counted-person.ts'
import { leftOut, partTitle, type Parted } from './left-out.ts'
import { namesAway, whereabouts } from './whereabouts.ts'
import { organ } from './form-organ.ts'
import { sinceWhen } from './since-words.ts'
import { unreadIn } from './unread-words.ts'
import { DUE, others } from './title-people.ts'
import { asLabel, staffGroup } from './title-groups.ts'
import { categoriesIn, holdsCategory, withoutCivilService } from './form-categories.ts'

/*
 * Whom a sheet or a block is about, by its name and its titles: 表2行政人员, 二、机关工勤人员, 党政综合办公室工作人员登记表, 编外人员.
 * A group the book cannot tell from others stops the block: it is never filled with everybody instead.
 */

export interface FormScope {
  /** Null: people in post, as usual. */
  readonly lists: readonly RosterList[] | null
  readonly conditions: readonly Condition[]
  readonly unitIds: readonly string[] | null
  /** It asks for 在编, 实有 or 在册 people: whoever is counted. */
  readonly inPost: boolean
  /** What was read, for the report: “表2行政人员”：行政. */
  readonly says: readonly string[]
  /** Why nothing may be filled before she has chosen; null where nothing stops it. */
  readonly stopped: string | null
}

/** Longer texts are instructions, not titles. */
const TITLE_LENGTH = 40

const LEFT: readonly (readonly [RegExp, string])[] = [
  [
    /(?:离退休|已退休|退休)(?:干部|人员|职工|教师)?(?:花?名册|情况|登记|信息|统计|名单|表|[)）]|$)|离休|退养|遗属|遗孀/u,
    '退休人员和遗属不在编制本的名单里',
  ],
  [
    /村(?:[（(]社区[）)])?干部|村[“"]?两委|社区工作者|村级组织|大学生村官|人民调解员|网格员/u,
    '村（社区）人员不在编制本里',
  ],
  [
    /(?:调出|调离|调走|离职|辞职|辞退|解聘|开除|除名|死亡|去世|减少|减员|退出|出编|离编)(?:人员|干部)/u,
    '已经离开的人不在编制本的名单里',
  ],
  [
    /(?:新进|新增|新录用|新招录|新入职|调入|增加|变动|增减)(?:入编|编制|在编|机关|事业|单位)*(?:人员|干部|公务员|职工|教师|同志)/u,
    '要的是一段时间里变动的人，编制本的名单分不出',
  ],
  [
    pattern`
      中层干部|后备干部|优秀年轻干部|选调生|驻村|退役军人|军转干部|军队转业|人才(?!资源)|第一书记|挂点|包村|股级干部|五方面人员|特岗|三支一扶|残疾|伤残|持证
      |执法人员|证件|劳模|先进(?:个人|工作者)|处分|晋升|套转|驾驶员|司机|护林|保洁|炊事|协管|辅警|财务人员|会计人员|涉密|党务|联络员|窗口(?:工作)?人员|值班
      |值守|志愿者|信息员|通讯员|专干|侨|留学|博士后|退伍|转业|复员|困难职工|单身|双职工|离岗(?:创业|待退|退养|退休)|内退|停薪|吃空饷|脱岗
      |待岗|请假|非领导职务
    `,
    '编制本认不出哪些人是',
  ],
]

/** Who came, without saying when. */
const CHANGED = LEFT[3]
/** Those of whom the book holds nobody. */
const OUTSIDE = LEFT.slice(0, 2)

/**
 * Reads the sheet's name and the titles that stand over a block, the outermost first: what stands nearer says it more exactly.
 * `asked`: what a counting table's own rows and columns ask for; '' for a list. `heads`: the heads of a list's columns.
 */
export function readScope(
  texts: readonly string[],
  units: readonly NamedUnit[],
  apart: boolean,
  asked = '',
  heads = '',
): FormScope {
  let scope: FormScope = { lists: null, conditions: [], unitIds: null, inPost: false, says: [], stopped: null }
  // 退休 on the sheet's name and 到龄退休 in the title are one and the same.
  const due = asksWhoRetires(texts)
  const sheetsName = texts.slice(1).includes(texts[0] ?? '') ? null : plainTitle(texts[0] ?? '')
  for (const text of [...new Set(texts.map(plainTitle))].toReversed()) {
    const parted = partTitle(text)
    if (/填报单位|盖章/u.test(text)) continue
    if (parted.kept.length > TITLE_LENGTH || /[:：]/u.test(text)) {
      scope = withNote(scope, text, parted.out, units)
      continue
    }
    const beside = { workersBeside: /工勤/u.test(asked), institutionsBeside: /事业/u.test(asked) }
    scope = withText(scope, text, units, { apart, ...beside, due, heads, parted })
    if ((heads !== '' || asked !== '') && text !== sheetsName)
      scope = withUnread(scope, text, parted.kept, units, heads === '')
  }
  // People due to retire by no year the titles name are some of everybody, and nobody can say which.
  if (due && !/退休|20\d{2}年/u.test(asked) && !scope.conditions.some(({ aspect }) => aspect === 'retirement'))
    return { ...scope, stopped: scope.stopped ?? '标题要的是到龄退休的人，没有写明哪一年，没有填' }
  return scope
}

/** Why nobody of the book is meant by these words: 退休人员, 村干部; null: they may be. */
export function outsideBook(text: string): string | null {
  const plain = partTitle(plainTitle(text)).kept
  const [left] = OUTSIDE.filter(([words]) => words.test(plain) || /^(?:离?退休|已退休)(?:人[员数])?$/u.test(plain))
  return DUE.test(plain) || left === undefined ? null : left[1]
}

/** True for a numbered heading that says more than 人员名单: whose it is has to be understood before anybody goes in. */
export function namesGroup(title: string): boolean {
  const words = /^(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十]{1,3}\))(.+)$/u.exec(title)?.[1]
  return words !== undefined && words.replaceAll(NOBODYS, '') !== ''
}
const NOBODYS = new RegExp(
  pattern`
    人员|干部|职工|同志|名单|名册|花名册|花|情况|登记|统计|信息|采集|明细|汇总|一览|基本|全体|全[乡镇县体]|本[乡镇]|各|单位|机关|在编|在职|在岗|在册|实有|现有|实名制
    |编内|管理|表|册|的|和|\([^()]*\)
  `,
  'gu',
)

/** 附件2：编外人员名单 without its number. */
export const plainTitle = (text: string) =>
  text
    .normalize('NFKC')
    .replaceAll(/\s/gu, '')
    .replace(/^(?:附件|附表|附|表)(?:[一二三四五六七八九十]{1,3}|\d{1,2}(?:-\d{1,2})?)?[:、.]/u, '')

function asksWhoRetires(texts: readonly string[]): boolean {
  return texts.some((text) => text.length <= TITLE_LENGTH && DUE.test(text.replaceAll(/\s/gu, '')))
}

interface Reading {
  readonly apart: boolean
  readonly workersBeside: boolean
  readonly institutionsBeside: boolean
  readonly due: boolean
  readonly heads: string
  readonly parted: Parted
}

function withText(
  scope: FormScope,
  text: string,
  units: readonly NamedUnit[],
  { apart, workersBeside, institutionsBeside, due, heads, parted }: Reading,
): FormScope {
  const unit = unitIn(parted.kept, units)
  // 退役军人服务站 is no group of people.
  const named = units.reduce((kept, { name }) => (name.length < 2 ? kept : kept.replaceAll(name, '')), parted.kept)
  const since = sinceWhen(text)
  const rest = (since?.words ?? []).reduce((kept, words) => kept.replace(words, ''), named)
  const left = LEFT.find(([words]) => words.test(rest))
  if (since !== null && since.condition === null && left === undefined && !isPlaced(scope))
    return stoppedBy(scope, text, `：${SINCE_UNKNOWN}`)
  // 停薪留职和长病人员 over 一、长病人员: the block is of those it names itself, which the wider title names among others.
  const placed = isPlaced(scope)
  const among = placed && !OUTSIDE.some((one) => one === left) && namesAway(rest)
  // 新进人员 on the sheet's name is what a title below it says of which years.
  const told = left === CHANGED && scope.conditions.some(({ aspect }) => aspect === 'entered')
  if (left !== undefined && !due && !among && !told) return stoppedBy(scope, text, `：${left[1]}`)
  const inPost = /在编|在职|在岗|编内|实有|在册/u.test(rest.replaceAll(/非在编|不在编/gu, ''))
  const lists = new Set<RosterList>()
  const read: Condition[] = []
  const stopped = standing(rest, inPost, lists, read, heads)
  if (parted.lists.length > 0) for (const list of [...IN_POST, ...parted.lists]) lists.add(list)
  const out = withoutGroups(parted.out, units)
  if (out.unknown !== null) scope = stoppedBy(scope, text, out.unknown)
  if (stopped !== null && !placed) return stoppedBy(scope, text, `：${stopped}`)
  const apartFromPosts = [...lists, ...(scope.lists ?? [])].some((list) => list === 'off-quota' || list === 'seconded')
  // 编外 has no 编制 to narrow.
  if (!apartFromPosts) category(rest, apart, read)
  others(rest, units, read)
  organ(rest, workersBeside, institutionsBeside, read)
  staffGroup(rest, read)
  asLabel(rest, read)
  if (since !== null && since.condition !== null) read.push(since.condition)
  read.push(...out.conditions)
  const known = new Set(scope.conditions.filter(({ without }) => without !== true).map(({ aspect }) => aspect))
  // 二、借入人员 under 借调和不在岗人员情况表 says which of them.
  const fresh = read.filter(
    ({ aspect, without }) =>
      (without === true || !known.has(aspect)) && !(placed && (aspect === 'standing' || aspect === 'duty')),
  )
  const newUnit = unit !== null && scope.unitIds === null
  const newLists = lists.size > 0 && !placed
  return {
    ...scope,
    inPost: scope.inPost || inPost,
    lists: newLists ? [...lists] : scope.lists,
    unitIds: newUnit ? [unit.id] : scope.unitIds,
    conditions: [...fresh, ...scope.conditions],
    says: fresh.length > 0 || newUnit || newLists ? [text, ...scope.says] : scope.says,
  }
}

/** A list narrowed by a word that was not read is asked about. */
function withUnread(
  scope: FormScope,
  text: string,
  kept: string,
  units: readonly NamedUnit[],
  numbers: boolean,
): FormScope {
  if (scope.stopped !== null || isPlaced(scope)) return scope
  const named = units.reduce((rest, { name }) => (name.length < 2 ? rest : rest.replaceAll(name, '')), kept)
  const since = sinceWhen(text)
  const rest = (since?.words ?? []).reduce((all, words) => all.replace(words, ''), named)
  const aspects = new Set(scope.conditions.map(({ aspect }) => aspect))
  const unread = unreadIn(rest, { aspects, lists: scope.lists !== null, numbers })
  return unread === '' ? scope : stoppedBy(scope, text, `：看不懂“${unread}”说的是哪些人`)
}

/** With the reason; what a nearer title has said stands. */
const stoppedBy = (scope: FormScope, text: string, why: string): FormScope => ({
  ...scope,
  stopped: scope.stopped ?? `“${text.slice(0, 24)}”${why}，没有填`,
})
const SINCE_UNKNOWN = '要的是某几年里的人，编制本认不出说的是哪一件事'

/** A nearer title has said where its people are: lent out, borrowed, off the quota, away. */
const isPlaced = ({ lists, conditions }: FormScope) =>
  lists !== null ||
  conditions.some(({ aspect, without }) => without !== true && (aspect === 'standing' || aspect === 'duty'))

/** What those of a list must meet for the groups its title leaves out; a sentence about the first of them nobody can tell from others. */
function withoutGroups(
  groups: readonly string[],
  units: readonly NamedUnit[],
): { readonly conditions: readonly Condition[]; readonly unknown: string | null } {
  const read = groups.map((group) => leftOut(group, units))
  const unknown = groups.find((_, place) => read[place] === null)
  return {
    conditions: read.flatMap((one) => one ?? []),
    unknown: unknown === undefined ? null : `不含${unknown}，编制本认不出哪些人是`,
  }
}

/** 注：本表不含长期病休人员: an instruction restricts by whom it leaves out, and where that cannot be told and is said of people, it stops. */
function withNote(scope: FormScope, text: string, out: readonly string[], units: readonly NamedUnit[]): FormScope {
  const people = out.filter((group) => leftOut(group, units) !== null || /(?:人员|干部|职工|同志)$/u.test(group))
  const { conditions, unknown } = withoutGroups(people, units)
  if (conditions.length === 0 && unknown === null) return scope
  const read = {
    ...scope,
    conditions: [...conditions, ...scope.conditions],
    says: [text.slice(0, TITLE_LENGTH), ...scope.says],
  }
  return unknown === null ? read : stoppedBy(read, text, unknown)
}

/** The longest of the book's units a title names. The whole township is no restriction. */
function unitIn(text: string, units: readonly NamedUnit[]): NamedUnit | null {
  const found = units
    .filter(({ name, whole }) => whole !== true && name.length >= 2 && text.includes(name))
    .toSorted((left, right) => right.name.length - left.name.length)
  return found[0] ?? null
}

/** Why whoever the words name cannot be told from others; null: they can, or the words name no such people. */
function standing(
  text: string,
  inPost: boolean,
  lists: Set<RosterList>,
  conditions: Condition[],
  heads: string,
): string | null {
  const off = /编外|编制外|非在编|不在编|临聘|临时(?:用工|聘用|人员)|劳务派遣|公益性?岗位?|购买服务|自聘|外聘/u.exec(
    text,
  )?.[0]
  if (off !== undefined) {
    lists.add('off-quota')
    if (inPost || /编内/u.test(text)) for (const list of IN_POST) lists.add(list)
    const kind = /劳务派遣|公益性?岗位?|购买服务|自聘/u.exec(text)?.[0]
    const condition = kind === undefined || /编外/u.test(text) ? null : conditionIn(kind, PLAIN)
    if (condition !== null) conditions.push(condition)
    return null
  }
  const where = whereabouts(text, heads)
  if (where.stopped !== null) return where.stopped
  for (const list of where.lists) lists.add(list)
  if (where.condition !== null) conditions.push(where.condition)
  if (/^超编人员|(?:表|[、\d])超编人员/u.test(text)) lists.add('over-quota')
  return null
}

function category(text: string, apart: boolean, conditions: Condition[]): void {
  const found = categoriesIn(text)
  if (found === null) return
  const wanted = apart && !/参公/u.test(text) ? withoutCivilService(found.categories) : found.categories
  conditions.push({ aspect: 'category', says: text, holds: (person) => holdsCategory(wanted, person.category) })
}

/** The scope as what everybody of it must meet. */
export function scopeConditions(scope: FormScope, units: readonly NamedUnit[]): readonly (readonly Condition[])[] {
  const within = units.filter(({ id }) => scope.unitIds?.includes(id) === true).map(unitCondition)
  return [scope.conditions, ...(within.length === 0 ? [] : [within])]
}
