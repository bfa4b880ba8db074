import { pattern } from '../../vocabulary/pattern.ts'
import type { RosterList } from '../../vocabulary/standing.ts'
import { conditionIn, unitCondition } from './condition-words.ts'
import type { Condition } from './counted-person.ts'
import { categoriesIn, holdsCategory } from './form-categories.ts'
import { PLAIN, type NamedUnit } from './label-context.ts'
import { whereabouts } from './whereabouts.ts'

/*
 * Whom a title leaves out: 不含工勤人员, 除领导班子成员外, （病假、产假除外）. Words that leave people out never narrow a list to them, and whoever
 * is left out and cannot be told from others stops it.
 */

export interface Parted {
  /** The title without what it leaves out and what it says belongs to it. */
  readonly kept: string
  /** Each group that is left out, in its own words. */
  readonly out: readonly string[]
  /** Lists that are said to be among them: （含编外、借入人员）. */
  readonly lists: readonly RosterList[]
}

const NOT = '不含有?|不包括|不包含|不计入?|不算|不列入?|未含|未包括|未包含|不填报?|不统计|剔除|排除|扣除|除去|除了'
const OUT: readonly RegExp[] = [
  // A note's own sentence: 借调外出、长期病休人员不在本表填报.
  new RegExp(
    pattern`
      (?<=^|[:；;。，,]|\d[.、])([^，,；;。:（()）]{1,24}?)(?:均|都|一律|暂)?(?:不在(?:本表|本次|此表)(?:内)?(?:填报|统计|反映|登记|体现)?
      |不(?:列入|纳入|计入|填入|进入)(?:本表|本次|此表|统计|填报)|不在(?:统计|填报)范围|不(?:予)?统计|不予?填报)
    `,
    'gu',
  ),
  // 病假、产假除外, 退休人员不计在内; within brackets all of them, else what stands before.
  /[（(]([^（()）]{1,24}?)(?:人员)?(?:除外|不在内|不计在内|不包括在内|不含在内|不纳入统计|不列入|不填报?|不统计)[)）]/gu,
  // Brackets within the words belong to them: 不含编外（临聘）人员.
  new RegExp(
    `(?:${NOT})((?:[（(][^（()）]*[)）]|[^（()）；;。的]|的(?=(?:人员|干部|职工|同志)(?:[、，,；;()（）和及]|$)))*)(?:的(?=\\p{Script=Han}))?`,
    'gu',
  ),
  /(?<![解开免删废清扫切拆排扣剔去辞])除(?![夕尘草雪权名籍])([^（()）；;。]{1,24}?)(?:以外|之外|外)(?=$|[的，,、其所全各在（()）]|人员|干部|职工)/gu,
  /(?<=^|[、，,；;。])([^、，,；;。（()）]{1,16})除外$/gu,
]
/** 45岁以下（不含45岁）, 不含本级: the bound of a number, and no people. */
const BOUND = /^\d{1,2}(?:周?岁|级|年|人)?$|^本[数级]$/u
/** 事业（不含参公）: a word of 编制 by itself, read with it. */
const OF_CATEGORY = /事业(?:单位|机构)?(?:编制|编|人员)?[（(]?(?:不含|不包括|不包含|除)参(?:公|照)[^（()）]*[)）]?/u

/** Takes apart what a title (see `plainTitle`) is about and whom it leaves out. */
export function partTitle(text: string): Parted {
  let kept = text
  const out: string[] = []
  const spared: string[] = []
  kept = kept.replace(OF_CATEGORY, (words) => {
    spared.push(words)
    return '\u0001'
  })
  for (const words of OUT)
    kept = kept.replaceAll(words, (whole: string, group: string) => {
      const words = group.split(/[、，,；;和与或/]|以及|及(?!以)/u).map(plainGroup)
      // 不含工勤，含借调: what follows belongs to them.
      const end = words.findIndex((one) => /^(?:含|包括)/u.test(one))
      const groups = words.slice(0, end < 0 ? words.length : end).filter((one) => one !== '')
      // 45岁（不含）以下 leaves nobody out either.
      if (groups.every((one) => BOUND.test(one))) return whole
      out.push(...groups)
      return ''
    })
  kept = kept.replaceAll('\u0001', () => spared.shift() ?? '').replaceAll(/[（(][、，,]*[)）]/gu, '')
  const also = withAlso(kept)
  return { kept: also.kept, out, lists: also.lists }
}

