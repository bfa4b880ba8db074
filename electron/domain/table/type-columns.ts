import { pattern } from '../../vocabulary/pattern.ts'
import { profileOf, type ColumnProfile } from './column-profile.ts'
import { decoded } from './code-legends.ts'
import { readStandingWord } from './category-words.ts'
import { headerKey } from './fields.ts'
import { isAboutOthers, isOfOtherTime, type HeaderMatch } from './header-match.ts'
import { columnLetters } from './raw-workbook.ts'
import { isAside } from './row-roles.ts'
import type { SheetGrid } from './sheet-grid.ts'
import type { Side } from './split-sides.ts'
import type { TypedColumn } from './table-types.ts'

export interface ColumnContext {
  readonly grid: SheetGrid
  readonly paths: readonly (readonly string[])[]
  readonly side: Side
  /** 0-based rows of the table's body; the last is not in it. */
  readonly body: readonly [number, number]
  readonly match: (path: readonly string[]) => HeaderMatch | null
  readonly units: ReadonlySet<string>
  /** Column letters → field, or null to leave it out. */
  readonly byHand: Readonly<Record<string, string | null>>
}

interface Draft {
  readonly index: number
  readonly path: readonly string[]
  readonly profile: ColumnProfile
  readonly match: HeaderMatch | null
  readonly hand: boolean
  field: string | null
  by: TypedColumn['by']
}

const PROFILED = 300

/** Which column of people holds what: by its header, held against what stands below it; then by that alone. */
export function typeColumns(context: ColumnContext): readonly TypedColumn[] {
  const rows = profiledRows(context)
  const drafts = Array.from({ length: context.side.right - context.side.left + 1 }, (_, offset) =>
    draftOf(context, context.side.left + offset, rows),
  )
  chooseUnits(drafts)
  for (const field of new Set(drafts.flatMap((draft) => draft.field ?? []))) keepBest(drafts, field)
  fundingAsCategory(drafts)
  byContent(drafts)
  markCategories(drafts)
  return drafts.map(({ index, path, field, by, profile }) => ({
    index,
    letters: columnLetters(index),
    path,
    field,
    by,
    profile,
  }))
}

/** Rows of the body that are like people's: a heading, a total or a signature in a column of names is nobody. */
function profiledRows({ grid, side, body, paths }: ColumnContext): readonly number[] {
  const wide = paths.slice(side.left, side.right + 1).filter((path) => path.length > 0).length > 1
  const rows: number[] = []
  for (let row = body[0]; row < body[1] && rows.length < PROFILED * 4; row += 1) {
    const filled = grid.filled(row).filter((column) => column >= side.left && column <= side.right)
    if (filled.length === 0 || (wide && filled.length === 1)) continue
    if (!isAside(filled.map((column) => grid.text(row, column)))) rows.push(row)
  }
  return rows
}

function draftOf(context: ColumnContext, index: number, rows: readonly number[]): Draft {
  const path = context.paths[index] ?? []
  const head = path.join('/')
  const cells = []
  for (const row of rows) {
    if (context.grid.text(row, index) !== '') cells.push(decoded(context.grid.cell(row, index), head))
    if (cells.length === PROFILED) break
  }
  const profile = profileOf(cells, context.units)
  const match = context.match(path)
  const hand = context.byHand[columnLetters(index)]
  if (hand !== undefined) return { index, path, profile, match, hand: true, field: hand, by: 'hand' }
  const field = match === null || contradicts(match, profile, path) ? corrected(match, profile) : match.field
  return { index, path, profile, match, hand: false, field, by: 'header' }
}

/** Words that are used for many things are believed only where the column says the same. */
const SOFT_CATEGORY = pattern`
  ^(?:人员分类|人员属性|干部身份|职工身份|编制分类|用工类别|编制|身份|人员身份|身份类别|个人身份|人员类别|人员类型|人员性质
  |编制情况|编制属性|身份性质|人员编制|用编形式|用编情况|占编情况|占编形式|用工形式|用工性质|用工类型
  |聘用形式|聘用方式|用人方式|用人形式|聘任形式|聘任方式|就业形式|就业方式)$
`

