import { useEffect, useRef, useState } from 'react'
import type { Output } from '../../../electron/contract/operations.ts'
import type { TemplateMappingInput } from '../../../electron/contract/template-operations.ts'
import { call, onBookChange, toApiError } from '../../api/client.ts'
import type { ApiError } from '../../api/client.ts'
import { useAsOf } from '../../api/as-of.tsx'
import { cancelTask, newTaskId } from '../../api/use-task.ts'
import { stageFile } from '../../parts/stage-file.ts'
import type { StagedFile } from '../../parts/stage-file.ts'
import { saveFile } from '../../ui/save-file.ts'
import { toastDone } from '../../ui/toast.tsx'

export type ReadForm = Output<'template.read'>
export type FilledForm = Output<'template.preview'>

export interface FillState {
  readonly file: StagedFile | null
  /** Where the header was pointed out by hand. */
  readonly at: { readonly sheet?: string; readonly headerRow?: number }
  readonly form: ReadForm | null
  readonly mapping: TemplateMappingInput | null
  readonly personId: string
  readonly preview: FilledForm | null
  readonly taskId: string | null
  readonly error: ApiError | null
}

const START: FillState = { file: null, at: {}, form: null, mapping: null, personId: '', preview: null, taskId: null, error: null }

/** A form half mapped survives a look at another screen; another book forgets it, a changed book its preview. */
let kept: FillState = START
onBookChange((kind) => {
  kept = kind === 'book' ? START : { ...kept, preview: null }
})

/** One form from the file to the filled file. Every answer belongs to the round that asked; an older one is dropped. */
export function useFill() {
  const days = useAsOf()
  const [state, setState] = useState<FillState>(() => kept)
  const round = useRef(0)
  useEffect(() => {
    kept = { ...state, taskId: null }
  }, [state])

  async function during(ask: (taskId: string) => Promise<Partial<FillState>>): Promise<void> {
    round.current += 1
    const mine = round.current
    const taskId = newTaskId()
    setState((now) => ({ ...now, taskId, error: null }))
    const after = await ask(taskId).catch((cause: unknown): Partial<FillState> => ({ error: toApiError(cause) }))
    if (mine === round.current) setState((now) => ({ ...now, ...after, taskId: null }))
  }

  const read = (file: StagedFile, at: FillState['at']) =>
    during(async (taskId) => {
      const form = await call('template.read', { fileId: file.fileId, ...at, taskId })
      return { at, form, mapping: form.mapping, preview: null }
    })

  const asked = (taskId: string) => {
    const { file, at, mapping, personId } = state
    if (file === null || mapping === null) return null
    return { fileId: file.fileId, ...at, mapping, taskId, ...(personId === '' ? {} : { personId }), ...(days.asOf === undefined ? {} : { asOf: days.asOf }), ...(days.believedOn === undefined ? {} : { believedOn: days.believedOn }) }
  }

  return {
    state,
    choose: async (chosen: File) => {
      let file: StagedFile | null = null
      setState(START)
      await during(async () => {
        file = await stageFile(chosen)
        return { file }
      })
      if (file !== null) await read(file, {})
    },
    pointAt: async (at: FillState['at']) => {
      if (state.file !== null) await read(state.file, at)
    },
    map: (mapping: TemplateMappingInput) => setState((now) => ({ ...now, mapping, preview: null, error: null })),
    choosePerson: (personId: string) => setState((now) => ({ ...now, personId, preview: null, error: null })),
    preview: () =>
      during(async (taskId) => {
        const input = asked(taskId)
        return input === null ? {} : { preview: await call('template.preview', input) }
      }),
    back: () => setState((now) => ({ ...now, preview: null, error: null })),
    save: () =>
      during(async (taskId) => {
        const input = asked(taskId)
        if (input === null) return {}
        await call('template.remember', { fileId: input.fileId, ...state.at, mapping: input.mapping })
        const filled = await call('template.fill', input)
        saveFile(filled.fileName, filled.base64)
        toastDone('已填好', `${filled.fileName}，${filled.rows} 行；这种表的填法已记住`, null)
        return {}
      }),
    restart: () => {
      round.current += 1
      setState(START)
    },
    stop: async () => {
      if (state.taskId !== null) await cancelTask(state.taskId)
    },
  }
}

export type Fill = ReturnType<typeof useFill>
