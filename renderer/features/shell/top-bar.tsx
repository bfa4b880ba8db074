import type { ReactNode } from 'react'
import { useBook } from '../../api/book.tsx'
import { clockSentence } from '../../text/clock-doubt.ts'
import { formatInstant } from '../../text/format.ts'
import { hrefTo } from '../../text/paths.ts'
import { AsOfPicker } from './as-of-picker.tsx'
import { UndoButtons } from './undo-buttons.tsx'
import './shell.css'

/** Which book, which day, undo and redo, the search box, and whether there is a verified copy. */
export function TopBar({ search }: { readonly search: ReactNode }) {
  const book = useBook()
  const backup = book?.lastBackup ?? null
  return (
    <header className="top-bar">
      <div className="top-book">
        <strong>{book?.name ?? '定编'}</strong>
        <a href={hrefTo('start')} title={`${book?.path ?? ''}\n换一本编制本`}>
          {book?.fileName ?? ''}
        </a>
      </div>
      <AsOfPicker />
      <div className="top-spacer" />
      <UndoButtons />
      {search}
      {book !== null && book.clock !== null && (
        <a className="top-backup amber" href={hrefTo('backup')} title={clockSentence(book.clock, book.today)}>
          请核对电脑日期
        </a>
      )}
      <a className="top-backup" href={hrefTo('backup')}>
        {backup === null ? <span className="amber">还没有备份</span> : `备份 ${formatInstant(backup.at).slice(5)}`}
      </a>
    </header>
  )
}
