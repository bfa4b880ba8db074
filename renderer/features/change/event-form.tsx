import { useEffect, useRef, useState, type RefObject } from 'react'
import { EXIT_CAUSES } from '../../../electron/contract/events.ts'
import { isCardEvent } from '../../../electron/vocabulary/change-cards.ts'
import { EVENT_TITLES, type EventType } from '../../../electron/vocabulary/events.ts'
import { useAsOf } from '../../api/as-of.tsx'
import { useEventEntry } from '../../parts/use-event-entry.ts'
import { goTo, hrefTo } from '../../text/paths.ts'
import { Button } from '../../ui/button.tsx'
import { DateInput } from '../../ui/date-input.tsx'
import { Checkbox, Field, FormGrid, TextInput } from '../../ui/form.tsx'
import { ErrorLine } from '../../ui/states.tsx'
import { toastSaved } from '../../ui/toast.tsx'
import { DocumentFields } from '../../parts/document-fields.tsx'
import { eventOf, newDraft, nextDraft, type Draft, type FieldValue } from './event-draft.ts'
import { EventFieldControl } from './event-field.tsx'
import { EVENT_FIELDS, needsDocument } from './event-fields.ts'
import { OutcomePane } from '../../parts/outcome-pane.tsx'
import { isForMany } from './many-event-cells.ts'
import { isNewcomer } from './person-fields.tsx'
import { usePeople, usePosts, useUnits, type UnitChoice } from './use-choices.ts'
import type { Preview } from '../../api/use-preview.ts'
import { pageMap } from '../../ui/page-memory.ts'

interface EventFormProps {
  readonly type: EventType
  readonly given: Readonly<Record<string, string | undefined>>
  readonly onLeave: () => void
}

/** Half-filled forms survive a look at another tab or screen. */
const drafts = pageMap<EventType, Draft>()

/** One event: its fields on the left, what it will do on the right, 登记 below. */
export function EventForm({ type, given, onLeave }: EventFormProps) {
  const { shown } = useAsOf()
  const element = useRef<HTMLFormElement>(null)
  const form = useEventForm(type, given, shown, element)
  const { draft, put, errors } = form
  const on = textOf(draft['on'])
  const units = useUnits(on)
  const people = usePeople(type, on)
  const unit = findUnit(units, textOf(draft['unit']))
  const posts = usePosts(unit?.unitId, on)
  // An address may name the unit; the list knows it by its id.
  const values: Draft = unit === undefined ? draft : { ...draft, unit: unit.unitId }
  const choices = { units, people, posts, unit, on }
  const putField = (key: string, value: FieldValue) => {
    put(key, value)
    const only =
      key === 'unit' && type !== 'move' && type !== 'batch.transfer' && type !== 'tolerance.set'
        ? onlyCategory(units, value)
        : undefined
    if (only !== undefined && EVENT_FIELDS[type].some((field) => field.key === 'category')) put('category', only)
  }
  return (
    <form
      className="event-form"
      noValidate
      aria-label={EVENT_TITLES[type]}
      ref={element}
      onSubmit={(event) => {
        event.preventDefault()
        void form.submit()
      }}
    >
      <div className="event-sheet">
        <header className="event-head">
          <h2>{EVENT_TITLES[type]}</h2>
          <Button small onClick={onLeave}>
            换一项
          </Button>
          {isForMany(type) && (
            <Button small onClick={() => goTo('journal', { tab: 'register', event: type, many: 'yes' })}>
              为多人登记…
            </Button>
          )}
        </header>
        <div className="event-fields">
          <FormGrid columns={2}>
            {form.fields.map((field) => (
              <EventFieldControl
                key={field.key}
                field={field}
                value={values[field.key]}
                onChange={(value) => putField(field.key, value)}
                error={errors[`event.${field.key}`]}
                errors={errors}
                choices={choices}
              />
            ))}
            <Field label="生效日" required error={errors['event.on']}>
              {(ids) => <DateInput {...ids} value={on} onChange={(day) => put('on', day)} />}
            </Field>
          </FormGrid>
          {type === 'exit' && <Proofs draft={draft} put={put} />}
          <h3>依据文件</h3>
          <FormGrid columns={2}>
            <DocumentFields
              value={draft['document']}
              onChange={(value) => put('document', value)}
              required={needsDocument(type)}
              errors={errors}
            />
          </FormGrid>
          <h3>说明</h3>
          <FormGrid columns={2}>
            <Field label="理由" error={errors['event.reason']} required={form.correction}>
              {(ids) => (
                <TextInput {...ids} value={textOf(draft['reason']) ?? ''} onChange={(value) => put('reason', value)} />
              )}
            </Field>
            <Field label="备注" error={errors['event.note']}>
              {(ids) => (
                <TextInput {...ids} value={textOf(draft['note']) ?? ''} onChange={(value) => put('note', value)} />
              )}
            </Field>
          </FormGrid>
          <ErrorLine error={form.error} />
        </div>
        <footer className="event-foot">
          <Button type="submit" look="main" busy={form.busy} data-testid="event-add">
            登记
          </Button>
          <Checkbox
            label="更正过去的错误（不是新发生的事，要写理由）"
            checked={form.correction}
            onChange={form.setCorrection}
          />
          {form.saved !== null && isCardEvent(type) && (
            <a href={hrefTo('journal', { tab: 'cards', of: String(form.saved) })} data-testid="event-card">
              刚登记的变动卡
            </a>
          )}
        </footer>
      </div>
      <OutcomePane
        preview={form.preview}
        whole={form.whole}
        standsOver={form.standsOver}
        onStandsOver={(keys) => put('standsOver', keys)}
      />
    </form>
  )
}

