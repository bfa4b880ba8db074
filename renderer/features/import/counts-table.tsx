import type { ImportPreview } from './proof-model.ts'

type Counts = ImportPreview['counts']
const LINES: readonly (readonly [keyof Counts, string])[] = [
  ['units', '机构'],
  ['quotas', '编制'],
  ['people', '在职人员'],
  ['others', '编外、借入'],
  ['concurrent', '兼任'],
]

/** What is added, changed and left, by kind of thing. */
export function CountsTable({ counts }: { readonly counts: Counts }) {
  return (
    <table className="grid counts-table">
      <thead>
        <tr>
          <th scope="col">内容</th>
          <th scope="col" className="align-right">
            新增
          </th>
          <th scope="col" className="align-right">
            更新
          </th>
          <th scope="col" className="align-right">
            不变
          </th>
        </tr>
      </thead>
      <tbody>
        {LINES.map(([key, title]) => (
          <tr key={key}>
            <th scope="row">{title}</th>
            <Count value={counts[key].added} />
            <Count value={counts[key].updated} />
            <Count value={counts[key].unchanged} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Count({ value }: { readonly value: number }) {
  return <td className={value === 0 ? 'align-right zero' : 'align-right'}>{value}</td>
}
