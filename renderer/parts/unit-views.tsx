import { hrefTo } from '../text/paths.ts'

export type UnitView = 'table' | 'seats' | 'posts' | 'reform'

const VIEWS = [
  ['table', '编制表', () => hrefTo('units')],
  ['seats', '定编到人', () => hrefTo('seats')],
  ['posts', '岗位', () => hrefTo('units', { view: 'posts' })],
  ['reform', '改革方案', () => hrefTo('reform')],
] as const

/** The ways to look at 机构编制, beside its title. */
export function UnitViews({ current }: { readonly current: UnitView }) {
  return (
    <nav className="views" aria-label="机构编制的看法">
      {VIEWS.map(([view, title, href]) => (
        <a key={view} href={href()} aria-current={view === current ? 'page' : undefined}>
          {title}
        </a>
      ))}
    </nav>
  )
}
