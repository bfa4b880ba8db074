import type { Output } from '../../../electron/contract/operations.ts'
import { useQuery } from '../../api/use-query.ts'
import { orDash } from '../../text/format.ts'
import { Button } from '../../ui/button.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { dropParam } from '../../ui/route.ts'
import { Answer, EmptyState } from '../../ui/states.tsx'
import './chronicle.css'

type Row = Output<'unit.chronicle'>['rows'][number]

/** 机构编制沿革表: what every document made of the unit, oldest first, as the bureau's form has it. */
export function ChronicleDrawer({ unitId, unit }: { readonly unitId: string; readonly unit: string }) {
  const query = useQuery('unit.chronicle', { unit: unitId })
  return (
    <Drawer
      // A unit that is no more is named by its chronicle alone.
      title={`${unit === '' ? (query.data?.unit ?? '') : unit} 机构编制沿革表`}
      label="沿革表"
      wide
      onClose={() => dropParam('chronicle')}
      footer={
        <Button onClick={() => window.print()} disabled={query.data === undefined}>
          打印
        </Button>
      }
    >
      <Answer query={query} rows={8}>
        {(data) =>
          data.rows.length === 0 ? <EmptyState text="还没有记下这个机构的任何文件。" /> : <Chronicle rows={data.rows} />
        }
      </Answer>
    </Drawer>
  )
}

function Chronicle({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <table className="grid chronicle">
      <thead>
        <tr>
          <th>日期</th>
          <th>文号及事项</th>
          <th>机构名称</th>
          <th>编制</th>
          <th>领导职数</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.date}${row.document ?? ''}${row.text}`}>
            <td className="number">{row.date}</td>
            <td>
              <strong>{orDash(row.document)}</strong>
              {row.title !== null && <span className="quiet"> 《{row.title}》</span>}
              <br />
              {row.text}
            </td>
            <td>
              {row.name}
              {row.parent !== null && <span className="quiet"> 隶属{row.parent}</span>}
              {row.funding !== null && <span className="quiet"> {row.funding}</span>}
            </td>
            <td>{row.quotas}</td>
            <td>{row.leadership ?? ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
