import './proof-sheet.css'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent, MouseEvent } from 'react'
import type { ImportSheetView } from '../../../electron/contract/import-operations.ts'
import { CellEditor, type CellPlace } from './cell-editor.tsx'
import { GroupPlace } from './group-place.tsx'
import { withColumn, withHeaderRow } from './import-options.ts'
import { originSentence } from './proof-model.ts'
import { ProofRow } from './proof-row.tsx'
import type { ImportPreview, ProofLine } from './proof-model.ts'
import type { Import } from './use-import.ts'
import { useProofRows, useProofWidths } from './use-proof-rows.ts'

const NOT_USED = '（不用）'

interface ProofSheetProps {
  readonly run: Import
  readonly sheet: ImportSheetView
  readonly fields: ImportPreview['fields']
  readonly lines: readonly ProofLine[]
  readonly units: readonly string[]
}

/** The grid with column letters above, row numbers and marks at the left, and the margin at the right; drawn only near what is seen. */
export function ProofSheet({ run, sheet, fields, lines, units }: ProofSheetProps) {
  const [current, setCurrent] = useState<number | null>(null)
  /** The column the keys are in. */
  const [column, setColumn] = useState<string | null>(null)
  const region = useRef<HTMLDivElement>(null)
  const [editing, setEditing] = useState<CellPlace | null>(null)
  const { pieces, measure } = useProofRows(region, lines, [current, editing?.row ?? null])
  const widths = useProofWidths(sheet.columns, lines)
  const bare = sheet.purpose === 'ignored'
  const groups = useMemo(() => new Map(sheet.groups.map((group) => [group.row, group])), [sheet])
  const edit = useCallback((row: number, column: string) => setEditing({ row, column }), [])
  const { correct } = run
  const { options } = run.state
  const takeAsHeader = useCallback(
    (row: number) => void correct(withHeaderRow(options, sheet.sheet, row)),
    [correct, options, sheet.sheet],
  )
  const told = lines.find((line) => line.row === current)
  const close = () => {
    setEditing(null)
    // The arrows go on from the cell that was put right.
    region.current?.focus({ preventScroll: true })
  }
  return (
    <>
      <div
        className="proof-sheet"
        ref={region}
        tabIndex={0}
        role="region"
        aria-label={`${sheet.sheet}，逐行批注`}
        onMouseOver={(event) => setCurrent(rowUnder(event) ?? current)}
        onClick={(event) => {
          const place = cellUnder(event)
          if (place === null) return
          setCurrent(place.row)
          setColumn(place.column)
        }}
        onKeyDown={(event) => {
          if (event.target !== event.currentTarget) return
          const next = rowAfter(event, lines, current)
          const across = columnAfter(event, sheet.columns, column)
          const opens = (event.key === 'Enter' || event.key === 'F2') && told?.role === 'data' && column !== null
          if (next === null && across === null && !opens) return
          event.preventDefault()
          if (opens) {
            edit(told.row, column)
            return
          }
          if (next !== null) setCurrent(next)
          if (across !== null) setColumn(across)
          const row = event.currentTarget.querySelector(`tr[data-row="${next ?? current}"]`)
          const cell = row?.querySelector(`[data-column="${across ?? column}"]`) ?? row
          cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
        }}
      >
        <table>
          <thead>
            <tr className="proof-letters">
              <th className="proof-gutter" scope="col">
                行
              </th>
              {sheet.columns.map((column, at) => (
                <th key={column.column} scope="col" style={{ minWidth: widths[at] }}>
                  {column.column}
                </th>
              ))}
              <th className="proof-margin" scope="col">
                批注
              </th>
            </tr>
            {!bare && <FieldRow run={run} sheet={sheet} fields={fields} />}
          </thead>
          <tbody>
            {pieces.map((piece) => {
              if (piece.kind === 'gap')
                return (
                  <tr key={piece.key} aria-hidden="true" className="proof-gap">
                    <td colSpan={sheet.columns.length + 2} style={{ height: piece.height }} />
                  </tr>
                )
              const line = lines[piece.place]
              if (line === undefined) return null
              const group = groups.get(line.row)
              const place = editing?.row === line.row ? editing : null
              return (
                <ProofRow
                  key={line.row}
                  line={line}
                  place={piece.place}
                  measure={measure}
                  columns={sheet.columns}
                  current={line.row === current}
                  column={line.row === current ? column : null}
                  bare={bare}
                  editing={place?.column ?? null}
                  editor={
                    place === null ? null : (
                      <CellEditor
                        run={run}
                        sheet={sheet}
                        place={place}
                        text={line.cells[sheet.columns.findIndex(({ column }) => column === place.column)] ?? ''}
                        onClose={close}
                      />
                    )
                  }
                  group={group === undefined ? null : <GroupPlace run={run} group={group} units={units} />}
                  onEdit={edit}
                  onHeader={takeAsHeader}
                />
              )
            })}
          </tbody>
        </table>
      </div>
      <p className="proof-origin" aria-live="polite" data-testid="import-origin">
        {told === undefined || told.mark === null
          ? '指着一行，或按方向键，看每个值取自哪里；双击一格，或按 Enter 改正。'
          : `第 ${told.row} 行　${originSentence(told)}`}
      </p>
    </>
  )
}

