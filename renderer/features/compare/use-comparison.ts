import { useState } from 'react'
import { call, toApiError } from '../../api/client.ts'
import type { ApiError } from '../../api/client.ts'
import { cancelTask, newTaskId, useTask } from '../../api/use-task.ts'
import type { TaskProgress } from '../../api/use-task.ts'
import { stageFile } from '../../parts/stage-file.ts'
import type { StagedFile } from '../../parts/stage-file.ts'
import { toastSaved } from '../../ui/toast.tsx'
import type { Comparison, CompareLine } from './compare-rows.ts'

interface State {
  readonly file: StagedFile | null
  readonly data: Comparison | null
  readonly taskId: string | null
  readonly error: ApiError | null
}

const START: State = { file: null, data: null, taskId: null, error: null }

/** One list from the file to the last decision. Every decision is followed by a fresh comparison. */
export function useComparison() {
  const [state, setState] = useState<State>(START)
  const progress: TaskProgress | null = useTask(state.taskId)
  const during = async (work: (taskId: string) => Promise<Partial<State>>) => {
    const taskId = newTaskId()
    setState((now) => ({ ...now, taskId, error: null }))
    const after = await work(taskId).catch((cause: unknown): Partial<State> => ({ error: toApiError(cause) }))
    setState((now) => ({ ...now, ...after, taskId: null }))
  }
  const read = async (file: StagedFile, taskId: string): Promise<Partial<State>> => ({
    file,
    data: await call('compare.read', { fileId: file.fileId, taskId }),
  })
  return {
    state,
    progress,
    choose: (chosen: File) => during(async (taskId) => read(await stageFile(chosen), taskId)),
    again: () =>
      state.file === null
        ? Promise.resolve()
        : during((taskId) => read(state.file ?? { fileId: '', name: '', bytes: 0 }, taskId)),
    /** Takes over what the list says, a person at a time; stops at the first that is refused. */
    accept: (lines: readonly CompareLine[]) => {
      const { file } = state
      if (file === null) return Promise.resolve()
      return during(async (taskId) => {
        const people = Map.groupBy(
          lines.filter((line) => line.acceptable),
          (line) => line.personId,
        )
        for (const [personId, own] of people) {
          if (personId !== null)
            await call('compare.accept', {
              fileId: file.fileId,
              personId,
              fields: own.flatMap((line) => (line.field === 'person' ? [] : [line.field])),
            })
        }
        toastSaved(`采用对方信息 ${people.size} 人`)
        return read(file, taskId)
      })
    },
    stop: () => (state.taskId === null ? Promise.resolve() : cancelTask(state.taskId)),
    restart: () => setState(START),
  }
}
