import type { Output } from '../../../electron/contract/operations.ts'
import { hrefTo } from '../../text/paths.ts'

type Structure = Output<'structure.read'>

const ROW = 22
const BAR = 12
/** The bars' ground, in units of the drawing; the longest bar fills it. */
const WIDE = 200

/** Age and 编制类型 of everybody on the roster, two calm bar charts; the numbers stand beside the bars and in the text a screen reader reads. */
export function StructureBrief({ age, category }: { readonly age: Structure; readonly category: Structure }) {
  return (
    <div className="structure-brief">
      <Bars title="年龄" data={age} href={hrefTo('structure', { rows: 'age', columns: 'education' })} />
      <Bars title="编制类型" data={category} href={hrefTo('structure', { rows: 'category', columns: 'none' })} />
    </div>
  )
}

function Bars({ title, data, href }: { readonly title: string; readonly data: Structure; readonly href: string }) {
  const rows = data.rows.filter(({ total, key }) => total > 0 || !/^(unknown|none)$/.test(key))
  const longest = Math.max(1, ...rows.map(({ total }) => total))
  return (
    <a className="structure-brief-part" href={href}>
      <strong>{title}</strong>
      <span className="visually-hidden">（看队伍结构）</span>
      <span className="structure-brief-rows">
        {rows.map((row) => (
          <span key={row.key} className="structure-brief-row">
            <span>{row.title}</span>
            <svg viewBox={`0 0 ${WIDE} ${ROW}`} preserveAspectRatio="none" height={ROW} aria-hidden="true">
              <rect
                x="0"
                y={(ROW - BAR) / 2}
                width={(row.total / longest) * WIDE}
                height={BAR}
                className={/未登记/.test(row.title) ? 'bar-unknown' : 'bar-known'}
              />
            </svg>
            <span className="number">{row.total}</span>
          </span>
        ))}
      </span>
    </a>
  )
}
