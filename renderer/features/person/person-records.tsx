import { RECORD_KIND_NAMES, recordType, recordValueText } from '../../../electron/contract/records.ts'
import type { RecordView } from '../../../electron/contract/record-operations.ts'
import { useAsOf } from '../../api/as-of.tsx'
import { useQuery } from '../../api/use-query.ts'
import { goTo } from '../../text/paths.ts'
import { Button } from '../../ui/button.tsx'

/** What else is on record of somebody, a line a record; each kind leads to its sheet. */
export function PersonRecords({ personId }: { readonly personId: string }) {
  const { asOf, believedOn } = useAsOf()
  const records = useQuery('records.read', { personId, asOf, believedOn }).data?.records ?? []
  const kinds = RECORD_KIND_NAMES.filter((kind) => records.some((record) => record.kind === kind))
  return (
    <>
      <h3>资料</h3>
      {kinds.length === 0 && <p className="quiet">没有登记资料。</p>}
      <ul className="person-records">
        {kinds.map((kind) => (
          <li key={kind}>
            <Button look="link" onClick={() => goTo('records', { kind })}>
              {recordType(kind).title}
            </Button>
            <span>{records.filter((record) => record.kind === kind).map((record) => <span key={record.id} className="person-record">{recordLine(record)}</span>)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

function recordLine(record: RecordView): string {
  const { fields } = recordType(record.kind)
  const said = fields.flatMap((field) => {
    const words = field.type === 'unit' ? '' : recordValueText(field, record.content[field.name])
    return words === '' || words === '否' ? [] : [`${field.title} ${words}`]
  })
  return [record.to === null ? record.from : `${record.from} 至 ${record.to}`, ...said].join('，')
}
