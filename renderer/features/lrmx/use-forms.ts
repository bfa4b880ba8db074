import { useState } from 'react'
import { refusalText } from '../../../electron/vocabulary/refusals.ts'
import { ARCHIVE_NAME, MAX_FORM_BYTES, type LrmxImported } from '../../../electron/contract/lrmx-operations.ts'
import type { ApiError } from '../../api/client.ts'
import { call, toApiError } from '../../api/client.ts'
import { newTaskId } from '../../api/use-task.ts'
import { stageFile } from '../../parts/stage-file.ts'
import { formatBytes } from '../../text/format.ts'

export interface FormsRun {
  readonly taskId: string | null
  readonly fileIds: readonly string[]
  readonly pictures: readonly { readonly fileId: string; readonly pictureId: string }[]
  readonly preview: LrmxImported | null
  /** Files that were not even opened. */
  readonly unread: readonly string[]
  /** Fields not to be taken over, `fileId field`. */
  readonly left: ReadonlySet<string>
  readonly done: LrmxImported | null
  readonly error: ApiError | null
}

const START: FormsRun = {
  taskId: null,
  fileIds: [],
  pictures: [],
  preview: null,
  unread: [],
  left: new Set(),
  done: null,
  error: null,
}

/** What a field of a file is called among those that are left. */
export const leftKey = (fileId: string, field: string): string => `${fileId} ${field}`

/** A folder of forms on its way in: read, compared, chosen field by field, taken over as one entry. */
export function useForms() {
  const [run, setRun] = useState<FormsRun>(START)
  const during = async (work: (taskId: string) => Promise<Partial<FormsRun>>) => {
    const taskId = newTaskId()
    setRun((now) => ({ ...now, taskId, error: null }))
    const after = await work(taskId).catch((cause: unknown): Partial<FormsRun> => ({ error: toApiError(cause) }))
    setRun((now) => ({ ...now, ...after, taskId: null }))
  }
  const read = (files: readonly File[]) =>
    during(async (taskId) => {
      const forms = files.filter(({ name }) => /\.lrmx?$/i.test(name))
      const fit = forms.filter(({ size }) => size <= MAX_FORM_BYTES)
      const tooLarge = forms
        .filter(({ size }) => size > MAX_FORM_BYTES)
        .map(({ name, size }) => `${name} 有 ${formatBytes(size)}，超过 12 MB，没有读。请把照片缩小后另存再导入。`)
      const archives = files
        .filter(({ name }) => ARCHIVE_NAME.test(name))
        .map(({ name }) => refusalText('lrmx_archive', { file: name }))
      const unread = [...tooLarge, ...archives]
      if (forms.length === 0 && unread.length === 0) unread.push('这里没有任免审批表（.lrmx、.lrm），没有读取。')
      const fileIds: string[] = []
      const pictures: { fileId: string; pictureId: string }[] = []
      for (const form of fit) {
        const { fileId } = await stageFile(form)
        fileIds.push(fileId)
        const picture = pictureBeside(form, files)
        if (picture !== undefined) pictures.push({ fileId, pictureId: (await stageFile(picture)).fileId })
      }
      const preview = fileIds.length === 0 ? null : await call('lrmx.preview', { fileIds, pictures, taskId })
      return { ...START, fileIds, pictures, preview, unread }
    })
  const write = () =>
    during(async (taskId) => {
      const { fileIds, pictures, preview, left } = run
      const accept = (preview?.people ?? []).map(({ fileId }) => ({
        fileId,
        fields: (preview?.differences ?? [])
          .filter((own) => own.fileId === fileId && !left.has(leftKey(fileId, own.field)))
          .map(({ field }) => field),
      }))
      const done = await call('lrmx.import', {
        fileIds: [...fileIds],
        pictures: [...pictures],
        accept: accept.filter(({ fields, fileId }) => fields.length > 0 || isUnchanged(preview, fileId)),
        taskId,
      })
      return { done }
    })
  const leave = (keys: readonly string[], taken: boolean) =>
    setRun((now) => {
      const left = new Set(now.left)
      for (const key of keys) {
        if (taken) left.delete(key)
        else left.add(key)
      }
      return { ...now, left }
    })
  return { run, read, write, leave, restart: () => setRun(START) }
}

function isUnchanged(preview: LrmxImported | null, fileId: string): boolean {
  return preview?.differences.every((own) => own.fileId !== fileId) ?? false
}

/** 张三.pic beside 张三.lrm. */
function pictureBeside(form: File, files: readonly File[]): File | undefined {
  if (!/\.lrm$/i.test(form.name)) return undefined
  const wanted = form.name.replace(/\.lrm$/i, '.pic').toLowerCase()
  return files.find(
    ({ name, webkitRelativePath }) =>
      name.toLowerCase() === wanted && sameFolder(webkitRelativePath, form.webkitRelativePath),
  )
}

function sameFolder(left: string, right: string): boolean {
  return left.replace(/[^/]*$/, '') === right.replace(/[^/]*$/, '')
}
