import { useState } from 'react'
import { useCommand } from '../../api/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { TextInput } from '../../ui/form.tsx'
import { ErrorLine } from '../../ui/states.tsx'
import { BookFolders } from '../../parts/book-folders.tsx'
import { enterBook } from './enter-book.ts'

const ASKS_PASSWORD: readonly string[] = ['password_required', 'wrong_password', 'restore_other_password']

/** A book that cannot be opened any more: a copy takes its place, the damaged file is kept. */
export function RestoreDamaged({ bookPath }: { readonly bookPath: string }) {
  const restore = useCommand('backup.restore')
  const [browsing, setBrowsing] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)
  const [password, setPassword] = useState('')
  const start = async (path: string, overOther = false) => {
    setBrowsing(false)
    setChosen(path)
    const input = { path, bookPath, ...(password === '' ? {} : { password }), ...(overOther ? { overOther } : {}) }
    if ((await restore.run(input)) !== null) enterBook('overview')
  }
  const code = restore.error?.code
  return (
    <>
      <ErrorLine error={restore.error} />
      {chosen !== null && code !== undefined && ASKS_PASSWORD.includes(code) && (
        <form
          className="start-password"
          onSubmit={(event) => {
            event.preventDefault()
            void start(chosen)
          }}
        >
          <TextInput type="password" aria-label="备份的密码" value={password} onChange={setPassword} autoFocus />
          <Button type="submit" look="main" busy={restore.busy}>
            恢复
          </Button>
        </form>
      )}
      {chosen !== null && code === 'restore_other_book' && (
        <Button small look="danger" busy={restore.busy} onClick={() => void start(chosen, true)}>
          仍然换成另一本
        </Button>
      )}
      <Button small busy={restore.busy} onClick={() => setBrowsing(true)}>
        从备份恢复这一本…
      </Button>
      {browsing && (
        <BookFolders
          title="选择用哪一份备份"
          start={folderOf(bookPath)}
          onChooseBook={(path) => void start(path)}
          onClose={() => setBrowsing(false)}
        />
      )}
    </>
  )
}

/** Copies lie in the folder 乡镇名.备份 beside the book; from there she walks. */
function folderOf(path: string): string {
  const end = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'))
  return end <= 0 ? path : path.slice(0, end)
}
