import { useEffect, useRef, useState } from 'react'
import type { Output } from '../../../electron/contract/operations.ts'
import { ApiError, call, onBookChange, toApiError } from '../../api/client.ts'
import { cancelTask, newTaskId } from '../../api/use-task.ts'
import { SHEET_FILES, stageFile } from '../../parts/stage-file.ts'
import type { StagedFile } from '../../parts/stage-file.ts'
import { importInput, NO_CORRECTIONS } from './import-options.ts'
import type { ImportOptions } from './import-options.ts'
import type { ImportPreview } from './proof-model.ts'

export type ImportResult = Output<'import.commit'>
export type Step = 'choose' | 'preview' | 'confirm' | 'result'
export type Work = 'receiving' | 'previewing' | 'committing'

export interface ImportState {
  readonly step: Step
  readonly work: Work | null
  readonly taskId: string | null
  readonly file: StagedFile | null
  readonly options: ImportOptions
  readonly preview: ImportPreview | null
  readonly result: ImportResult | null
  readonly error: ApiError | null
  /** Dropped or chosen together with this one; each has its turn. */
  readonly waiting: readonly File[]
}

const START: ImportState = {
  step: 'choose',
  work: null,
  taskId: null,
  file: null,
  options: NO_CORRECTIONS,
  preview: null,
  result: null,
  error: null,
  waiting: [],
}

const SHEET_NAME = new RegExp(`(?:${SHEET_FILES.replaceAll(',', '|').replaceAll('.', String.raw`\.`)})$`, 'iu')

/** A proof half read survives a look at another screen; another book forgets it. */
let kept: ImportState = START
onBookChange((kind) => {
  if (kind === 'book') kept = START
})

/** One import from the file to the result. Every answer belongs to the round that asked; an older one is dropped. */
export function useImport() {
  const [state, setState] = useState<ImportState>(() => kept)
  const round = useRef(0)
  useEffect(() => {
    kept = state.work === null && (state.step !== 'result' || state.waiting.length > 0) ? state : START
  }, [state])

  async function during(
    work: Work,
    before: Partial<ImportState>,
    ask: (taskId: string) => Promise<Partial<ImportState>>,
  ): Promise<void> {
    round.current += 1
    const mine = round.current
    const taskId = newTaskId()
    setState((now) => ({ ...now, ...before, work, taskId, error: null }))
    const after = await ask(taskId).catch((cause: unknown): Partial<ImportState> => ({ error: toApiError(cause) }))
    if (mine === round.current) setState((now) => ({ ...now, ...after, work: null, taskId: null }))
  }

  const preview = (file: StagedFile, options: ImportOptions) =>
    during('previewing', { file, options }, async (taskId) => ({
      preview: await call('import.preview', { ...importInput(file.fileId, options), taskId }),
      step: 'preview',
    }))

  const receive = async (stage: () => Promise<StagedFile>, waiting: readonly File[]) => {
    let staged: StagedFile | undefined
    await during('receiving', { ...START, waiting }, async () => {
      staged = await stage()
      return { file: staged }
    })
    if (staged !== undefined) await preview(staged, NO_CORRECTIONS)
  }

  const chooseFiles = async (files: readonly File[]) => {
    // A folder holds more than its workbooks.
    const sheets = files.length > 1 ? files.filter(({ name }) => SHEET_NAME.test(name)) : files
    const [first, ...waiting] = sheets.length > 0 ? sheets : files
    if (first !== undefined) await receive(() => stageFile(first), waiting)
  }

  /** `standsOver`: who she says stands as over in the lines the import brings over their quota. */
  const commit = async (standsOver: readonly string[]) => {
    const { file, options, preview: seen } = state
    if (file === null || seen === null) return
    let changed = false
    await during('committing', {}, async (taskId) => {
      try {
        return {
          result: await call('import.commit', {
            ...importInput(file.fileId, options),
            planHash: seen.planHash,
            ...(standsOver.length === 0 ? {} : { standsOver: [...standsOver] }),
            taskId,
          }),
          step: 'result',
        }
      } catch (cause) {
        changed = toApiError(cause).code === 'plan_changed'
        throw cause
      }
    })
    if (!changed) return
    await preview(file, options)
    setState((now) => ({
      ...now,
      error:
        now.error ?? new ApiError('plan_changed', '预览之后编制本有了变动，已按现在的编制本重新预览，请再看一遍。'),
    }))
  }

  return {
    state,
    chooseFiles,
    /** The next of the files that were chosen together. */
    next: () => chooseFiles(state.waiting),
    chooseSample: () => receive(() => call('file.stageSample', {}), []),
    /** Previews again with what she corrected. */
    correct: (options: ImportOptions) => (state.file === null ? Promise.resolve() : preview(state.file, options)),
    commit,
    /** Forgets earlier answers and reads again. */
    forget: async (ids: readonly string[]) => {
      const { file, options } = state
      if (file === null) return
      await during('previewing', {}, async (taskId) => {
        await call('import.forget', { fileId: file.fileId, ids: [...ids] })
        return { preview: await call('import.preview', { ...importInput(file.fileId, options), taskId }) }
      })
    },
    goTo: (step: Step) => setState((now) => ({ ...now, step, error: null })),
    restart: () => {
      round.current += 1
      setState(START)
    },
    stop: async () => {
      if (state.taskId !== null) await cancelTask(state.taskId)
    },
  }
}

export type Import = ReturnType<typeof useImport>
