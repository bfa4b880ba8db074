import { useEffect } from 'react'
import { setDisplay, sizeBeside, useDisplay } from '../../api/display.ts'
import type { DisplaySize } from '../../../electron/vocabulary/display.ts'

/** The size a key asks for: Ctrl + larger, Ctrl − smaller, Ctrl 0 the usual; null for every other key. */
export function sizeWished(
  { key, ctrlKey, metaKey, altKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>,
  size: DisplaySize,
): DisplaySize | null {
  if (!(ctrlKey || metaKey) || altKey) return null
  // On a keyboard + stands over =, and the number pad has its own.
  if (key === '+' || key === '=') return sizeBeside(size, 1)
  if (key === '-' || key === '_') return sizeBeside(size, -1)
  return key === '0' ? 100 : null
}

/** Ctrl +, Ctrl −, Ctrl 0 and Ctrl with the wheel, everywhere, in place of the browser's own. */
export function useDisplayKeys(): void {
  const { size } = useDisplay()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const wished = sizeWished(event, size)
      if (wished === null) return
      event.preventDefault()
      if (wished !== size) setDisplay({ size: wished })
    }
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return
      event.preventDefault()
      const wished = sizeBeside(size, event.deltaY < 0 ? 1 : -1)
      if (wished !== size) setDisplay({ size: wished })
    }
    document.addEventListener('keydown', onKey)
    document.addEventListener('wheel', onWheel, { passive: false })
    return () => {
      document.removeEventListener('keydown', onKey)
      document.removeEventListener('wheel', onWheel)
    }
  }, [size])
}
