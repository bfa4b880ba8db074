import {
  RECORD_KIND_NAMES,
  recordType,
  recordValueText,
  type RecordKindName,
} from '../../../electron/contract/records.ts'
import type { RecordView } from '../../../electron/contract/record-operations.ts'
import { useAsOf } from '../../api/as-of.tsx'
import { useQuery } from '../../api/use-query.ts'
import { goTo } from '../../text/paths.ts'
import { Button } from '../../ui/button.tsx'

/** Kinds with a section of their own on the page, or whose words stand in one. */
const OWN_SECTION: readonly RecordKindName[] = [
  'personFile',
  'personGrade',
  'resume',
  'familyMember',
  'annualReview',
  'training',
]
export const OTHER_KINDS = RECORD_KIND_NAMES.filter(
  (kind) => recordType(kind).group === '人员' && !OWN_SECTION.includes(kind),
)

/** What is on record of somebody of some kinds, a line a record with its paper; each kind leads to its sheet. */
export function RecordLines({
  personId,
  kinds,
}: {
  readonly personId: string
  readonly kinds: readonly RecordKindName[]
}) {
  const { asOf, believedOn } = useAsOf()
  const records = useQuery('records.read', { personId, asOf, believedOn }).data?.records ?? []
  const own = records.filter((record) => kinds.includes(record.kind))
  const [only] = kinds
  return (
    <>
      {own.length === 0 && <p className="quiet">没有登记。</p>}
      {own.length > 0 && (
        <table className="person-lines">
          <thead>
            <tr>
              <th scope="col">资料</th>
              <th scope="col">内容</th>
              <th scope="col">依据</th>
            </tr>
          </thead>
          <tbody>
            {own.map((record) => (
              <tr key={record.id}>
                <th scope="row">
                  <Button look="link" onClick={() => goTo('records', { kind: record.kind })}>
                    {recordType(record.kind).title}
                  </Button>
                </th>
                <td>{recordLine(record)}</td>
                <td className="quiet">{record.documentNumber}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {kinds.length === 1 && only !== undefined && (
        <div className="person-actions">
          <Button look="link" onClick={() => goTo('records', { kind: only, add: '1', subject: personId })}>
            登记{recordType(only).title}
          </Button>
        </div>
      )}
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
