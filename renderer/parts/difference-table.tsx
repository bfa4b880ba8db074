import type { ContentDifferenceView } from '../../electron/contract/package-operations.ts'
import { useMoreRows } from '../ui/more-rows.tsx'

const KINDS: Readonly<Record<ContentDifferenceView['kind'], string>> = {
  unit: '机构',
  quota: '编制',
  leadership: '领导职数',
  person: '人员',
  finding: '问题',
}
const CHANGES: Readonly<Record<ContentDifferenceView['change'], string>> = {
  added: '新增',
  removed: '减少',
  changed: '变动',
}

/** What is other than last time, line by line. */
export function DifferenceTable({ differences }: { readonly differences: readonly ContentDifferenceView[] }) {
  const { shown, more } = useMoreRows(differences, 60, { unit: '处' })
  return (
    <>
      <table className="grid" aria-label="与上次的不同">
        <thead>
          <tr>
            <th scope="col">是什么</th>
            <th scope="col">怎么变</th>
            <th scope="col">谁</th>
            <th scope="col">上次</th>
            <th scope="col">这次</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((one) => (
            <tr key={`${one.kind} ${one.subject} ${one.before} ${one.after}`}>
              <td>{KINDS[one.kind]}</td>
              <td>{CHANGES[one.change]}</td>
              <th scope="row">{one.subject}</th>
              <td>{one.before}</td>
              <td>{one.after}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </>
  )
}
