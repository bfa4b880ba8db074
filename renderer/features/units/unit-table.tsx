import { useEffect, useRef } from 'react'
import { UNIT_KIND_TITLES } from '../../../electron/contract/shapes.ts'
import type { FiguresView } from '../../../electron/contract/shapes.ts'
import { FigureDoor } from '../../parts/figure-door.tsx'
import { FIGURE_TITLES } from '../../text/words.ts'
import { Button } from '../../ui/button.tsx'
import { useMoreRows } from '../../ui/more-rows.tsx'
import type { QuotaTarget } from './quota-form.tsx'
import type { UnitLine, UnitRow } from './unit-rows.ts'

/** Lines of quota drawn at a time. */
const LINES = 70

const KINDS = ['quota', 'actual', 'reserved', 'vacancy', 'over'] as const

interface UnitTableProps {
  readonly rows: readonly UnitRow[]
  readonly totals: FiguresView['totals']
  /** The unit a link asked for: scrolled to and marked. */
  readonly wanted: string | undefined
  readonly onQuota: (target: QuotaTarget) => void
  readonly onLeadership: (unitId: string) => void
  /** 沿革表 of one unit. */
  readonly onChronicle: (unitId: string) => void
}

/** The bureau's sheet: one block of rows a unit, totals below, every figure a door. */
export function UnitTable({ rows, totals, wanted, onQuota, onLeadership, onChronicle }: UnitTableProps) {
  const place = rows.findIndex(({ unit }) => unit.unitId === wanted)
  const { shown, more } = useMoreRows(rows, LINES, {
    unit: '个机构',
    weigh: ({ lines }) => Math.max(1, lines.length),
    wanted: place,
  })
  return (
    <div className="unit-sheet" tabIndex={0} role="region" aria-label="机构编制表">
      <table className="grid unit-table">
        <thead>
          <tr>
            <th>机构</th>
            <th>性质</th>
            <th>编制类型</th>
            {KINDS.map((kind) => (
              <th key={kind} className="align-right">
                {FIGURE_TITLES[kind]}
              </th>
            ))}
            <th>文号</th>
            <th className="align-right">领导职数</th>
            <th>操作</th>
          </tr>
        </thead>
        {shown.map((row) => (
          <UnitBlock
            key={row.unit.unitId}
            row={row}
            wanted={row.unit.unitId === wanted}
            onQuota={onQuota}
            onLeadership={onLeadership}
            onChronicle={onChronicle}
          />
        ))}
        <tfoot>
          {totals.map((total) => (
            <tr key={total.categoryCode}>
              <th scope="row" colSpan={2}>
                合计
              </th>
              <td>{total.category}</td>
              {KINDS.map((kind) => (
                <td key={kind} className="align-right">
                  <FigureDoor
                    unitId=""
                    category={total.categoryCode}
                    kind={kind}
                    value={total[kind]}
                    label={`合计${total.category}${FIGURE_TITLES[kind]}`}
                  />
                </td>
              ))}
              <td colSpan={3} className="quiet">
                {total.ceiling === null ? '' : `全乡核定总数 ${total.ceiling}`}
              </td>
            </tr>
          ))}
        </tfoot>
      </table>
      {more}
    </div>
  )
}

function UnitBlock({
  row,
  wanted,
  onQuota,
  onLeadership,
  onChronicle,
}: { readonly row: UnitRow; readonly wanted: boolean } & Pick<
  UnitTableProps,
  'onQuota' | 'onLeadership' | 'onChronicle'
>) {
  const { unit } = row
  const block = useRef<HTMLTableSectionElement>(null)
  useEffect(() => {
    if (wanted) block.current?.scrollIntoView({ block: 'center' })
  }, [wanted])
  const lines: readonly (UnitLine | null)[] = row.lines.length === 0 ? [null] : row.lines
  return (
    <tbody ref={block} className={wanted ? 'unit-wanted' : undefined}>
      {lines.map((line, index) => (
        <tr key={line === null ? 'none' : `${line.categoryCode}${line.ceiling === null ? '' : '-all'}`}>
          {index === 0 && (
            <>
              <th scope="rowgroup" rowSpan={lines.length} style={{ paddingLeft: 10 + row.depth * 14 }}>
                {unit.name}
                {unit.nameplates.length > 0 && (
                  <span className="nameplates" title={`加挂牌子：${unit.nameplates.join('、')}`}>
                    挂 {unit.nameplates.join('、')}
                  </span>
                )}
              </th>
              <td
                rowSpan={lines.length}
                className="quiet"
                title={unit.managingBody === null ? '' : `${unit.managingBody}管理`}
              >
                {UNIT_KIND_TITLES[unit.kind]}
              </td>
            </>
          )}
          <LineCells line={line} unitId={unit.unitId} unitName={unit.name} />
          <td className="document" title={line === null ? '' : `${line.documentNumber} ${line.validFrom}起`}>
            {line === null ? (
              ''
            ) : line.documentNumber === '' ? (
              <span className="amber">没有核定</span>
            ) : (
              line.documentNumber
            )}
          </td>
          {index === 0 && (
            <td rowSpan={lines.length} className="align-right" title={leadershipTitle(unit.leadership)}>
              {unit.leadership === null ? '' : unit.leadership.amount}
            </td>
          )}
          <td className="row-actions">
            {line !== null && (
              <Button
                look="link"
                aria-label={`调整${unit.name}${line.category}${line.ceiling === null ? '' : '总数'}`}
                onClick={() => onQuota({ unitId: unit.unitId, category: line.categoryCode })}
              >
                调整
              </Button>
            )}
            {line === null && unit.kind !== 'township' && (
              <Button look="link" aria-label={`核定${unit.name}编制`} onClick={() => onQuota({ unitId: unit.unitId })}>
                核定
              </Button>
            )}
            {index === 0 && unit.kind !== 'township' && (
              <Button look="link" aria-label={`${unit.name}领导职数`} onClick={() => onLeadership(unit.unitId)}>
                职数
              </Button>
            )}
            {index === 0 && (
              <Button look="link" aria-label={`${unit.name}沿革`} onClick={() => onChronicle(unit.unitId)}>
                沿革
              </Button>
            )}
          </td>
        </tr>
      ))}
    </tbody>
  )
}

function leadershipTitle(leadership: UnitRow['unit']['leadership']): string {
  if (leadership === null) return ''
  const parts =
    leadership.chief === null || leadership.deputy === null
      ? '未分正副'
      : `正 ${leadership.chief} 副 ${leadership.deputy}`
  return `${parts}，${leadership.documentNumber}`
}

function LineCells({
  line,
  unitId,
  unitName,
}: {
  readonly line: UnitLine | null
  readonly unitId: string
  readonly unitName: string
}) {
  if (line === null)
    return (
      <td colSpan={6} className="quiet">
        没有核定编制
      </td>
    )
  const { figures } = line
  if (figures === null) {
    return (
      <>
        <td>{line.category}</td>
        <td className="align-right">{line.ceiling ?? 0}</td>
        <td colSpan={4} className="quiet">
          全乡总数，分配到各机构
        </td>
      </>
    )
  }
  return (
    <>
      <td>{line.category}</td>
      {KINDS.map((kind) => (
        <td key={kind} className="align-right">
          <FigureDoor
            unitId={unitId}
            category={line.categoryCode}
            kind={kind}
            value={figures[kind]}
            label={`${unitName}${line.category}${FIGURE_TITLES[kind]}`}
          />
        </td>
      ))}
    </>
  )
}
