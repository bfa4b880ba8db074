import { useState } from 'react'
import type { CardTargetView } from '../../../electron/contract/card-operations.ts'
import {
  CARD_EVENTS,
  CARD_FIELD_TITLES,
  CARD_FIELDS,
  CARD_FORMAT_TITLES,
  CARD_FORMATS,
  CARD_WHO,
  CARD_WHO_TITLES,
} from '../../../electron/vocabulary/change-cards.ts'
import { EVENT_TITLES } from '../../../electron/vocabulary/events.ts'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox, Field, FormGrid, Select, TextInput } from '../../ui/form.tsx'
import { Toolbar } from '../../ui/page.tsx'
import { Answer, ErrorLine } from '../../ui/states.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { toastSaved } from '../../ui/toast.tsx'
import { freshTarget, movedItem, withItem, withoutItem } from './card-edits.ts'

type Column = CardTargetView['columns'][number]

const FIELDS = CARD_FIELDS.map((field) => ({ value: field as string, label: CARD_FIELD_TITLES[field] }))
const FORMATS = [
  { value: '', label: '照原样' },
  ...CARD_FORMATS.map((format) => ({ value: format as string, label: CARD_FORMAT_TITLES[format] })),
]
const WHO = CARD_WHO.map((who) => ({ value: who as string, label: CARD_WHO_TITLES[who] }))

/** The systems a change is typed into, with their fields in order: as the clerk has them. */
export function CardTargets({ onLeave }: { readonly onLeave: () => void }) {
  const told = useQuery('card.targets', {})
  return (
    <Answer query={told} rows={10}>
      {(data) => (
        <TargetsForm key={JSON.stringify(data.targets)} targets={data.targets} own={data.own} onLeave={onLeave} />
      )}
    </Answer>
  )
}

function TargetsForm({
  targets: known,
  own,
  onLeave,
}: {
  readonly targets: readonly CardTargetView[]
  readonly own: boolean
  readonly onLeave: () => void
}) {
  const [targets, setTargets] = useState(known)
  const [chosen, setChosen] = useState(known[0]?.id ?? '')
  const command = useCommand('card.setTargets')
  const save = async (next: readonly CardTargetView[] | null) => {
    const input =
      next === null ? null : next.map((one) => ({ ...one, events: [...one.events], columns: [...one.columns] }))
    if ((await command.run({ targets: input })) === null) return
    toastSaved('报送系统和栏目')
    onLeave()
  }
  const add = () => {
    const fresh = freshTarget(targets)
    setTargets([...targets, fresh])
    setChosen(fresh.id)
  }
  const place = targets.findIndex(({ id }) => id === chosen)
  const target = targets[place]
  return (
    <div className="card-desk">
      <Toolbar>
        <Button onClick={onLeave}>返回变动卡</Button>
        <span className="quiet">系统、栏目和次序都可以改，照您那里的录入界面排；改了记入台账，可撤销。</span>
        <span className="toolbar-end">
          {own && (
            <Button busy={command.busy} onClick={() => void save(null)}>
              恢复程序自带的
            </Button>
          )}
          <Button onClick={add}>加一个系统</Button>
          <Button
            look="main"
            busy={command.busy}
            disabled={JSON.stringify(targets) === JSON.stringify(known)}
            onClick={() => void save(targets)}
          >
            保存
          </Button>
        </span>
      </Toolbar>
      <ErrorLine error={command.error} />
      <Tabs
        label="报送系统"
        tabs={targets.map(({ id, title, columns }) => ({ value: id, label: title, count: columns.length }))}
        value={chosen}
        onChange={setChosen}
      />
      {target !== undefined && (
        <TargetForm
          target={target}
          onChange={(next) => setTargets(withItem(targets, place, next))}
          onRemove={() => {
            setTargets(withoutItem(targets, place))
            setChosen(targets.find(({ id }) => id !== chosen)?.id ?? '')
          }}
        />
      )}
    </div>
  )
}

function TargetForm({
  target,
  onChange,
  onRemove,
}: {
  readonly target: CardTargetView
  readonly onChange: (target: CardTargetView) => void
  readonly onRemove: () => void
}) {
  const { columns, events } = target
  const put = (next: readonly Column[]) => onChange({ ...target, columns: [...next] })
  return (
    <div className="sheet card-form">
      <FormGrid columns={2}>
        <Field label="系统名称" required>
          {(ids) => (
            <TextInput
              {...ids}
              value={target.title}
              onChange={(title) => onChange({ ...target, title: title.trim() })}
            />
          )}
        </Field>
        <Field label="报哪些人" required>
          {(ids) => (
            <Select
              {...ids}
              value={target.who}
              choices={WHO}
              onChange={(who) => onChange({ ...target, who: CARD_WHO.find((one) => one === who) ?? target.who })}
            />
          )}
        </Field>
      </FormGrid>
      <fieldset className="card-events">
        <legend>报哪些变动</legend>
        {CARD_EVENTS.map((event) => (
          <Checkbox
            key={event}
            label={EVENT_TITLES[event]}
            checked={events.includes(event)}
            onChange={(on) =>
              onChange({
                ...target,
                events: CARD_EVENTS.filter((one) => (one === event ? on : events.includes(one))),
              })
            }
          />
        ))}
      </fieldset>
      <table className="grid card-fields" aria-label={`${target.title}的栏目`}>
        <thead>
          <tr>
            <th scope="col">次序</th>
            <th scope="col">系统里的叫法</th>
            <th scope="col">编制本的项目</th>
            <th scope="col">写法</th>
            <th scope="col">挪动</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column, place) => (
            // The place is what a row is here: titles and fields are being typed.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={place} data-testid="card-column">
              <td className="number">{place + 1}</td>
              <td>
                <TextInput
                  aria-label={`第 ${place + 1} 项的叫法`}
                  value={column.title}
                  onChange={(title) => put(withItem(columns, place, { ...column, title }))}
                />
              </td>
              <td>
                <Select
                  aria-label={`第 ${place + 1} 项的项目`}
                  value={column.field}
                  choices={FIELDS}
                  onChange={(value) => {
                    const field = CARD_FIELDS.find((one) => one === value)
                    if (field !== undefined) put(withItem(columns, place, { ...column, field }))
                  }}
                />
              </td>
              <td>
                <Select
                  aria-label={`第 ${place + 1} 项的写法`}
                  value={column.format ?? ''}
                  choices={FORMATS}
                  onChange={(value) =>
                    put(
                      withItem(columns, place, {
                        ...column,
                        format: CARD_FORMATS.find((one) => one === value) ?? null,
                      }),
                    )
                  }
                />
              </td>
              <td className="card-moves">
                <Button
                  small
                  aria-label={`第 ${place + 1} 项上移`}
                  disabled={place === 0}
                  onClick={() => put(movedItem(columns, place, -1))}
                >
                  ↑
                </Button>
                <Button
                  small
                  aria-label={`第 ${place + 1} 项下移`}
                  disabled={place === columns.length - 1}
                  onClick={() => put(movedItem(columns, place, 1))}
                >
                  ↓
                </Button>
                <Button
                  small
                  aria-label={`删去第 ${place + 1} 项`}
                  disabled={columns.length === 1}
                  onClick={() => put(withoutItem(columns, place))}
                >
                  ✕
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <footer className="card-foot">
        <Button onClick={() => put([...columns, { title: '', field: 'name', format: null }])}>加一项</Button>
        <Button onClick={onRemove}>删去这个系统</Button>
      </footer>
    </div>
  )
}
