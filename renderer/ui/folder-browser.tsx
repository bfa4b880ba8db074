import './folder-browser.css'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { ErrorLine, Skeleton } from './states.tsx'

export interface FolderListing {
  readonly directory: string
  readonly parent: string | null
  readonly folders: readonly { readonly name: string; readonly path: string }[]
  readonly files: readonly { readonly name: string; readonly path: string; readonly note: string }[]
}

interface FolderBrowserProps {
  readonly title: string
  readonly listing: FolderListing | undefined
  readonly error: { readonly message: string } | null
  readonly onGo: (directory: string) => void
  /** Given: the folder shown is what is chosen. */
  readonly chooseFolder?: { readonly label: string; readonly onChoose: (directory: string) => void }
  /** Given: a file of the list is what is chosen. */
  readonly onChooseFile?: (path: string) => void
  /** What to say of a folder without files to choose. */
  readonly emptyText?: string
  readonly onClose: () => void
}

/** Walks the machine's folders without the system's own dialog, so that window and browser behave alike. */
export function FolderBrowser({
  title,
  listing,
  error,
  onGo,
  chooseFolder,
  onChooseFile,
  emptyText,
  onClose,
}: FolderBrowserProps) {
  const confirm =
    chooseFolder === undefined || listing === undefined
      ? undefined
      : { label: chooseFolder.label, onConfirm: () => chooseFolder.onChoose(listing.directory) }
  return (
    <Dialog title={title} onClose={onClose} {...(confirm === undefined ? {} : { confirm })}>
      <ErrorLine error={error} />
      {listing === undefined && error === null && <Skeleton rows={6} />}
      {listing !== undefined && (
        <>
          <p className="folder-path">
            <strong>{listing.directory}</strong>
          </p>
          <ul className="folder-list">
            {listing.parent !== null && (
              <li>
                <Button look="link" onClick={() => onGo(listing.parent ?? listing.directory)}>
                  ← 上一级文件夹
                </Button>
              </li>
            )}
            {listing.folders.map((folder) => (
              <li key={folder.path}>
                <Button look="link" onClick={() => onGo(folder.path)}>
                  {folder.name}
                </Button>
                <span className="folder-note">文件夹</span>
              </li>
            ))}
            {onChooseFile !== undefined &&
              listing.files.map((file) => (
                <li key={file.path} className="folder-file">
                  <Button look="link" onClick={() => onChooseFile(file.path)}>
                    {file.name}
                  </Button>
                  <span className="folder-note">{file.note}</span>
                </li>
              ))}
          </ul>
          {onChooseFile !== undefined && listing.files.length === 0 && emptyText !== undefined && (
            <p className="folder-note">{emptyText}</p>
          )}
        </>
      )}
    </Dialog>
  )
}
