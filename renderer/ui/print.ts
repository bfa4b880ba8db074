import './print.css'

/**
 * Prints one part of the window: the element with `data-print-part` of that name and nothing beside it.
 * The mark on the root goes when the print dialog closes.
 */
export function printOnly(part: string): void {
  const unmark = markForPrint(part)
  window.addEventListener('afterprint', unmark, { once: true })
  window.print()
}

/** Marks the part that a print takes; returns how to take the mark off. */
export function markForPrint(part: string): () => void {
  const root = document.documentElement
  const printing = document.querySelector(`[data-print-part="${CSS.escape(part)}"]`)
  root.dataset['print'] = part
  printing?.setAttribute('data-printing', '')
  return () => {
    delete root.dataset['print']
    printing?.removeAttribute('data-printing')
  }
}

/** True in the program's own window, which can write a PDF itself; a browser offers that in its print dialog. */
export function canPrintPdf(): boolean {
  return window.host !== undefined
}

/** One part of the window as PDF, base64; null where there is no window of ours to print it. */
export async function printPdf(part: string): Promise<string | null> {
  const { host } = window
  if (host === undefined) return null
  const unmark = markForPrint(part)
  try {
    return await host.printPdf()
  } finally {
    unmark()
  }
}