function contradicts(match: HeaderMatch, profile: ColumnProfile, path: readonly string[]): boolean {
  if (profile.filled === 0) return false
  const exact = match.score === 100
  const share = { sex: profile.sex, birth: profile.date, workStarted: profile.date, enteredOn: profile.date }[
    match.field
  ]
  if (share !== undefined) return !exact && share < 0.5
  switch (match.field) {
    case 'name':
      // A short list under 姓名 may hold as many headings as names.
      return (
        profile.couldBeName < 0.5 &&
        profile.names < 0.5 &&
        !(match.score >= 85 && profile.name > 0 && profile.filled <= 8)
      )
    case 'names':
      return profile.names < 0.6
    case 'idNumber':
      return profile.idNumber < (exact ? 0.01 : 0.5) && profile.name > 0.5
    case 'unit':
    case 'outerUnit':
      return profile.standing > 0.7 || profile.couldBeUnit + profile.unit < 0.5 || profile.ethnicity > 0.9
    case 'category':
      // 编制性质 over 行政编制 and 事业编制, with √ below.
      if (profile.tick >= 0.9 && profile.standing === 0) return true
      return (
        profile.standing < (exact && !SOFT_CATEGORY.test(headerKey(path.at(-1) ?? '')) ? 0 : 0.2) || profile.unit > 0.6
      )
    case 'education':
    case 'fullTimeEducation':
    case 'inServiceEducation':
      return !exact && profile.education < 0.3
    case 'politicalStatus':
      return !exact && profile.political < 0.3
    case 'ethnicity':
      return !exact && profile.ethnicity < 0.3
    // 人员类别 over 正式党员, 预备党员: a party's list.
    case 'personClass':
      return profile.political > 0.8
    case 'post':
    case 'rank':
    case 'professionalTitle':
    case 'remark':
      return match.score < 80 && profile.idNumber > 0.5
    default:
      return match.score < 60
  }
}

/** 单位 over 行政, 事业: the words mean something else here. */
function corrected(match: HeaderMatch | null, profile: ColumnProfile): string | null {
  if ((match?.field === 'unit' || match?.field === 'category') && profile.standing > 0.7) return 'category'
  return null
}

/**
 * Of two columns of offices the inner one counts; the outer stands in where the inner is blank. One that says where the 编制 is goes before
 * both, and where somebody works meanwhile stands in for nothing.
 */
function chooseUnits(drafts: readonly Draft[]): void {
  const units = drafts.filter((draft) => draft.field === 'unit' && !draft.hand)
  if (units.length + drafts.filter((draft) => draft.field === 'unit' && draft.hand).length < 2) return
  const byHand = drafts.some((draft) => draft.field === 'unit' && draft.hand)
  const inner = byHand
    ? undefined
    : units.toSorted((a, b) => depth(b) - depth(a) || b.profile.distinct - a.profile.distinct || b.index - a.index)[0]
  const outer = units.filter((draft) => draft !== inner).toSorted((a, b) => depth(b) - depth(a))
  // 主管部门 stands over 单位名称 and says less than it.
  const [best] = outer
  if (best !== undefined && depth(best) > 0)
    for (const draft of drafts) if (draft.field === 'outerUnit' && !draft.hand && depth(draft) === 0) draft.field = null
  const told = inner !== undefined && depth(inner) === OF_SEAT
  for (const [place, draft] of outer.entries())
    if (inner !== undefined && sameHead(draft, inner)) draft.field = `${RIVAL}unit`
    else if (told && WORKPLACE.test(draft.path.map(headerKey).join('/'))) draft.field = null
    else draft.field = place === 0 && !drafts.some((one) => one.field === 'outerUnit') ? 'outerUnit' : null
}

/** 编制所在单位, 占编机构: the office whose seat it is. */
const SEAT_OFFICE = /(?:编制(?:所在)?|占编|在编|入编|人事关系(?:所在)?)(?:单位|机构|部门|科室|站所)/u
const WORKPLACE = /实际|工作|现|借|抽|在岗|岗位所在/u
const OF_SEAT = 3

function depth(draft: Draft): number {
  const words = draft.path.map(headerKey).join('/')
  if (SEAT_OFFICE.test(words)) return OF_SEAT
  if (/主管/u.test(words)) return 0
  if (/科室|股室|处室|内设|部门|站所|所在机构|机构名称|具体/u.test(words)) return 2
  return 1
}

function keepBest(drafts: readonly Draft[], field: string): void {
  const same = drafts.filter((draft) => draft.field === field)
  const best = same.toSorted(
    (a, b) =>
      Number(b.hand) - Number(a.hand) ||
      // 编制类型 beside 个人身份 (干部, 工人).
      Number(isSoft(a, field)) - Number(isSoft(b, field)) ||
      // 列编时间 beside 进入本单位时间.
      Number(saysSeat(b, field)) - Number(saysSeat(a, field)) ||
      (b.match?.score ?? 0) - (a.match?.score ?? 0) ||
      fullness(b) - fullness(a) ||
      a.index - b.index,
  )[0]
  // Of two columns of 学历 neither is thrown away: the higher counts.
  const spare =
    field === 'education' && best?.hand !== true && !drafts.some((one) => one.field === 'otherEducation')
      ? 'otherEducation'
      : null
  for (const [place, draft] of same.filter((one) => one !== best && !one.hand).entries())
    draft.field = place === 0 ? spare : null
  const rival = ASKED_OF_TWO.has(field)
    ? same.find((one) => one !== best && !one.hand && sameHead(one, best))
    : undefined
  if (rival !== undefined) rival.field = `${RIVAL}${field}`
}

