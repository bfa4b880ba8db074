import { columnLetters, shownText, type RawMerge, type RawSheet } from '../table/raw-workbook.ts'
import { readAxis } from './count-axis.ts'
import { dateHint } from './date-hints.ts'
import { formFieldFor } from './form-fields.ts'
import { figureOf, leadersOf, unitFieldFor, type UnitField } from './unit-fields.ts'
import type { TemplateColumn } from './template-column.ts'

/** A sheet of cards is looked at so far down. */
const MAX_CARD_ROWS = 400
const MAX_ROWS = 80
/** Fewer known labels make no card. */
const FEWEST = 4
/** So many labels without a gap are the head of a table on the card, such as that of the family. */
const HEAD = 3

interface Label {
  readonly column: number
  readonly right: number
  readonly text: string
  /** It stands here, and not merged down from above: a place may be beside it. */
  readonly own: boolean
}

/**
 * The places of a one-person card: a known label whose neighbour at the right is empty, or a row of labels over a row of places. They must stand
 * on at least two rows, 姓名 among them; null for anything else. 毕业院校 behind 全日制学历 is that one's.
 */
export function readCard(sheet: RawSheet): readonly TemplateColumn[] | null {
  return readPersonCard(sheet, { ...EVERYWHERE, bottom: MAX_ROWS })
}

const readPersonCard = (sheet: RawSheet, within: Area) =>
  readPlaces(sheet, formFieldFor, (fields) => fields.has('name') && fields.size >= FEWEST, within)

/**
 * The cards of a sheet that holds the same one several times, below or beside one another, row by row; one card, or none, where it does not
 * come again label by label.
 */
export function readCards(sheet: RawSheet): readonly (readonly TemplateColumn[])[] {
  const one = readCard(sheet)
  const areas = areasOfCards(sheet)
  const cards = areas.map((area) => readPersonCard(sheet, area))
  const [first] = cards
  const whole = cards.flatMap((card) => card ?? [])
  const alike = cards.length > 1 && cards.every((card) => card !== null && cardText(card) === cardText(first ?? []))
  if (alike && whole.length > 0) return cards.flatMap((card) => (card === null ? [] : [card]))
  return one === null ? [] : [one]
}

/** What a card asks for, wherever it stands: two of the same text are cards of two people. */
export function cardText(card: readonly TemplateColumn[]): string {
  return JSON.stringify(card.map(({ header, field }) => [header, field]))
}

/** 0-based, ends excluded. */
interface Area {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}
const EVERYWHERE: Area = { top: 0, bottom: MAX_CARD_ROWS, left: 0, right: Number.MAX_SAFE_INTEGER }

/** Where each 姓名 with an empty place begins a card of its own, they stand in a grid: the area of each. */
function areasOfCards(sheet: RawSheet): readonly Area[] {
  const names: { readonly row: number; readonly column: number }[] = []
  for (const row of sheet.rows.slice(0, MAX_CARD_ROWS).keys()) {
    const labels = labelsOf(sheet, row)
    const heads = headLabels(labels)
    const over = placesBelow(sheet, row, labels) !== null
    for (const label of labels)
      if (
        label.own &&
        formFieldFor([label.text]) === 'name' &&
        (over || (!heads.has(label) && isEmpty(sheet, row, label.right + 1)))
      )
        names.push({ row, column: label.column })
  }
  const [first] = names
  if (first === undefined || names.length < 2) return []
  const [rows, columns] = [
    [...new Set(names.map(({ row }) => row))],
    [...new Set(names.map(({ column }) => column))].toSorted((a, b) => a - b),
  ]
  // What stands over the first 姓名 and comes again over the next belongs to that one.
  const same = (up: number) =>
    rows.every((row) => row - up >= 0 && rowText(sheet, row - up) === rowText(sheet, first.row - up))
  let over = 0
  while (rows.length > 1 && over < (rows[1] ?? 0) - first.row - 1 && same(over + 1)) over += 1
  const left = Math.min(...labelsOf(sheet, first.row).map(({ column }) => column))
  const start = (column: number) => column - (first.column - left)
  return names.map(({ row, column }) => {
    const [below, beside] = [rows.find((one) => one > row), columns.find((one) => one > column)]
    return {
      top: row === first.row ? 0 : row - over,
      bottom: below === undefined ? MAX_CARD_ROWS : below - over,
      left: column === first.column ? 0 : start(column),
      right: beside === undefined ? Number.MAX_SAFE_INTEGER : start(beside),
    }
  })
}

