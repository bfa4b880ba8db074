import { goTo } from '../../text/paths.ts'
import { SCREENS } from '../../text/screens.ts'
import type { ScreenName } from '../../text/paths.ts'

/** Goes to the first screen of a book just opened, unless she has already gone somewhere herself: the window shows the book before the call returns. */
export function enterBook(screen: ScreenName): void {
  const path = window.location.hash.slice(1).split('?')[0] ?? ''
  if (path === '' || path === '/' || path === SCREENS.start.path) goTo(screen)
}
