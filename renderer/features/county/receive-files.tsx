import { useState } from 'react'
import type { Output } from '../../../electron/contract/operations.ts'
import { toApiError } from '../../api/client.ts'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { cancelTask, newTaskId, useTask } from '../../api/use-task.ts'
import { stageFile } from '../../parts/stage-file.ts'
import { formatInstant } from '../../text/format.ts'
import { Button } from '../../ui/button.tsx'
import { DropPlace } from '../../ui/drop-place.tsx'
import { Field, FormGrid, TextInput } from '../../ui/form.tsx'
import { Sheet } from '../../ui/page.tsx'
import { Progress } from '../../ui/progress.tsx'
import { Answer, EmptyState, ErrorLine } from '../../ui/states.tsx'
import { toastRefused } from '../../ui/toast.tsx'
import { useMoreRows } from '../../ui/more-rows.tsx'

type Received = Output<'county.receive'>

/** 收件: files in, each received or refused with its reason; below, what came before. */
export function ReceiveFiles() {
  const receive = useCommand('county.receive')
  const [passphrase, setPassphrase] = useState('')
  const [taskId, setTaskId] = useState<string | null>(null)
  const [received, setReceived] = useState<Received | null>(null)
  const [files, setFiles] = useState<readonly File[]>([])
  const progress = useTask(taskId)
  const run = async (chosen: readonly File[], overOther = false) => {
    const packages = chosen.filter((file) => !file.name.startsWith('.'))
    const task = newTaskId()
    setFiles(packages)
    setReceived(null)
    setTaskId(task)
    try {
      const staged: { fileId: string }[] = []
      for (const file of packages) staged.push({ fileId: (await stageFile(file)).fileId })
      setReceived(
        await receive.run({
          files: staged,
          ...(passphrase === '' ? {} : { passphrase }),
          ...(overOther ? { overOther } : {}),
          taskId: task,
        }),
      )
    } catch (cause) {
      toastRefused(toApiError(cause).message)
    }
    setTaskId(null)
  }
  const other = received?.refused.filter((one) => one.code === 'package_other_township') ?? []
  return (
    <>
      <Sheet title="收上报数据包" note="一个一个核对：完整没有、总数对不对、是不是拿错了；收不下的写明原因，别的照收">
        <div className="county-form">
          <FormGrid>
            <Field label="口令" hint="乡镇用口令加了密的才要；按编办公钥加密的不用">
              {(ids) => <TextInput {...ids} type="password" width={240} value={passphrase} onChange={setPassphrase} />}
            </Field>
          </FormGrid>
          {taskId === null ? (
            <DropPlace
              words="把乡镇交来的数据包拖到这里：一个、许多个或一个文件夹"
              label="选择数据包"
              accept=".dbpkg"
              testId="package-files"
              onFiles={(chosen) => void run(chosen)}
            />
          ) : (
            <Progress
              phase={progress?.phase ?? '读入'}
              done={progress?.done ?? 0}
              total={progress?.total ?? 0}
              onCancel={() => void cancelTask(taskId)}
            />
          )}
          <ErrorLine error={receive.error} />
        </div>
        {received !== null && <Outcome received={received} />}
        {other.length > 0 && (
          <div className="county-form">
            <p>
              乡镇确实换了新的一本编制本的，核实以后可以改收：
              <Button
                onClick={() =>
                  void run(
                    files.filter((file) => other.some((one) => one.file === file.name)),
                    true,
                  )
                }
              >
                改收这一本
              </Button>
            </p>
          </div>
        )}
      </Sheet>
      <History />
    </>
  )
}

function Outcome({ received: { accepted, refused, people } }: { readonly received: Received }) {
  const { shown, more } = useMoreRows(accepted, 60, { unit: '个' })
  return (
    <div role="status" data-testid="received">
      <p className="county-lists">
        收下 <strong className="number">{accepted.length}</strong> 个，{people} 人；没有收下{' '}
        <strong className={refused.length > 0 ? 'number red' : 'number'}>{refused.length}</strong> 个。
      </p>
      {refused.length > 0 && (
        <ul className="county-files red" aria-label="没有收下的">
          {refused.map((one) => (
            <li key={`${one.file} ${one.code}`}>{one.message}</li>
          ))}
        </ul>
      )}
      <ul className="county-files" aria-label="收下的">
        {shown.map((one) => (
          <li key={`${one.file} ${one.township}`}>
            {one.township}（截至 {one.asOf}，{one.people} 人）
            {one.differences !== null && !one.unchanged && `；与上次有 ${one.differences} 处不同`}
            {one.notes.map((note) => `；${note}`)}
            {one.unmatched.length > 0 && (
              <span className="amber">；没有对上的机构：{one.unmatched.join('、')}，请到这个乡镇里对上</span>
            )}
          </li>
        ))}
      </ul>
      {more}
    </div>
  )
}

function History() {
  const query = useQuery('county.history', {})
  return (
    <Sheet title="收件记录">
      <Answer query={query} rows={4}>
        {({ entries, refused }) =>
          entries.length === 0 ? (
            <EmptyState text="还没有记录。" />
          ) : (
            <Entries entries={entries} reasons={new Map(refused.map((one) => [one.receivedAt, one.message]))} />
          )
        }
      </Answer>
    </Sheet>
  )
}

function Entries({
  entries,
  reasons,
}: {
  readonly entries: Output<'county.history'>['entries']
  readonly reasons: ReadonlyMap<string, string>
}) {
  const { shown, more } = useMoreRows(entries, 40, { unit: '条' })
  return (
    <>
      <table className="grid county-grid" aria-label="收件记录">
        <thead>
          <tr>
            <th scope="col" className="number">
              序
            </th>
            <th scope="col">时间</th>
            <th scope="col">做了什么</th>
            <th scope="col">说明</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((entry) => (
            <tr key={entry.seq}>
              <td className="number">{entry.seq}</td>
              <td className="number">{formatInstant(entry.recordedAt)}</td>
              <td>{entry.title}</td>
              <td title={entry.title === '退回' ? reasons.get(entry.recordedAt) : undefined}>{entry.summary}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </>
  )
}
