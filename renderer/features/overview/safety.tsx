import { useBook } from '../../api/book.tsx'
import { formatInstant } from '../../text/format.ts'
import { hrefTo } from '../../text/paths.ts'

/** Is there a copy, from when, and how much has been written down. */
export function Safety() {
  const book = useBook()
  if (book === null) return null
  return (
    <p className="safety">
      {book.lastBackup === null ? (
        <a className="amber" href={hrefTo('backup')}>
          还没有备份，现在备份
        </a>
      ) : (
        <a href={hrefTo('backup')}>最近备份 {formatInstant(book.lastBackup.at).slice(5)}，已核对</a>
      )}
      <span className="quiet">
        {' · '}台账 <a href={hrefTo('journal')}>{book.entries} 条</a>
        {' · '}
        {book.encrypted ? '有密码' : '未设密码'}
      </span>
    </p>
  )
}