const rowText = (sheet: RawSheet, row: number) =>
  labelsOf(sheet, row)
    .map(({ column, text }) => `${column}:${text}`)
    .join('/')

/** The places of a card of one unit: 机构名称 and at least two of its figures; null for anything else. */
export function readUnitCard(sheet: RawSheet): readonly TemplateColumn[] | null {
  return readPlaces(
    sheet,
    (path) => (UNIT_LABELS.test(path.at(-1) ?? '') ? 'unit' : (cardField(path) ?? countField(path.at(-1) ?? ''))),
    (fields) => fields.has('unit') && [...fields].filter(isFigure).length >= 2,
    { ...EVERYWHERE, bottom: MAX_ROWS },
  )
}

const UNIT_LABELS =
  /^(?:申请|用编|申报|使用|拟用编)?(?:单位|机构|部门|乡镇|乡[（(]镇[）)]|街道)(?:名称|全称)?(?:[（(][^（）()]*[）)])?$/u
const isFigure = (field: string) => field === 'count' || figureOf(field) !== null || leadersOf(field) !== null

/** 编外人员, 女干部, 35岁以下: a number of people. 其中 behind another number is a part of that, and of which is not said. */
function countField(label: string): 'count' | null {
  if (/^其中|申请|拟|意见|理由|情况|说明|计划/u.test(label)) return null
  const [place] = readAxis([[label]], { units: [], civilServiceApart: false, heading: '', rows: false }).places
  return place === null || place === undefined ? null : 'count'
}

/** 行政编制 alone asks for the 核定 number; a place for words, or for what is applied for, is nobody's figure. */
function cardField(path: readonly string[]): UnitField | null {
  const leaf = (path.at(-1) ?? '').replace(/^其中/u, '')
  const before = path.at(-2) ?? ''
  // 其中 behind what is applied for is a part of that.
  if ((path.at(-1) ?? '').startsWith('其中') && /申请|拟/u.test(before)) return null
  if (/申请|拟|意见|理由|情况|说明|计划/u.test(leaf)) return null
  // 实配 behind 领导职数 is of leaders.
  const field = unitFieldFor(/领导|职数/u.test(before) && !/编制|人数/u.test(leaf) ? [before, leaf] : [leaf])
  return field === 'count' || field === 'sequence' ? null : field
}

function readPlaces(
  sheet: RawSheet,
  fieldOf: (path: readonly string[]) => string | null,
  isWhole: (fields: ReadonlySet<string>) => boolean,
  { top, bottom, left, right }: Area,
): readonly TemplateColumn[] | null {
  const places: { readonly row: number; readonly place: TemplateColumn }[] = []
  const taken = new Set<string>()
  const rows = new Set<number>()
  const over = rowsOverPlaces(sheet, fieldOf, { top, bottom, left, right })
  for (let row = top; row < Math.min(bottom, sheet.rows.length); row += 1) {
    const labels = labelsOf(sheet, row).filter(({ column }) => left <= column && column < right)
    const heads = headLabels(labels)
    for (const [index, label] of labels.entries()) {
      if (!label.own || !isNoPhoto(label)) continue
      const below = over.has(row)
      if (!below && (heads.has(label) || !isEmpty(sheet, row, label.right + 1))) continue
      const before = below ? undefined : labels[index - 1]
      const field = fieldOf(before === undefined ? [label.text] : [before.text, label.text])
      const known = field !== null && field !== 'sequence' && (field === 'count' || !taken.has(field))
      if (known) {
        taken.add(field)
        rows.add(row)
      }
      places.push({
        row,
        place: {
          column: below ? `${columnLetters(label.column)}${row + 2}` : `${columnLetters(label.right + 1)}${row + 1}`,
          header: label.text,
          field: known ? field : null,
          format: known ? dateHint(label.text) : null,
        },
      })
    }
  }
  return isWhole(taken) && rows.size >= 2 ? places.filter(({ row }) => rows.has(row)).map(({ place }) => place) : null
}

