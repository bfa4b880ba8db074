import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type { CallInput, OperationName, Output } from '../../electron/contract/operations.ts'
import type { ApiError } from './client.ts'
import { queryEntry, readQuery, refetchQuery, watchQuery } from './query-cache.ts'

export interface Query<T> {
  /** The newest answer, kept on screen while a newer one loads. */
  readonly data: T | undefined
  readonly error: ApiError | null
  readonly loading: boolean
  readonly refetch: () => void
}

const nothingToWatch = (): (() => void) => () => {}
const OFF = { data: undefined, error: null, loading: false } as const

/** Asks a query operation and asks again whenever the book changes. `null` input: do not ask yet. */
export function useQuery<K extends OperationName>(name: K, input: CallInput<K> | null): Query<Output<K>> {
  const text = input === null ? null : JSON.stringify(input)
  // The text, not the object, decides: callers build the input anew on every render.
  const key = useMemo(() => (text === null ? null : queryEntry(name, JSON.parse(text) as unknown).key), [name, text])
  const subscribe = useCallback(
    (listener: () => void) => (key === null ? nothingToWatch() : watchQuery(key, listener)),
    [key],
  )
  const state = useSyncExternalStore(subscribe, () => (key === null ? OFF : readQuery(key)))
  const refetch = useCallback(() => {
    if (key !== null) void refetchQuery(key)
  }, [key])
  return { data: state.data as Output<K> | undefined, error: state.error, loading: state.loading, refetch }
}
