/** What a key asks for, wherever the focus is not in a text: Ctrl+Z takes back, Ctrl+Y and Ctrl+Shift+Z do again. */
export type UndoWish = 'undo' | 'redo' | null

export interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

/** Reads a key press. With Caps Lock or Shift the letter comes large. */
export function undoWish({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyPress): UndoWish {
  if (!(ctrlKey || metaKey) || altKey) return null
  const letter = key.toLowerCase()
  if (letter === 'z') return shiftKey ? 'redo' : 'undo'
  return letter === 'y' && !shiftKey ? 'redo' : null
}

/** True for F1 anywhere, and for ? (also the full-width one) where nobody is typing. */
export function asksForKeys({ key, ctrlKey, metaKey, altKey }: KeyPress, typing: boolean): boolean {
  if (ctrlKey || metaKey || altKey) return false
  return key === 'F1' || ((key === '?' || key === '？') && !typing)
}

const TEXT_INPUTS = new Set(['text', 'search', 'password', 'number', 'email', 'tel', 'url', 'date', ''])

/** True where Ctrl+Z is the field's own: what she is typing, not what is in the book. */
export function isTextField(target: {
  readonly tagName: string
  readonly type?: string | undefined
  readonly isContentEditable?: boolean | undefined
}): boolean {
  if (target.isContentEditable === true || target.tagName === 'TEXTAREA') return true
  return target.tagName === 'INPUT' && TEXT_INPUTS.has(target.type ?? '')
}
