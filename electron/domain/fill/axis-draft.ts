import type { Aspect, Condition, YearsFigure } from './counted-person.ts'
import { aspectOf, namesInPost, plainLabel, readLabel } from './condition-words.ts'
import type { LabelContext, NamedUnit } from './label-context.ts'

/* One label of a counting table's side with the headings above it, read for itself: what it asks for before its neighbours have their say. */

export interface AxisOptions {
  readonly units: readonly NamedUnit[]
  /** Words elsewhere on the form that give 参公 a place of its own. */
  readonly civilServiceApart: boolean
  /** The heading over the row labels: 年龄, 学历, 项目. */
  readonly heading: string
  /** A row that begins with 其中 is part of the row above. */
  readonly rows: boolean
  /** What stands over the table: 党龄情况 says what bare years are. */
  readonly title?: string
}

/** What one label says. */
export interface Draft {
  readonly conditions: Condition[]
  readonly parent: string
  others: boolean
  total: boolean
  subtotal: boolean
  /** 合计, not 总数: the sum of what stands beside it. */
  sum: boolean
  /** 合计 or 总数 of whoever stands beside it, as against 在编 or 实有 people. */
  whole: boolean
  everywhere: boolean
  /** Places in the path whose words are of people on the quota: 在编人员 over 男 and 女. */
  readonly inPostAt: number[]
  years: YearsFigure | null
  share: boolean
  within: boolean
  unknown: string | null
  /** It asks for something, and nobody knows for what. */
  foreign: boolean
  /** How it is numbered, 一、 or 1.: rows numbered alike stand beside one another. */
  readonly mark: 'outer' | 'middle' | 'inner' | null
}

/** What bare years may be of. */
export type Span = Extract<Aspect, 'age' | 'service' | 'partyYears'>
export const isSpan = (aspect: Aspect | null): aspect is Span =>
  aspect === 'age' || aspect === 'service' || aspect === 'partyYears'

/** The headings over a label. */
export const parentOf = (path: readonly string[]) => path.slice(0, -1).join('/')

type ReadOptions = AxisOptions &
  Pick<LabelContext, 'civilServiceApart' | 'probationApart' | 'fullSeniorApart' | 'absencesApart' | 'staffGroups'> & {
    readonly span: Span | null
    /** 编外 has a place of its own: 在职 and 实有 beside it are those on the quota. */
    readonly offQuotaBeside: boolean
  }

/** Reads a label with the headings over it. */
export function readPath(path: readonly string[], options: ReadOptions): Draft {
  const draft: Draft = {
    conditions: [],
    parent: parentOf(path),
    others: false,
    total: false,
    subtotal: false,
    sum: false,
    whole: false,
    everywhere: false,
    inPostAt: [],
    years: null,
    share: false,
    foreign: false,
    within: /^\s*(?:其\s*中|#)/u.test(path.at(-1) ?? ''),
    mark: markOf(path.at(-1) ?? ''),
    unknown: path.length === 0 ? '（没有写）' : null,
  }
  let about = readLabel(options.heading, { ...options, about: null, above: '' })
  // 岗位类别和等级 is a heading though no list of words holds it: it stands in the corner.
  let aspect = about.kind === 'heading' ? about.about : about.kind === 'unknown' ? aspectOf(options.heading) : null
  for (const [at, text] of path.entries()) {
    about = readLabel(text, {
      ...options,
      about: aspect ?? (at === path.length - 1 ? options.span : null),
      above: [options.heading, ...path.slice(0, at)].join('/'),
    })
    if (namesInPost(text, options.offQuotaBeside)) draft.inPostAt.push(at)
    // 在编人员 over 男 and 女 is a heading: whoever is asked for there is one of them.
    if (about.kind === 'total' && draft.inPostAt.includes(at) && at < path.length - 1) continue
    if (about.kind === 'heading') aspect = about.about ?? aspect
    else if (about.kind === 'total') {
      draft.total = true
      draft.subtotal = /小\s*计/u.test(text)
      draft.sum = /^(?:合\s*计|总\s*计|共\s*计|计)$/u.test(text.trim())
      draft.whole = WHOLE.test(plainLabel(text))
      draft.everywhere = /^全(?:乡|镇|街道)/u.test(plainLabel(text))
    } else if (about.kind === 'years') draft.years = about.figure
    else if (about.kind === 'others') draft.others = true
    else if (about.kind === 'condition') {
      draft.conditions.push(about.condition)
      // 八级 under 管理岗位.
      if (about.condition.aspect === 'grade') aspect ??= 'grade'
    } else if (about.kind === 'share') {
      draft.share = true
      if (about.of !== null) draft.conditions.push(about.of)
    } else {
      draft.unknown = text
      draft.foreign = true
    }
  }
  if (path.length > 1 && draft.inPostAt.length > 0 && draft.unknown === null && !asksOf(draft)) draft.total = true
  // A heading alone asks for nothing.
  if (draft.unknown === null && !asksOf(draft)) draft.unknown = path.at(-1) ?? ''
  return draft
}

const asksOf = ({ total, years, others, share, conditions }: Draft): boolean =>
  total || years !== null || others || share || conditions.length > 0

const WHOLE = /^(?:全(?:乡镇?|镇|街道))?(?:合计|总计|共计|计|总数|总人数|人员总数|合计人数|人数合计|总人数合计)$/u

/** How a label is numbered. */
export function markOf(text: string): Draft['mark'] {
  const plain = text.normalize('NFKC').trim()
  if (/^[一二三四五六七八九十]{1,3}[、.]/u.test(plain)) return 'outer'
  if (/^\([一二三四五六七八九十]{1,3}\)/u.test(plain)) return 'middle'
  return /^(?:\d{1,2}[.、](?!\d)|\(\d{1,2}\))/u.test(plain) ? 'inner' : null
}

/** How deep a numbered row stands. */
export const DEPTH = { outer: 0, middle: 1, inner: 2 } as const

/** 其中：女, and （一） below 一、: what is taken with the row it belongs to is no line of its own beside that row. */
export function partOfAnother({ within, mark, parent }: Draft, drafts: readonly Draft[]): boolean {
  const beside = drafts.filter((other) => other.parent === parent && other.unknown === null)
  return within || (mark !== null && beside.some((other) => other.mark !== null && DEPTH[other.mark] < DEPTH[mark]))
}

/** （一）参公 below 二、事业单位 is a part of it. */
export function isUnder(paths: readonly (readonly string[])[], at: number, words: RegExp): boolean {
  let mark = markOf(paths[at]?.at(-1) ?? '')
  for (let before = at - 1; before >= 0 && mark !== null; before -= 1) {
    const label = paths[before]?.at(-1) ?? ''
    const own = markOf(label)
    if (own === null || DEPTH[own] >= DEPTH[mark]) continue
    if (words.test(label)) return true
    mark = own
  }
  return false
}
