import { useState } from 'react'
import type { Output } from '../../../electron/contract/operations.ts'
import { useCommand } from '../../api/use-command.ts'
import { cancelTask, newTaskId, useTask } from '../../api/use-task.ts'
import { BookFolders } from '../../parts/book-folders.tsx'
import { formatBytes } from '../../text/format.ts'
import { Button } from '../../ui/button.tsx'
import { Field, FormGrid, TextInput } from '../../ui/form.tsx'
import { Sheet } from '../../ui/page.tsx'
import { Progress } from '../../ui/progress.tsx'
import { ErrorLine } from '../../ui/states.tsx'

/** All townships as one file for the level above, put into a folder and read back. */
export function HandUp({ county }: { readonly county: Output<'county.status'> }) {
  const make = useCommand('county.package')
  const [secret, setSecret] = useState('')
  const [browsing, setBrowsing] = useState(false)
  const [taskId, setTaskId] = useState<string | null>(null)
  const [made, setMade] = useState<Output<'county.package'> | null>(null)
  const progress = useTask(taskId)
  const run = async (folder: string) => {
    const task = newTaskId()
    setBrowsing(false)
    setTaskId(task)
    setMade(
      await make.run({
        path: within(folder, `${county.name ?? ''}汇总上报（${county.today}）.dbpkg`),
        ...(secret === '' ? {} : { lock: { passphrase: secret } }),
        taskId: task,
      }),
    )
    setTaskId(null)
  }
  return (
    <Sheet title="汇总上报" note="各乡镇报来的数据包原样合成一个文件，交上一级的主管本收下">
      <div className="county-form">
        <FormGrid>
          <Field label="口令" hint="填了就加密，至少 8 个字；另外告诉上一级">
            {(ids) => <TextInput {...ids} type="password" width={240} value={secret} onChange={setSecret} />}
          </Field>
        </FormGrid>
        {taskId === null ? (
          <div>
            <Button
              look="main"
              disabled={county.townships === 0}
              onClick={() => setBrowsing(true)}
              data-testid="hand-up"
            >
              做汇总上报包…
            </Button>
          </div>
        ) : (
          <Progress
            phase={progress?.phase ?? '写入'}
            done={progress?.done ?? 0}
            total={progress?.total ?? 0}
            onCancel={() => void cancelTask(taskId)}
          />
        )}
        <ErrorLine error={make.error} />
        {made !== null && (
          <p role="status">
            已写到 {made.file}，{made.townships} 个乡镇、{made.people} 人，{formatBytes(made.bytes)}
            {made.locked ? '，已加密' : ''}；读回来核对无误。
          </p>
        )}
      </div>
      {browsing && (
        <BookFolders
          title="选择存放的文件夹"
          onChooseFolder={(folder) => void run(folder)}
          onClose={() => setBrowsing(false)}
        />
      )}
    </Sheet>
  )
}

/** A verified copy, and whether everything is as it was received. */
export function CountyGuard() {
  const backup = useCommand('county.backup')
  const verify = useCommand('county.verify')
  const [browsing, setBrowsing] = useState(false)
  const [copy, setCopy] = useState<Output<'county.backup'> | null>(null)
  const [found, setFound] = useState<Output<'county.verify'> | null>(null)
  const run = async (directory: string) => {
    setBrowsing(false)
    setCopy(await backup.run({ directory }))
  }
  return (
    <Sheet title="备份和检查" note="备份写好就打开核对；检查把收件记录、每个数据包和据以汇总的行逐个对一遍">
      <div className="county-form">
        <div className="county-line">
          <Button busy={backup.busy} onClick={() => setBrowsing(true)} data-testid="county-backup">
            备份到…
          </Button>
          <Button busy={verify.busy} onClick={() => void verify.run({}).then(setFound)} data-testid="county-verify">
            检查主管本
          </Button>
        </div>
        <ErrorLine error={backup.error ?? verify.error} />
        {copy !== null && (
          <p role="status">
            已备份到 {copy.path}，{formatBytes(copy.bytes)}，收件记录 {copy.entries} 条，已打开核对。
          </p>
        )}
        {found !== null &&
          (found.ok ? (
            <p role="status">
              完好：收件记录 {found.entries} 条，数据包 {found.submissions} 个，逐个核对无误。
            </p>
          ) : (
            <ul className="county-files red" aria-label="检查出的问题">
              {found.problems.map((one) => (
                <li key={`${one.township ?? ''} ${one.text}`}>
                  {one.township === null ? '' : `${one.township}：`}
                  {one.text}
                </li>
              ))}
            </ul>
          ))}
      </div>
      {browsing && (
        <BookFolders
          title="选择备份的文件夹"
          onChooseFolder={(folder) => void run(folder)}
          onClose={() => setBrowsing(false)}
        />
      )}
    </Sheet>
  )
}

/** A file of a folder, in the way of the folder's own system. */
function within(folder: string, name: string): string {
  const mark = folder.includes('\\') ? '\\' : '/'
  return folder.endsWith(mark) ? `${folder}${name}` : `${folder}${mark}${name}`
}