function useEventForm(
  type: EventType,
  given: EventFormProps['given'],
  today: string,
  element: RefObject<HTMLFormElement | null>,
) {
  const [draft, setDraft] = useState<Draft>(() => startOf(type, given, today))
  const [correction, setCorrection] = useState(false)
  const [saves, setSaves] = useState(0)
  const [saved, setSaved] = useState<number | null>(null)
  const entry = useEventEntry(eventOf(type, draft), correction)
  const { preview } = entry
  useEffect(() => void drafts.set(type, draft), [type, draft])
  useEffect(
    () => element.current?.querySelector<HTMLElement>('.event-fields input, .event-fields select')?.focus(),
    [element],
  )
  // Off the text fields, so that Ctrl+Z takes the entry back at once; after the button is no longer busy.
  useEffect(() => {
    if (saves > 0) element.current?.querySelector<HTMLElement>('button[type="submit"]')?.focus()
  }, [element, saves])
  const focusError = () =>
    window.setTimeout(() => element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(), 0)
  const submit = async () => {
    const done = await entry.save()
    if (done === null) {
      focusError()
      return
    }
    setSaved(done.seq)
    setDraft(nextDraft(type, draft, today))
    setCorrection(false)
    entry.begin()
    setSaves((count) => count + 1)
    toastSaved(done.text)
  }
  return {
    fields: EVENT_FIELDS[type].filter(
      (field) =>
        (field.key !== 'overUntil' || draft['overUntil'] !== undefined || isOver(preview)) &&
        (field.key !== 'handoverUntil' || draft['handover'] === 'overlap'),
    ),
    draft,
    correction,
    setCorrection,
    preview,
    submit,
    saved,
    standsOver: entry.standsOver,
    // Who is to stand as over is asked of the event as it is: another event, another question.
    put: (key: string, value: FieldValue) =>
      setDraft((now) => ({ ...now, ...(ANSWER_STAYS.has(key) ? {} : { standsOver: undefined }), [key]: value })),
    errors: entry.whole ? entry.errors : newcomerError(entry.errors, draft),
    whole: entry.whole,
    busy: entry.busy,
    error: entry.error,
  }
}

/** 计划消化 is asked only where the event goes against a rule. */
function isOver({ outcome }: Preview): boolean {
  return outcome?.created.some((finding) => finding.gate !== 'hint') ?? false
}

const ANSWER_STAYS: ReadonlySet<string> = new Set(['standsOver', 'reason', 'note', 'document'])

/** What the address brings wins over the kept draft. */
function startOf(type: EventType, given: EventFormProps['given'], today: string): Draft {
  const kept = drafts.get(type)
  const fresh = newDraft(type, today, given)
  const brought = Object.values(given).some((value) => value !== undefined)
  return kept === undefined || brought ? fresh : kept
}

/** A union's own sentence says nothing to a clerk. */
function newcomerError(errors: Readonly<Record<string, string>>, draft: Draft): Readonly<Record<string, string>> {
  const { person } = draft
  return errors['event.person'] !== undefined && isNewcomer(person)
    ? { ...errors, 'event.person': person.name.trim() === '' ? '请写姓名' : '请看各项是否填得太长' }
    : errors
}

/** The papers the chosen exit cause needs, to be ticked when seen. */
function Proofs({ draft, put }: { readonly draft: Draft; readonly put: (key: string, value: FieldValue) => void }) {
  const proofs = EXIT_CAUSES[textOf(draft['cause']) ?? '']?.proofs ?? []
  const { proofs: value } = draft
  const seen = Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []
  if (proofs.length === 0) return null
  return (
    <fieldset className="proofs">
      <legend>证明材料（见到原件就打勾）</legend>
      {proofs.map((proof) => (
        <Checkbox
          key={proof}
          label={proof}
          checked={seen.includes(proof)}
          onChange={(on) => put('proofs', on ? [...seen, proof] : seen.filter((one) => one !== proof))}
        />
      ))}
    </fieldset>
  )
}

function textOf(value: FieldValue): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function findUnit(units: readonly UnitChoice[], value: string | undefined): UnitChoice | undefined {
  return value === undefined ? undefined : units.find((unit) => unit.unitId === value || unit.name === value)
}

/** A unit with one kind of 编制 needs no second answer. */
function onlyCategory(units: readonly UnitChoice[], unitId: FieldValue): string | undefined {
  const categories = units.find((unit) => unit.unitId === unitId)?.categories
  return categories?.length === 1 ? categories[0] : undefined
}
