import './print.css'

/**
 * Prints one part of the window: the element with `data-print-part` of that name and nothing beside it.
 * The mark on the root goes when the print dialog closes.
 */
export function printOnly(part: string): void {
  const root = document.documentElement
  root.dataset['print'] = part
  window.addEventListener('afterprint', () => delete root.dataset['print'], { once: true })
  document.querySelector(`[data-print-part="${CSS.escape(part)}"]`)?.setAttribute('data-printing', '')
  window.addEventListener('afterprint', () => document.querySelector('[data-printing]')?.removeAttribute('data-printing'), { once: true })
  window.print()
}