const plainGroup = (text: string) =>
  text
    .replace(/^\d{1,2}[.、]/u, '')
    .replaceAll(/^(?:所有|全部|各类|其[他它]|已经?)+/gu, '')
    .replaceAll(/(?:的|等)+$/gu, '')
    .replaceAll(/[（(][^（()）]*$|^[^（()）]*[)）]/gu, '')

/** （含借调人员）: they belong to those in post as it is; （含编外） adds a list. */
function withAlso(text: string): { readonly kept: string; readonly lists: readonly RosterList[] } {
  const lists = new Set<RosterList>()
  const kept = text.replaceAll(
    /[（(](?:含有?|包括|包含)([^（()）]*)[)）]/gu,
    (whole: string, words: string, at: number) => {
      const before = text.slice(0, at)
      if (/\d/u.test(words) || LEFT_OUTSIDE.test(words)) return whole
      if (categoriesIn(words) !== null && categoriesIn(before) !== null) return whole
      if (OFF_QUOTA.test(words)) lists.add('off-quota')
      if (/借入|借用|借进|挂职/u.test(words)) lists.add('seconded')
      return ''
    },
  )
  return { kept, lists: [...lists] }
}

const OFF_QUOTA = /编外|编制外|非在编|不在编|无编制|临聘|临时|聘用|劳务派遣|公益性?岗|购买服务|自聘|外聘|合同工/u
/** Who is not in the book's lists anyhow: leaving them out leaves nobody out. */
const LEFT_OUTSIDE = /退休|离休|退养|遗属|村(?:社区)?(?:两委|干部)|社区(?:工作者|干部)|大学生村官|网格员|人民调解员/u
const GONE = /^(?:已)?(?:调出|调离|调走|离职|辞职|辞退|解聘|死亡|去世|开除|除名|空编|空缺)/u
const NO_SUCH_UNIT = /^(?:中小学|学校|幼儿园|教师|教职工|教育系统|医院|卫生院|医护|企业|村|社区|村[（(]社区[)）])/u
const SUCH_UNIT = /学校|小学|中学|幼儿园|医院|卫生院|企业|公司/u
const LEADERS = /^(?:[乡镇]|街道|党政)*(?:班子成员|领导班子|领导班子成员|班子|领导|领导干部|领导成员)$/u

/**
 * What somebody of the list must meet for a group left out; an empty list where nobody of the book's lists is of that group; null where the book
 * cannot tell who is.
 */
export function leftOut(group: string, units: readonly NamedUnit[]): readonly Condition[] | null {
  const bare = group.replace(/(?:人员|干部|职工|同志)$/u, '')
  if (OFF_QUOTA.test(group) || LEFT_OUTSIDE.test(group) || GONE.test(group)) return []
  if (NO_SUCH_UNIT.test(group) && !units.some(({ name, whole }) => whole !== true && SUCH_UNIT.test(name))) return []
  const unit = units.find(({ name, whole }) => whole !== true && (name === group || name === bare))
  if (unit !== undefined) return [negated(unitCondition(unit), group)]
  if (REASONS.test(group)) return null
  const where = whereabouts(group)
  if (where.stopped !== null) return null
  if (where.lists.length > 0)
    return where.lists.includes('in-quota') && where.condition !== null ? [negated(where.condition, group)] : []
  if (where.condition !== null) return [negated(where.condition, group)]
  if (LEADERS.test(group)) {
    const leader = conditionIn('领导班子成员', PLAIN)
    return leader === null ? null : [negated(leader, group)]
  }
  const found = categoriesIn(bare)
  if (found !== null && /^(?:编制|编内|在编|人员|干部|职工|单位|编|类|机关)*$/u.test(found.rest))
    return [
      negated(
        { aspect: 'category', says: group, holds: (person) => holdsCategory(found.categories, person.category) },
        group,
      ),
    ]
  const plain = conditionIn(group, { ...PLAIN, units }) ?? conditionIn(bare, { ...PLAIN, units })
  return plain === null || (plain.lists ?? []).length > 0 ? (plain === null ? null : []) : [negated(plain, group)]
}

/** Reasons of absence the book keeps none of, beside the words of those it keeps: 产假, 停薪留职. */
const REASONS = pattern`
  产假|哺乳|育儿|探亲|事假|婚假|丧假|陪护|旷工|失联|出国|出境|陪读|经商|创业|退养|待岗|停薪|留职|内退|待退|吃空饷|脱岗|工伤|服刑|羁押|留置|请假|休假(?<!病休假)
`

function negated(condition: Condition, group: string): Condition {
  return {
    aspect: condition.aspect,
    says: `不含${group}`,
    without: true,
    holds: (person, day) => {
      const holds = condition.holds(person, day)
      return holds === null ? null : !holds
    },
  }
}
