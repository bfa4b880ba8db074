import { useState } from 'react'
import { useQuery } from '../../api/use-query.ts'
import { formatBytes, formatInstant } from '../../text/format.ts'
import { FolderBrowser } from '../../ui/folder-browser.tsx'

interface FoldersProps {
  readonly title: string
  readonly start?: string
  readonly chooseFolder?: { readonly label: string; readonly onChoose: (directory: string) => void }
  readonly onChooseFile?: (path: string) => void
  readonly onClose: () => void
}

/** The machine's folders, to put a copy into or take one from: a USB stick, another disk. */
export function Folders({ title, start, chooseFolder, onChooseFile, onClose }: FoldersProps) {
  const [directory, setDirectory] = useState(start)
  const query = useQuery('files.list', directory === undefined ? {} : { directory })
  const listing = query.data && {
    ...query.data,
    files: query.data.books.map((book) => ({
      name: book.name,
      path: book.path,
      note: `${formatInstant(book.modifiedAt)}　${formatBytes(book.bytes)}`,
    })),
  }
  return (
    <FolderBrowser
      title={title}
      listing={listing}
      error={query.error}
      onGo={setDirectory}
      {...(chooseFolder === undefined ? {} : { chooseFolder })}
      {...(onChooseFile === undefined ? {} : { onChooseFile, emptyText: '这个文件夹里没有备份（.dingbian）。' })}
      onClose={onClose}
    />
  )
}
