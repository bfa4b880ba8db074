import type { Output } from '../../../electron/contract/operations.ts'
import type { ImportRowView, ImportSheetView } from '../../../electron/contract/import-operations.ts'

/*
 * The proof-reader's view of a preview: every row of the sheet as she knows it, with what belongs in its margin.
 * Pure: from one preview to lines, marks and sentences.
 */

export type ImportPreview = Output<'import.preview'>
type Refusal = ImportPreview['refused'][number]
type Repair = ImportPreview['repaired'][number]

export const MARKS = ['add', 'update', 'unchanged', 'refuse'] as const
export type Mark = (typeof MARKS)[number]
export const MARK_TITLES: Readonly<Record<Mark, string>> = {
  add: '新增',
  update: '更新',
  unchanged: '不变',
  refuse: '拒绝',
}

/** What the margin can be narrowed to. */
export const FILTERS = ['all', ...MARKS, 'repaired', 'noted', 'skipped'] as const
export type RowFilter = (typeof FILTERS)[number]
export const FILTER_TITLES: Readonly<Record<RowFilter, string>> = {
  all: '全部',
  ...MARK_TITLES,
  repaired: '修正',
  noted: '提示',
  skipped: '跳过',
}

export interface ProofLine {
  readonly row: number
  /** `beyond`: no row of the sheet, as where people stand in columns; only its meaning is known. */
  readonly role: ImportSheetView['rows'][number]['role'] | 'beyond'
  readonly cells: readonly string[]
  readonly plan: ImportRowView | null
  /** Two lists side by side: the other people of this row. */
  readonly others: readonly ImportRowView[]
  readonly mark: Mark | null
  readonly refusals: readonly Refusal[]
  /** An open question is about it. */
  readonly asked: boolean
  readonly repairs: readonly Repair[]
  readonly skippedWhy: string | null
}

/** Lines of one sheet in the order of its rows. */
export function proofLines(sheet: ImportSheetView, preview: ImportPreview): readonly ProofLine[] {
  const plans = byRow(preview.rows, sheet.sheet)
  const refusals = byRow(preview.refused, sheet.sheet)
  const repairs = byRow(preview.repaired, sheet.sheet)
  const asked = new Set(preview.questions.flatMap((question) => (question.sheet === sheet.sheet ? question.rows : [])))
  const skipped = new Map(sheet.skipped.map((entry) => [entry.row, entry.why]))
  const shown = new Map(sheet.rows.map((entry) => [entry.row, entry]))
  const numbers = new Set([...shown.keys(), ...plans.keys(), ...refusals.keys()])
  return [...numbers]
    .sort((left, right) => left - right)
    .map((row) => {
      const known = shown.get(row)
      const plan = plans.get(row)?.[0] ?? null
      const refused = refusals.get(row) ?? []
      return {
        row,
        role: known?.role ?? 'beyond',
        cells: known?.cells ?? [],
        plan,
        others: plans.get(row)?.slice(1) ?? [],
        mark: plan?.action ?? (refused.length > 0 ? 'refuse' : null),
        refusals: refused,
        asked: asked.has(row),
        repairs: repairs.get(row) ?? [],
        skippedWhy: skipped.get(row) ?? null,
      }
    })
}

function byRow<T extends { readonly sheet: string; readonly row: number }>(
  items: readonly T[],
  sheet: string,
): ReadonlyMap<number, readonly T[]> {
  const found = new Map<number, T[]>()
  for (const item of items) {
    if (item.sheet !== sheet) continue
    const list = found.get(item.row)
    if (list === undefined) found.set(item.row, [item])
    else list.push(item)
  }
  return found
}

/** Whether a line is shown under a filter. */
export function passes(line: ProofLine, filter: RowFilter): boolean {
  switch (filter) {
    case 'all':
      return true
    case 'repaired':
      return line.repairs.length > 0
    case 'noted':
      return notesOf(line).length > 0
    case 'skipped':
      return line.skippedWhy !== null
    case 'add':
    case 'update':
    case 'unchanged':
    case 'refuse':
      return line.mark === filter || line.others.some((plan) => plan.action === filter)
  }
}

/** How many lines stand under each filter. */
export function filterCounts(lines: readonly ProofLine[]): Readonly<Record<RowFilter, number>> {
  const counts: Record<RowFilter, number> = {
    all: 0,
    add: 0,
    update: 0,
    unchanged: 0,
    refuse: 0,
    repaired: 0,
    noted: 0,
    skipped: 0,
  }
  for (const line of lines) for (const filter of FILTERS) if (passes(line, filter)) counts[filter] += 1
  return counts
}

/** Notes worth reading beside a row: a repair or a refusal said elsewhere in the margin is not said twice. */
export function notesOf(line: ProofLine): readonly ImportRowView['notes'][number][] {
  const said = new Set([
    ...line.repairs.map((repair) => repair.message),
    ...line.refusals.map((refusal) => refusal.message),
  ])
  return (line.plan?.notes ?? []).filter((note) => !said.has(note.text))
}

