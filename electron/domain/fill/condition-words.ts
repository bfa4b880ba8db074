import { pattern } from '../../vocabulary/pattern.ts'
import type { Aspect, Condition, YearsAspect, YearsFigure } from './counted-person.ts'
import { READERS } from './condition-readers.ts'
import type { LabelContext, NamedUnit } from './label-context.ts'

/* What one label of a counting table asks of a person. What is not known for certain is no condition: such a cell stays empty and is said so. */

/** Headings that say what their labels are about. */
const HEADINGS: readonly (readonly [RegExp, Aspect])[] = [
  [/性别/u, 'sex'],
  [/民族/u, 'ethnicity'],
  [/政治面貌|政治面目|党派/u, 'party'],
  [/党龄/u, 'partyYears'],
  [/工龄|工作年限|工作年数/u, 'service'],
  [/年龄|年代/u, 'age'],
  [/学位/u, 'degree'],
  [/学历|文化程度|受教育|教育程度|^(?:全日制|在职)(?:教育)?$/u, 'education'],
  [/岗位等级|岗位类别|岗位/u, 'grade'],
  [/技术等级|技能等级|工种等级/u, 'grade'],
  [/职称|专业技术(?:职务|资格)|技术职务/u, 'title'],
  [/职务层次|职务级别|行政级别|领导职务/u, 'level'],
  [/职级/u, 'rank'],
  [/退休/u, 'retirement'],
  [/单位性质|单位类别|机构类别|机构性质|单位类型/u, 'nature'],
  [/编制|身份|用工形式|^(?:财政)?(?:经费|供养|拨款)/u, 'category'],
  [/机构|单位|部门|科室|站所/u, 'unit'],
]
const HEADING_WORDS = pattern`
    ^(?:性别|民族|政治面貌|政治面目|党派|(?:按)?党龄|工龄|工作年限|年龄|(?:出生)?年代|学位|学历|最高学历|(?:全日制|在职)(?:教育|学历|教育学历)?|文化程度|学历学位|岗位等级|技术等级|技能等级|工人技术等级|岗位|岗位类别|职称|专业技术职称|专业技术职务
    |专业技术资格|职务层次|职务级别|行政级别|领导职务|领导职务层次|职级|公务员职级|编制|编制类型|编制类别|编制性质
    |人员身份|身份|用工形式|用工性质|用工类别|聘用形式|聘用方式|人员性质|机构|单位|部门|单位性质|单位类别|机构类别|机构性质|单位类型
    |(?:财政)?(?:经费|供养|拨款)(?:渠道|来源|形式|性质|方式|类型))(?:结构|情况|分布|状况|构成|等级|层次|段|分组)*(?:[（(][^）)]*[）)])?$
  `
const NEUTRAL =
  /^(?:其中|项目|类别|分类|指标|情况|人员情况|基本情况|人员结构|结构|人员|人数|分布|合计其中|按.{1,8}分(?:类|组)?|.{0,6}(?:结构|分布|构成)(?:情况)?)$/u
/** Everybody of a table about staff, in more words: 干部总数, 现有职工人数. */
const STAFF_TOTAL =
  /^(?:在职|在编|在岗|现有|实有|全体|机关|单位)*(?:干部|职工|干部职工|人员|工作人员|公务员和参公人员)(?:总数|总人数|人数|数|合计|总计)$/u
const TOTAL = pattern`
    ^(?:全(?:乡镇?|镇|街道)(?:合计|总计|总数|总人数|汇总|共计)|合计|总计|总数|总人数|人数|小计|共计|计|总量|总|合计人数|人数合计|人员总数|职工总数|干部总数|在编人数|在编人员|在职|在职人数|在职人员|在职职工|在职干部|实有人数|实有人员|现有人数
    |现有人员|现有在编人数|实有在编人数|实有数|现有数|实有|现有|实配|现配|在编|在册|在册人数|在编实有|在编实有人数|总人数合计|编制内实有人数|全体|全部
    |数量|实际聘用人数|实聘人数|聘用人数|聘任人数|在聘人数|现聘人数|实际在岗人数|本年|本年度|本年数|本期|本期数|期末数|年末数|年末人数|已使用|已使用数|已聘|已聘用|已聘人数)$
  `

/** What the heading is about; null: nothing it says. */
export function aspectOf(heading: string): Aspect | null {
  return HEADINGS.find(([words]) => words.test(heading))?.[1] ?? null
}

export type LabelKind =
  | { readonly kind: 'total' }
  | { readonly kind: 'heading'; readonly about: Aspect | null }
  | { readonly kind: 'others' }
  /** 平均年龄, 最大年龄: years in place of a number of people. */
  | { readonly kind: 'years'; readonly figure: YearsFigure }
  /** 女干部占比（%）: a part of everybody in per cent; null: of what, its neighbours say. */
  | { readonly kind: 'share'; readonly of: Condition | null }
  | { readonly kind: 'condition'; readonly condition: Condition }
  | { readonly kind: 'unknown' }

const SHARE =
  /^(.*?)(?:所?占(?:干部|职工|人员|在编)?(?:总数|总人数|人数|总量)?的?(?:比例|比重|百分比|比率?|%)|比例|比重|百分比)\s*(?:\(?%\)?)?$/u

