import { hrefTo } from '../text/paths.ts'

export type PeopleView = 'lists' | 'records'

const VIEWS = [
  ['lists', '名单', () => hrefTo('people')],
  ['records', '资料', () => hrefTo('records')],
] as const

/** The two ways to look at 人员, beside its title. */
export function PeopleViews({ current }: { readonly current: PeopleView }) {
  return (
    <nav className="views" aria-label="人员的看法">
      {VIEWS.map(([view, title, href]) => (
        <a key={view} href={href()} aria-current={view === current ? 'page' : undefined}>
          {title}
        </a>
      ))}
    </nav>
  )
}
