import { bandIn, settleBands } from './condition-bands.ts'
import {
  DEPTH,
  isSpan,
  isUnder,
  parentOf,
  partOfAnother,
  readPath,
  type AxisOptions,
  type Draft,
  type Span,
} from './axis-draft.ts'
import type { Aspect, Condition, YearsFigure } from './counted-person.ts'
import {
  groupsOfSeveral,
  isInPost,
  namesCivilServiceApart,
  namesProbationApart,
  namesWorkersApart,
  OFF_QUOTA,
  withOneOrgan,
} from './axis-beside.ts'
import { isOutside, ofSeveralLists, ofThoseWhoHave, ofUnits } from './axis-sums.ts'
import { aspectOf, plainLabel } from './condition-words.ts'
import { namesOtherPlaces } from './unit-labels.ts'

export type { AxisOptions } from './axis-draft.ts'

/*
 * One side of a counting table: what each row, or each column, asks for. A label is read with the headings above it and the labels beside it:
 * 其他 is whatever they leave, an open 以上 ends where the next begins, 小计 is its own group's.
 */

export interface AxisPlace {
  /** All of these together; none: everybody. */
  readonly conditions: readonly Condition[]
  /** Everybody whom none of these lines takes: 其他. */
  readonly except: readonly (readonly Condition[])[]
  /** Everybody whom one of these lines takes: a 小计 whose heading says nothing. */
  readonly oneOf: readonly (readonly Condition[])[]
  readonly total: boolean
  /** 平均年龄, 最长工龄: a number of years in place of a count; null: people are counted. */
  readonly years: YearsFigure | null
  /** Of those on the quota alone, whatever lists the form is about: it stands under 在编人员. */
  readonly inPost: boolean
  /** Per cent of whom the other side names: 占比. */
  readonly share: boolean
}

export interface Axis {
  /** Null: not understood. In the order of the paths. */
  readonly places: readonly (AxisPlace | null)[]
  readonly unknown: readonly string[]
  readonly aspects: ReadonlySet<Aspect>
  /** Of rows under one of seats (一、核定编制数) what that asks for: 行政编制 below it is a number of seats. In the order of the paths. */
  readonly seatsOver: readonly (string | null)[]
}

/** Reads the labels of one side; each path from the outermost heading to the label itself. */
export function readAxis(paths: readonly (readonly string[])[], options: AxisOptions): Axis {
  const all = paths.flat().map(plainLabel)
  const apart = {
    civilServiceApart:
      options.civilServiceApart ||
      paths.some((path, at) => namesCivilServiceApart(path) && !(options.rows && isUnder(paths, at, /事业/u))),
    probationApart: namesProbationApart(paths),
    fullSeniorApart: all.some((text) => text.startsWith('正高')),
    absencesApart: all.some((text) => /^(?:长期)?病[休假]|学习|停职|长病|长休/u.test(text)),
    workersApart: namesWorkersApart(paths, options.rows),
    offQuotaBeside: all.some((text) => OFF_QUOTA.test(text)),
    staffGroups: all.some((text) => /^(?:管理|专业技术)(?:人员|岗位?)$/u.test(text)),
  }
  const spans = spansByParent(paths)
  const titled = aspectOf(options.title ?? '')
  const drafts = withOneOrgan(
    paths.map((path) =>
      readPath(path, { ...options, ...apart, span: spans.get(parentOf(path)) ?? (isSpan(titled) ? titled : null) }),
    ),
    apart.workersApart,
  )
  const settled = settleAll(drafts)
  const mixed = groupsOfSeveral(paths, drafts)
  // What all the townships of a county have together this book cannot say.
  const beyond = options.rows && namesOtherPlaces(all, options.units)
  const places = drafts.map((draft, at) =>
    beyond && draft.total && draft.conditions.length === 0
      ? null
      : placeOf(draft, at, drafts, settled, isInPost(paths[at] ?? [], draft, mixed)),
  )
  const aspects = new Set(settled.flatMap((conditions) => conditions.map(({ aspect }) => aspect)))
  const seatsOver = options.rows ? seatLabels(drafts, paths) : []
  return {
    seatsOver,
    // Nobody is counted under seats.
    places: options.rows
      ? withParts(places, drafts).map((place, at) => (typeof seatsOver[at] === 'string' ? null : place))
      : places,
    unknown: drafts.flatMap(({ unknown }) => (unknown === null ? [] : [unknown])),
    aspects,
  }
}

