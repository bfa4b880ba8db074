import type { Question } from './table-types.ts'
import { readBlanks } from './fill-down.ts'
import type { KnownBook } from './known-book.ts'
import { LEAVE_ROWS_OUT } from './question-desk.ts'
import { shownText, type RawCell } from './raw-workbook.ts'
import type { DraftRecord } from './read-table.ts'
import { recordName } from './record-name.ts'
import { compact } from './sheet-grid.ts'
import { officeInPost, splitPostOffice, splitUnitPost } from './split-unit-post.ts'
import { LEAVE_OUT } from './table-types.ts'
import type { UnitContext } from './unit-context.ts'
import { bareUnit, couldBeUnit, hasLinesBeside, isVillage, isWholeTownship, looksLikeUnit } from './unit-words.ts'

/** Gives every record its office, from the cell, the heading above it, the cell above, the sheet's title. Returns those that stay. */
export function resolveUnits(records: readonly DraftRecord[], context: UnitContext): readonly DraftRecord[] {
  const left = new Set<DraftRecord>()
  for (const table of Map.groupBy(records, (record) => record.table).values()) resolveTable(table, context, left)
  return records.filter((record) => !left.has(record))
}

function resolveTable(records: readonly DraftRecord[], context: UnitContext, left: Set<DraftRecord>): void {
  const placed = records.some(({ values }) => values.has('unit') || values.has('unitPost'))
  const byEnding = !placed && officesInPosts(records, context)
  for (const record of records) {
    splitUnitPost(record, context)
    if (!placed) splitPostOffice(record, context, byEnding)
    tidyUnit(record, context)
    tidyUnit(record, context, 'outerUnit')
    dropWhole(record, context)
  }
  for (const record of askInner(records, context)) left.add(record)
  const blanks = placed ? readBlanks(records, 'unit') : 'none'
  let last: DraftRecord | undefined
  for (const record of records) {
    if (record.values.has('unit')) {
      // An office out of somebody's post says nothing of the next.
      if (placed) last = record
      continue
    }
    const answered = settle(record, last, blanks, context)
    if (answered === LEAVE_OUT) left.add(record)
  }
}

/** Where no column and no heading names an office, the posts may (党政办公室干事): asked once for a sheet the book knows none of. */
function officesInPosts(records: readonly DraftRecord[], { sheet, key, desk, known }: UnitContext): boolean {
  const isKnownOffice = (record: DraftRecord) => known.units.has(officeInPost(record)?.unit ?? '')
  const open = records.filter((record) => !record.values.has('unit') && record.group.unit === null)
  const telling = open.filter((record) => officeInPost(record) !== null && !isKnownOffice(record))
  if (telling.length < 3 || telling.length * 3 < open.length) return false
  let answer: string | undefined
  for (const record of telling)
    answer = desk.ask(
      {
        id: `postUnit:${key}`,
        kind: 'groupUnit',
        sheet,
        column: record.values.get('post')?.letters ?? null,
        text: `“${sheet}”里没有写单位，职务里却有（如“${compact(shownText(record.values.get('post')?.cell))}”）。单位取自职务吗？`,
        choices: [
          { value: '+', text: '是，职务前面的是单位' },
          { value: LEAVE_OUT, text: '不是，职务照写的收进' },
        ],
        suggested: '+',
        free: false,
      },
      record.row + 1,
    )
  return answer !== LEAVE_OUT
}

/** 1.财政所（5人） in the column: number and count are no part of the name. */
function tidyUnit(record: DraftRecord, context: UnitContext, field: 'unit' | 'outerUnit' = 'unit'): void {
  const unit = record.values.get(field)
  const text = unit === undefined ? '' : compact(shownText(unit.cell))
  const bare = unit === undefined ? '' : bareUnit(shownText(unit.cell).trim())
  if (unit === undefined || bare === text || context.known.units.has(text)) return
  const described = hasLinesBeside(shownText(unit.cell).trim()) && couldBeUnit(bare)
  if (!looksLikeUnit(bare) && !described && !context.known.units.has(bare)) return
  record.values.set(field, { ...unit, cell: bare, from: unit.from ?? `“${text}”记为${bare}` })
}

/** 云溪乡人民政府 in the column names the whole, not the office, where a heading or another column does. */
function dropWhole(record: DraftRecord, context: UnitContext): void {
  const unit = record.values.get('unit')
  const text = unit === undefined ? '' : compact(shownText(unit.cell))
  if (unit === undefined || context.known.units.has(text) || !isWholeTownship(text, context.known.township)) return
  if (record.group.unit === null) return
  record.values.delete('unit')
}

/** 办公室 under two different offices is two offices: which name is meant is asked. Returns those she leaves out. */
function askInner(records: readonly DraftRecord[], context: UnitContext): readonly DraftRecord[] {
  const textOf = (record: DraftRecord, field: string) => compact(shownText(record.values.get(field)?.cell))
  const outers = new Map<string, Set<string>>()
  for (const record of records) {
    const [inner, outer] = [textOf(record, 'unit'), textOf(record, 'outerUnit')]
    if (inner === '' || outer === '' || inner === outer || context.known.units.has(inner)) continue
    if (isWholeTownship(outer, context.known.township)) continue
    outers.set(inner, (outers.get(inner) ?? new Set()).add(outer))
  }
  if (outers.size === 0) return []
  return records.filter((record) => {
    const [inner, outer] = [textOf(record, 'unit'), textOf(record, 'outerUnit')]
    if ((outers.get(inner)?.size ?? 0) < 2 || outer === '') return false
    const unit = record.values.get('unit')
    const answer = context.desk.ask(
      {
        id: `innerUnit:${context.key}:${inner}`,
        kind: 'unitName',
        sheet: context.sheet,
        column: unit?.letters ?? null,
        text: `几个单位下面都有“${inner}”。这些人的机构用哪个名称？`,
        choices: [
          { value: '^', text: '用上级单位的名称' },
          { value: '&', text: `上级单位加“${inner}”，如“${outer}${inner}”` },
          { value: '+', text: `都算一个机构“${inner}”` },
          LEAVE_ROWS_OUT,
        ],
        suggested: '^',
        free: false,
      },
      record.row + 1,
    )
    if (unit !== undefined && answer === '^')
      record.values.set('unit', { ...unit, cell: outer, from: '机构按您的回答' })
    if (unit !== undefined && answer === '&')
      record.values.set('unit', { ...unit, cell: `${outer}${inner}`, from: '机构按您的回答' })
    return answer === LEAVE_OUT
  })
}

