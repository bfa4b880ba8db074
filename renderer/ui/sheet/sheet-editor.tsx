import { useLayoutEffect, useMemo, useState } from 'react'
import type { ClipboardEvent, CSSProperties, KeyboardEvent, RefObject } from 'react'
import type { Gestures } from './gestures.ts'
import type { Editing, SheetModel } from './sheet-model.ts'
import type { SheetColumn } from './sheet-shape.ts'

interface SheetEditorProps<T> {
  readonly ref: RefObject<HTMLTextAreaElement | null>
  readonly model: SheetModel<T>
  readonly gestures: Gestures<T>
  readonly column: SheetColumn<T> | undefined
  readonly value: string
  readonly editing: Editing | null
  readonly label: string
  readonly gridId: string
  readonly cellId: string
  readonly mayType: boolean
  readonly place: {
    readonly top: number
    readonly left: number
    readonly width: number
    readonly height: number
    readonly held: 'left' | 'right' | null
  }
}

const SHOWN_CHOICES = 12

/**
 * The text area over the active cell. It has the focus as long as the sheet is used: Chromium gives the first pinyin letter to the input method
 * only while something editable has it. Unseen until something is typed; it then holds the cell's text.
 */
export function SheetEditor<T>({
  ref,
  gestures,
  column,
  value,
  editing,
  label,
  gridId,
  cellId,
  mayType,
  place,
}: SheetEditorProps<T>) {
  const choices = useChoices(column, editing)
  // A mark is for the words it was set among; typing on takes it away.
  const [mark, setMark] = useState({ text: '', at: -1 })
  const marked = mark.text === editing?.text ? mark.at : -1
  const walking = editing === null
  // All of it is selected while one walks: what is typed takes its place.
  useLayoutEffect(() => {
    const area = ref.current
    if (walking && area !== null && document.activeElement === area) area.select()
  })
  // F2: the caret at the end.
  useLayoutEffect(() => {
    const area = ref.current
    if (area === null || editing?.mode !== 'edit') return
    area.setSelectionRange(area.value.length, area.value.length)
  }, [ref, editing?.mode])

  const take = (choice: string) => {
    gestures.input(choice)
    gestures.key({ key: 'Enter', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // The input method's own keys: the Enter that takes a word is not ours.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    if (event.altKey && event.key === 'ArrowDown' && editing === null && mayType && column?.choices !== undefined) {
      event.preventDefault()
      gestures.input('')
      return
    }
    if (choices.length > 0 && editing !== null) {
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
      if (step !== 0) {
        event.preventDefault()
        const next = marked < 0 && step < 0 ? choices.length - 1 : (marked + step + choices.length) % choices.length
        setMark({ text: editing.text, at: next })
        return
      }
      const choice = choices[marked]
      if (event.key === 'Enter' && choice !== undefined && !event.ctrlKey) {
        event.preventDefault()
        take(choice)
        return
      }
    }
    if (event.key === 'Enter' && event.altKey && editing !== null && ref.current !== null) {
      event.preventDefault()
      const { selectionStart, selectionEnd } = ref.current
      gestures.input(`${value.slice(0, selectionStart)}\n${value.slice(selectionEnd)}`)
      return
    }
    if (event.key === 'F6') {
      // Out of the sheet: on to the line below it, or back to the menu of this column.
      event.preventDefault()
      const place = cellId.slice(cellId.lastIndexOf('-') + 1)
      const wanted = event.shiftKey ? `[data-menu="${place}"]` : '[data-next], .cells-open'
      ref.current?.closest('.cells')?.querySelector<HTMLElement>(wanted)?.focus()
      return
    }
    if (gestures.key(event)) {
      event.preventDefault()
      // The window's own keys for the same are not wanted a second time.
      event.stopPropagation()
    }
  }
  const onCopy = (event: ClipboardEvent, cut: boolean) => {
    if (editing !== null) return
    event.preventDefault()
    const { text, html } = gestures.copied()
    event.clipboardData.setData('text/plain', text)
    event.clipboardData.setData('text/html', html)
    if (cut) gestures.cut()
  }
  return (
    <>
      <textarea
        ref={ref}
        className={editing === null ? 'cells-editor' : 'cells-editor cells-editing'}
        style={{
          ...placedAt(place, place.top),
          minWidth: place.width,
          width: editing === null ? place.width : undefined,
          minHeight: place.height,
          height: editing === null ? place.height : undefined,
        }}
        aria-label={label}
        aria-controls={gridId}
        aria-activedescendant={cellId}
        aria-expanded={choices.length > 0 ? true : undefined}
        readOnly={!mayType}
        rows={1}
        spellCheck={false}
        autoComplete="off"
        value={value}
        onChange={(event) => gestures.input(event.target.value)}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          // Back from a button or a page: what is typed takes the cell's place, it is not put before its text.
          if (walking) event.currentTarget.select()
        }}
        onBlur={() => gestures.commit()}
        onCopy={(event) => onCopy(event, false)}
        onCut={(event) => onCopy(event, true)}
        onPaste={(event) => {
          if (editing !== null) return
          event.preventDefault()
          gestures.paste(event.clipboardData.getData('text/plain'))
        }}
      />
      {choices.length > 0 && (
        <ul
          className="cells-choices"
          role="listbox"
          aria-label={`${column?.title ?? ''}可填`}
          style={{
            ...placedAt(place, place.held === null ? place.top + place.height : 0),
            minWidth: place.width,
          }}
        >
          {choices.map((choice, at) => (
            <li
              key={choice}
              role="option"
              aria-selected={at === marked}
              className={at === marked ? 'cells-choice cells-choice-marked' : 'cells-choice'}
              onPointerDown={(event) => {
                event.preventDefault()
                take(choice)
              }}
            >
              {choice}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** Over its cell, which may be held at an edge of the window. */
function placedAt(
  { left, held }: { readonly left: number; readonly held: 'left' | 'right' | null },
  top: number,
): CSSProperties {
  if (held === null) return { position: 'absolute', left, top }
  return held === 'left'
    ? { position: 'sticky', left, marginTop: top }
    : { position: 'sticky', right: 0, marginLeft: left, marginTop: top }
}

/** The words that may stand here and hold what was typed; none once one is typed whole. */
function useChoices<T>(column: SheetColumn<T> | undefined, editing: Editing | null): readonly string[] {
  const text = editing?.text.trim()
  return useMemo(() => {
    const all = column?.choices
    if (all === undefined || text === undefined || all.includes(text)) return []
    const begins = all.filter((choice) => choice.startsWith(text))
    return [...begins, ...all.filter((choice) => choice.includes(text) && !begins.includes(choice))].slice(
      0,
      SHOWN_CHOICES,
    )
  }, [column, text])
}
