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
export type FormPart = ReadForm['parts'][number]
export type FilledForm = Output<'template.preview'>

export interface FillState {
  readonly file: StagedFile | null
  /** Where the header was pointed out by hand. */
  readonly at: { readonly sheet?: string; readonly headerRow?: number }
  readonly form: ReadForm | null
  /** How each part is filled, by its key, and the one looked at. */
  readonly mappings: Readonly<Record<string, TemplateMappingInput>>
  readonly part: string
  /** Whose card, by the number of the card on the form; '' where nobody is chosen. */
  readonly whose: readonly string[]
  /** A card for everybody on its lists instead of one. */
  readonly each: boolean
  readonly preview: FilledForm | null
  readonly taskId: string | null
  readonly error: ApiError | null
}

const START: FillState = {
  file: null,
  at: {},
  form: null,
  mappings: {},
  part: '',
  whose: [],
  each: false,
  preview: null,
  taskId: null,
  error: null,
}

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
      return {
        at,
        form,
        mappings: Object.fromEntries(form.parts.map(({ key, mapping }) => [key, mapping])),
        part: form.parts[0]?.key ?? '',
        preview: null,
      }
    })

  const asked = (taskId: string) => {
    const { file, at, form, mappings, whose, each } = state
    const chosen = whose.filter((id) => id !== '')
    if (file === null || form === null) return null
    return {
      fileId: file.fileId,
      ...at,
      parts: Object.entries(mappings).map(([key, mapping]) => ({ key, mapping })),
      taskId,
      ...(chosen.length === 0 || each ? {} : { personIds: chosen }),
      ...(days.asOf === undefined ? {} : { asOf: days.asOf }),
      ...(days.believedOn === undefined ? {} : { believedOn: days.believedOn }),
    }
  }

  /** Everybody on the card's lists where each is to have one. */
  const everybody = async (): Promise<{ readonly personIds?: string[] }> => {
    const card = state.form?.parts.find(({ kind }) => kind === 'card')
    if (!state.each || card === undefined) return {}
    const lists = state.mappings[card.key]?.lists ?? []
    const { people } = await call('roster.read', {
      ...(days.asOf === undefined ? {} : { asOf: days.asOf }),
      ...(days.believedOn === undefined ? {} : { believedOn: days.believedOn }),
    })
    return { personIds: people.filter(({ list }) => lists.includes(list)).map(({ personId }) => personId) }
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
    map: (mapping: TemplateMappingInput) =>
      setState((now) => ({
        ...now,
        mappings: { ...now.mappings, [now.part]: mapping },
        preview: null,
        error: null,
      })),
    mapAll: (mappings: FillState['mappings']) => setState((now) => ({ ...now, mappings, preview: null, error: null })),
    look: (part: string) => setState((now) => ({ ...now, part, error: null })),
    chooseEach: (each: boolean) => setState((now) => ({ ...now, each, preview: null, error: null })),
    choosePerson: (card: number, personId: string) =>
      setState((now) => ({
        ...now,
        whose: Array.from({ length: Math.max(card + 1, now.whose.length) }, (_, at) =>
          at === card ? personId : (now.whose[at] ?? ''),
        ),
        preview: null,
        error: null,
      })),
    preview: () =>
      during(async (taskId) => {
        const input = asked(taskId)
        if (input === null) return {}
        const personIds = await everybody()
        return { preview: await call('template.preview', { ...input, ...personIds, names: true }) }
      }),
    back: () => setState((now) => ({ ...now, preview: null, error: null })),
    save: () =>
      during(async (taskId) => {
        const input = asked(taskId)
        if (input === null) return {}
        await call('template.remember', { fileId: input.fileId, ...state.at, parts: input.parts })
        const filled = await call('template.fill', { ...input, ...(await everybody()) })
        for (const file of [filled, ...filled.more]) saveFile(file.fileName, file.base64)
        toastDone(
          '已填好',
          `${filled.more.length === 0 ? filled.fileName : `${filled.more.length + 1} 个文件`}，${filled.rows} 行；这种表的填法已记住`,
          null,
        )
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
