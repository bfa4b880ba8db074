/*
 * Which forms are being filled in: one that was typed into, chosen in, or submitted and refused, and not written down since.
 * Kept on the form's own element, so that it goes with the form.
 */

const MARK = 'data-pending'

/** A form that only looks (the day shown, a search) holds nothing that could be lost. */
const ONLY_LOOKS = 'form[data-looks]'

function mark(event: Event): void {
  if (!(event.target instanceof Element)) return
  // A choice made by a click (a person, a day) is filling in too; a click on a label or on empty paper is not.
  if (event.type === 'click' && event.target.closest('button[type="button"], [role="option"]') === null) return
  const form = event.target.closest('form')
  if (form !== null && !form.matches(ONLY_LOOKS)) form.setAttribute(MARK, '')
}

/** Starts watching; `onWritten` tells when something was written down, which ends every form's waiting. */
export function watchPendingForms(onWritten: (listener: () => void) => () => void): () => void {
  const kinds = ['input', 'change', 'submit', 'click'] as const
  for (const kind of kinds) document.addEventListener(kind, mark, true)
  const stop = onWritten(() => {
    for (const form of document.querySelectorAll(`[${MARK}]`)) form.removeAttribute(MARK)
  })
  return () => {
    for (const kind of kinds) document.removeEventListener(kind, mark, true)
    stop()
  }
}

/** True while a form on the page waits to be written down: a key for undo is then meant for it, not for the book behind. */
export function isFormPending(): boolean {
  return document.querySelector(`form[${MARK}]`) !== null
}

/** Leaving the page asks first while something half filled would be lost: the browser's own question, or that of the window (`main.ts`). */
export function askBeforeLeaving(): void {
  window.addEventListener('beforeunload', (event) => {
    if (isFormPending()) event.preventDefault()
  })
}