/**
 * Rows of labels over one row of places each, time and again down the card: at least two of them, 姓名 in one. A list has its heads once, and
 * more than one row below them.
 */
function rowsOverPlaces(
  sheet: RawSheet,
  fieldOf: (path: readonly string[]) => string | null,
  { top, bottom, left, right }: Area,
): ReadonlySet<number> {
  const over = new Set<number>()
  let names = 0
  for (let row = top; row < Math.min(bottom, sheet.rows.length); row += 1) {
    const labels = labelsOf(sheet, row).filter(({ column }) => left <= column && column < right)
    const next = placesBelow(sheet, row, labels)
    const fields = labels.flatMap(({ text }) => fieldOf([text]) ?? [])
    if (next === null || fields.length < 2) continue
    const end = Math.min(bottom, sheet.rows.length)
    if (next < end && !labelsOf(sheet, next).some(({ own }) => own) && hasLabels(sheet, next, end)) continue
    over.add(row)
    if (fields.includes('name')) names += 1
  }
  return over.size >= 2 && names === 1 ? over : new Set()
}

const hasLabels = (sheet: RawSheet, from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => labelsOf(sheet, from + at)).some(
    (labels) => labels.length > 0,
  )

const isNoPhoto = ({ text }: Label) => !/照片|相片|寸/u.test(text)

/** The row after the places, where each label of a row stands over an empty one and nothing else is in that row; null: they do not. */
function placesBelow(sheet: RawSheet, row: number, all: readonly Label[]): number | null {
  const labels = all.filter(isNoPhoto)
  const gap = labels.some(({ column }, at) => at > 0 && column !== (labels[at - 1]?.right ?? 0) + 1)
  if (labels.length < 2 || gap || labels.some(({ own }) => !own)) return null
  if (labelsOf(sheet, row + 1).some(isNoPhoto)) return null
  const merges = labels.map(({ column }) => mergeAt(sheet.merges, row + 1, column))
  if (labels.some(({ column }, at) => merges[at] !== undefined && merges[at].left !== column)) return null
  if (labels.some(({ column }) => !isEmpty(sheet, row + 1, column))) return null
  return Math.max(row + 1, ...merges.map((merge) => merge?.bottom ?? 0)) + 1
}

/** The texts of a row from left to right, without blanks; one that is merged down belongs to each of its rows. */
function labelsOf(sheet: RawSheet, row: number): readonly Label[] {
  const width = Math.max(sheet.rows[row]?.length ?? 0, ...sheet.merges.map(({ right }) => right + 1))
  const labels: Label[] = []
  for (let column = 0; column < width; column += 1) {
    const merge = mergeAt(sheet.merges, row, column)
    const from = merge === undefined ? { row, column } : { row: merge.top, column: merge.left }
    if (from.column !== column) continue
    const text = shownText(sheet.rows[from.row]?.[from.column]).replaceAll(/[\s:：_]/gu, '')
    if (text !== '') labels.push({ column, right: merge?.right ?? column, text, own: from.row === row })
  }
  return labels
}

/** Labels that stand side by side without a gap. */
function headLabels(labels: readonly Label[]): ReadonlySet<Label> {
  const heads = new Set<Label>()
  let run: Label[] = []
  for (const label of labels) {
    if (run.at(-1)?.right !== label.column - 1) run = []
    run.push(label)
    if (run.length >= HEAD) for (const one of run) heads.add(one)
  }
  return heads
}

/** Nothing written there, and not the inside of an area that something is written in. */
function isEmpty(sheet: RawSheet, row: number, column: number): boolean {
  const merge = mergeAt(sheet.merges, row, column)
  if (merge !== undefined && (merge.top !== row || merge.left !== column)) return false
  return shownText(sheet.rows[row]?.[column]).trim() === ''
}

function mergeAt(merges: readonly RawMerge[], row: number, column: number): RawMerge | undefined {
  return merges.find(
    (merge) => merge.top <= row && row <= merge.bottom && merge.left <= column && column <= merge.right,
  )
}
