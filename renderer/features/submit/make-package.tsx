import { useState } from 'react'
import type { CallInput, Output } from '../../../electron/contract/operations.ts'
import { useCommand } from '../../api/use-command.ts'
import { cancelTask, newTaskId, useTask } from '../../api/use-task.ts'
import { BookFolders } from '../../parts/book-folders.tsx'
import { formatBytes } from '../../text/format.ts'
import { hrefTo } from '../../text/paths.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox, Field, FormGrid, Select, TextInput } from '../../ui/form.tsx'
import { Sheet } from '../../ui/page.tsx'
import { Progress } from '../../ui/progress.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { ErrorLine } from '../../ui/states.tsx'
import { toastSaved } from '../../ui/toast.tsx'
import { DifferenceTable } from '../../parts/difference-table.tsx'

type State = Output<'package.read'>
type How = 'none' | 'passphrase' | 'publicKey'

const LOCKS: readonly { readonly value: How; readonly label: string }[] = [
  { value: 'none', label: '不加密' },
  { value: 'passphrase', label: '用口令加密（另外告诉编办）' },
  { value: 'publicKey', label: '用编办的公钥加密' },
]

/** What a package of the day would tell, how it is to be made, and the button. */
export function MakePackage({ state, asOf }: { readonly state: State; readonly asOf: string | undefined }) {
  const make = useCommand('package.make')
  const [code, setCode] = useState('')
  const [changesOnly, setChangesOnly] = useState(false)
  const [reason, setReason] = useState<string | null>(null)
  const [how, setHow] = useState<How>('none')
  const [secret, setSecret] = useState('')
  const [folder, setFolder] = useState<string | null>(null)
  const [browsing, setBrowsing] = useState(false)
  const [taskId, setTaskId] = useState<string | null>(null)
  const [made, setMade] = useState<Output<'package.make'> | null>(null)
  const progress = useTask(taskId)
  const answered = state.sent.some((one) => one.answer?.accepted === true)
  const ready = reason !== '' && (how === 'none' || secret.trim() !== '')
  const run = async () => {
    const task = newTaskId()
    setTaskId(task)
    setMade(null)
    const done = await make.run({
      ...(asOf === undefined ? {} : { asOf }),
      ...(changesOnly && answered ? { since: 'LAST' } : {}),
      ...(code.trim() === '' ? {} : { code: code.trim() }),
      ...(reason === null ? {} : { wholeNumbersFor: reason }),
      ...lockOf(how, secret),
      ...(folder === null ? {} : { folder }),
      taskId: task,
    })
    setTaskId(null)
    setMade(done)
    if (done === null) return
    if (done.path === null) saveFile(done.fileName, done.base64, 'application/octet-stream')
    toastSaved(done.path === null ? `${done.fileName} 已存到下载文件夹` : `已写到 ${done.path}，读回来核对无误`)
  }
  return (
    <Sheet title="上报数据包" note="一个文件报清当天的机构、编制、人员和问题；写好就读回来核对，记入台账">
      <Facts state={state} />
      <div className="submit-form">
        <FormGrid>
          {state.township.code === null && (
            <Field label="区划代码" hint="统计用区划代码，6 到 12 位；填一次就记住，可以不填">
              {(ids) => <TextInput {...ids} mono width={160} value={code} onChange={setCode} />}
            </Field>
          )}
          <Field label="加密" hint={HINTS[how]}>
            {(ids) => <Select {...ids} value={how} onChange={setHow} choices={LOCKS} width={240} />}
          </Field>
          {how !== 'none' && (
            <Field label={how === 'passphrase' ? '口令' : '编办公钥'} required>
              {(ids) => (
                <TextInput
                  {...ids}
                  type={how === 'passphrase' ? 'password' : 'text'}
                  value={secret}
                  onChange={setSecret}
                />
              )}
            </Field>
          )}
        </FormGrid>
        <Checkbox
          checked={changesOnly && answered}
          disabled={!answered}
          onChange={setChangesOnly}
          label={answered ? '只报上次回执以后的变动' : '只报变动（收到编办的回执以后才可以）'}
        />
        <Checkbox
          checked={reason !== null}
          onChange={(whole) => setReason(whole ? '' : null)}
          label="要完整的身份证号（平时遮住中间各位）"
        />
        {reason !== null && (
          <FormGrid>
            <Field label="理由" required hint="谁、为什么要，记入台账">
              {(ids) => <TextInput {...ids} autoFocus value={reason} onChange={setReason} />}
            </Field>
          </FormGrid>
        )}
        <div className="submit-line">
          <span>
            存到 <strong>{folder ?? '下载文件夹'}</strong>
          </span>
          <Button look="link" onClick={() => setBrowsing(true)}>
            换到 U 盘或别的文件夹
          </Button>
        </div>
        {make.busy && taskId !== null ? (
          <Progress
            phase={progress?.phase ?? '汇集'}
            done={progress?.done ?? 0}
            total={progress?.total ?? 0}
            onCancel={() => void cancelTask(taskId)}
          />
        ) : (
          <div>
            <Button look="main" disabled={!ready} onClick={() => void run()} data-testid="make-package">
              做上报数据包
            </Button>
          </div>
        )}
        <ErrorLine error={make.error} />
        {made !== null && <Made made={made} />}
      </div>
      {browsing && (
        <BookFolders
          title="选择存放的文件夹"
          {...(folder === null ? {} : { start: folder })}
          onChooseFolder={(chosen) => {
            setFolder(chosen)
            setBrowsing(false)
          }}
          onClose={() => setBrowsing(false)}
        />
      )}
    </Sheet>
  )
}

