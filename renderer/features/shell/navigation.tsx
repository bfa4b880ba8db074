import type { ReactNode } from 'react'
import { hrefTo, screenAt, type ScreenName } from '../../text/paths.ts'
import { SCREENS } from '../../text/screens.ts'

/** Words of the menu that are longer or shorter than their screen's own title. */
const WORDS: Readonly<Partial<Record<ScreenName, string>>> = { notice: '公示与报表' }
const MAIN: readonly ScreenName[] = ['overview', 'units', 'people', 'journal', 'findings', 'notice']
const BELOW: readonly ScreenName[] = ['import', 'backup', 'help', 'display']

/** Six words, four below them, and at the foot the size of everything. */
export function Navigation({ path, foot }: { readonly path: string; readonly foot: ReactNode }) {
  const here = SCREENS[screenAt(path)].under
  const item = (screen: ScreenName) => {
    return (
      <a key={screen} href={hrefTo(screen)} aria-current={screen === here ? 'page' : undefined}>
        {WORDS[screen] ?? SCREENS[screen].title}
      </a>
    )
  }
  return (
    <nav className="navigation" aria-label="主菜单">
      {MAIN.map(item)}
      <hr />
      {BELOW.map(item)}
      <div className="navigation-foot">{foot}</div>
    </nav>
  )
}
