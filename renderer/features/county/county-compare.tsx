import { useState } from 'react'
import { useQuery } from '../../api/use-query.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { Field } from '../../ui/form.tsx'
import { Sheet } from '../../ui/page.tsx'
import { Answer, EmptyState } from '../../ui/states.tsx'

/** 改革前后对照: the sums of two days, from what the townships handed in. */
export function CountyCompare({ today }: { readonly today: string }) {
  const [from, setFrom] = useState<string | undefined>(undefined)
  const [to, setTo] = useState<string | undefined>(today)
  const query = useQuery('county.compare', from === undefined || to === undefined ? null : { from, to })
  return (
    <Sheet title="改革前后对照" note="两个日子各乡镇报来的数相加；比例重新算">
      <div className="county-form county-line">
        <Field label="改革前" required>
          {(ids) => <DateInput {...ids} value={from} onChange={setFrom} />}
        </Field>
        <Field label="改革后" required>
          {(ids) => <DateInput {...ids} value={to} onChange={setTo} />}
        </Field>
      </div>
      {from === undefined || to === undefined ? (
        <EmptyState text="写上改革前的一个日子。" />
      ) : (
        <Answer query={query} rows={6}>
          {({ rows }) =>
            rows.length === 0 ? (
              <EmptyState text="这两个日子都没有收到的数据。" />
            ) : (
              <table className="grid county-grid" aria-label="改革前后对照">
                <thead>
                  <tr>
                    <th scope="col">项目</th>
                    {['改革前', '改革后', '增减', '比例 %'].map((title) => (
                      <th key={title} scope="col" className="number">
                        {title}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={row.what}>
                      <th scope="row">{row.what}</th>
                      <td className="number">{row.before}</td>
                      <td className="number">{row.after}</td>
                      <td className="number">{row.change > 0 ? `+${row.change}` : row.change}</td>
                      <td className="number">{row.rate ?? ''}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )
          }
        </Answer>
      )}
    </Sheet>
  )
}
