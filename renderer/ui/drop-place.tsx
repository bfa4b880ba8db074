import { useEffect, useRef, useState } from 'react'
import type { DragEvent, ReactNode } from 'react'
import { Button } from './button.tsx'
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
  readonly onFile: (file: File) => void
  /** Further buttons beside 选择文件. */
  readonly children?: ReactNode
}

/** A place that takes a file, dropped or chosen. */
export function DropPlace({ words, note, label, accept, testId, onFile, children }: DropPlaceProps) {
  const picker = useRef<HTMLInputElement>(null)
  const { over, handlers } = useDrop(onFile)
  return (
    <div className={over ? 'drop-place drop-place-over' : 'drop-place'} {...handlers}>
      <p className="drop-words">{over ? '松开就开始读' : words}</p>
      {note !== undefined && <p className="quiet">{note}</p>}
      <div className="drop-buttons">
        <Button look="main" onClick={() => picker.current?.click()}>
          选择文件…
        </Button>
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
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file !== undefined) onFile(file)
          event.target.value = ''
        }}
      />
    </div>
  )
}

/** The place takes the file; beside it nothing happens, where a browser would leave the page and open the file. */
function useDrop(onFile: (file: File) => void) {
  const [over, setOver] = useState(false)
  useEffect(() => {
    const stay = (event: Event) => event.preventDefault()
    document.addEventListener('dragover', stay)
    document.addEventListener('drop', stay)
    return () => {
      document.removeEventListener('dragover', stay)
      document.removeEventListener('drop', stay)
    }
  }, [])
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
      const file = event.dataTransfer.files[0]
      if (file !== undefined) onFile(file)
    },
  }
  return { over, handlers }
}
