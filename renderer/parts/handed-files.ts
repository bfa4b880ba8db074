import { useEffect, useEffectEvent } from 'react'
import { goTo } from '../text/paths.ts'

/* Files dropped somewhere on the window wait here until the screen she named for them is there and takes them. */

export type FileScreen = 'import' | 'compare' | 'fill' | 'records' | 'lrmx' | 'packs'

interface Handed {
  readonly screen: FileScreen
  readonly files: readonly File[]
}

let waiting: Handed | null = null
const listeners = new Set<() => void>()

/** Goes to the screen with the files. */
export function handFiles(
  screen: FileScreen,
  files: readonly File[],
  params: Readonly<Record<string, string>> = {},
): void {
  waiting = { screen, files }
  goTo(screen, params)
  for (const listener of listeners) listener()
}

/** Takes what is handed to a screen, once, on arrival or while it is shown. */
export function useHandedFiles(screen: FileScreen, take: (files: readonly File[]) => void): void {
  const hand = useEffectEvent(take)
  useEffect(() => {
    const look = () => {
      if (waiting?.screen !== screen) return
      const { files } = waiting
      waiting = null
      hand(files)
    }
    look()
    listeners.add(look)
    return () => void listeners.delete(look)
  }, [screen])
}
