import { useCallback, useMemo, useRef, useState } from 'react'
import type { CallInput } from '../../../electron/contract/operations.ts'
import { rosterList, ROSTER_LIST_TITLES, type ListedPersonView } from '../../../electron/contract/shapes.ts'
import { EVENT_TITLES, type EventType } from '../../../electron/vocabulary/events.ts'
import { useAsOf } from '../../api/as-of.tsx'
import { checkInput } from '../../api/client.ts'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { chosenPeople } from '../../parts/chosen-people.ts'
import { DocumentFields } from '../../parts/document-fields.tsx'
import { Button } from '../../ui/button.tsx'
import { DateInput } from '../../ui/date-input.tsx'
import { Checkbox, Field, FormGrid, Select, TextInput } from '../../ui/form.tsx'
import type { Patch, PatchOutcome, RefusedCell, SheetColumn } from '../../ui/sheet/sheet-shape.ts'
import type { SheetLayout } from '../../ui/sheet/sheet-view.ts'
import { Sheet } from '../../ui/sheet/sheet.tsx'
import { Answer, ErrorLine } from '../../ui/states.tsx'
import { toastSaved } from '../../ui/toast.tsx'
import type { FieldValue } from './event-draft.ts'
import { needsDocument } from './event-fields.ts'
import { manyEvent, manyFields, wordsOf } from './many-event-cells.ts'
import { FORETOLD, ManyOutcome } from './many-outcome.tsx'
import { useUnits } from './use-choices.ts'

/** What is typed so far, by person and column. */
type Typed = ReadonlyMap<string, Readonly<Record<string, string>>>

interface Line {
  readonly person: ListedPersonView
  readonly texts: Readonly<Record<string, string>>
}

type Whose = 'chosen' | 'away' | 'all' | (typeof rosterList.options)[number]

/** Whom an event is mostly about; of the others one looks in 在编. */
const USUALLY: Partial<Readonly<Record<EventType, Whose>>> = {
  'term.end': 'away',
  'term.renew': 'away',
  'offQuota.end': 'off-quota',
}
const TOLD = 8

/** The same event for many people: their names stand there already, what is filled in is one entry. */
export function ManyEvents({ type, onLeave }: { readonly type: EventType; readonly onLeave: () => void }) {
  const { shown } = useAsOf()
  const [chosen] = useState(chosenPeople)
  const [whose, setWhose] = useState<Whose>(chosen.length > 0 ? 'chosen' : (USUALLY[type] ?? 'in-quota'))
  const [on, setOn] = useState<string | undefined>(shown)
  const [document, setDocument] = useState<FieldValue>(undefined)
  const [reason, setReason] = useState('')
  const [proven, setProven] = useState(false)
  const [typed, setTyped] = useState<Typed>(new Map())
  const [told, setTold] = useState<readonly RefusedCell[]>([])
  const past = useRef<readonly Typed[]>([])
  const add = useCommand('event.addMany')
  const roster = useQuery('roster.read', {})
  const units = useUnits(on)
  const people = roster.data?.people
  const lines = useMemo(
    () =>
      (people ?? [])
        .filter((person) => isMeant(person, whose, chosen))
        .map((person): Line => ({ person, texts: typed.get(person.personId) ?? {} })),
    [people, whose, chosen, typed],
  )
  const columns = useMemo(
    () =>
      columnsOf(
        type,
        told,
        units.map(({ name }) => name),
      ),
    [type, told, units],
  )
  const [layout, setLayout] = useState<SheetLayout>({
    columns: columns.map(({ key }) => key),
    widths: {},
    frozen: 2,
    sort: [],
    filters: {},
    group: null,
  })
  // Whom she marked herself are meant, all of them; on a list only those in whose line something stands.
  const meant =
    whose === 'chosen' ? lines : lines.filter(({ texts }) => Object.values(texts).some((text) => text !== ''))
  const onPatch = useCallback((patch: Patch): Promise<PatchOutcome> => {
    setTyped((now) => {
      past.current = [...past.current, now]
      const next = new Map(now)
      for (const { row, column, text } of patch.changes) next.set(row, { ...next.get(row), [column]: text })
      return next
    })
    setTold([])
    return Promise.resolve({ seq: null, cells: patch.changes.length, refused: [] })
  }, [])
  const onUndo = useCallback(() => {
    const before = past.current.at(-1)
    if (before === undefined) return
    past.current = past.current.slice(0, -1)
    setTyped(before)
  }, [])
  const readAll = () =>
    meant.map(({ person, texts }) => ({
      personId: person.personId,
      ...manyEvent(type, person.personId, texts, { on, document, reason, proven }),
    }))
  const foretold = meant.length > FORETOLD ? [] : readAll()
  const whole = foretold.some(({ problems }) => problems.length > 0)
    ? null
    : checkInput('event.previewMany', { events: foretold.map(({ event }) => event) })
  const submit = async () => {
    const read = readAll()
    const wrong = read.flatMap(({ personId, problems }) => problems.map((one) => ({ row: personId, ...one })))
    const checked = checkInput('event.addMany', { events: read.map(({ event }) => event) })
    const missing = checked.ok
      ? []
      : schemaProblems(
          checked.errors,
          read.map(({ personId }) => personId),
        )
    if (wrong.length > 0 || !checked.ok) {
      setTold(wrong.length > 0 ? wrong : missing)
      return
    }
    const done = await add.run(checked.input satisfies CallInput<'event.addMany'>)
    if (done === null) return
    if (done.seq === null) {
      setTold(
        done.told.flatMap(({ problem }, place) =>
          problem === null ? [] : [{ row: read[place]?.personId ?? '', column: 'on', problem }],
        ),
      )
      return
    }
    toastSaved(`为 ${read.length} 人登记${EVENT_TITLES[type]}`)
    onLeave()
  }
  const choices = [
    ...(chosen.length > 0 ? [{ value: 'chosen' as const, label: `选中的 ${chosen.length} 人` }] : []),
    { value: 'away' as const, label: '借出、借入、挂职的' },
    ...rosterList.options.map((list) => ({ value: list, label: ROSTER_LIST_TITLES[list] })),
    { value: 'all' as const, label: '全部' },
  ]
  return (
    <section className="many-events" aria-label={`为多人登记${EVENT_TITLES[type]}`}>
      <header className="event-head">
        <h2>为多人登记{EVENT_TITLES[type]}</h2>
        <span className="quiet">
          {whose === 'chosen' ? '选中的人都登记。' : '填了的人才登记。'}生效日空着的，按上面的日子。
        </span>
        <Button small onClick={onLeave}>
          换一项
        </Button>
      </header>
      <FormGrid columns={2}>
        <Field label="名单">
          {(ids) => <Select {...ids} width={200} value={whose} onChange={setWhose} choices={choices} />}
        </Field>
        <Field label="生效日" required>
          {(ids) => <DateInput {...ids} value={on} onChange={setOn} />}
        </Field>
        <DocumentFields value={document} onChange={setDocument} required={needsDocument(type)} errors={{}} />
        <Field label="理由">{(ids) => <TextInput {...ids} value={reason} onChange={setReason} />}</Field>
        {type === 'exit' && (
          <Field label="证明材料" required>
            {() => <Checkbox label="每个人的证明材料都见到了原件" checked={proven} onChange={setProven} />}
          </Field>
        )}
      </FormGrid>
      <Answer query={roster} rows={12}>
        {() => (
          <Sheet
            label={`为多人登记${EVENT_TITLES[type]}`}
            unit="人"
            columns={columns}
            rows={lines}
            rowKey={keyOf}
            rowName={nameIn}
            layout={layout}
            onLayout={setLayout}
            onPatch={onPatch}
            onUndo={onUndo}
          />
        )}
      </Answer>
      {told.length > 0 && (
        <ul className="many-told" aria-label="还不能登记">
          {told.slice(0, TOLD).map(({ row, column, problem }) => (
            <li key={`${row} ${column}`}>{`${nameOf(lines, row)}：${problem}`}</li>
          ))}
          {told.length > TOLD && <li>{`共 ${told.length} 处。`}</li>}
        </ul>
      )}
      {told.length === 0 && (
        <ManyOutcome
          events={whole?.ok === true ? whole.input.events : null}
          names={meant.map(({ person }) => person.name)}
        />
      )}
      <ErrorLine error={add.error} />
      <div className="form-buttons">
        <Button look="main" busy={add.busy} disabled={meant.length === 0} onClick={() => void submit()}>
          {`登记${meant.length === 0 ? '' : `（${meant.length} 人）`}`}
        </Button>
      </div>
    </section>
  )
}

