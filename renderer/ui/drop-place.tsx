import { useRef, useState } from 'react'
import type { ChangeEvent, DragEvent, ReactNode } from 'react'
import { Button } from './button.tsx'
import { droppedFiles } from './dropped-files.ts'
import './drop-place.css'

interface DropPlaceProps {
  /** What to drop, e.g. 把花名册拖到这里. */
  readonly words: string
  readonly note?: ReactNode
  /** Name of the hidden file field, for those who cannot see it. */
  readonly label: string
  /** What the picker offers, e.g. `.xlsx,.xls`. */
  readonly accept: string
  readonly testId?: string
  readonly onFile?: (file: File) => void
  /** Takes many at once, and folders. */
  readonly onFiles?: (files: readonly File[]) => void
  /** Further buttons beside 选择文件. */
  readonly children?: ReactNode
}

/** A place that takes a file, dropped or chosen. */
export function DropPlace({ words, note, label, accept, testId, onFile, onFiles, children }: DropPlaceProps) {
  const picker = useRef<HTMLInputElement>(null)
  const folderPicker = useRef<HTMLInputElement>(null)
  const take = (files: readonly File[]) => {
    const [first] = files
    if (onFiles !== undefined) onFiles(files)
    else if (first !== undefined) onFile?.(first)
  }
  const { over, handlers } = useDrop(take)
  const picked = (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])]
    if (files.length > 0) take(files)
    event.target.value = ''
  }
  return (
    <div className={over ? 'drop-place drop-place-over' : 'drop-place'} {...handlers}>
      <p className="drop-words">{over ? '松开就开始读' : words}</p>
      {note !== undefined && <p className="quiet">{note}</p>}
      <div className="drop-buttons">
        <Button look="main" onClick={() => picker.current?.click()}>
          选择文件…
        </Button>
        {onFiles !== undefined && <Button onClick={() => folderPicker.current?.click()}>选择文件夹…</Button>}
        {children}
      </div>
      <input
        ref={picker}
        type="file"
        accept={accept}
        className="visually-hidden"
        tabIndex={-1}
        aria-label={label}
        data-testid={testId}
        multiple={onFiles !== undefined}
        onChange={picked}
      />
      {onFiles !== undefined && (
        <input
          ref={(element) => {
            folderPicker.current = element
            // Not among React's attributes.
            element?.setAttribute('webkitdirectory', '')
          }}
          type="file"
          className="visually-hidden"
          tabIndex={-1}
          aria-label={`${label}的文件夹`}
          onChange={picked}
        />
      )}
    </div>
  )
}

/** The place takes the files; what is dropped beside it is the window's to ask about. */
function useDrop(onFiles: (files: readonly File[]) => void) {
  const [over, setOver] = useState(false)
  const handlers = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault()
      setOver(true)
    },
    onDragLeave: (event: DragEvent) => {
      if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) setOver(false)
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      setOver(false)
      void droppedFiles(event.dataTransfer).then((files) => {
        if (files.length > 0) onFiles(files)
      })
    },
  }
  return { over, handlers }
}
