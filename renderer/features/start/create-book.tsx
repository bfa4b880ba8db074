import { useState } from 'react'
import type { Output } from '../../../electron/contract/operations.ts'
import { call, toApiError } from '../../api/client.ts'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox, TextInput } from '../../ui/form.tsx'
import { DateInput } from '../../ui/date-input.tsx'
import { Answer, ErrorLine } from '../../ui/states.tsx'
import { toastRefused } from '../../ui/toast.tsx'
import { bookFileName, joinPath } from './book-path.ts'
import { newPasswordProblem } from '../../parts/new-password.ts'
import { showRecoverySheet } from '../../parts/recovery-sheet.tsx'
import { BookFolders } from '../../parts/book-folders.tsx'
import { enterBook } from './enter-book.ts'

type Pack = Output<'packs.list'>['packs'][number]

/** The pack of national rules alone: her own units come with her own papers. */
const BLANK = 'none'

/** A new book: its name, the plan it starts from, a password if wanted, and where it will lie. */
export function CreateBook({ dataFolder }: { readonly dataFolder: string }) {
  const packs = useQuery('packs.list', {})
  const create = useCommand('book.create')
  const [name, setName] = useState('')
  const [pack, setPack] = useState<string | null>(null)
  const [folder, setFolder] = useState<string | null>(null)
  const [browsing, setBrowsing] = useState(false)
  const [paper, setPaper] = useState({ number: '', date: '' })
  const [locked, setLocked] = useState(true)
  const [person, setPerson] = useState('')
  const [password, setPassword] = useState({ first: '', again: '' })
  const [tried, setTried] = useState(false)
  const fileName = bookFileName(name)
  const problem = locked
    ? person.trim() === ''
      ? '请写上您的姓名：台账要写明是谁做的。'
      : newPasswordProblem(password, [person, name])
    : null
  const chosen = pack ?? BLANK
  const plan = (packs.data?.packs.find((one) => one.id === chosen)?.units ?? 0) > 0
  const submit = async () => {
    setTried(true)
    if (fileName === '' || problem !== null) return
    const made = await create.run({
      name: name.trim(),
      pack: chosen,
      ...(plan && paper.number.trim() !== '' ? { documentNumber: paper.number.trim() } : {}),
      ...(plan && paper.date !== '' ? { documentDate: paper.date } : {}),
      ...(folder === null ? {} : { path: joinPath(folder, fileName) }),
    })
    if (made === null) return
    // The window shows the book before what follows is done: it does not hang on this form being there, and is told now where to go.
    enterBook('import')
    if (locked) {
      try {
        const { code } = await call('access.protect', { name: person.trim(), password: password.first })
        await showRecoverySheet({ book: name.trim(), day: made.today, code })
      } catch (cause) {
        toastRefused(`编制本建好了，密码没有设上：${toApiError(cause).message}`)
      }
    }
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
        <TextInput
          id="book-name"
          value={name}
          onChange={setName}
          placeholder="例如：山溪乡"
          aria-invalid={tried && fileName === ''}
        />
        {tried && fileName === '' && <p className="field-error">请写上乡镇名称。</p>}
        <fieldset className="pack-choice">
          <legend className="start-label">从哪里开始</legend>
          <Answer query={packs} rows={2}>
            {(data) => {
              const choice = (one: Pack) => (
                <PackChoice key={one.id} pack={one} checked={one.id === chosen} onChoose={() => setPack(one.id)} />
              )
              return (
                <>
                  {data.packs.filter(({ id }) => id === BLANK).map(choice)}
                  <details className="pack-others" open={chosen !== BLANK}>
                    <summary>示例方案：照别处的方案开头</summary>
                    {data.packs.filter(({ id }) => id !== BLANK).map(choice)}
                  </details>
                </>
              )
            }}
          </Answer>
        </fieldset>
        {plan && (
          <div className="start-passwords">
            <TextInput
              aria-label="本乡镇方案的文号"
              placeholder="本乡镇方案的文号，可以以后补"
              value={paper.number}
              onChange={(number) => setPaper((now) => ({ ...now, number }))}
            />
            <DateInput
              aria-label="方案日期"
              value={paper.date === '' ? undefined : paper.date}
              onChange={(date) => setPaper((now) => ({ ...now, date: date ?? '' }))}
            />
            <p className="field-hint">核定数以它为依据，从这天起。不填就是文号待补：公示上不写文号。</p>
          </div>
        )}
        <Checkbox checked={locked} onChange={setLocked} label="设密码（整个文件加密）" />
        <p className="field-hint">
          里面有姓名、身份证号。不设密码，拿到这个文件的人都能打开。以后也可以在“备份与安全”里设。
        </p>
        {locked && (
          <div className="start-passwords">
            <div className="start-row">
              <TextInput aria-label="您的姓名" placeholder="您的姓名，记在台账里" value={person} onChange={setPerson} />
            </div>
            <TextInput
              type="password"
              aria-label="密码"
              placeholder="密码"
              value={password.first}
              onChange={(first) => setPassword((now) => ({ ...now, first }))}
            />
            <TextInput
              type="password"
              aria-label="再输一次密码"
              placeholder="再输一次"
              value={password.again}
              onChange={(again) => setPassword((now) => ({ ...now, again }))}
            />
            <p className="field-hint">
              密码用几个不相干的词连起来最好。建好后打印一张恢复单锁进抽屉，忘了密码靠它打开。
            </p>
            {tried && problem !== null && <p className="field-error">{problem}</p>}
          </div>
        )}
        <p className="start-where">
          将保存为{' '}
          <strong>{fileName === '' ? '（乡镇名称）.dingbian' : joinPath(folder ?? dataFolder, fileName)}</strong>{' '}
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

function PackChoice({
  pack,
  checked,
  onChoose,
}: {
  readonly pack: Pack
  readonly checked: boolean
  readonly onChoose: () => void
}) {
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