/** Whether a refusal, repair or note speaks of a column; the core may name it by letter or by its heading. */
export function speaksOf(said: string | null, column: { readonly column: string; readonly header: string }): boolean {
  return said !== null && said !== '' && (said === column.column || said === column.header)
}

const KIND_WORDS: readonly (readonly [ImportRowView['kind'], (count: number) => string])[] = [
  ['quota', (count) => `编制 ${count} 条`],
  ['person', (count) => `${count} 人`],
  ['offQuota', (count) => `编外 ${count}`],
  ['seconded', (count) => `借入 ${count}`],
  ['concurrent', (count) => `兼任 ${count}`],
]

/** "将新增 54 行（49 人、编外 3、借入 1、兼任 1），不变 15 行；修正 2 处，拒绝 0 行。" */
export function summarySentence(preview: ImportPreview): string {
  const parts = [
    `将新增 ${preview.added} 行${breakdown(preview, 'add')}`,
    ...(preview.updated > 0 ? [`更新 ${preview.updated} 行${breakdown(preview, 'update')}`] : []),
    ...(preview.unchanged > 0 ? [`不变 ${preview.unchanged} 行`] : []),
    `修正 ${preview.repaired.length} 处`,
    `拒绝 ${refusedRowCount(preview)} 行`,
  ]
  return `${parts.join('，')}。`
}

function breakdown(preview: ImportPreview, action: Mark): string {
  const rows = preview.rows.filter((row) => row.action === action)
  const words = KIND_WORDS.flatMap(([kind, say]) => {
    const count = rows.filter((row) => row.kind === kind).length
    return count === 0 ? [] : [say(count)]
  })
  return words.length === 0 ? '' : `（${words.join('、')}）`
}

/** Rows refused, each counted once however many of its cells are wrong. */
export function refusedRowCount(preview: Pick<ImportPreview, 'refused'>): number {
  return new Set(preview.refused.map((refusal) => `${refusal.sheet}\n${refusal.row}`)).size
}

/** Sheet, row and column, then the reason; a message that already says the row is not said again. */
export function refusalText(refusal: Refusal): string {
  return refusal.message.includes(`第 ${refusal.row} 行`)
    ? `${refusal.sheet}　${refusal.message}`
    : `${refusal.sheet}　第 ${refusal.row} 行　${refusal.column}：${refusal.message}`
}

/** Where the values of a row come from: 单位 党政办公室（单位取自第 7 行小标题）. */
export function originSentence(line: ProofLine): string {
  return [...(line.plan === null ? [] : [line.plan]), ...line.others]
    .map((plan) => {
      const parts = plan.origins.map(
        ({ title, value, column, from }) =>
          `${title} ${value}（${from ?? (column === null ? '表里写的' : `${column} 列写的`)}）`,
      )
      return `${plan.title}${parts.length === 0 ? '' : `：${parts.join('，')}`}`
    })
    .join('；')
}

/** She said that the sheet is not to come in. */
function isLeftOut(sheet: ImportSheetView): boolean {
  return sheet.skipped.some(({ why }) => why === '已选择不导入')
}

export type Verdict =
  | { readonly kind: 'ready' }
  | { readonly kind: 'nothing'; readonly text: string }
  | { readonly kind: 'asking'; readonly text: string }
  | { readonly kind: 'blocked'; readonly text: string }

/** Whether the present preview can be confirmed, and if not, what to do. */
export function verdictOf(preview: ImportPreview, skipRefused: boolean, answers = 0): Verdict {
  const refused = refusedRowCount(preview)
  if (preview.sheets.length > 0 && preview.sheets.every((sheet) => sheet.purpose === 'ignored' && !isLeftOut(sheet)))
    return { kind: 'nothing', text: '没有认出哪一行是表头。请在下面的表上点“这一行是表头”，再核对各列认作什么。' }
  if (preview.questions.length > 0)
    return { kind: 'asking', text: `还有 ${preview.questions.length} 个问题没有回答，答完才能导入。` }
  if (refused > 0 && !skipRefused) {
    return {
      kind: 'blocked',
      text: `${refused} 行被拒绝，现在确认会一行也不导入。请点被拒绝的格子改正，或勾选“只导入没有问题的行”，留下的存成表格改好再导入。`,
    }
  }
  if (preview.rows.length === 0) return { kind: 'nothing', text: '表里只有表头，没有一行内容。请填好再选一次。' }
  // What she answered is worth keeping although nobody changes by it.
  if (preview.added + preview.updated === 0 && answers === 0)
    return { kind: 'nothing', text: '表里的内容与编制本一致，没有要导入的变动。' }
  return { kind: 'ready' }
}
