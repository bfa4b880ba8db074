import { useState } from 'react'
import type { HolidayYearView } from '../../../electron/contract/pack-shapes.ts'
import { useQuery } from '../../api/use-query.ts'
import { useHandedFiles } from '../../parts/handed-files.ts'
import { Button } from '../../ui/button.tsx'
import { Sheet } from '../../ui/page.tsx'
import { Answer } from '../../ui/states.tsx'
import { rangeText, shortDay } from '../../text/format.ts'
import { Tag } from '../../ui/tag.tsx'
import { ImportHolidays } from './import-holidays.tsx'

/** The years working days can be counted in, day by day. */
export function HolidayYears() {
  const holidays = useQuery('holidays.read', {})
  const [importing, setImporting] = useState<File | 'ask' | null>(null)
  useHandedFiles('packs', ([file]) => setImporting(file ?? null))
  return (
    <Sheet
      title="放假安排"
      note="公示期、登记时限按工作日计算，需要那一年的放假安排。没有的年份不猜，算到那里会说明。"
      actions={<Button onClick={() => setImporting('ask')}>导入一年的放假安排…</Button>}
    >
      <Answer query={holidays} rows={4}>
        {({ years }) => (
          <table className="grid packs-table" aria-label="放假安排">
            <thead>
              <tr>
                <th scope="col" className="packs-year">
                  年份
                </th>
                <th scope="col">通知</th>
                <th scope="col">放假</th>
                <th scope="col">调休上班</th>
              </tr>
            </thead>
            <tbody>
              {years.map((year) => (
                <YearRow key={year.year} year={year} />
              ))}
            </tbody>
          </table>
        )}
      </Answer>
      {importing !== null && (
        <ImportHolidays given={importing === 'ask' ? undefined : importing} onClose={() => setImporting(null)} />
      )}
    </Sheet>
  )
}

/** Days in a row; a line ends between two of them, never within one. */
function Days({ texts }: { readonly texts: readonly string[] }) {
  return texts.map((text, place) => (
    <span key={text} className="packs-day">
      {text}
      {place < texts.length - 1 && '、'}
      <wbr />
    </span>
  ))
}

function YearRow({ year }: { readonly year: HolidayYearView }) {
  return (
    <tr>
      <th scope="row" className="number">
        {year.year}
      </th>
      <td>
        {year.notice} {year.issuedOn !== null && <span className="quiet">{year.issuedOn}</span>}{' '}
        {year.imported && <Tag look="outline">导入</Tag>}
      </td>
      <td>
        <Days texts={year.off.map(rangeText)} />
      </td>
      <td>
        <Days texts={year.worked.map(shortDay)} />
      </td>
    </tr>
  )
}
