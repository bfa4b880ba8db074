import type { LocalPackDraft } from '../../../electron/contract/pack-shapes.ts'
import { useCommand } from '../../api/use-command.ts'
import type { ApiError } from '../../api/client.ts'
import { toastSaved } from '../../ui/toast.tsx'

export interface SavePack {
  readonly run: (draft: LocalPackDraft, what: string) => void
  readonly busy: boolean
  readonly error: ApiError | null
}

/** Saves a local pack, says so, and tells the id it has. */
export function useSavePack(onSaved: (id: string) => void): SavePack {
  const save = useCommand('pack.save')
  const act = async (draft: LocalPackDraft, what: string) => {
    const saved = await save.run({ draft })
    if (saved === null) return
    toastSaved(`${draft.title}：${what}`)
    onSaved(saved.id)
  }
  return { run: (draft, what) => void act(draft, what), busy: save.busy, error: save.error }
}
