import { useTask } from '../../api/use-task.ts'
import { Progress } from '../../ui/progress.tsx'
import { ErrorLine } from '../../ui/states.tsx'
import type { Import, Work } from './use-import.ts'

const WORK_TITLES: Readonly<Record<Work, string>> = {
  receiving: '正在接收文件',
  previewing: '正在读取、比对',
  committing: '正在写入编制本',
}

/** What is being done, in numbers, and the way to stop it. */
export function Working({ run, work }: { readonly run: Import; readonly work: Work }) {
  const progress = useTask(run.state.taskId)
  return (
    <div className="import-working">
      <Progress
        phase={progress === null || progress.phase === '' ? WORK_TITLES[work] : progress.phase}
        done={progress?.done ?? 0}
        total={progress?.total ?? 0}
        {...(work === 'receiving' ? {} : { onCancel: () => void run.stop() })}
      />
      {run.state.file !== null && <p className="quiet">{run.state.file.name}</p>}
      <ErrorLine error={run.state.error} />
    </div>
  )
}
