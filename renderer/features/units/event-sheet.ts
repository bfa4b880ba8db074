import { useState } from 'react'
import { documentTold, type DocumentDraft } from '../../parts/document-draft.ts'

/** What every event of 机构编制 says beside its own fields. */
export interface EventSheet {
  readonly on: string | undefined
  readonly document: DocumentDraft | undefined
  readonly reason: string
  readonly correction: boolean
  /** Who she named to stand as over, and the event it was asked of: another event, another question. */
  readonly answer: { readonly of: string; readonly keys: readonly string[] } | null
}

export type PutSheet = (next: Partial<EventSheet>) => void

export function useEventSheet(shown: string): readonly [EventSheet, PutSheet] {
  const [sheet, setSheet] = useState<EventSheet>({
    on: shown,
    document: undefined,
    reason: '',
    correction: false,
    answer: null,
  })
  return [sheet, (next) => setSheet((now) => ({ ...now, ...next }))]
}

/** The event with day and paper; `own` are the fields of its form. */
export function sheetEvent(
  own: Readonly<Record<string, unknown>>,
  sheet: EventSheet,
): Readonly<Record<string, unknown>> {
  const reason = sheet.reason.trim()
  const document = documentTold(sheet.document)
  return told({ ...own, on: sheet.on, document, ...(reason === '' ? {} : { reason }) })
}

/** Names the question an answer belongs to: by what the event does, whatever paper and reason it has. */
export function questionOf(own: Readonly<Record<string, unknown>>, sheet: EventSheet): string {
  return JSON.stringify([own, sheet.on])
}

function told(event: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(event).filter(([, value]) => value !== undefined && value !== ''))
}
