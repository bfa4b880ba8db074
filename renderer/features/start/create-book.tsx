import { useState } from 'react'
import type { Output } from '../../../electron/contract/operations.ts'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox, TextInput } from '../../ui/form.tsx'
import { Answer, ErrorLine } from '../../ui/states.tsx'
import { bookFileName, joinPath, passwordProblem, PASSWORD_MIN } from './book-path.ts'
import { BookFolders } from './book-folders.tsx'
import { enterBook } from './enter-book.ts'

type Pack = Output<'packs.list'>['packs'][number]

/** A new book: its name, the plan it starts from, a password if wanted, and where it will lie. */
export function CreateBook({ dataFolder }: { readonly dataFolder: string }) {
  const packs = useQuery('packs.list', {})
  const create = useCommand('book.create')
  const [name, setName] = useState('')
  const [pack, setPack] = useState<string | null>(null)
  const [folder, setFolder] = useState<string | null>(null)
  const [browsing, setBrowsing] = useState(false)
  const [locked, setLocked] = useState(false)
  const [password, setPassword] = useState({ first: '', again: '' })
  const [tried, setTried] = useState(false)
  const fileName = bookFileName(name)
  const problem = locked ? (passwordProblem(password.first, password.again) ?? (password.first === '' ? '请输入密码，或取消勾选。' : null)) : null
  const chosen = pack ?? packs.data?.packs[0]?.id
  const submit = async () => {
    setTried(true)
    if (fileName === '' || problem !== null || chosen === undefined) return
    const made = await create.run({
      name: name.trim(),
      pack: chosen,
      ...(folder === null ? {} : { path: joinPath(folder, fileName) }),
      ...(locked ? { password: password.first } : {}),
    })
    if (made !== null) enterBook('import')
  }
  return (
    <section className="start-offer" aria-labelledby="start-create">
      <h2 id="start-create">新建我的编制本</h2>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <label className="start-label" htmlFor="book-name">
          乡镇名称
        </label>
        <TextInput id="book-name" value={name} onChange={setName} placeholder="例如：山溪乡" aria-invalid={tried && fileName === ''} />
        {tried && fileName === '' && <p className="field-error">请写上乡镇名称。</p>}
        <fieldset className="pack-choice">
          <legend className="start-label">从哪个方案开始</legend>
          <Answer query={packs} rows={2}>
            {(data) => data.packs.map((one) => <PackChoice key={one.id} pack={one} checked={one.id === chosen} onChoose={() => setPack(one.id)} />)}
          </Answer>
        </fieldset>
        <Checkbox checked={locked} onChange={setLocked} label="设密码（整个文件加密）" />
        {locked && (
          <div className="start-passwords">
            <TextInput type="password" aria-label="密码" placeholder={`密码，至少 ${PASSWORD_MIN} 个字`} value={password.first} onChange={(first) => setPassword((now) => ({ ...now, first }))} />
            <TextInput type="password" aria-label="再输一次密码" placeholder="再输一次" value={password.again} onChange={(again) => setPassword((now) => ({ ...now, again }))} />
            <p className="field-hint">忘了密码，谁也打不开这本编制本和它的备份。请抄下来锁进柜子。</p>
            {tried && problem !== null && <p className="field-error">{problem}</p>}
          </div>
        )}
        <p className="start-where">
          将保存为 <strong>{fileName === '' ? '（乡镇名称）.dingbian' : joinPath(folder ?? dataFolder, fileName)}</strong>{' '}
          <Button look="link" onClick={() => setBrowsing(true)}>
            换个文件夹
          </Button>
        </p>
        <ErrorLine error={create.error} />
        <div className="start-action">
          <Button type="submit" look="main" busy={create.busy} data-testid="create-book">
            新建编制本
          </Button>
        </div>
      </form>
      {browsing && (
        <BookFolders
          title="选择存放的文件夹"
          start={folder ?? dataFolder}
          onChooseFolder={(directory) => {
            setFolder(directory)
            setBrowsing(false)
          }}
          onClose={() => setBrowsing(false)}
        />
      )}
    </section>
  )
}

function PackChoice({ pack, checked, onChoose }: { readonly pack: Pack; readonly checked: boolean; readonly onChoose: () => void }) {
  return (
    <label className="pack">
      <input type="radio" name="pack" value={pack.id} checked={checked} onChange={onChoose} />
      <span>
        <strong>{pack.title}</strong>
        <span className="pack-numbers">{packNumbers(pack)}</span>
      </span>
    </label>
  )
}

function packNumbers(pack: Pack): string {
  if (pack.units === 0) return pack.note
  const quotas = pack.quotas.map((quota) => `${quota.category} ${quota.amount}`).join('、')
  return `${pack.units} 个机构，${quotas}，领导职数 ${pack.leadership}`
}
