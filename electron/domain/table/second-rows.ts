import { shownText } from './raw-workbook.ts'
import { compact } from './sheet-grid.ts'
import { educationLevel } from './vocabularies.ts'
import type { PlacedCell } from './table-types.ts'

/* Somebody with two rows: the name merged over both, or written only once, with a second 学历 or a second post below. */

/** Fields a second row of the same person may hold. */
const SECOND = new Set([
  'education',
  'otherEducation',
  'degree',
  'educationDegree',
  'fullTimeEducation',
  'fullTimeDegree',
  'inServiceEducation',
  'inServiceDegree',
  'school',
  'major',
])

/** Of these one must say a 学历: a heading may stand in any column. */
const LEVELS = new Set(['education', 'otherEducation', 'educationDegree', 'fullTimeEducation', 'inServiceEducation'])

/** True where a row without a name holds nothing but what goes on from the row above. */
export function goesOn(
  filled: readonly number[],
  fieldOf: (column: number) => string | null,
  textAt: (column: number) => string,
): boolean {
  // Almost every row has a field that a second one has not.
  if (filled.some((column) => !isOfSecond(fieldOf(column)))) return false
  return filled.some(
    (column) =>
      LEVELS.has(fieldOf(column) ?? '') && educationLevel(textAt(column).split(/[、，,/／（(]/u)[0] ?? '') !== null,
  )
}

function isOfSecond(field: string | null): boolean {
  return field === null || SECOND.has(field)
}

/** Joins what a second row says to its person: what was blank, a second 学历, a further post. */
export function joinSecondRow(
  own: Map<string, PlacedCell>,
  values: ReadonlyMap<string, PlacedCell>,
  row: number,
): void {
  const from = `第 ${row + 1} 行，同一人的第二行`
  for (const [field, value] of values) {
    if (value.from !== null || field === 'sequence') continue
    const before = own.get(field)
    if (before === undefined) own.set(field, { ...value, from })
    else if (field === 'education' && !own.has('otherEducation')) own.set('otherEducation', { ...value, from })
    else if (field === 'post' && compact(shownText(before.cell)) !== compact(shownText(value.cell)))
      own.set(field, { ...before, cell: `${shownText(before.cell).trim()}、${shownText(value.cell).trim()}`, from })
  }
}
