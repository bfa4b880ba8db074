import { useState } from 'react'
import { useCommand } from '../../api/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorLine } from '../../ui/states.tsx'
import { BookFolders } from './book-folders.tsx'
import { enterBook } from './enter-book.ts'

/** A book that cannot be opened any more: a copy takes its place, the damaged file is kept. */
export function RestoreDamaged({ bookPath }: { readonly bookPath: string }) {
  const restore = useCommand('backup.restore')
  const [browsing, setBrowsing] = useState(false)
  const choose = async (path: string) => {
    setBrowsing(false)
    if ((await restore.run({ path, bookPath })) !== null) enterBook('overview')
  }
  return (
    <>
      <ErrorLine error={restore.error} />
      <Button small busy={restore.busy} onClick={() => setBrowsing(true)}>
        从备份恢复这一本…
      </Button>
      {browsing && <BookFolders title="选择用哪一份备份" start={folderOf(bookPath)} onChooseBook={(path) => void choose(path)} onClose={() => setBrowsing(false)} />}
    </>
  )
}

/** Copies lie in the folder 乡镇名.备份 beside the book; from there she walks. */
function folderOf(path: string): string {
  const end = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'))
  return end <= 0 ? path : path.slice(0, end)
}
