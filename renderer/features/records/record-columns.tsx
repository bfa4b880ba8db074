import type { RecordView } from '../../../electron/contract/record-operations.ts'
import { recordType, recordValueText } from '../../../electron/contract/records.ts'
import type { RecordField, RecordKindName } from '../../../electron/contract/records.ts'
import { orDash } from '../../text/format.ts'
import { openPerson } from '../../text/paths.ts'
import { Button } from '../../ui/button.tsx'
import type { Column } from '../../ui/data-table.tsx'

const NUMBERS: readonly RecordField['type'][] = ['number', 'integer']

/** The columns of a kind: whom it is about, when, what it says, by which document. */
export function recordColumns(kind: RecordKindName, unitName: (id: string) => string): readonly Column<RecordView>[] {
  const { subject, from, to, fields } = recordType(kind)
  const about: readonly Column<RecordView>[] =
    subject === 'township'
      ? []
      : [
          { key: 'subject', title: subject === 'unit' ? '机构' : '姓名', width: subject === 'unit' ? 180 : 90, sortBy: (record) => record.person ?? record.unit ?? '', render: (record) => <Subject record={record} /> },
          ...(subject === 'unit' ? [] : [{ key: 'unit', title: '机构', width: 150, sortBy: (record: RecordView) => record.unit ?? '', render: (record: RecordView) => orDash(record.unit) }]),
        ]
  return [
    ...about,
    { key: 'from', title: from, width: 100, sortBy: (record) => record.from, render: (record) => record.from },
    ...(to === null ? [] : [{ key: 'to', title: to, width: 100, sortBy: (record: RecordView) => record.to ?? '', render: (record: RecordView) => orDash(record.to) }]),
    ...fields.map((field) => fieldColumn(field, unitName)),
    { key: 'document', title: '文号', width: 130, sortBy: (record) => record.documentNumber ?? '', render: (record) => orDash(record.documentNumber) },
  ]
}

function fieldColumn(field: RecordField, unitName: (id: string) => string): Column<RecordView> {
  const number = NUMBERS.includes(field.type)
  const words = (record: RecordView) => {
    const value = record.content[field.name]
    return field.type === 'unit' && typeof value === 'string' ? unitName(value) : recordValueText(field, value)
  }
  return {
    key: field.name,
    title: field.title,
    ...(number || field.type === 'yesNo' || field.type === 'day' || field.type === 'month' ? { width: Math.max(84, field.title.length * 15 + 24) } : {}),
    ...(number ? { align: 'right' as const } : {}),
    sortBy: (record) => (number ? Number(record.content[field.name] ?? -1) : words(record)),
    render: (record) => <span title={words(record)}>{orDash(words(record))}</span>,
  }
}

function Subject({ record }: { readonly record: RecordView }) {
  const { personId } = record
  if (personId === null) return <>{orDash(record.unit)}</>
  return (
    <Button look="link" onClick={() => openPerson(personId)}>
      {record.person}
    </Button>
  )
}