const OF_SEATS = /核定|编制(?:总?数|名额|员额)|空编|缺编|空缺|职数/u

/** 其中：行政编制 under 一、核定编制数 is a part of the seats. The row of seats itself is under its own label. */
function seatLabels(drafts: readonly Draft[], paths: readonly (readonly string[])[]): readonly (string | null)[] {
  let over: { readonly draft: Draft; readonly label: string } | null = null
  return drafts.map((draft, at) => {
    const label = plainLabel(paths[at]?.at(-1) ?? '')
    if (over !== null && !isPartOf(draft, over.draft)) over = null
    if (draft.unknown !== null && OF_SEATS.test(label)) over = { draft, label }
    return over?.label ?? null
  })
}

function isPartOf(draft: Draft, over: Draft): boolean {
  if (draft.mark === null) return over.mark !== null || draft.within
  return over.mark !== null && DEPTH[draft.mark] > DEPTH[over.mark]
}

/** 41-55 beside 35岁以下 is of age, 10至19年 beside 党龄10年以下 of 党龄, whether their heading says so or not. */
function spansByParent(paths: readonly (readonly string[])[]): ReadonlyMap<string, Span> {
  const spans = new Map<string, Span>()
  for (const path of paths) {
    const label = plainLabel(path.at(-1) ?? '')
    const [, word, rest] = /^(党龄|工龄|年龄)?(.+)$/u.exec(label) ?? []
    if (rest === undefined || bandIn(rest) === null) continue
    const span = word === undefined ? (rest.includes('岁') ? 'age' : null) : aspectOf(word)
    if (isSpan(span)) spans.set(parentOf(path), span)
  }
  return spans
}

/** Open bands settled against the others of the same heading; those of other headings are another list. */
function settleAll(drafts: readonly Draft[]): readonly (readonly Condition[])[] {
  const result: Condition[][] = drafts.map(({ conditions }) => [...conditions])
  const byParent = Map.groupBy(
    drafts.flatMap((draft, at) => draft.conditions.map((condition, index) => ({ draft, at, index, condition }))),
    ({ draft, condition }) => `${condition.aspect}:${draft.conditions.at(-1) === condition ? draft.parent : ''}`,
  )
  for (const group of byParent.values()) {
    const settled = settleBands(group.map(({ condition }) => condition))
    for (const [place, { at, index }] of group.entries()) {
      const condition = settled[place]
      const own = result[at]
      if (condition !== undefined && own !== undefined) own[index] = condition
    }
  }
  return result
}

function placeOf(
  draft: Draft,
  at: number,
  drafts: readonly Draft[],
  settled: readonly (readonly Condition[])[],
  inPost: boolean,
): AxisPlace | null {
  if (draft.unknown !== null) return null
  const conditions = settled[at] ?? []
  const { total, years, share } = draft
  const base = { conditions, except: [], oneOf: [], total, years, share, inPost }
  if (share) return sharePlace(base, at, drafts, settled)
  const bare = conditions.length === 0
  // Of people the book does not hold a sum cannot be said.
  if (draft.whole && bare && drafts.some((other) => other.parent === draft.parent && isOutside(other))) return null
  // 全乡合计 is of everybody, whatever units the form lists.
  const named = draft.whole && bare && !draft.subtotal && !draft.everywhere ? ofUnits(draft, drafts, settled) : []
  if (named === null) return null
  const listed = named.length > 0 || !draft.whole || !bare ? named : ofSeveralLists(draft, drafts, settled)
  const parts = listed.length > 0 || !draft.sum || !bare ? listed : ofThoseWhoHave(draft, drafts, settled)
  if (parts.length > 0) return { ...base, oneOf: parts }
  if (draft.others) {
    const siblings = drafts.flatMap((other, index) =>
      other !== draft &&
      other.parent === draft.parent &&
      !other.others &&
      !other.total &&
      other.unknown === null &&
      !partOfAnother(other, drafts)
        ? [settled[index] ?? []]
        : [],
    )
    return siblings.length === 0 ? null : { ...base, except: siblings }
  }
  if (draft.subtotal && conditions.length === 0) {
    const parts: (readonly Condition[])[] = []
    // What stands since the last 小计; where nothing does, the 小计 comes first and is about what follows.
    for (let before = at - 1; before >= 0; before -= 1) {
      const other = drafts[before]
      if (other === undefined || other.total || other.unknown !== null) break
      if (!partOfAnother(other, drafts)) parts.push(settled[before] ?? [])
    }
    if (parts.length > 0) return { ...base, oneOf: parts }
  }
  return base
}

