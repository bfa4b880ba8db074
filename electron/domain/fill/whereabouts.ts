import { pattern } from '../../vocabulary/pattern.ts'
import type { RosterList } from '../../vocabulary/standing.ts'
import { conditionIn } from './condition-words.ts'
import { IN_POST, type Condition } from './counted-person.ts'
import { PLAIN } from './label-context.ts'

/*
 * Where a title says its people are: lent out, borrowed, 挂职, ill, learning, suspended, away. Each part of it is read by itself: 借调和不在岗人员
 * are those lent out and those away, 因病长期不在岗人员 are the ill alone. A reason the book does not tell apart stops it.
 */

export interface Whereabouts {
  /** Empty: of those in post, as usual. */
  readonly lists: readonly RosterList[]
  /** Null: the title does not speak of it, or names everybody of the lists. */
  readonly condition: Condition | null
  /** Why these people cannot be told from others. */
  readonly stopped: string | null
}

const NOTHING: Whereabouts = { lists: [], condition: null, stopped: null }

/** Reads a title without what it leaves out (see left-out.ts). `heads`: the columns' heads, which may say which way people were lent. */
export function whereabouts(text: string, heads = ''): Whereabouts {
  const parts = text
    .split(/[、，,；;和及与或/()（）]|以及/u)
    .map((part) => partOf(part, heads))
    .filter((part) => part !== null)
  const stopped = parts.find((part) => typeof part === 'string')
  if (stopped !== undefined) return { ...NOTHING, stopped }
  const found = groupsOf(parts)
  if (found.length === 0) return NOTHING
  const borrowed = found.filter(({ lists }) => lists !== undefined)
  if (borrowed.length === found.length)
    // 借入和挂职人员 are all of that list.
    return { lists: ['seconded'], condition: borrowed.length === 1 ? (found[0] ?? null) : null, stopped: null }
  return {
    lists: borrowed.length > 0 ? [...IN_POST, 'seconded'] : [],
    condition: {
      aspect: found.every(({ aspect }) => aspect === 'standing') ? 'standing' : 'duty',
      says: [...new Set(found.map(({ says }) => says))].join('、'),
      holds: (person, day) => found.some((one) => one.holds(person, day) === true),
    },
    stopped: null,
  }
}

/** Whether a title speaks of people who are not at their posts, whichever they are. */
export function namesAway(text: string): boolean {
  return /不在岗|未在岗|在岗(?:情况|核查|清查|自查|核实)|离岗|借调|借[出入用]|抽调|病休|长病|挂职|吃空饷/u.test(text)
}

type Part = readonly Condition[] | string | null

const groupsOf = (parts: readonly Part[]) => parts.flatMap((part) => (typeof part === 'object' ? (part ?? []) : []))

const UNKNOWN = '编制本分不出因为这个不在岗的人'

/** Whom a part of a title names; a sentence where that cannot be told; null: it does not speak of it. */
function partOf(text: string, heads: string): Part {
  const named = NAMED.flatMap(([words, label]) => (words.test(text) ? (conditionIn(label, PLAIN) ?? []) : []))
  if (named.length > 0) return named
  if (/(?:外派|派出|外出|赴外|上挂|选派)[^、]*挂职|挂职[^、]*(?:在外|外派|派出)/u.test(text))
    return '编制本分不出派出去挂职的人'
  const lent = lentOf(text, heads)
  if (lent === 'either') return '借来的人和被借走的人都可以这样叫，看不出是哪一种'
  if (lent !== null) return conditions(lent)
  if (!AWAY.test(text)) return AT_POST.test(text) && !TELLS_DUTY.test(heads) ? conditions('在岗') : null
  if (REASON.test(text)) return UNKNOWN
  return conditions(/不在岗|未在岗/u.test(text) ? '不在岗' : '离岗')
}

function conditions(label: string): readonly Condition[] {
  const condition = conditionIn(label, PLAIN)
  return condition === null ? [] : [condition]
}

/** 外单位借用人员: those borrowed from there, or those borrowed by it. */
const EITHER_WAY =
  /(?<!从|向|由|被|自|借|借用|借调|抽调)(?:外|兄弟|其[他它]|别的|他|外部|相关|有关)单位(?:的)?(?:借用|借调|抽调|抽用|抽借|借)(?![入进来自出到往至去给走])/u
const FROM_THERE = /原(?:工作|所在|任职|人事)?(?:单位|部门|机构)|派出单位|来源单位|人事关系所在|编制单位/u
const TO_THERE =
  /借往|借至|借到|借[调用出]?去向|借[调用](?:至|到|往|单位|部门)|抽调(?:至|到|往|单位|部门)|去往单位|现(?:工作|借用)单位/u

/** Which way people of a list were lent, where its heads say it: 原单位 is of those who came, 借往单位 of those who went. */
function sideOf(heads: string): '借出' | '借入' | null {
  const [from, to] = [FROM_THERE.test(heads), TO_THERE.test(heads)]
  return from === to ? null : from ? '借入' : '借出'
}

function lentOf(text: string, heads: string): '借出' | '借入' | '挂职' | 'either' | null {
  if (EITHER_WAY.test(text)) return sideOf(heads) ?? 'either'
  const out = pattern`
    借出|借走|抽走|外借|被(?:\p{Script=Han}{0,8})?(?:借|抽调)|借[调用]?(?:到|至|往|去|给|外出)|(?:到|去|赴|往|在)(?:\p{Script=Han}{1,8})?(?:借调|借用|抽调|跟班)
    |(?:上级|省|市|县|区)[\p{Script=Han}]{0,6}(?:借用|借调|抽调|抽用)(?!入|进|来|本|我)
  `.test(text)
  const into = pattern`
    借入|借进|借来|借用人员|借用干部|借调[入进来]|抽调[入进来]|借用外|从外|从(?:\p{Script=Han}{1,8})(?:借|抽)|外(?:单位|来)借
    |借[调用](?:其他|别的|上级|下级|省|市|县|区|村|学校|医院)
  `.test(text)
  if (out) return '借出'
  // 借用人员 by itself leans to those who came, 借调人员 to those who went; heads that say otherwise know better.
  if (into) return /^\P{Script=Han}*借用(?:人员|干部)/u.test(text) ? (sideOf(heads) ?? '借入') : '借入'
  if (/挂职/u.test(text)) return '挂职'
  return /借调|抽调/u.test(text) ? (sideOf(heads) ?? '借出') : null
}

const NAMED: readonly (readonly [RegExp, string])[] = [
  [/长期?病|长休|病[休假养]|[因患养]病|重病|大病/u, '病休'],
  [/(?:离岗|离职|外出|全?脱产)(?:学习|进修|培训|读研|深造)|脱产(?!离岗)|在外学习/u, '离岗学习'],
  [/停职(?!留薪|留资)/u, '停职'],
]

/** Those at work, where the title asks for them and no column tells who is. */
const AT_POST = /(?<![不未非离])在岗(?!情况|状态|状况|核查|清查|自查|核实|与否|率|补贴|时间)/u
const TELLS_DUTY = /在岗|离岗|是否借|借调|病休/u

const AWAY = /不在岗|未在岗|(?<!在岗|在岗、)离岗(?!创业|待退|退养|退休)/u
/** Why somebody is away that the book does not tell from other reasons. */
const REASON =
  /因|其[他它余]|无故|擅自|违规|私自|自行|未经|产假|哺乳|育儿|探亲|事假|陪护|旷工|失联|出国|出境|陪读|经商|创业|退/u
