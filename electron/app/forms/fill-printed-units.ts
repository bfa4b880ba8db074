import { readAxis, type Axis, type AxisPlace } from '../../domain/fill/count-axis.ts'
import type { FillValue } from '../../domain/fill/fill-request.ts'
import { categoriesIn, withoutCivilService } from '../../domain/fill/form-categories.ts'
import { namesOtherPlaces, type NamedByLabel } from '../../domain/fill/unit-labels.ts'
import { unitValue, type UnitRow } from '../../domain/fill/values/unit-rows.ts'
import { shownText } from '../../domain/table/raw-workbook.ts'
import type { FormPart } from '../../domain/fill/read-form.ts'
import type { PlacedColumn } from './placed-columns.ts'
import { cellName } from './part-result.ts'
import { EVERYBODY, unitConditions, type NumbersAsked, type Tally } from './tally-numbers.ts'

/* Rows whose units the superior has printed, and the sums among them. */

interface PrintedUnits {
  readonly tally: Tally
  readonly rows: readonly UnitRow[]
  readonly placed: readonly PlacedColumn[]
  readonly axis: Axis
  /** One a printed row. */
  readonly named: readonly (NamedByLabel | null)[]
}

const TOTAL_ROW = /^(?:合计|总计|共计|小计|总数|.{1,6}合计)$/u

/** The whole township, whatever units the form lists. */
const WHOLE_ROW = /^全(?:乡|镇|街道)(?:合计|总计|汇总)?$/u

