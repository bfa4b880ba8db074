import { useState } from 'react'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import type { StagedFile } from '../../parts/stage-file.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, TextInput } from '../../ui/form.tsx'
import { Answer, ErrorLine } from '../../ui/states.tsx'
import { toastSaved } from '../../ui/toast.tsx'
import { ChooseJson } from './choose-json.tsx'
import { rangeText, shortDay } from '../../text/format.ts'

/** A year's 放假安排 from a file, shown before it goes in. */
export function ImportHolidays({
  given,
  onClose,
}: {
  /** Dropped on the window. */
  readonly given: File | undefined
  readonly onClose: () => void
}) {
  const [file, setFile] = useState<StagedFile | null>(null)
  const [notice, setNotice] = useState('')
  const preview = useQuery('holidays.preview', file === null ? null : { fileId: file.fileId })
  const take = useCommand('holidays.import')
  const act = async () => {
    if (file === null) return
    const taken = await take.run({ fileId: file.fileId, ...(notice.trim() === '' ? {} : { notice }) })
    if (taken === null) return
    toastSaved(`导入 ${taken.year} 年放假安排`)
    onClose()
  }
  return (
    <Dialog
      title="导入放假安排"
      onClose={onClose}
      confirm={{
        label: '导入',
        onConfirm: () => void act(),
        busy: take.busy,
        disabled: preview.data === undefined || preview.error !== null,
      }}
    >
      <ChooseJson label="放假安排文件（.json，一个文件一年）" given={given} onStaged={setFile} />
      {file !== null && (
        <Answer query={preview} rows={3}>
          {({ table, notes, replaces }) => (
            <>
              <p className="arithmetic" role="status">
                {table.year} 年：放假 {table.off.map(rangeText).join('、')}；调休上班{' '}
                {table.worked.length === 0 ? '无' : table.worked.map(shortDay).join('、')}。
                {notes.map((note) => `${note}。`)}
                {replaces !== null && `替换原来的 ${table.year} 年安排（${replaces}）。`}
              </p>
              <Field label="通知文号" hint={table.notice === '' ? '文件里没有写' : `文件里写的是 ${table.notice}`}>
                {(ids) => (
                  <TextInput {...ids} value={notice} onChange={setNotice} placeholder="如 国办发明电〔2026〕7号" />
                )}
              </Field>
            </>
          )}
        </Answer>
      )}
      <ErrorLine error={take.error} />
    </Dialog>
  )
}
