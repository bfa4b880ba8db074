import { Refusal } from '../../vocabulary/refusals.ts'
import { readAxis, type AxisPlace } from '../../domain/fill/count-axis.ts'
import type { FillValue } from '../../domain/fill/fill-request.ts'
import { isUnitFact } from '../../domain/fill/unit-fields.ts'
import { unitRows, unitValue, type UnitRow } from '../../domain/fill/values/unit-rows.ts'
import { columnNumber } from '../../domain/table/raw-workbook.ts'
import type { FormPart } from '../../domain/fill/read-form.ts'
import { choicesAt, fitted, NOTHING, type PartFilling } from './part-result.ts'
import { EVERYBODY, Tally, unitConditions, type NumbersAsked } from './tally-numbers.ts'

/* A sheet of labels with places beside them: of one unit, or of the township where the form says that it is. */

/** 乡镇机构编制基本情况表, 乡镇名称: the card is of the whole township. */
export function isOfTownship({ title, columns }: FormPart): boolean {
  return WHOLE.test(title) || columns.some(({ header, field }) => field === 'unit' && WHOLE.test(header))
}

const WHOLE = /乡镇|乡[（(]镇[）)]|镇街|乡镇街道|全[乡镇](?!.*(?:办公室|中心|站|所))/u

/** @throws `template_which_unit` where no unit is chosen and the form is not of the township. */
export function fillUnitCard(asked: NumbersAsked): PartFilling {
  const { gathered, view, people, units } = asked
  const { part, mapping } = gathered
  const whole = people.unitIds === null && isOfTownship(part)
  const rows = whole || people.unitIds?.length === 1 ? unitRows(view, false, people) : []
  const [first] = rows
  if (first === undefined || (!whole && rows.length > 1)) throw new Refusal('template_which_unit')
  const tally = new Tally(asked)
  const within: AxisPlace = whole ? EVERYBODY : { ...EVERYBODY, conditions: unitConditions(first) }
  const township = units.find((unit) => unit.whole === true)?.name ?? null
  for (const { column, field } of mapping.columns) {
    const [, letters = '', number = ''] = /^([A-Z]{1,3})(\d{1,7})$/.exec(column) ?? []
    if (letters === '') throw new Refusal('template_changed')
    const place = { row: Number(number) - 1, column: columnNumber(letters) }
    if (field === 'count') {
      const header = part.columns.find((one) => one.column === column)?.header ?? ''
      const counts = readAxis([[header]], { units, civilServiceApart: false, heading: '', rows: false }).places[0]
      if (counts !== null && counts !== undefined) tally.putCount(place.row, place.column, [within, counts], [header])
      continue
    }
    const value = whole ? ofAll(asked, rows, field, township) : unitValue(view, first, 0, field)
    const fit = fitted(field, value, choicesAt(part.sheet, place.column, place.row, place.row))
    if (fit.problem !== null) tally.problems.push({ cell: column, place: null, text: fit.problem })
    tally.put(place.row, place.column, fit.value)
  }
  tally.finish()
  return { ...NOTHING, cells: tally.cells, counts: tally.counts, problems: tally.problems, rows: 1 }
}

/** Numbers of every unit together; what a single unit is, the township is not. */
function ofAll({ view }: NumbersAsked, rows: readonly UnitRow[], field: string, township: string | null): FillValue {
  if (field === 'unit') return township === null ? null : { kind: 'text', text: township }
  if (isUnitFact(field)) return null
  const numbers = rows.flatMap((row) => {
    const value = unitValue(view, row, 0, field)
    return value?.kind === 'number' ? [value.value] : []
  })
  return numbers.length === 0 ? null : { kind: 'number', value: numbers.reduce((sum, one) => sum + one, 0) }
}