/** 占比 behind 女 is that of women; behind several conditions nobody can say of whom it is a part. */
function sharePlace(
  base: AxisPlace,
  at: number,
  drafts: readonly Draft[],
  settled: readonly (readonly Condition[])[],
): AxisPlace | null {
  const before = at - 1
  const neighbour = drafts[before]
  const beside =
    neighbour !== undefined && neighbour.parent === drafts[at]?.parent && neighbour.unknown === null && !neighbour.share
      ? (settled[before] ?? [])
      : []
  const conditions = base.conditions.length > 0 ? base.conditions : beside
  return conditions.length > 1 ? null : { ...base, conditions }
}

/** A row that others below it may be parts of; `place` null: it is not understood, or a heading that asks nothing. */
interface Open {
  readonly depth: number
  readonly place: AxisPlace | null
  readonly lost: boolean
}

/**
 * 其中：女 is part of the row it follows, and so is what comes after it until a row of the first kind; （一） is part of 一、. Of a row nobody
 * understands the parts are not understood either.
 */
function withParts(places: readonly (AxisPlace | null)[], drafts: readonly Draft[]): readonly (AxisPlace | null)[] {
  /** The numbered rows that are open, the outermost first. */
  let outer: readonly Open[] = []
  let base: Open | null = null
  let inside = false
  return places.map((given, at) => {
    const draft = drafts[at]
    if (draft === undefined) return given
    if (draft.within) {
      if (base?.lost === true) return null
      inside = base !== null
      return given === null ? null : partOf(given, base?.place ?? null)
    }
    const depth: number = draft.mark === null ? -1 : DEPTH[draft.mark]
    const kinds = new Set(base?.place?.conditions.map(({ aspect }) => aspect))
    // 事业单位 and 编外 stand beside 机关 and what is within it; women and party members may go on with its parts.
    const group =
      given !== null && given.conditions.length > 0 && given.conditions.every((one) => GROUPS.has(one.aspect))
    const sameKind = given?.total === true || given?.conditions.some(({ aspect }) => kinds.has(aspect)) === true
    if (inside && given !== null && draft.mark === null && !group && !sameKind)
      return partOf(given, base?.place ?? null)
    if (given === null && !draft.foreign && depth < 0) return null
    inside = false
    outer = depth < 0 ? [] : outer.filter((open) => open.depth < depth)
    const over = outer.at(-1)
    const lost = draft.foreign || over?.lost === true
    const place = lost || given === null ? null : partOf(given, over?.place ?? null)
    base = { depth, place, lost }
    if (depth >= 0) outer = [...outer, base]
    return place
  })
}

function partOf(place: AxisPlace, base: AxisPlace | null): AxisPlace {
  if (base === null) return place
  return {
    ...place,
    conditions: [...base.conditions, ...place.conditions],
    except: [...base.except, ...place.except],
    oneOf: base.oneOf.length > 0 ? base.oneOf : place.oneOf,
    inPost: base.inPost || place.inPost,
  }
}

/** Where somebody belongs, as against what somebody is. */
const GROUPS: ReadonlySet<Aspect> = new Set(['category', 'standing', 'nature', 'unit'])