/** What a second column under the very same head is read as: where the two differ, which of them counts is asked. */
export const RIVAL = 'rival:'
const ASKED_OF_TWO = new Set(['category', 'enteredOn', 'post', 'idNumber'])

/** Both say the same over cells of their own; 核定 over one and 实有 over the other is not the same. */
function sameHead(one: Draft, other: Draft | undefined): boolean {
  const words = ({ path }: Draft) => path.map(headerKey).join('/')
  return other !== undefined && one.profile.filled > 0 && other.profile.filled > 0 && words(one) === words(other)
}

const isSoft = ({ path, profile }: Draft, field: string) =>
  field === 'category' && (profile.filled === 0 || SOFT_CATEGORY.test(headerKey(path.at(-1) ?? '')))
const saysSeat = ({ path }: Draft, field: string) => field === 'enteredOn' && path.some((text) => text.includes('编'))

/** An empty column of the same name gives way to a full one. */
function fullness(draft: Draft): number {
  return draft.profile.filled > 0 ? 1 : 0
}

const CONTENT: readonly { readonly field: string; readonly fits: (profile: ColumnProfile) => boolean }[] = [
  { field: 'idNumber', fits: (profile) => profile.idNumber >= 0.8 },
  { field: 'name', fits: (profile) => profile.name >= 0.8 && profile.distinct >= 0.7 },
  { field: 'sex', fits: (profile) => profile.sex >= 0.9 },
  { field: 'category', fits: (profile) => profile.standing >= 0.8 && profile.count === 0 && profile.unit < 0.5 },
  { field: 'unit', fits: (profile) => profile.unit >= 0.8 && profile.name < 0.3 },
  { field: 'post', fits: (profile) => profile.post >= 0.9 },
  { field: 'politicalStatus', fits: (profile) => profile.political >= 0.9 },
]

/** A field no header asks for is the column that can hold nothing else. */
function byContent(drafts: readonly Draft[]): void {
  for (const { field, fits } of CONTENT) {
    if (drafts.some((draft) => draft.field === field || (field === 'unit' && draft.field === 'unitPost'))) continue
    const fitting = drafts.filter(
      (draft) =>
        !draft.hand &&
        draft.field === null &&
        draft.profile.filled > 0 &&
        !isAboutOthers(draft.path) &&
        !(isOfOtherTime(draft.path) && field !== 'name' && field !== 'idNumber') &&
        isOpen(draft, field) &&
        fits(draft.profile),
    )
    const [only] = fitting
    if (fitting.length !== 1 || only === undefined) continue
    only.field = field
    only.by = 'content'
  }
}

/** A header with words of its own (籍贯, 毕业院校) is not taken for an office. */
function isOpen(draft: Draft, field: string): boolean {
  if (field === 'idNumber' || field === 'sex') return true
  const leaf = headerKey(draft.path.at(-1) ?? '')
  if (field === 'unit')
    return /^$|单位|机构|部门|科室|办|所/u.test(leaf) && !/院校|学校|毕业|发证|出生|籍贯|支部|党组织|党小组/u.test(leaf)
  // 兼任, 原职务 and what else is no post of today hold posts too.
  if (field === 'post') return leaf === ''
  if (field === 'politicalStatus') return /^$|党|面貌|身份|类/u.test(leaf)
  return field === 'category' ? /^$|编|身份|性质|类/u.test(leaf) : /^$|名|人员/u.test(leaf)
}

/** 供给渠道 with 行政, 全额事业 below it: where no column is of the 编制, this one is. */
function fundingAsCategory(drafts: readonly Draft[]): void {
  if (drafts.some(({ field }) => field === 'category')) return
  const [only, ...more] = drafts.filter(({ field, hand }) => field === 'funding' && !hand)
  if (only === undefined || more.length > 0 || only.profile.standing < 0.8) return
  only.field = 'category'
  only.by = 'content'
}

/** 行政编制 | 事业编制 across, with √ below: the column says the 编制. */
function markCategories(drafts: readonly Draft[]): void {
  if (drafts.some((draft) => draft.field === 'category')) return
  for (const draft of drafts) {
    const word = draft.path.at(-1) ?? ''
    if (
      draft.field === null &&
      draft.profile.filled > 0 &&
      draft.profile.tick >= 0.7 &&
      readStandingWord(word) !== null
    )
      draft.field = `mark:${word}`
  }
}
