import type { RecordView } from '../../../electron/contract/record-operations.ts'
import { recordType, recordValueText } from '../../../electron/contract/records.ts'
import type { RecordField, RecordKindName } from '../../../electron/contract/records.ts'
import { openPerson } from '../../text/paths.ts'
import type { SheetColumn } from '../../ui/sheet/sheet-shape.ts'

const NUMBERS: readonly RecordField['type'][] = ['number', 'integer']
/** Pixels of a head: a character, and the arrow beside it. */
const [CHARACTER, ARROW] = [15, 46]

/** The columns of a kind: whom it is about, when, what it says, by which document. */
export function recordColumns(
  kind: RecordKindName,
  unitName: (id: string) => string,
): readonly SheetColumn<RecordView>[] {
  const { subject, from, to, fields } = recordType(kind)
  const unit: SheetColumn<RecordView> = { key: 'unit', title: '机构', width: 150, text: (record) => record.unit ?? '' }
  return [
    ...(subject === 'township' ? [] : [subjectColumn(subject === 'unit')]),
    ...(subject === 'township' || subject === 'unit' ? [] : [unit]),
    { key: 'from', title: from, width: headWidth(from, 110), text: (record) => record.from },
    ...(to === null
      ? []
      : [{ key: 'to', title: to, width: headWidth(to, 110), text: (record: RecordView) => record.to ?? '' }]),
    ...fields.map((field) => fieldColumn(field, unitName)),
    { key: 'document', title: '文号', width: 150, text: (record) => record.documentNumber ?? '' },
  ]
}

function headWidth(title: string, least: number): number {
  return Math.max(least, title.length * CHARACTER + ARROW)
}

function subjectColumn(isUnit: boolean): SheetColumn<RecordView> {
  return {
    key: 'subject',
    title: isUnit ? '机构' : '姓名',
    width: isUnit ? 180 : 96,
    text: (record) => record.person ?? record.unit ?? '',
    look: ({ personId, person, unit }) =>
      personId === null ? (
        (unit ?? '')
      ) : (
        <button type="button" className="cells-door" data-door="" tabIndex={-1} onClick={() => openPerson(personId)}>
          {person}
        </button>
      ),
  }
}

function fieldColumn(field: RecordField, unitName: (id: string) => string): SheetColumn<RecordView> {
  const number = NUMBERS.includes(field.type)
  const short = number || field.type === 'yesNo' || field.type === 'day' || field.type === 'month'
  return {
    key: field.name,
    title: field.title,
    width: headWidth(field.title, short ? 84 : 160),
    number,
    align: number ? 'right' : 'left',
    text: (record) => {
      const value = record.content[field.name]
      return field.type === 'unit' && typeof value === 'string' ? unitName(value) : recordValueText(field, value)
    },
  }
}
