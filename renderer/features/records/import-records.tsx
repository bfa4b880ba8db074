import { useEffect, useEffectEvent, useState } from 'react'
import type { Output } from '../../../electron/contract/operations.ts'
import { recordHeaders, recordType } from '../../../electron/contract/records.ts'
import type { RecordKindName } from '../../../electron/contract/records.ts'
import { call, toApiError } from '../../api/client.ts'
import type { ApiError } from '../../api/client.ts'
import { cancelTask, newTaskId, useTask } from '../../api/use-task.ts'
import { BlankButton } from '../../parts/blank-button.tsx'
import { SHEET_FILES, stageFile } from '../../parts/stage-file.ts'
import { Button } from '../../ui/button.tsx'
import { DropPlace } from '../../ui/drop-place.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { Checkbox } from '../../ui/form.tsx'
import { Progress } from '../../ui/progress.tsx'
import { ErrorLine } from '../../ui/states.tsx'
import { toastSaved } from '../../ui/toast.tsx'

type Preview = Output<'records.importPreview'>
interface Run {
  readonly taskId: string | null
  readonly fileId: string | null
  readonly preview: Preview | null
  readonly error: ApiError | null
}

const START: Run = { taskId: null, fileId: null, preview: null, error: null }

/** A sheet of one kind: dropped, read, shown with what is wrong in it, then written whole or not at all. */
export function ImportRecords({
  kind,
  file,
  onClose,
}: {
  readonly kind: RecordKindName
  /** Read at once. */
  readonly file?: File | undefined
  readonly onClose: () => void
}) {
  const [run, setRun] = useState<Run>(START)
  const [skip, setSkip] = useState(false)
  const progress = useTask(run.taskId)
  const during = async (work: (taskId: string) => Promise<Partial<Run>>) => {
    const taskId = newTaskId()
    setRun((now) => ({ ...now, taskId, error: null }))
    const after = await work(taskId).catch((cause: unknown): Partial<Run> => ({ error: toApiError(cause) }))
    setRun((now) => ({ ...now, ...after, taskId: null }))
  }
  const read = (file: File) =>
    during(async (taskId) => {
      const { fileId } = await stageFile(file)
      return { fileId, preview: await call('records.importPreview', { fileId, kind, taskId }) }
    })
  const readHanded = useEffectEvent(() => {
    if (file !== undefined) void read(file)
  })
  // What was dropped on the window is read as if it had been dropped here.
  useEffect(() => {
    const timer = window.setTimeout(readHanded, 0)
    return () => window.clearTimeout(timer)
  }, [])
  const write = (fileId: string) =>
    during(async (taskId) => {
      const done = await call('records.import', { fileId, kind, skipRefused: skip, taskId })
      toastSaved(`导入${recordType(done.kind).title} ${done.added} 条`)
      onClose()
      return {}
    })
  const { preview, fileId, taskId } = run
  return (
    <Drawer title={`导入${recordType(kind).title}`} label="导入资料" onClose={onClose}>
      {taskId !== null && (
        <Progress
          phase={progress?.phase ?? '正在读取'}
          done={progress?.done ?? 0}
          total={progress?.total ?? 0}
          onCancel={() => void cancelTask(taskId)}
        />
      )}
      {taskId === null && preview === null && (
        <DropPlace
          words={`把${recordType(kind).title}表拖到这里`}
          note={`表头用这些列名，次序不限：${recordHeaders(kind).join('、')}`}
          label="选择资料表"
          accept={SHEET_FILES}
          testId="record-file"
          onFile={(chosen) => void read(chosen)}
        >
          <BlankButton kind={kind} />
        </DropPlace>
      )}
      {taskId === null && preview !== null && fileId !== null && (
        <>
          <p role="status">
            “{preview.sheet}”：可导入 <strong className="number">{preview.added}</strong> 条，已有{' '}
            <span className="number">{preview.unchanged}</span> 条
            {preview.refused.length > 0 ? `，有问题 ${new Set(preview.refused.map((row) => row.row)).size} 行` : ''}。
          </p>
          {preview.columns.some((column) => column.field === null) && (
            <p className="quiet">
              没有认出、不会导入的列：
              {preview.columns
                .filter((column) => column.field === null)
                .map((column) => `${column.column} 列“${column.header}”`)
                .join('、')}
            </p>
          )}
          <ul className="record-refused">
            {preview.refused.map((row) => (
              <li key={`${row.row}${row.column}${row.code}`}>{row.message}</li>
            ))}
          </ul>
          {preview.refused.length > 0 && preview.added > 0 && (
            <Checkbox checked={skip} onChange={setSkip} label="只导入没有问题的行" />
          )}
          <div className="form-buttons">
            <Button
              look="main"
              disabled={preview.added === 0 || (preview.refused.length > 0 && !skip)}
              onClick={() => void write(fileId)}
            >
              导入 {preview.added} 条
            </Button>
            <Button onClick={() => setRun(START)}>换一个文件</Button>
          </div>
        </>
      )}
      <ErrorLine error={run.error} />
    </Drawer>
  )
}
