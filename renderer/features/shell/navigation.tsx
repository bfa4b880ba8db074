import { hrefTo } from '../../text/paths.ts'
import type { ScreenName } from '../../text/paths.ts'
import { PATHS } from '../../text/paths.ts'

const MAIN: readonly (readonly [ScreenName, string])[] = [
  ['overview', '总览'],
  ['units', '机构编制'],
  ['people', '人员'],
  ['journal', '变动'],
  ['findings', '核查'],
  ['notice', '公示与报表'],
]
const BELOW: readonly (readonly [ScreenName, string])[] = [
  ['import', '导入'],
  ['backup', '备份与安全'],
  ['help', '帮助'],
]

/** Screens that are another view of one of the six. */
const VIEW_OF: Readonly<Record<string, string>> = {
  [PATHS.seats]: PATHS.units,
  [PATHS.records]: PATHS.people,
  [PATHS.compare]: PATHS.findings,
  [PATHS.forecast]: PATHS.findings,
  [PATHS.duties]: PATHS.findings,
  [PATHS.packs]: PATHS.findings,
  [PATHS.reports]: PATHS.notice,
  [PATHS.fill]: PATHS.notice,
}

/** Six words, and three below them. */
export function Navigation({ path }: { readonly path: string }) {
  const here = VIEW_OF[path] ?? path
  const known = [...MAIN, ...BELOW].some(([screen]) => PATHS[screen] === here)
  const item = ([screen, title]: readonly [ScreenName, string]) => {
    const current = PATHS[screen] === here || (!known && screen === 'overview')
    return (
      <a key={screen} href={hrefTo(screen)} aria-current={current ? 'page' : undefined}>
        {title}
      </a>
    )
  }
  return (
    <nav className="navigation" aria-label="主菜单">
      {MAIN.map(item)}
      <hr />
      {BELOW.map(item)}
    </nav>
  )
}
