import { useEffect, useState } from 'react'
import type { Output } from '../../../electron/contract/operations.ts'
import { call, onBookChange, toApiError } from '../../api/client.ts'
import type { ApiError } from '../../api/client.ts'
import type { NoticeInput } from './notice-draft.ts'

export type NoticePreview = Output<'notice.preview'>

export interface PreviewState {
  /** The newest page that could be drawn; stays, dimmed, while the next is on its way. */
  readonly data: NoticePreview | null
  readonly error: ApiError | null
  readonly loading: boolean
}

const SETTLE_MS = 350

interface Answered {
  readonly question: string
  readonly data: NoticePreview | null
  readonly error: ApiError | null
}

/** Draws again a moment after the last change of the form, and when the book changes. Null: the form is not complete. */
export function useNoticePreview(input: NoticeInput | null): PreviewState {
  const [answered, setAnswered] = useState<Answered>({ question: '', data: null, error: null })
  const [bookRound, setBookRound] = useState(0)
  const question = input === null ? null : JSON.stringify({ bookRound, input })
  useEffect(() => onBookChange(() => setBookRound((round) => round + 1)), [])
  useEffect(() => {
    if (question === null) return undefined
    const control = new AbortController()
    // Written by us a few lines above, from this very type.
    const { input: asked } = JSON.parse(question) as { readonly input: NoticeInput }
    const timer = window.setTimeout(() => {
      call('notice.preview', asked, { signal: control.signal })
        .then((data) => control.signal.aborted || setAnswered({ question, data, error: null }))
        .catch(
          (cause: unknown) =>
            control.signal.aborted || setAnswered((now) => ({ question, data: now.data, error: toApiError(cause) })),
        )
    }, SETTLE_MS)
    return () => {
      window.clearTimeout(timer)
      control.abort()
    }
  }, [question])
  return { data: answered.data, error: answered.error, loading: question !== null && question !== answered.question }
}
