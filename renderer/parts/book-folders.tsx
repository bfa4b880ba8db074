import { useState } from 'react'
import { useQuery } from '../api/use-query.ts'
import { FolderBrowser } from '../ui/folder-browser.tsx'
import { formatInstant } from '../text/format.ts'

interface BookFoldersProps {
  readonly title: string
  readonly start?: string
  readonly onChooseFolder?: (directory: string) => void
  readonly onChooseBook?: (path: string) => void
  readonly onClose: () => void
}

/** The machine's folders, to choose one to write into or a book to open. */
export function BookFolders({ title, start, onChooseFolder, onChooseBook, onClose }: BookFoldersProps) {
  const [directory, setDirectory] = useState(start)
  const query = useQuery('files.list', { directory })
  const listing = query.data && {
    ...query.data,
    files: query.data.books.map((book) => ({ name: book.name, path: book.path, note: formatInstant(book.modifiedAt) })),
  }
  return (
    <FolderBrowser
      title={title}
      listing={listing}
      error={query.error}
      onGo={setDirectory}
      {...(onChooseFolder === undefined ? {} : { chooseFolder: { label: '就存在这里', onChoose: onChooseFolder } })}
      {...(onChooseBook === undefined
        ? {}
        : { onChooseFile: onChooseBook, emptyText: '这个文件夹里没有编制本（.dingbian）。' })}
      onClose={onClose}
    />
  )
}
