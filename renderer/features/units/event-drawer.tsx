import type { ReactNode } from 'react'
import { DocumentFields } from '../../parts/document-fields.tsx'
import { OutcomePane } from '../../parts/outcome-pane.tsx'
import { useEventEntry } from '../../parts/use-event-entry.ts'
import { Button } from '../../ui/button.tsx'
import { DateInput } from '../../ui/date-input.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { Checkbox, Field, FormGrid, TextInput } from '../../ui/form.tsx'
import { ErrorLine } from '../../ui/states.tsx'
import { toastSaved } from '../../ui/toast.tsx'
import { questionOf, sheetEvent, type EventSheet, type PutSheet } from './event-sheet.ts'

interface EventDrawerProps {
  readonly title: string
  readonly sheet: EventSheet
  readonly put: PutSheet
  /** The event's own fields, as far as they are filled in. */
  readonly own: Readonly<Record<string, unknown>>
  /** Why there is nothing to register; null: there is. */
  readonly nothing?: string | null
  /** A past error may be put right with this form. */
  readonly corrects?: boolean
  readonly onClose: () => void
  /** The event's own fields; problems by field path. */
  readonly children: (errors: Readonly<Record<string, string>>) => ReactNode
}

/** One event beside the sheet it changes: fields, day, paper, what it will do, then 登记. */
export function EventDrawer({
  title,
  sheet,
  put,
  own,
  nothing = null,
  corrects = false,
  onClose,
  children,
}: EventDrawerProps) {
  const question = questionOf(own, sheet)
  const named = sheet.answer?.of === question ? sheet.answer.keys : []
  const event = sheetEvent(own, sheet)
  const entry = useEventEntry(named.length === 0 ? event : { ...event, standsOver: named }, sheet.correction)
  const submit = async () => {
    if (nothing !== null) return
    const saved = await entry.save()
    if (saved === null) return
    toastSaved(saved.text)
    onClose()
  }
  return (
    <Drawer title={title} label={title} onClose={onClose}>
      <form
        noValidate
        onSubmit={(sent) => {
          sent.preventDefault()
          void submit()
        }}
      >
        <FormGrid>
          {children(entry.errors)}
          <Field label="生效日" required error={entry.errors['event.on']}>
            {(ids) => <DateInput {...ids} value={sheet.on} onChange={(on) => put({ on })} />}
          </Field>
          <DocumentFields
            value={sheet.document}
            onChange={(document) => put({ document })}
            required
            errors={entry.errors}
          />
          <Field label="理由" required={sheet.correction} error={entry.errors['event.reason']}>
            {(ids) => <TextInput {...ids} value={sheet.reason} onChange={(reason) => put({ reason })} />}
          </Field>
        </FormGrid>
        {corrects && (
          <Checkbox
            label="更正过去的错误（不是新发生的事，要写理由）"
            checked={sheet.correction}
            onChange={(correction) => put({ correction })}
          />
        )}
        {nothing === null ? (
          <OutcomePane
            preview={entry.preview}
            whole={entry.whole}
            standsOver={entry.standsOver}
            onStandsOver={(keys) => put({ answer: { of: question, keys } })}
            below
          />
        ) : (
          <p className="arithmetic" role="status">
            {nothing}
          </p>
        )}
        <ErrorLine error={entry.error} />
        <div className="form-buttons">
          <Button type="submit" look="main" busy={entry.busy} disabled={nothing !== null}>
            登记
          </Button>
          <Button onClick={onClose}>取消</Button>
        </div>
      </form>
    </Drawer>
  )
}
