import type { ReactNode } from 'react'
import { Button } from './button.tsx'

/** Teaches in one sentence and one button. */
export function EmptyState({ text, action }: { readonly text: string; readonly action?: ReactNode }) {
  return (
    <div className="empty-state">
      <p>{text}</p>
      {action}
    </div>
  )
}

/** What went wrong, in the core's own sentence, and the way to try again. */
export function ErrorState({
  error,
  onRetry,
}: {
  readonly error: { readonly message: string }
  readonly onRetry?: () => void
}) {
  return (
    <div className="error-state" role="alert">
      <strong>没有读出来</strong>
      <p>{error.message}</p>
      {onRetry !== undefined && <Button onClick={onRetry}>重试</Button>}
    </div>
  )
}

/** A refusal beside the form it belongs to. */
export function ErrorLine({ error }: { readonly error: { readonly message: string } | null }) {
  if (error === null) return null
  return (
    <p className="error-line" role="alert">
      {error.message}
    </p>
  )
}

const WIDTHS = ['92%', '78%', '85%', '64%', '88%', '72%', '80%', '58%']

/** The shape of what is coming: grey bars in place of rows. */
export function Skeleton({ rows = 6 }: { readonly rows?: number }) {
  return (
    <div className="skeleton" role="status" aria-label="正在读取">
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className="skeleton-bar" style={{ width: WIDTHS[index % WIDTHS.length] }} />
      ))}
    </div>
  )
}

interface QueryLike<T> {
  readonly data: T | undefined
  readonly error: { readonly message: string } | null
  readonly refetch: () => void
}

/** Skeleton, then the error or the answer. An answer already on screen stays while a newer one loads. */
export function Answer<T>({
  query,
  rows,
  children,
}: {
  readonly query: QueryLike<T>
  readonly rows?: number
  readonly children: (data: T) => ReactNode
}) {
  if (query.error !== null) return <ErrorState error={query.error} onRetry={query.refetch} />
  if (query.data === undefined) return <Skeleton rows={rows ?? 6} />
  return <>{children(query.data)}</>
}
