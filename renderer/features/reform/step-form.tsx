import { useId, useState } from 'react'
import type { CallInput } from '../../../electron/contract/operations.ts'
import type { ReformShown } from '../../../electron/contract/reform-operations.ts'
import { useCommand } from '../../api/use-command.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Checkbox, Field, FormGrid, NumberInput, Select, TextInput } from '../../ui/form.tsx'
import { ErrorLine } from '../../ui/states.tsx'
import { toastSaved } from '../../ui/toast.tsx'
import {
  isComplete,
  STEP_GROUPS,
  stepFields,
  stepOf,
  stepTitle,
  type FormStepType,
  type StepField,
  type StepValues,
} from './step-fields.ts'
import { Suggestions } from '../../ui/suggestions.tsx'

type Board = ReformShown['board']

/** One step more: what it is, then its fields. Units and people are those of the draft as it stands. */
export function StepForm({
  plan,
  board,
  onClose,
}: {
  readonly plan: string
  readonly board: Board
  readonly onClose: () => void
}) {
  const [type, setType] = useState<FormStepType>('unit.merge')
  const [values, setValues] = useState<StepValues>({})
  const add = useCommand('reform.addSteps')
  const save = async () => {
    const step = stepOf(type, values) as CallInput<'reform.addSteps'>['steps'][number]
    const done = await add.run({ plan, steps: [step] })
    if (done === null) return
    toastSaved(done.texts[0] ?? '')
    onClose()
  }
  return (
    <Dialog
      title="加一步"
      onClose={onClose}
      confirm={{
        label: '加入方案',
        onConfirm: () => void save(),
        busy: add.busy,
        disabled: !isComplete(type, values),
      }}
    >
      <FormGrid>
        <Field label="做什么" required>
          {(ids) => (
            <select
              {...ids}
              className="input select"
              value={type}
              onChange={(event) => {
                const chosen = STEP_GROUPS.flatMap(({ types }) => types).find((one) => one === event.target.value)
                if (chosen !== undefined) setType(chosen)
                setValues({})
              }}
            >
              {STEP_GROUPS.map((group) => (
                <optgroup key={group.title} label={group.title}>
                  {group.types.map((one) => (
                    <option key={one} value={one}>
                      {stepTitle(one)}
                    </option>
                  ))}
                </optgroup>
              ))}
            </select>
          )}
        </Field>
        {stepFields(type).map((field) => (
          <Field key={field.key} label={field.label} required={field.required} hint={field.hint}>
            {(ids) => (
              <StepControl
                ids={ids}
                field={field}
                board={board}
                values={values}
                onChange={(value) => setValues((now) => ({ ...now, [field.key]: value }))}
              />
            )}
          </Field>
        ))}
      </FormGrid>
      <ErrorLine error={add.error} />
    </Dialog>
  )
}

interface ControlProps {
  readonly ids: { readonly id: string; readonly 'aria-describedby': string; readonly 'aria-invalid': boolean }
  readonly field: StepField
  readonly board: Board
  readonly values: StepValues
  readonly onChange: (value: StepValues[string]) => void
}

const NONE = { value: '', label: '请选择' }

function StepControl({ ids, field, board, values, onChange }: ControlProps) {
  const value = values[field.key]
  const text = typeof value === 'string' ? value : ''
  const chosen = Array.isArray(value) ? (value as readonly string[]) : []
  const units = board.map(({ unit }) => ({ value: unit, label: unit }))
  const people = peopleOf(board)
  switch (field.kind) {
    case 'unit':
      return <Select {...ids} value={text} onChange={onChange} choices={[NONE, ...units]} />
    case 'units':
      return <Several chosen={chosen} onChange={onChange} choices={units} label={field.label} />
    case 'person':
      return <Select {...ids} value={text} onChange={onChange} choices={[NONE, ...people]} />
    case 'people':
      return <Several chosen={chosen} onChange={onChange} choices={people} label={field.label} />
    case 'post': {
      const seats = board.find(({ unit }) => unit === values['unit'])?.seats ?? []
      const posts = [...new Set(seats.map(({ post }) => post))].map((post) => ({ value: post, label: post }))
      return <Select {...ids} value={text} onChange={onChange} choices={[NONE, ...posts]} />
    }
    case 'choice':
      return <Select {...ids} value={text} onChange={onChange} choices={[NONE, ...field.choices]} />
    case 'number':
      return <NumberInput {...ids} value={typeof value === 'number' ? value : undefined} onChange={onChange} min={0} />
    case 'text':
      return field.key === 'into' ? (
        <UnitOrNew ids={ids} value={text} onChange={onChange} units={units.map(({ label }) => label)} />
      ) : (
        <TextInput {...ids} value={text} onChange={onChange} />
      )
  }
}

function peopleOf(board: Board) {
  return board.flatMap(({ unit, seats }) =>
    seats.flatMap(({ post, people }) =>
      people
        .filter(({ main }) => main)
        .map(({ personId, name }) => ({ value: personId, label: `${name}（${unit} ${post}）` })),
    ),
  )
}

function UnitOrNew({
  ids,
  value,
  onChange,
  units,
}: {
  readonly ids: ControlProps['ids']
  readonly value: string
  readonly onChange: (value: string) => void
  readonly units: readonly string[]
}) {
  const list = useId()
  return (
    <>
      <input
        {...ids}
        className="input"
        list={list}
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <Suggestions id={list} typed={value} options={units.map((unit) => ({ value: unit }))} />
    </>
  )
}

function Several({
  chosen,
  onChange,
  choices,
  label,
}: {
  readonly chosen: readonly string[]
  readonly onChange: (value: readonly string[]) => void
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly label: string
}) {
  return (
    <div className="reform-several" role="group" aria-label={label}>
      {choices.map((choice) => (
        <Checkbox
          key={choice.value}
          label={choice.label}
          checked={chosen.includes(choice.value)}
          onChange={(on) => onChange(on ? [...chosen, choice.value] : chosen.filter((one) => one !== choice.value))}
        />
      ))}
    </div>
  )
}
