import { useCallback, useState } from 'react'
import type { CallInput, OperationName, Output } from '../../electron/contract/operations.ts'
import { call, headOnScreen, toApiError } from './client.ts'
import type { ApiError } from './client.ts'

export interface Command<K extends OperationName> {
  /** Resolves to the output, or to null after `error` was set: a screen never needs its own try. */
  readonly run: (input: CallInput<K>) => Promise<Output<K> | null>
  readonly busy: boolean
  readonly error: ApiError | null
  readonly clearError: () => void
}

/** One button's operation, with its busy state and its refusal. */
export function useCommand<K extends OperationName>(name: K): Command<K> {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  // What stood on the screen when the form appeared: a form keeps it while newer answers come in around it.
  const [from, setFrom] = useState(headOnScreen)
  const run = useCallback(
    async (input: CallInput<K>) => {
      setBusy(true)
      setError(null)
      try {
        const done = await call(name, input, from === null ? {} : { from })
        setFrom(headOnScreen)
        return done
      } catch (cause) {
        setError(toApiError(cause))
        return null
      } finally {
        setBusy(false)
      }
    },
    [name, from],
  )
  const clearError = useCallback(() => setError(null), [])
  return { run, busy, error, clearError }
}
