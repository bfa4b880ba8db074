import { useState } from 'react'
import type { Output } from '../../electron/contract/operations.ts'
import { checkInput, type ApiError } from '../api/client.ts'
import { useCommand } from '../api/use-command.ts'
import { refusedAt } from '../api/use-form.ts'
import { usePreview, type Outcome, type Preview } from '../api/use-preview.ts'
import { isAnswered, proposedKeys } from './stands-over.tsx'

/** An event being written: looked at before it is saved, and asked who is to stand as over. */
export interface EventEntry {
  readonly preview: Preview
  /** The contract finds nothing missing. */
  readonly whole: boolean
  /** Problem by field path, e.g. `event.document.number`; shown after the first try to save. */
  readonly errors: Readonly<Record<string, string>>
  /** Keys she named to stand as over; empty: as proposed. */
  readonly standsOver: readonly string[]
  readonly busy: boolean
  readonly error: ApiError | null
  /** What was saved; null: not whole, or refused with `error`. */
  readonly save: () => Promise<Output<'event.add'> | null>
  /** Another event begins: nothing was tried yet. */
  readonly begin: () => void
}

const NO_ERRORS: Readonly<Record<string, string>> = {}

/** One event through `event.preview` and `event.add`; every form of events works through here. `event` may be unfinished. */
export function useEventEntry(event: Readonly<Record<string, unknown>>, correction: boolean): EventEntry {
  const [tried, setTried] = useState(false)
  const [asked, setAsked] = useState<Outcome['standing']>([])
  const command = useCommand('event.add')
  const checked = checkInput('event.add', { event, ...(correction ? { correction } : {}) })
  const named = namesIn(event['standsOver'])
  // An answer still being given is not looked at: the question would be gone from the screen while she ticks.
  const partial = named.length > 0 && !isAnswered(asked, named)
  const { standsOver: _answer, ...unanswered } = checked.ok ? checked.input.event : {}
  const preview = usePreview(
    !checked.ok
      ? null
      : partial
        ? { ...checked.input, event: unanswered as typeof checked.input.event }
        : checked.input,
  )
  const standing = preview.outcome?.standing
  if (standing !== undefined && standing !== asked) setAsked(standing)
  const save = async () => {
    setTried(true)
    if (!checked.ok) return null
    // What stands ticked when she saves is her answer; a question not yet worked out again is left to the order.
    const proposed = preview.busy ? [] : proposedKeys(preview.outcome?.standing ?? [])
    const answer = named.length > 0 ? named : proposed
    return command.run(
      answer.length === 0
        ? checked.input
        : { ...checked.input, event: { ...checked.input.event, standsOver: [...answer] } },
    )
  }
  return {
    preview,
    whole: checked.ok,
    errors: !tried
      ? NO_ERRORS
      : checked.ok
        ? // What the core refuses stands at its field, and goes as soon as it is put right.
          refusedAt(preview.busy ? command.error : preview.error)
        : checked.errors,
    standsOver: named,
    busy: command.busy,
    error: command.error,
    save,
    begin: () => setTried(false),
  }
}

function namesIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []
}
