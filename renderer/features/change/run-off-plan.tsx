import { Sheet } from '../../ui/page.tsx'
import { kindTitle } from './off-quota-kind.ts'
import { tellingYears } from './telling-years.ts'
import type { PlanRow } from './telling-years.ts'

/** 逐步消化 by year: planned, leaving by age, gone; the bar is what remains. */
export function RunOffPlan({ plan }: { readonly plan: readonly PlanRow[] }) {
  const most = Math.max(1, ...plan.map((row) => row.remaining))
  return (
    <Sheet title="逐步消化" note="没有人走的年份略去；到龄由出生年月推算">
      {plan.length === 0 ? (
        <p className="quiet off-quota-none">还没有消化计划，近年也没有到龄的人。</p>
      ) : (
        <table className="grid" aria-label="逐步消化">
          <thead>
            <tr>
              <th>年度</th>
              <th>用工形式</th>
              <th className="align-right">计划减</th>
              <th className="align-right">到龄</th>
              <th className="align-right">已减</th>
              <th className="bar-head">年末还有</th>
            </tr>
          </thead>
          <tbody>
            {tellingYears(plan).map((row) => (
              <tr key={`${row.year}${row.kind}`}>
                <th scope="row">{row.year}</th>
                <td>{kindTitle(row.kind)}</td>
                <td className="align-right">{row.planned ?? <span className="quiet">未定</span>}</td>
                <td className="align-right">{row.retiring}</td>
                <td className="align-right">{row.left}</td>
                <td>
                  <span className="bar">
                    <span className="bar-fill" style={{ width: `${(row.remaining / most) * 100}px` }} /> {row.remaining}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Sheet>
  )
}