/** Fills each printed unit's row; 小计 sums up its group, 合计 whatever the form lists, above it or below. */
export function fillPrintedUnits(asked: NumbersAsked, { tally, rows, placed, axis, named }: PrintedUnits): void {
  const { gathered, people, view, units } = asked
  const { part } = gathered
  const typeColumn = placed.find(({ field }) => field === 'category')?.index
  /** By row: all lines of the book that its 编制 column speaks of. */
  const words = typeWords(part, typeColumn)
  // 事业 beside a 参公 of its own is the rest of it, for a unit and for their sum alike.
  const apart = new Set(
    words.flatMap((word, at) =>
      /^(?:事业编?制?[（(])?参(?:公|照)/u.test(word) ? (part.printed[at]?.labels.at(-1) ?? []) : [],
    ),
  )
  const typed = words.map((word, at): readonly UnitRow[] => {
    if (word === '' || TOTAL_ROW.test(word)) return rows
    const named = categoriesIn(word)?.categories ?? null
    const wanted =
      named !== null && apart.has(part.printed[at]?.labels.at(-1) ?? '') && !word.includes('参')
        ? withoutCivilService(named)
        : named
    return wanted === null ? [] : rows.filter(({ type }) => type !== null && wanted.includes(type))
  })
  const found = typed.map((lines, place): UnitRow | null => {
    const own = lines.filter((one) => one.unit.id === named[place]?.unit.id)
    return own.length === 0 ? null : mergedRow(own)
  })
  const other = namesOtherPlaces(
    part.printed.map(({ labels }) => labels.at(-1) ?? ''),
    units,
  )
  const listed = new Set(named.flatMap((one) => one?.unit.id ?? []))
  const sums = part.printed.map(({ labels }) => TOTAL_ROW.test(labels.at(-1) ?? ''))
  /** Whom the row above is about: 其中：女 below it is a part of them. */
  let above: readonly UnitRow[] | null = null
  for (const [place, { row, labels }] of part.printed.entries()) {
    const label = labels.at(-1) ?? ''
    const own = found[place]
    const within = named[place] === null && /^\s*(?:其\s*中|#)/u.test(label) ? partOf(label) : null
    if (within !== null && above !== null) {
      putPart(row, above, within, label)
      continue
    }
    above = null
    if (named[place]?.guessed === true && own !== null && own !== undefined)
      tally.problems.push({
        cell: cellName(row, part.labelColumns[0] ?? 0),
        place: null,
        text: `“${label}”是按“${own.unit.name}”填的，请核对`,
      })
    if (named[place]?.unit.whole === true) put(row, typed[place] ?? rows, label, true)
    else if (own !== null && own !== undefined) put(row, [own], label)
    else if (WHOLE_ROW.test(label)) put(row, typed[place] ?? rows, label, true)
    else if (sums[place] === true && other) tellOther(row, label)
    else if (sums[place] === true) put(row, sumOf(place, label), label, true)
    else tellUnknown(place, row, label)
  }

  /** What a sum is of: of one 编制 where its row names one, else of the rows that are no sums themselves. */
  function sumOf(place: number, label: string): readonly UnitRow[] {
    if (label.endsWith('小计')) return groupOf(place)
    const word = words[place] ?? ''
    if (word !== '' && !TOTAL_ROW.test(word)) {
      const same = found.flatMap((one, at) => (one !== null && words[at] === word ? [one] : []))
      return same.length > 0 ? same : (typed[place] ?? []).filter(({ unit }) => listed.has(unit.id))
    }
    return found.flatMap((one, at) => (one === null || isUnitsSum(at) ? [] : one))
  }

  /** 小计 in the column of the 编制, beside rows of the same unit that name one. */
  function isUnitsSum(at: number): boolean {
    return (
      TOTAL_ROW.test(words[at] ?? '') &&
      words.some((word, other) => other !== at && named[other]?.unit.id === named[at]?.unit.id && !TOTAL_ROW.test(word))
    )
  }

  /** The rows a 小计 sums up: those above it since the last sum, else those below it to the next. */
  function groupOf(place: number): readonly UnitRow[] {
    const above: UnitRow[] = []
    for (let at = place - 1; at >= 0 && sums[at] !== true; at -= 1) above.push(...[found[at] ?? []].flat())
    if (above.length > 0) return above
    const below: UnitRow[] = []
    for (let at = place + 1; at < found.length && sums[at] !== true; at += 1) below.push(...[found[at] ?? []].flat())
    return below
  }

  function partOf(label: string): AxisPlace | null {
    const [read] = readAxis([[label]], { units: [], civilServiceApart: asked.apart, heading: '', rows: true }).places
    return read !== null && read !== undefined && !read.total && !read.share && read.conditions.length > 0 ? read : null
  }

  /** People only: nobody has told the 编制 of women. */
  function putPart(row: number, own: readonly UnitRow[], within: AxisPlace, label: string): void {
    for (const column of placed) {
      const counts = column.field === 'count' ? (axis.places[column.index] ?? null) : null
      if (counts !== null)
        tally.putCount(
          row,
          column.index,
          [placeOf(own), within, counts],
          [part.columns[column.index]?.header ?? '', label],
        )
    }
  }

  /** `sum`: it is of several units, though only one has what it sums up. */
  function put(row: number, own: readonly UnitRow[], label: string, sum = false): void {
    above = own
    for (const column of placed) {
      if (column.field === 'unit' || column.field === 'sequence') continue
      if (column.field === 'count') {
        const counts = axis.places[column.index] ?? null
        if (counts !== null)
          tally.putCount(row, column.index, [placeOf(own), counts], [part.columns[column.index]?.header ?? '', label])
        continue
      }
      const values = own.map((one): FillValue => unitValue(view, one, 0, column.field))
      if (own.length === 1 && !sum) tally.put(row, column.index, values[0] ?? null)
      else if (values.some((value) => value?.kind === 'number'))
        tally.put(row, column.index, {
          kind: 'number',
          value: values.reduce((sum, value) => sum + (value?.kind === 'number' ? value.value : 0), 0),
        })
    }
  }

  function tellOther(row: number, label: string): void {
    tally.problems.push({
      cell: cellName(row, part.labelColumns[0] ?? 0),
      place: null,
      text: `表里还有别的乡镇，“${label}”没有填`,
    })
  }

  function tellUnknown(place: number, row: number, label: string): void {
    const unit = named[place]?.unit
    if (other && unit === undefined) return
    if (/^[一二三四五六七八九十]{1,3}[、.]/u.test(label) || (unit !== undefined && people.unitIds !== null)) return
    tally.problems.push({
      cell: cellName(row, part.labelColumns[0] ?? 0),
      place: null,
      text:
        unit === undefined ? `编制本里没有“${label}”这个机构，这一行没有填` : `“${label}”没有这种编制，这一行没有填`,
    })
  }
}

/** Of which 编制 each printed row is, in the form's word. Left of the units it stands once over several of them. */
function typeWords({ sheet, printed, labelColumns }: FormPart, typeColumn: number | undefined): readonly string[] {
  if (typeColumn === undefined) return printed.map(() => '')
  const leftOfUnits = typeColumn < (labelColumns[0] ?? 0)
  let above = ''
  return printed.map(({ row, labels }) => {
    const merge = sheet.merges.find(
      ({ top, bottom, left, right }) => top <= row && row <= bottom && left <= typeColumn && typeColumn <= right,
    )
    const own = shownText(sheet.rows[merge?.top ?? row]?.[merge?.left ?? typeColumn]).replaceAll(/\s/gu, '')
    const sum = TOTAL_ROW.test(labels.at(-1) ?? '')
    const word = own === '' && leftOfUnits && !sum ? above : own
    above = sum ? above : word
    return word
  })
}

/** Everybody of these units. */
function placeOf(own: readonly UnitRow[]): AxisPlace {
  const [first] = own
  return own.length === 1 && first !== undefined
    ? { ...EVERYBODY, conditions: unitConditions(first) }
    : { ...EVERYBODY, oneOf: own.map(unitConditions) }
}

function mergedRow(own: readonly UnitRow[]): UnitRow {
  const [first] = own
  if (first === undefined) throw new Error('no row of the unit')
  return own.length === 1 ? first : { ...first, lines: own.flatMap(({ lines }) => lines), type: null }
}