function rowUnder(event: MouseEvent): number | null {
  const row = event.target instanceof Element ? event.target.closest('tr')?.getAttribute('data-row') : undefined
  return row === undefined || row === null ? null : Number(row)
}

/** The cell of the sheet that was clicked; null in the margin and in a field. */
function cellUnder(event: MouseEvent): CellPlace | null {
  const cell = event.target instanceof Element ? event.target.closest('td[data-column]') : null
  const row = rowUnder(event)
  const column = cell?.getAttribute('data-column') ?? null
  return row === null || column === null ? null : { row, column }
}

/** ← and →; the first column where none is chosen. */
function columnAfter(event: KeyboardEvent, columns: ImportSheetView['columns'], current: string | null): string | null {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
  if (step === 0) return null
  const at = columns.findIndex(({ column }) => column === current)
  return columns[at === -1 ? 0 : Math.min(Math.max(at + step, 0), columns.length - 1)]?.column ?? null
}

/** ↑ and ↓ on the sheet itself, not in a field of it. */
function rowAfter(event: KeyboardEvent, lines: readonly ProofLine[], current: number | null): number | null {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return null
  const at = lines.findIndex((line) => line.row === current)
  return lines[at === -1 ? 0 : Math.min(Math.max(at + step, 0), lines.length - 1)]?.row ?? null
}

/** Which field each column was taken for; she puts it right by choosing another, and everything is read again. */
function FieldRow({
  run,
  sheet,
  fields,
}: {
  readonly run: Import
  readonly sheet: ImportSheetView
  readonly fields: ImportPreview['fields']
}) {
  const choices = fields.filter((field) => field.purpose === sheet.purpose)
  return (
    <tr className="proof-fields">
      <th className="proof-gutter" scope="row">
        认作
      </th>
      {sheet.columns.map((column) => (
        <th key={column.column}>
          <select
            aria-label={`${column.column} 列（${column.header}）认作`}
            className={column.field === null ? 'field-select field-unused' : 'field-select'}
            title={column.sample.length === 0 ? column.header : `${column.header}，例如 ${column.sample.join('、')}`}
            value={column.field ?? ''}
            disabled={run.state.work !== null}
            onChange={(event) =>
              void run.correct(
                withColumn(
                  run.state.options,
                  sheet,
                  column.column,
                  event.target.value === '' ? null : event.target.value,
                ),
              )
            }
          >
            <option value="">{NOT_USED}</option>
            {/* 性别、民族 over one column, a mark under 行政编制: read by their own heads, and no field one can choose. */}
            {column.field !== null && choices.every(({ field }) => field !== column.field) && (
              <option value={column.field}>{column.header}</option>
            )}
            {choices.map((field) => (
              <option key={field.field} value={field.field}>
                {field.title}
              </option>
            ))}
          </select>
        </th>
      ))}
      <th className="proof-margin proof-margin-hint">列认错了，在表头上改</th>
    </tr>
  )
}
