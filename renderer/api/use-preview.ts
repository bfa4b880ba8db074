import { useEffect, useState } from 'react'
import type { CallInput, Output } from '../../electron/contract/operations.ts'
import type { ApiError } from './client.ts'
import { useQuery } from './use-query.ts'

export type Outcome = Output<'event.preview'>

export interface Preview {
  /** The newest answer; while the next is on its way the last stays. Null while the form is not whole. */
  readonly outcome: Outcome | null
  readonly error: ApiError | null
  readonly busy: boolean
}

const DEBOUNCE_MS = 250

/** Asks what the event would do, a moment after the last key. Null input: the form is not whole yet. */
export function usePreview(input: CallInput<'event.preview'> | null): Preview {
  const text = input === null ? null : JSON.stringify(input)
  const [asked, setAsked] = useState<string | null>(null)
  const [kept, setKept] = useState<Outcome | null>(null)
  useEffect(() => {
    const timer = window.setTimeout(() => setAsked(text), DEBOUNCE_MS)
    return () => window.clearTimeout(timer)
  }, [text])
  const query = useQuery(
    'event.preview',
    asked === null || text === null ? null : (JSON.parse(asked) as CallInput<'event.preview'>),
  )
  if (query.data !== undefined && query.data !== kept) setKept(query.data)
  if (text === null) return { outcome: null, error: null, busy: false }
  const waiting = text !== asked || query.loading
  return { outcome: query.error === null ? (query.data ?? kept) : null, error: query.error, busy: waiting }
}
