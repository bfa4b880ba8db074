import { readStandingWord } from './category-words.ts'
import type { SectionTitle } from './section-title.ts'

/** What the headings above a row say, and where. */
export interface Heading {
  readonly title: SectionTitle
  /** 1-based; null: not a row of the sheet. */
  readonly row: number | null
  /** 第 7 行小标题“党政办公室”. */
  readonly place: string
}

/** The headings a row stands under. */
export interface GroupState {
  readonly unit: Heading | null
  readonly category: Heading | null
  /** A heading nobody can read, over people whose office it may be. */
  readonly unsure: Heading | null
  /** Outermost first. */
  readonly stack: readonly Heading[]
  /** What the titles of the sheet say, where no heading says otherwise. */
  readonly base: Pick<GroupState, 'unit' | 'category'> | null
}

/** The heading that says that whoever stands below has left (二、退休人员); null: none. */
export function leavingHeading({ stack, category, base }: GroupState): Heading | null {
  // Asked for every row: no list is made of them.
  for (const one of stack) if (isLeaving(one)) return one
  if (category !== null && isLeaving(category)) return category
  const under = base?.category ?? null
  return under !== null && isLeaving(under) ? under : null
}

export function isLeaving({ title }: Heading): boolean {
  return readStandingWord(title.category ?? '')?.kind === 'left'
}

export const NO_GROUP: GroupState = { unit: null, category: null, unsure: null, stack: [], base: null }

/**
 * The state below a heading. Its numbering tells its depth (一、 over （一） over 1、); without one, the heading ends the one of its kind that
 * stands above it and all inside that, and lies inside the others.
 */
export function underHeading(state: GroupState, heading: Heading): GroupState {
  if (heading.title.list && heading.title.unit !== null) return underTitle(state, heading)
  const stack = [...state.stack.slice(0, endOf(state.stack, heading)), heading]
  const base = state.base ?? { unit: state.unit, category: state.category }
  return { ...readStack(stack, base), stack, base }
}

/**
 * The title of a table of its own ends every heading above it. Of what stood over the table before, its office or 编制 goes on where it is the
 * outer of the two: 一、行政编制 over the tables of 党政办公室 and 财政所, not the 行政编制 of 党政办公室 alone.
 */
export function underTitle(state: GroupState, heading: Heading): GroupState {
  const { title } = heading
  if (title.unit === null && (title.category === null || title.group)) return underHeading(state, heading)
  const old = state.base ?? { unit: state.unit, category: state.category }
  const unit = title.unit !== null ? heading : isOuter(old.unit, old.category) ? old.unit : null
  const category = title.category !== null ? heading : isOuter(old.category, old.unit) ? old.category : null
  return { unit, category, unsure: null, stack: [], base: { unit, category } }
}

function isInner(one: Heading, other: Heading | null): boolean {
  return one.row !== null && other !== null && other.row !== null && one.row > other.row
}

/** Stands higher than the other, or over the whole sheet. */
function isOuter(one: Heading | null, other: Heading | null): boolean {
  if (one === null || one === other) return false
  return one.row === null || other === null || (other.row !== null && one.row < other.row)
}

function endOf(stack: readonly Heading[], heading: Heading): number {
  const { depth } = heading.title
  if (depth !== null) {
    const same = stack.findIndex((one) => one.title.depth !== null && one.title.depth >= depth)
    if (same !== -1) return same
    if (stack.some((one) => one.title.depth !== null)) return stack.length
  }
  const kind = kindOf(heading)
  const same = stack.findIndex((one) => (depth === null ? one.title.depth === null : true) && kindOf(one) === kind)
  return same === -1 ? stack.length : same
}

function kindOf({ title }: Heading): 'unit' | 'category' | 'group' {
  return title.unit !== null ? 'unit' : title.category !== null && !title.group ? 'category' : 'group'
}

function readStack(
  stack: readonly Heading[],
  base: NonNullable<GroupState['base']>,
): Pick<GroupState, 'unit' | 'category' | 'unsure'> {
  let [unit, category, unsure]: (Heading | null)[] = [base.unit, base.category, null]
  for (const heading of stack) {
    const { title } = heading
    if (title.unit !== null) {
      // The 编制 under the title of one office is not that of the next.
      if (category !== null && category === base.category && unit === base.unit && isInner(category, unit))
        category = null
      ;[unit, unsure] = [heading, null]
    }
    // 事业单位, 内设机构: the office named before is not the office of those below.
    else if (title.group) [unit, unsure] = [null, null]
    else if (title.neutral) unsure = null
    else if (title.category === null) [unit, unsure] = [null, heading]
    if (title.category !== null) category = heading
    // 行政编制6名；机关工勤编制2名: which of them somebody has, no heading says.
    else if (title.unit !== null && new Set(title.counts.quotas.map(({ word }) => word)).size > 1) category = null
  }
  return { unit: unit ?? null, category: category ?? null, unsure: unsure ?? null }
}
