import type { Output } from '../../../electron/contract/operations.ts'
import { useQuery } from '../../api/use-query.ts'
import { Button } from '../../ui/button.tsx'
import { useMoreRows } from '../../ui/more-rows.tsx'
import { Sheet } from '../../ui/page.tsx'
import { setParams } from '../../ui/route.ts'
import { Answer, EmptyState } from '../../ui/states.tsx'
import { SEVERITY_NAMES } from '../../../electron/vocabulary/findings.ts'

type Found = Output<'county.findings'>

/** What the townships' own rules found, and what only the level above can see. */
export function CountyFindings() {
  const query = useQuery('county.findings', {})
  return (
    <Answer query={query} rows={10}>
      {(found) => (
        <>
          {found.across.length > 0 && (
            <Sheet title="跨乡镇" note="一个乡镇自己看不见的">
              <ul className="county-files">
                {found.across.map((one) => (
                  <li key={one.text}>
                    {SEVERITY_NAMES[one.severity]}：{one.text}
                  </li>
                ))}
              </ul>
            </Sheet>
          )}
          <ByRule found={found} />
          <Findings found={found} />
        </>
      )}
    </Answer>
  )
}

function ByRule({ found }: { readonly found: Found }) {
  if (found.byRule.length === 0) return null
  return (
    <Sheet title="按规则">
      <table className="grid county-grid" aria-label="按规则">
        <thead>
          <tr>
            <th scope="col">问题</th>
            <th scope="col" className="number">
              乡镇
            </th>
            <th scope="col" className="number">
              个
            </th>
          </tr>
        </thead>
        <tbody>
          {found.byRule.map((one) => (
            <tr key={one.rule}>
              <th scope="row">{one.title}</th>
              <td className="number">{one.townships}</td>
              <td className="number">{one.findings}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  )
}

function Findings({ found }: { readonly found: Found }) {
  const { shown, more } = useMoreRows(found.findings, 80, { unit: '个' })
  const { counts } = found
  return (
    <Sheet
      title="各乡镇的问题"
      note={`违规 ${counts.error}，待查 ${counts.warning}，提示 ${counts.info}，已说明 ${counts.explained}`}
    >
      {found.findings.length === 0 ? (
        <EmptyState text="各乡镇报来的都没有问题。" />
      ) : (
        <table className="grid county-grid" aria-label="各乡镇的问题">
          <thead>
            <tr>
              <th scope="col">乡镇</th>
              <th scope="col">轻重</th>
              <th scope="col">机构</th>
              <th scope="col">说的是什么</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((one, place) => (
              // Two findings may read alike; the place tells them apart.
              <tr key={`${place} ${one.rule}`}>
                <th scope="row">
                  <Button
                    look="link"
                    onClick={() => setParams({ tab: 'townships', township: one.townshipCode ?? one.township })}
                  >
                    {one.township}
                  </Button>
                </th>
                <td>{one.state === 'explained' ? '已说明' : SEVERITY_NAMES[one.severity]}</td>
                <td>{one.unit}</td>
                <td>{one.text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {more}
      {found.total > found.findings.length && (
        <p className="county-lists">
          共 {found.total} 个，这里列出前 {found.findings.length} 个。打开一个乡镇，看得到它的全部。
        </p>
      )}
    </Sheet>
  )
}