const HINTS: Readonly<Record<How, string>> = {
  none: '拿到文件的人都能看到姓名和编制',
  passphrase: '至少 8 个字；口令不在文件里，忘了打不开',
  publicKey: '以 age1 开头，编办在主管本里能复制到；只有编办打得开',
}

function lockOf(how: How, secret: string): Pick<CallInput<'package.make'>, 'lock'> {
  if (how === 'none') return {}
  return { lock: how === 'passphrase' ? { passphrase: secret } : { publicKey: secret.trim() } }
}

/** What the file will tell, each number as the other screens show it. */
function Facts({ state }: { readonly state: State }) {
  const { counts, changes } = state
  const [open, setOpen] = useState(false)
  return (
    <div className="submit-facts">
      <p>
        {state.township.name}
        {state.township.code === null ? '' : `（${state.township.code}）`}：机构{' '}
        <span className="number">{counts.units}</span> 个，人员 <span className="number">{counts.people}</span> 人，核定{' '}
        <span className="number">{counts.quota}</span>、实有 <span className="number">{counts.actual}</span>、超编{' '}
        <span className="number">{counts.over}</span>；过期未办 <span className="number">{counts.duties}</span> 件。
      </p>
      {state.errors > 0 && (
        <p className="amber">
          还有 {state.errors} 个违规的问题没有说明，编办收到就看得见。<a href={hrefTo('findings')}>先看核查</a>
        </p>
      )}
      {changes !== null && (
        <p>
          和上次上报比，{changes.length === 0 ? '没有不同。' : `有 ${changes.length} 处不同。`}
          {changes.length > 0 && (
            <Button look="link" onClick={() => setOpen(!open)}>
              {open ? '收起' : '逐处看'}
            </Button>
          )}
        </p>
      )}
      {open && changes !== null && <DifferenceTable differences={changes} />}
    </div>
  )
}

function Made({ made }: { readonly made: Output<'package.make'> }) {
  return (
    <p role="status">
      <strong>{made.fileName}</strong>　{formatBytes(made.bytes)}，{made.people} 人，
      {made.kind === 'full' ? '全量' : '变动部分'}，{made.masked ? '身份证号已遮住' : '含完整身份证号，请妥善保管'}
      {made.locked ? '，已加密' : ''}
      {made.path === null ? '。请拷到 U 盘交编办。' : `。在 ${made.path}，已读回核对。`}
    </p>
  )
}