/** A label without what is before and behind its words: 其中：女（人） → 女. */
export function plainLabel(text: string): string {
  return (
    text
      .trimStart()
      // ⒉36—50岁 is 36—50岁, not 2.36.
      .replace(/^[①-⒛㈠-㈩]/u, '')
      .normalize('NFKC')
      .replaceAll(/\s/gu, '')
      .replace(/^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、](?!\d)|[#★☆*·—]+)/u, '')
      .replace(/^其中[:,、]?(?=.)/u, '')
      .replace(/\((?:人|名|个|人数|单位:人)\)$/u, '')
      .replace(/[:;,。]$/u, '')
  )
}

/** People on the quota in other words than a total's: 编内人员, 正式职工. */
const IN_POST_GROUP =
  /^(?:现有|实有)?(?:在编|编制内|编内|占编|正式)(?:在职|在岗|在册|实有|现有)*(?:干部职工|干部|职工|员工|工作人员|人员)?(?:总人数|总数|人数|数|合计|小计|总计)?(?:情况)?$/u

/** True for words of people on the quota as against others. `beside`: 编外 people have a place of their own, so that 在职 and 实有 are the rest. */
export function namesInPost(text: string, beside: boolean): boolean {
  const label = plainLabel(text).replaceAll(/非在编|不在编|未在编|非占编/gu, '')
  return /在编|编制内|编内|占编/u.test(label) || (beside && /在职|在岗|实有|现有|在册|^正式(?!党员)/u.test(label))
}

/** What a label of a row or column is. */
export function readLabel(text: string, context: LabelContext): LabelKind {
  const label = plainLabel(text)
  if (label === '') return { kind: 'heading', about: null }
  if (TOTAL.test(label) || STAFF_TOTAL.test(label) || IN_POST_GROUP.test(label)) return { kind: 'total' }
  const share = SHARE.exec(label)
  if (share !== null) {
    const of = share[1] === undefined || share[1] === '' ? null : conditionIn(share[1], context)
    return of === null && share[1] !== '' ? { kind: 'unknown' } : { kind: 'share', of }
  }
  const figure = yearsFigure(label, context.about)
  if (figure !== null) return { kind: 'years', figure }
  if (/^其[他它余](?:人员)?$/u.test(label)) return { kind: 'others' }
  const sorted = label.replace(/^按照?/u, '').replace(/(?:来|进行)?(?:划?分(?:类|组)?|统计)$/u, '')
  if (sorted !== label && HEADING_WORDS.test(sorted)) return { kind: 'heading', about: aspectOf(sorted) }
  if (HEADING_WORDS.test(label)) return { kind: 'heading', about: aspectOf(label) }
  if (NEUTRAL.test(label)) return { kind: 'heading', about: aspectOf(label) }
  const condition = conditionIn(label, context)
  if (condition !== null) return { kind: 'condition', condition }
  return { kind: 'unknown' }
}

const YEARS_ASPECTS: Readonly<Record<string, YearsAspect>> = {
  年龄: 'age',
  岁数: 'age',
  工龄: 'service',
  党龄: 'partyYears',
}

/** 平均年龄, 最大（岁）, 最长工龄: which years of the people of the cell. Under 年龄 their name may be left out. */
function yearsFigure(label: string, about: Aspect | null): YearsFigure | null {
  const found =
    /^(平均|最[大高长老]|最[小低短]|最年轻)(?:的)?(年龄|岁数|工龄|党龄)?(?:者)?(?:\(?(?:周?岁|年)\)?)?$/u.exec(label)
  if (found === null) return null
  const named = found[2] === undefined ? about : (YEARS_ASPECTS[found[2]] ?? null)
  const of = named ?? (/[老轻]$/u.test(found[1] ?? '') ? 'age' : null)
  if (of !== 'age' && of !== 'service' && of !== 'partyYears') return null
  return { of, as: found[1] === '平均' ? 'mean' : /[小低短轻]$/u.test(found[1] ?? '') ? 'fewest' : 'most' }
}

/** The condition a label states by itself; null: none that is certain. */
export function conditionIn(label: string, context: LabelContext): Condition | null {
  // 行政编制数 is of seats: nobody is counted for it.
  if (/编制?(?:总数|数|名额|数额)$/u.test(label)) return null
  const unit = context.units.find(({ name }) => name === label)
  if (unit !== undefined) return unitCondition(unit)
  const plain = label.replace(/(?:的)?(?:总人数|总数|合计|小计|总计|人数|人员|干部|职工|数量|数|人)$/u, '')
  // A sum leaves none of its parts out: 党员总数 beside 预备党员 holds them.
  const within = /(?:总人数|总数|合计|小计|总计)$/u.test(label)
    ? { ...context, probationApart: false, civilServiceApart: false }
    : context
  const bare = plain.replace(/(?:人员|干部|职工)$/u, '')
  const there = plain.replace(/(?:实有|现有|在编|在册)$/u, '')
  for (const text of new Set([label, plain, bare, there, plain.replace(/^(?:在职|在编|现有|实有)/u, '')])) {
    if (text === '') continue
    const found = READERS.map((read) => read(text, within)).find((one) => one !== null)
    if (found !== undefined) return found
  }
  return joinedCondition(plain, within)
}

/** Two conditions written together: 女党员, 35岁以下女干部, 大专以上学历党员. */
function joinedCondition(text: string, context: LabelContext): Condition | null {
  const read = (part: string) => READERS.map((reader) => reader(part, context)).find((one) => one !== null) ?? null
  for (let at = 1; at < text.length; at += 1) {
    const [first, second] = [read(text.slice(0, at).replace(/[的、]$/u, '')), read(text.slice(at))]
    if (first === null || second === null || first.aspect === second.aspect) continue
    const parts = [first, second]
    return {
      aspect: second.aspect,
      says: text,
      lists: parts.flatMap(({ lists }) => lists ?? []),
      holds: (person, day) => {
        const answers = parts.map((one) => one.holds(person, day))
        return answers.includes(false) ? false : answers.includes(null) ? null : true
      },
    }
  }
  return null
}

export function unitCondition(unit: NamedUnit): Condition {
  return { aspect: 'unit', says: unit.name, holds: (person) => unit.whole === true || person.unitId === unit.id }
}
