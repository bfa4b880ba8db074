import { useEffect, useState } from 'react'
import { call, onHostEvent } from './client.ts'

export interface TaskProgress {
  readonly phase: string
  readonly done: number
  readonly total: number
}

/** Follows one long operation's progress; null until the first word from the core. */
export function useTask(taskId: string | null): TaskProgress | null {
  const [latest, setLatest] = useState<(TaskProgress & { readonly taskId: string }) | null>(null)
  useEffect(() => {
    if (taskId === null) return undefined
    return onHostEvent((event) => {
      if (event.type === 'progress' && event.taskId === taskId)
        setLatest({ taskId, phase: event.phase, done: event.done, total: event.total })
    })
  }, [taskId])
  // The word of an earlier task is not this one's.
  return latest?.taskId === taskId ? latest : null
}

/** A name for a task, to follow and to stop it. */
export function newTaskId(): string {
  return crypto.randomUUID()
}

/** Asks the core to stop; what the task wrote is rolled back by the core. */
export async function cancelTask(taskId: string): Promise<void> {
  await call('task.cancel', { taskId })
}
