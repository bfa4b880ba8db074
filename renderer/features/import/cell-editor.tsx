import { useId, useState } from 'react'
import type { ImportSheetView } from '../../../electron/contract/import-operations.ts'
import { Button } from '../../ui/button.tsx'
import { wordsOf } from './field-words.ts'
import { withAnswers, withCorrection } from './import-options.ts'
import type { Import } from './use-import.ts'
import { Suggestions } from '../../ui/suggestions.tsx'

export interface CellPlace {
  readonly row: number
  readonly column: string
}

interface CellEditorProps {
  readonly run: Import
  readonly sheet: ImportSheetView
  readonly place: CellPlace
  readonly text: string
  readonly onClose: () => void
}

/** One person's own: what one of them should be says nothing of another. */
const OWN = new Set(['name', 'idNumber', 'sequence', 'phone'])

/** A cell put right in its place: this one, or all that read the same. The workbook she chose stays as it is. */
export function CellEditor({ run, sheet, place, text, onClose }: CellEditorProps) {
  const [value, setValue] = useState(text)
  const listId = useId()
  const at = sheet.columns.findIndex((column) => column.column === place.column)
  const field = sheet.columns[at]?.field ?? null
  const words = wordsOf(field)
  const same =
    text === '' || (field !== null && OWN.has(field)) ? 0 : sheet.rows.filter((row) => row.cells[at] === text).length
  const changed = value.trim() !== text.trim()
  const { options } = run.state
  const done = (all: boolean) => {
    onClose()
    if (!changed) return
    // An office's or a list's word means the same in every sheet; other text is put right in this file.
    const meaning = all && field !== null && (field === 'unit' || words?.includes(value.trim()) === true)
    void run.correct(
      meaning
        ? withAnswers(options, { [`value:${field}:${compact(text)}`]: value.trim() })
        : withCorrection(options, {
            sheet: sheet.sheet,
            ...place,
            value: value.trim(),
            ...(all ? { same: true } : {}),
          }),
    )
  }
  return (
    <form
      className="cell-editor"
      aria-label={`改第 ${place.row} 行 ${place.column} 列`}
      onSubmit={(event) => {
        event.preventDefault()
        done(false)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
      <input
        className="input"
        autoFocus
        aria-label={`第 ${place.row} 行 ${place.column} 列改为`}
        list={listId}
        value={value}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setValue(event.target.value)}
      />
      <Suggestions id={listId} typed={value} options={(words ?? []).map((word) => ({ value: word }))} />
      <Button type="submit" small look="main" disabled={!changed}>
        只改这一格
      </Button>
      {same > 1 && (
        <Button small disabled={!changed} onClick={() => done(true)}>
          同样的 {same} 格都改
        </Button>
      )}
      <Button small look="quiet" onClick={onClose}>
        取消
      </Button>
    </form>
  )
}

function compact(text: string): string {
  return text.replaceAll(/[\s\u00ad\u200b-\u200f\u2060\ufeff]+/gu, '')
}
