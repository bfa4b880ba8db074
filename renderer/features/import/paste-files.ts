import { useEffect, useEffectEvent } from 'react'

/* Cells copied in WPS or Excel are a file: their HTML, which keeps what is text apart from what is a number, else tab-separated lines. */

/** The files in a clipboard; none where there is only a word. */
export function clipboardFiles(data: Pick<DataTransfer, 'files' | 'getData'>): readonly File[] {
  const files = [...data.files]
  const html = data.getData('text/html')
  const text = data.getData('text/plain')
  if (/<table[\s>]/iu.test(html)) return [new File([html], '粘贴的单元格.html', { type: 'text/html' })]
  if (text.includes('\t') || text.trim().includes('\n'))
    return [new File([text], '粘贴的单元格.txt', { type: 'text/plain' })]
  return files
}

/** Ctrl+V anywhere on the screen but in a field. */
export function usePastedFiles(take: (files: readonly File[]) => void): void {
  const hand = useEffectEvent(take)
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const { target, clipboardData } = event
      if (
        clipboardData === null ||
        (target instanceof HTMLElement && target.closest('input, textarea, select') !== null)
      )
        return
      const files = clipboardFiles(clipboardData)
      if (files.length === 0) return
      event.preventDefault()
      hand(files)
    }
    document.addEventListener('paste', onPaste)
    return () => document.removeEventListener('paste', onPaste)
  }, [])
}
