import { useState } from 'react'
import type { Output } from '../../../electron/contract/operations.ts'
import { useCommand } from '../../api/use-command.ts'
import { formatInstant } from '../../text/format.ts'
import { goTo } from '../../text/paths.ts'
import { Button } from '../../ui/button.tsx'
import { TextInput } from '../../ui/form.tsx'
import { useRoute } from '../../ui/route.ts'
import { ErrorLine } from '../../ui/states.tsx'
import { BookFolders } from '../../parts/book-folders.tsx'
import { Forgotten } from './forgotten.tsx'
import { RestoreDamaged } from './restore-damaged.tsx'
import { enterBook } from './enter-book.ts'

interface OpenBookProps {
  readonly recent: Output<'book.status'>['recent']
  readonly dataFolder: string
}

/** Refusals after which a password is asked in place. */
const ASKS_PASSWORD: ReadonlySet<string> = new Set([
  'password_required',
  'wrong_password',
  'person_required',
  'too_many_tries',
])

/** Books found where they usually lie, and a way to look elsewhere. The password is asked only of a book that has one. */
export function OpenBook({ recent, dataFolder }: OpenBookProps) {
  const open = useCommand('book.open')
  const [path, setPath] = useState<string | null>(null)
  const [password, setPassword] = useState('')
  const [browsing, setBrowsing] = useState(false)
  const [person, setPerson] = useState('')
  const [forgotten, setForgotten] = useState(false)
  const asksPassword = ASKS_PASSWORD.has(open.error?.code ?? '')
  const start = async (chosen: string, given?: string) => {
    setPath(chosen)
    setBrowsing(false)
    if (
      (await open.run({
        path: chosen,
        ...(given === undefined ? {} : { password: given }),
        ...(given === undefined || person.trim() === '' ? {} : { person: person.trim() }),
      })) !== null
    )
      enterBook('overview')
  }
  const choose = (chosen: string) => {
    setPassword('')
    void start(chosen)
  }
  const { open: wanted } = useRoute().params
  const elsewhere = path !== null && recent.every((book) => book.path !== path)
  const trouble = path !== null && open.error !== null && (
    <div className="start-trouble">
      {asksPassword ? (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void start(path, password)
          }}
        >
          <p className={open.error.code === 'wrong_password' ? 'field-error' : 'field-hint'}>
            {open.error.code === 'wrong_password'
              ? '密码不对，请重新输入。'
              : open.error.code === 'password_required'
                ? '这本编制本有密码。'
                : open.error.message}
          </p>
          {open.error.code === 'person_required' && (
            <TextInput aria-label="姓名" placeholder="姓名" value={person} onChange={setPerson} />
          )}
          <div className="start-password">
            <TextInput type="password" aria-label="密码" value={password} onChange={setPassword} autoFocus />
            <Button type="submit" look="main" busy={open.busy}>
              打开
            </Button>
            <Button look="link" onClick={() => setForgotten(true)}>
              忘了密码
            </Button>
          </div>
        </form>
      ) : (
        <>
          <ErrorLine error={open.error} />
          {open.error.code === 'is_county_book' && (
            <Button onClick={() => goTo('county', { open: path })}>打开主管本</Button>
          )}
          {(open.error.code === 'damaged' || open.error.code === 'empty_file') && <RestoreDamaged bookPath={path} />}
        </>
      )}
    </div>
  )
  return (
    <section className="start-offer" aria-labelledby="start-open">
      <h2 id="start-open">打开已有编制本</h2>
      {recent.length === 0 && !elsewhere && (
        <p className="start-none">默认文件夹里还没有编制本。若在 U 盘或别的文件夹，请点“浏览文件夹”。</p>
      )}
      {wanted !== undefined && path === null && (
        <div className="start-trouble">
          <p className="field-hint">要打开的是 {wanted}。打开另一本，填了一半还没有保存的表就没有了。</p>
          <Button look="main" busy={open.busy} onClick={() => choose(wanted)}>
            打开这一本
          </Button>
        </div>
      )}
      <ul className="start-recent" aria-label="最近的编制本">
        {recent.map((book) => (
          <li key={book.path}>
            <Button look="link" disabled={open.busy} onClick={() => choose(book.path)} title={book.path}>
              {book.fileName.replace(/\.dingbian$/, '')}
            </Button>
            <span className="start-time">{formatInstant(book.modifiedAt)}</span>
            {path === book.path && trouble}
          </li>
        ))}
        {elsewhere && (
          <li>
            <span className="start-path">{path}</span>
            {trouble}
          </li>
        )}
      </ul>
      <div className="start-action">
        <Button onClick={() => setBrowsing(true)}>浏览文件夹…</Button>
      </div>
      {forgotten && path !== null && <Forgotten path={path} onClose={() => setForgotten(false)} />}
      {browsing && (
        <BookFolders title="打开编制本" start={dataFolder} onChooseBook={choose} onClose={() => setBrowsing(false)} />
      )}
    </section>
  )
}
