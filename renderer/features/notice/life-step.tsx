import type { ReactNode } from 'react'

interface LifeStepProps {
  readonly title: string
  readonly on: string | null
  /** Done: a filled mark; not yet: an open one. The word beside it says the same. */
  readonly done: boolean
  readonly children: ReactNode
}

/** One step on the line: day, mark, what happened. */
export function LifeStep({ title, on, done, children }: LifeStepProps) {
  return (
    <li className={done ? 'life-step life-done' : 'life-step'}>
      <span className="life-day number">{on ?? (done ? '' : '未办')}</span>
      <span className="life-mark" aria-hidden="true" />
      <div className="life-body">
        <strong>{title}</strong>
        <div>{children}</div>
      </div>
    </li>
  )
}
