import { useMemo } from 'react'
import { UNIT_KIND_TITLES } from '../../../electron/contract/shapes.ts'
import type { FiguresView } from '../../../electron/contract/shapes.ts'
import { FigureDoor } from '../../parts/figure-door.tsx'
import { ListSheet } from '../../parts/list-sheet.tsx'
import { FIGURE_TITLES } from '../../text/words.ts'
import { Button } from '../../ui/button.tsx'
import type { SheetColumn } from '../../ui/sheet/sheet-shape.ts'
import { EmptyState } from '../../ui/states.tsx'
import type { QuotaTarget } from './quota-form.tsx'
import { leadershipText, lineKey, unitLines, type LineRow, type UnitRow } from './unit-rows.ts'

const KINDS = ['quota', 'actual', 'reserved', 'vacancy', 'over'] as const

interface Doors {
  readonly onQuota: (target: QuotaTarget) => void
  readonly onLeadership: (unitId: string) => void
  /** 沿革表 of one unit. */
  readonly onChronicle: (unitId: string) => void
}

interface UnitTableProps extends Doors {
  readonly rows: readonly UnitRow[]
  readonly totals: FiguresView['totals']
  /** The unit a link asked for: scrolled to and marked. */
  readonly wanted: string | undefined
  /** The day shown, for paper. */
  readonly shown: string
}

/** The bureau's sheet: a line a unit and category, totals below, every figure a door; what changes a quota opens its event. */
export function UnitTable({ rows, totals, wanted, shown, onQuota, onLeadership, onChronicle }: UnitTableProps) {
  const lines = useMemo(() => unitLines(rows), [rows])
  const columns = useMemo(() => columnsOf({ onQuota, onLeadership, onChronicle }), [onQuota, onLeadership, onChronicle])
  const first = lines.find(({ unit }) => unit.unitId === wanted)
  return (
    <>
      <ListSheet
        list="units"
        title="机构编制"
        note={`截至 ${shown}`}
        unit="行"
        columns={columns}
        frozen={1}
        rows={lines}
        rowKey={lineKey}
        rowName={nameOf}
        openedKey={first === undefined ? null : lineKey(first)}
        empty={<EmptyState text="没有符合条件的机构。" />}
      />
      <UnitTotals totals={totals} />
    </>
  )
}

const nameOf = ({ unit }: LineRow): string => unit.name

/** What all units come to, category by category. */
function UnitTotals({ totals }: Pick<UnitTableProps, 'totals'>) {
  return (
    <ul className="unit-totals" aria-label="合计">
      {totals.map((total) => (
        <li key={total.categoryCode}>
          <strong>{total.category}</strong>
          {KINDS.map((kind) => (
            <span key={kind}>
              {FIGURE_TITLES[kind]}
              <FigureDoor
                unitId=""
                category={total.categoryCode}
                kind={kind}
                value={total[kind]}
                label={`合计${total.category}${FIGURE_TITLES[kind]}`}
              />
            </span>
          ))}
          {total.ceiling !== null && <span className="quiet">全乡核定总数 {total.ceiling}</span>}
        </li>
      ))}
    </ul>
  )
}

