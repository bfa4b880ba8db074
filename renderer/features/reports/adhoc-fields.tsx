import type { Output } from '../../../electron/contract/operations.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/form.tsx'

export type RosterFields = Output<'rosterLayout.list'>['fields']

interface AdhocFieldsProps {
  readonly fields: RosterFields
  /** In the order of the columns. */
  readonly chosen: readonly string[]
  readonly onChange: (chosen: string[]) => void
}

/** Columns: chosen ones on top in their order, each with a button up and down; the others below. 姓名 stays: a roster without names is none. */
export function AdhocFields({ fields, chosen, onChange }: AdhocFieldsProps) {
  const titleOf = (field: string) => fields.find((own) => own.field === field)?.title ?? field
  const move = (from: number, to: number) =>
    onChange(
      chosen.map((field, place) =>
        place === to ? (chosen[from] ?? field) : place === from ? (chosen[to] ?? field) : field,
      ),
    )
  return (
    <fieldset>
      <legend>栏目</legend>
      <ul className="adhoc-fields">
        {chosen.map((field, place) => (
          <li key={field}>
            <Checkbox
              checked
              disabled={field === 'name'}
              onChange={() => onChange(chosen.filter((own) => own !== field))}
              label={titleOf(field)}
            />
            <span className="adhoc-moves">
              <Button
                small
                aria-label={`${titleOf(field)}上移`}
                disabled={place === 0}
                onClick={() => move(place, place - 1)}
              >
                ↑
              </Button>
              <Button
                small
                aria-label={`${titleOf(field)}下移`}
                disabled={place === chosen.length - 1}
                onClick={() => move(place, place + 1)}
              >
                ↓
              </Button>
            </span>
          </li>
        ))}
        {fields
          .filter(({ field }) => !chosen.includes(field))
          .map(({ field, title }) => (
            <li key={field}>
              <Checkbox checked={false} onChange={() => onChange([...chosen, field])} label={title} />
            </li>
          ))}
      </ul>
    </fieldset>
  )
}