const keyOf = ({ person }: Line): string => person.personId
const nameIn = ({ person }: Line): string => person.name

function isMeant(person: ListedPersonView, whose: Whose, chosen: readonly string[]): boolean {
  switch (whose) {
    case 'chosen':
      return chosen.includes(person.personId)
    case 'away':
      return person.secondedTo !== null || person.list === 'seconded'
    case 'all':
      return true
    default:
      return person.list === whose
  }
}

/** "events.3.post" → the cell of the fourth line; what is wrong with all of them alike once. */
function schemaProblems(
  errors: Readonly<Record<string, string>>,
  personIds: readonly string[],
): readonly RefusedCell[] {
  return Object.entries(errors).map(([path, problem]) => {
    const [, place = '', column = 'on'] = path.split('.')
    return { row: personIds[Number(place)] ?? '', column, problem }
  })
}

function nameOf(lines: readonly Line[], personId: string): string {
  return lines.find(({ person }) => person.personId === personId)?.person.name ?? '这些人'
}

function columnsOf(
  type: EventType,
  told: readonly RefusedCell[],
  units: readonly string[],
): readonly SheetColumn<Line>[] {
  const refused = new Map(told.map(({ row, column, problem }) => [`${row} ${column}`, problem]))
  const typed = (key: string, title: string, words?: readonly string[]): SheetColumn<Line> => ({
    key,
    title,
    width: Math.max(116, title.length * 14 + 46),
    typed: true,
    text: ({ texts }) => texts[key] ?? '',
    look: ({ person, texts }) => {
      const problem = refused.get(`${person.personId} ${key}`)
      return (
        <span className={problem === undefined ? undefined : 'many-refused'} title={problem}>
          {texts[key] ?? ''}
        </span>
      )
    },
    ...(words === undefined ? {} : { choices: words }),
  })
  return [
    { key: 'office', title: '现机构', width: 150, text: ({ person }) => person.unit },
    { key: 'name', title: '姓名', width: 84, text: ({ person }) => person.name },
    { key: 'holds', title: '现岗位', width: 170, text: ({ person }) => person.post },
    typed('on', '生效日'),
    ...manyFields(type).map((field) => typed(field.key, field.label, wordsOf(field, units))),
  ]
}
