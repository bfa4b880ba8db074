import { useId, useState } from 'react'
import type { ImportSheetView } from '../../../electron/contract/import-operations.ts'
import { CATEGORY_WORDS } from './field-words.ts'
import { withAnswers } from './import-options.ts'
import type { Import } from './use-import.ts'
import { Suggestions } from '../../ui/suggestions.tsx'

export type SheetGroup = ImportSheetView['groups'][number]

interface GroupPlaceProps {
  readonly run: Pick<Import, 'correct'> & { readonly state: Pick<Import['state'], 'options' | 'work'> }
  readonly group: SheetGroup
  /** Offices to choose from; any other may be written. */
  readonly units: readonly string[]
}

/** The office and the 编制 of everybody below a heading or on a sheet, put right for all of them at once. */
export function GroupPlace({ run, group, units }: GroupPlaceProps) {
  const { options, work } = run.state
  const whose = group.row === null ? '整张表' : `“${group.text}”下面 ${group.people} 人`
  const say = (id: string, answer: string) =>
    void run.correct(withAnswers(options, { [id]: answer === '' ? null : answer }))
  return (
    <span className="group-place" role="group" aria-label={whose}>
      {group.row === null ? '没写的人' : `下面 ${group.people} 人`}
      <UnitField
        key={group.unit ?? ''}
        label={`${whose}的单位`}
        value={options.answers[group.unitId] ?? group.unit ?? ''}
        units={units}
        disabled={work !== null}
        onSettle={(unit) => say(group.unitId, unit)}
      />
      <select
        className="input select"
        aria-label={`${whose}的编制`}
        value={options.answers[group.categoryId] ?? group.category ?? ''}
        disabled={work !== null}
        onChange={(event) => say(group.categoryId, event.target.value)}
      >
        <option value="">编制…</option>
        {group.category !== null && !CATEGORY_WORDS.includes(group.category) && <option>{group.category}</option>}
        {CATEGORY_WORDS.map((word) => (
          <option key={word}>{word}</option>
        ))}
      </select>
    </span>
  )
}

/** Takes effect when she leaves the field, presses Enter or picks an offered name. */
function UnitField({
  label,
  value,
  units,
  disabled,
  onSettle,
}: {
  readonly label: string
  readonly value: string
  readonly units: readonly string[]
  readonly disabled: boolean
  readonly onSettle: (unit: string) => void
}) {
  const [text, setText] = useState(value)
  const listId = useId()
  const settle = (next: string) => {
    if (next.trim() !== value) onSettle(next.trim())
  }
  return (
    <>
      <input
        className="input group-unit"
        aria-label={label}
        placeholder="单位…"
        list={listId}
        value={text}
        disabled={disabled}
        onChange={(event) => {
          setText(event.target.value)
          if (
            units.includes(event.target.value) &&
            !('inputType' in event.nativeEvent && event.nativeEvent.inputType === 'insertText')
          )
            settle(event.target.value)
        }}
        onBlur={() => settle(text)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') settle(text)
        }}
      />
      <Suggestions id={listId} typed={text} options={units.map((unit) => ({ value: unit }))} />
    </>
  )
}