function columnsOf(doors: Doors): readonly SheetColumn<LineRow>[] {
  const edit = (row: LineRow) => {
    if (row.unit.kind !== 'township' || row.line !== null)
      doors.onQuota({ unitId: row.unit.unitId, ...(row.line === null ? {} : { category: row.line.categoryCode }) })
  }
  return [
    {
      key: 'unit',
      title: '机构',
      width: 196,
      text: ({ unit }) => unit.name,
      look: ({ unit, depth, first }) => (
        <span style={{ paddingLeft: depth * 14 }} className={first ? undefined : 'quiet'}>
          {unit.name}
          {first && unit.nameplates.length > 0 && (
            <span className="nameplates" title={`加挂牌子：${unit.nameplates.join('、')}`}>
              挂 {unit.nameplates.join('、')}
            </span>
          )}
        </span>
      ),
      order: { title: '按机构次序', rank: ({ place }) => place },
    },
    {
      key: 'kind',
      title: '性质',
      width: 76,
      text: ({ unit }) => UNIT_KIND_TITLES[unit.kind],
      look: ({ unit }) => (
        <span className="quiet" title={unit.managingBody === null ? '' : `${unit.managingBody}管理`}>
          {UNIT_KIND_TITLES[unit.kind]}
        </span>
      ),
    },
    {
      key: 'category',
      title: '编制类型',
      width: 112,
      text: ({ line }) => line?.category ?? '',
      look: ({ line }) => line?.category ?? <span className="quiet">没有核定编制</span>,
    },
    ...KINDS.map((kind): SheetColumn<LineRow> => ({
      key: kind,
      title: FIGURE_TITLES[kind],
      width: kind === 'reserved' ? 122 : kind === 'quota' || kind === 'actual' ? 66 : 74,
      align: 'right',
      number: true,
      text: ({ line }) =>
        line === null
          ? ''
          : line.figures === null
            ? kind === 'quota'
              ? String(line.ceiling ?? 0)
              : ''
            : String(line.figures[kind]),
      ...(kind === 'quota' ? { open: edit } : {}),
      look: ({ unit, line }) =>
        line === null ? null : line.figures === null ? (
          kind === 'quota' ? (
            <span title="全乡总数，分配到各机构">{line.ceiling ?? 0}</span>
          ) : null
        ) : (
          <FigureDoor
            unitId={unit.unitId}
            category={line.categoryCode}
            kind={kind}
            value={line.figures[kind]}
            label={`${unit.name}${line.category}${FIGURE_TITLES[kind]}`}
          />
        ),
    })),
    {
      key: 'document',
      title: '文号',
      width: 166,
      text: ({ line }) => line?.documentNumber ?? '',
      look: ({ line }) =>
        line === null ? null : line.documentNumber === '' ? (
          <span className="amber">没有核定</span>
        ) : (
          <span className="quiet" title={`${line.documentNumber} ${line.validFrom}起`}>
            {line.documentNumber}
          </span>
        ),
    },
    {
      key: 'leadership',
      title: '领导职数',
      width: 94,
      align: 'right',
      number: true,
      text: ({ unit, first }) => (first && unit.leadership !== null ? String(unit.leadership.amount) : ''),
      look: ({ unit, first }) => (
        <span title={leadershipText(unit.leadership)}>{first ? unit.leadership?.amount : ''}</span>
      ),
      open: ({ unit }) => doors.onLeadership(unit.unitId),
    },
    {
      key: 'acts',
      title: '操作',
      width: 134,
      text: () => '',
      look: (row) => <Acts row={row} edit={() => edit(row)} doors={doors} />,
    },
  ]
}

function Acts({
  row: { unit, line, first },
  edit,
  doors,
}: {
  readonly row: LineRow
  readonly edit: () => void
  readonly doors: Doors
}) {
  const own = unit.kind !== 'township'
  return (
    <span className="row-actions">
      {line !== null && (
        <Button
          look="link"
          aria-label={`调整${unit.name}${line.category}${line.ceiling === null ? '' : '总数'}`}
          onClick={edit}
        >
          调整
        </Button>
      )}
      {line === null && own && (
        <Button look="link" aria-label={`核定${unit.name}编制`} onClick={edit}>
          核定
        </Button>
      )}
      {first && own && (
        <Button look="link" aria-label={`${unit.name}领导职数`} onClick={() => doors.onLeadership(unit.unitId)}>
          职数
        </Button>
      )}
      {first && (
        <Button look="link" aria-label={`${unit.name}沿革`} onClick={() => doors.onChronicle(unit.unitId)}>
          沿革
        </Button>
      )}
    </span>
  )
}
