import { Button } from './button.tsx'

interface ProgressProps {
  /** What is being done, e.g. "正在读取表格". */
  readonly phase: string
  readonly done: number
  /** 0: not known yet. */
  readonly total: number
  readonly onCancel?: () => void
}

/** Progress in numbers, and a way to stop. */
export function Progress({ phase, done, total, onCancel }: ProgressProps) {
  return (
    <div className="progress" role="status">
      <div className="progress-words">
        <span>{phase}</span>
        <span className="number">{total > 0 ? `${done} / ${total}` : ''}</span>
      </div>
      <progress aria-label={phase} {...(total > 0 ? { value: done, max: total } : {})} />
      {onCancel !== undefined && <Button onClick={onCancel}>停止</Button>}
    </div>
  )
}
