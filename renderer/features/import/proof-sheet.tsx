import './proof-sheet.css'
import { useCallback, useMemo, useState } from 'react'
import type { KeyboardEvent, MouseEvent } from 'react'
import type { ImportSheetView } from '../../../electron/contract/import-operations.ts'
import { Button } from '../../ui/button.tsx'
import { CellEditor, type CellPlace } from './cell-editor.tsx'
import { GroupPlace } from './group-place.tsx'
import { withColumn, withHeaderRow } from './import-options.ts'
import { originSentence } from './proof-model.ts'
import { ProofRow } from './proof-row.tsx'
import type { ImportPreview, ProofLine } from './proof-model.ts'
import type { Import } from './use-import.ts'

const BLOCK = 400
const NOT_USED = '（不用）'

interface ProofSheetProps {
  readonly run: Import
  readonly sheet: ImportSheetView
  readonly fields: ImportPreview['fields']
  readonly lines: readonly ProofLine[]
  readonly units: readonly string[]
}

/** The grid with column letters above, row numbers and marks at the left, and the margin at the right. Long sheets open block by block. */
export function ProofSheet({ run, sheet, fields, lines, units }: ProofSheetProps) {
  const [blocks, setBlocks] = useState(1)
  const [current, setCurrent] = useState<number | null>(null)
  const [editing, setEditing] = useState<CellPlace | null>(null)
  const shown = lines.slice(0, blocks * BLOCK)
  const rest = lines.length - shown.length
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
  return (
    <>
      <div
        className="proof-sheet"
        tabIndex={0}
        role="region"
        aria-label={`${sheet.sheet}，逐行批注`}
        onMouseOver={(event) => setCurrent(rowUnder(event) ?? current)}
        onKeyDown={(event) => {
          const next = rowAfter(event, shown, current)
          if (next === null) return
          event.preventDefault()
          setCurrent(next)
          event.currentTarget.querySelector(`tr[data-row="${next}"]`)?.scrollIntoView({ block: 'nearest' })
        }}
      >
        <table>
          <thead>
            <tr className="proof-letters">
              <th className="proof-gutter" scope="col">
                行
              </th>
              {sheet.columns.map((column) => (
                <th key={column.column} scope="col">
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
            {shown.map((line) => {
              const group = groups.get(line.row)
              const place = editing?.row === line.row ? editing : null
              return (
                <ProofRow
                  key={line.row}
                  line={line}
                  columns={sheet.columns}
                  current={line.row === current}
                  bare={bare}
                  editing={place?.column ?? null}
                  editor={
                    place === null ? null : (
                      <CellEditor
                        run={run}
                        sheet={sheet}
                        place={place}
                        text={line.cells[sheet.columns.findIndex(({ column }) => column === place.column)] ?? ''}
                        onClose={() => setEditing(null)}
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
        {rest > 0 && (
          <div className="proof-more">
            <Button onClick={() => setBlocks(blocks + 1)}>
              再显示 {Math.min(rest, BLOCK)} 行（还有 {rest} 行）
            </Button>
          </div>
        )}
      </div>
      <p className="proof-origin" aria-live="polite" data-testid="import-origin">
        {told === undefined || told.mark === null
          ? '指着一行，或按 ↑ ↓，看每个值取自哪里；双击一格改正。'
          : `第 ${told.row} 行　${originSentence(told)}`}
      </p>
    </>
  )
}

function rowUnder(event: MouseEvent): number | null {
  const row = event.target instanceof Element ? event.target.closest('tr')?.getAttribute('data-row') : undefined
  return row === undefined || row === null ? null : Number(row)
}

/** ↑ and ↓ on the sheet itself, not in a field of it. */
function rowAfter(event: KeyboardEvent, lines: readonly ProofLine[], current: number | null): number | null {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0 || event.target !== event.currentTarget) return null
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
