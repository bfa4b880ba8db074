import './proof-sheet.css'
import { useState } from 'react'
import type { ImportSheetView } from '../../../electron/contract/import-operations.ts'
import { Button } from '../../ui/button.tsx'
import { withColumn } from './import-options.ts'
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
}

/** The grid with column letters above, row numbers and marks at the left, and the margin at the right. Long sheets open block by block. */
export function ProofSheet({ run, sheet, fields, lines }: ProofSheetProps) {
  const [blocks, setBlocks] = useState(1)
  const shown = lines.slice(0, blocks * BLOCK)
  const rest = lines.length - shown.length
  return (
    <div className="proof-sheet" tabIndex={0} role="region" aria-label={`${sheet.sheet}，逐行批注`}>
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
          {sheet.purpose !== 'ignored' && <FieldRow run={run} sheet={sheet} fields={fields} />}
        </thead>
        <tbody>
          {shown.map((line) => (
            <ProofRow key={line.row} line={line} columns={sheet.columns} />
          ))}
        </tbody>
      </table>
      {rest > 0 && (
        <div className="proof-more">
          <Button onClick={() => setBlocks(blocks + 1)}>
            再显示 {Math.min(rest, BLOCK)} 行（还有 {rest} 行）
          </Button>
          {lines.length > BLOCK && <p className="quiet">前 {BLOCK} 行照原样显示，其后各行列出要登记的内容。</p>}
        </div>
      )}
    </div>
  )
}

/** Which field each column was taken for; she puts it right by choosing another, and everything is read again. */
function FieldRow({ run, sheet, fields }: { readonly run: Import; readonly sheet: ImportSheetView; readonly fields: ImportPreview['fields'] }) {
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
            onChange={(event) => void run.correct(withColumn(run.state.options, sheet, column.column, event.target.value === '' ? null : event.target.value))}
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
