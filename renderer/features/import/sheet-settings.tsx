import { useState } from 'react'
import type { ImportSheetView } from '../../../electron/contract/import-operations.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { Checkbox, Select } from '../../ui/form.tsx'
import { GroupPlace } from './group-place.tsx'
import { withHeaderRow, withMapping } from './import-options.ts'
import type { ImportPreview } from './proof-model.ts'
import { PURPOSES } from './purposes.ts'
import type { Import } from './use-import.ts'

/** What the sheet is, where its heading stands, from which day its rows hold, and whether refused rows hold up the others. */
export function SheetSettings({
  run,
  sheet,
  preview,
  units,
}: {
  readonly run: Import
  readonly sheet: ImportSheetView
  readonly preview: ImportPreview
  readonly units: readonly string[]
}) {
  const { options } = run.state
  const whole = sheet.groups.find((group) => group.row === null)
  return (
    <div className="sheet-settings">
      {whole !== undefined && <GroupPlace run={run} group={whole} units={units} />}
      <label>
        <span>这张表是</span>
        <Select
          aria-label="这张表是"
          value={sheet.purpose}
          width={116}
          choices={PURPOSES}
          onChange={(purpose) => void run.correct(withMapping(options, sheet.sheet, { purpose }))}
        />
      </label>
      <label>
        <span>表头行</span>
        <LateInput
          key={`${sheet.sheet} ${sheet.headerRows.join()}`}
          label="表头行"
          value={String(sheet.headerRows[0] ?? '')}
          onSettle={(value) =>
            headerRowOf(value) !== null &&
            void run.correct(withHeaderRow(options, sheet.sheet, headerRowOf(value) ?? 1))
          }
        />
      </label>
      <label title="行里没有写日期的，从这一天起算">
        <span>未写日期的从</span>
        <DateInput
          aria-label="未写日期的从这一天起算"
          value={preview.effectiveOn}
          onChange={(effectiveOn) =>
            effectiveOn !== undefined &&
            effectiveOn !== preview.effectiveOn &&
            void run.correct({ ...options, effectiveOn })
          }
        />
        <span>起算</span>
      </label>
      <Checkbox
        checked={options.skipRefused}
        onChange={(skipRefused) => void run.correct({ ...options, skipRefused })}
        label="只导入没有问题的行"
        disabled={preview.refused.length === 0 && !options.skipRefused}
      />
    </div>
  )
}

function headerRowOf(value: string): number | null {
  const row = Number(value)
  return Number.isInteger(row) && row > 0 ? row : null
}

/** Takes effect when she leaves the field or presses Enter: half a number is not a wish. */
function LateInput({
  label,
  value,
  onSettle,
}: {
  readonly label: string
  readonly value: string
  readonly onSettle: (value: string) => void
}) {
  const [text, setText] = useState(value)
  const settle = () => {
    if (text !== value) onSettle(text)
  }
  return (
    <input
      className="input input-number late-number"
      type="number"
      min={1}
      aria-label={label}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle()
      }}
    />
  )
}