/** Fills in the office of a record without one; the answer where it had to be asked. */
function settle(
  record: DraftRecord,
  last: DraftRecord | undefined,
  blanks: ReturnType<typeof readBlanks>,
  context: UnitContext,
): string | undefined {
  const { unit: heading } = record.group
  const put = (cell: RawCell, from: string) =>
    void record.values.set('unit', { cell, letters: record.values.get('unit')?.letters ?? '', header: '', from })
  const nearer = heading !== null && (last === undefined || (heading.row !== null && heading.row > last.row + 1))
  const outer = record.values.get('outerUnit')
  if (heading !== null && (nearer || last === undefined)) {
    put(heading.title.unit, `单位取自${heading.place}`)
    return undefined
  }
  if (
    outer !== undefined &&
    !isWholeTownship(compact(shownText(outer.cell)), context.known.township) &&
    (last === undefined || differs(outer.cell, last))
  ) {
    put(outer.cell, `单位取自 ${outer.letters} 列“${outer.header}”`)
    return undefined
  }
  const above = last?.values.get('unit')
  if (above !== undefined && blanks === 'down') {
    put(above.cell, '单位承上一行')
    context.desk.note(`“${context.sheet}”里单位只写在每组第一行，下面空白的承上。`)
    return undefined
  }
  if (heading !== null) {
    put(heading.title.unit, `单位取自${heading.place}`)
    return undefined
  }
  if (isInBook(record, context.book)) return undefined
  return askUnit(record, above === undefined ? null : shownText(above.cell), context, put)
}

function differs(cell: RawCell, last: DraftRecord): boolean {
  const before = last.values.get('outerUnit')
  return before === undefined || compact(shownText(before.cell)) !== compact(shownText(cell))
}

/** Somebody the book knows needs no office to be found. */
export function isInBook(record: DraftRecord, book: KnownBook): boolean {
  const written = compact(shownText(record.values.get('idNumber')?.cell)).replace(/^['‘’]/u, '')
  // A masked number tells nobody apart.
  const number = written.includes('*') ? '' : written
  if (number !== '' && book.hasNumber(number.toUpperCase())) return true
  const name = recordName(record)
  if (number === '') return name !== '' && book.countOf(name, null) === 1
  // Under another number they are still the one of that name there: whose number counts is asked.
  const unit = compact(shownText(record.values.get('unit')?.cell))
  return name !== '' && book.numberOf(name, unit === '' ? null : unit) !== null
}

/** Who a sheet called 班子成员 most likely is. */
const LEADERS = { value: '领导班子', text: '领导班子' }

function askUnit(
  record: DraftRecord,
  above: string | null,
  context: UnitContext,
  put: (cell: RawCell, from: string) => void,
): string | undefined {
  const { sheet, key, desk } = context
  const units = [...context.named].slice(0, 60).map((name) => ({ value: name, text: name }))
  const unsure = record.group.unsure
  const question: Pick<Question, 'id' | 'kind' | 'text' | 'choices' | 'suggested'> =
    above !== null
      ? {
          id: `blankUnit:${key}`,
          kind: 'blankUnit',
          text: `“${sheet}”里有几行没有写单位，而别的行每行都写了。是承上一行的单位，还是另有单位？`,
          choices: [{ value: '^', text: '承上一行的单位' }, LEAVE_ROWS_OUT, ...units],
          suggested: '^',
        }
      : unsure !== null
        ? {
            id: `sectionUnit:${key}:${unsure.title.bare}`,
            kind: 'sectionUnit',
            text: isVillage(unsure.title.bare)
              ? `${unsure.place}下面的人没有写单位，像是村（社区）里的人，不占乡镇的编制。这些人不导入吗？`
              : `${unsure.place}下面的人没有写单位。“${unsure.title.bare}”是他们的单位吗？`,
            choices: [
              { value: unsure.title.bare, text: `是，单位就是“${unsure.title.bare}”` },
              LEAVE_ROWS_OUT,
              ...units,
            ],
            suggested: isVillage(unsure.title.bare) ? LEAVE_OUT : unsure.title.bare,
          }
        : {
            id: `groupUnit:${key}`,
            kind: 'groupUnit',
            text: `“${sheet}”里没有写这些人是哪个单位的。他们是哪个单位的？`,
            choices: /班子/u.test(sheet)
              ? [LEADERS, LEAVE_ROWS_OUT, ...units.filter(({ value }) => value !== LEADERS.value)]
              : [LEAVE_ROWS_OUT, ...units],
            suggested: /班子/u.test(sheet) ? LEADERS.value : null,
          }
  const answer = desk.ask({ ...question, sheet, column: null, free: true }, record.row + 1)
  if (answer === undefined || answer === LEAVE_OUT) return answer
  put(answer === '^' ? above : answer, '单位按您的回答')
  return answer
}
