import { useState } from 'react'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import type { StagedFile } from '../../parts/stage-file.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { setParams } from '../../ui/route.ts'
import { Answer, ErrorLine } from '../../ui/states.tsx'
import { toastSaved } from '../../ui/toast.tsx'
import { ChooseJson } from './choose-json.tsx'
import { Difference } from './difference.tsx'

/** A pack somebody else wrote: what is in it, what it would change, then into the book. */
export function ImportPack({
  given,
  onClose,
}: {
  /** Dropped on the window. */
  readonly given: File | undefined
  readonly onClose: () => void
}) {
  const [file, setFile] = useState<StagedFile | null>(null)
  const preview = useQuery('pack.importPreview', file === null ? null : { fileId: file.fileId })
  const take = useCommand('pack.import')
  const act = async () => {
    if (file === null) return
    const taken = await take.run({ fileId: file.fileId })
    if (taken === null) return
    toastSaved(`导入规则包“${taken.title}”`)
    setParams({ pack: taken.id })
    onClose()
  }
  return (
    <Dialog
      title="导入规则包"
      wide
      onClose={onClose}
      confirm={{
        label: '导入',
        onConfirm: () => void act(),
        busy: take.busy,
        disabled: preview.data === undefined || preview.error !== null,
      }}
    >
      <ChooseJson label="规则包文件（.json）" given={given} onStaged={setFile} />
      {file !== null && (
        <Answer query={preview} rows={5}>
          {(data) => (
            <>
              <p>
                “{data.title}”，依据“{data.base}”。
                {data.replaces === null
                  ? '编制本里还没有它，导入后不会自动换用。'
                  : `替换编制本里的“${data.replaces}”${data.inForce ? '，它正在使用，核查结果随之改变' : ''}。`}
              </p>
              <table className="grid packs-table" aria-label="改动">
                <thead>
                  <tr>
                    <th scope="col">内容</th>
                    <th scope="col">{data.replaces === null ? '原规则包' : '现在'}</th>
                    <th scope="col">导入后</th>
                  </tr>
                </thead>
                <tbody>
                  {data.changes.map((change) => (
                    <tr key={change.what}>
                      <th scope="row">{change.what}</th>
                      <td>{change.from === '' ? '—' : change.from}</td>
                      <td>{change.to === '' ? '—' : change.to}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              <p className="quiet">{data.inForce ? '导入后核查的变化：' : '如果换用它，核查的变化：'}</p>
              <Difference difference={data.difference} />
            </>
          )}
        </Answer>
      )}
      <ErrorLine error={take.error} />
    </Dialog>
  )
}
