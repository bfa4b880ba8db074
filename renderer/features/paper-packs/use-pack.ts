import { useState } from 'react'
import type { PaperPackView } from '../../../electron/contract/paper-pack-operations.ts'
import { cancelTask, newTaskId, useTask, type TaskProgress } from '../../api/use-task.ts'
import { saveFile } from '../../ui/save-file.ts'
import { toastSaved } from '../../ui/toast.tsx'

/** How a pack is asked for: as one .zip, under a name it can be stopped by. */
interface Handed {
  readonly archive: true
  readonly taskId: string
}

/** One pack being made: where it stands, how to stop it, and what came of it. */
export interface PackRun {
  readonly make: (run: (handed: Handed) => Promise<PaperPackView | null>) => void
  readonly stop: () => void
  readonly progress: TaskProgress | null
  readonly made: PaperPackView | null
}

/** Makes a pack as one .zip and hands it to her downloads. */
export function usePack(): PackRun {
  const [taskId, setTaskId] = useState<string | null>(null)
  const [made, setMade] = useState<PaperPackView | null>(null)
  const progress = useTask(taskId)
  const work = async (run: (handed: Handed) => Promise<PaperPackView | null>) => {
    const task = newTaskId()
    setTaskId(task)
    setMade(null)
    const done = await run({ archive: true, taskId: task })
    setTaskId(null)
    setMade(done)
    if (done === null || done.archive === null) return
    saveFile(done.archive.fileName, done.archive.base64, 'application/zip')
    toastSaved(`${done.name}：${done.files.length} 个文件，已存到下载文件夹`)
  }
  return {
    make: (run) => void work(run),
    stop: () => taskId !== null && void cancelTask(taskId),
    progress,
    made,
  }
}
