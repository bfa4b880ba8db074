import { hrefTo } from '../text/paths.ts'

export type PeopleView = 'lists' | 'records' | 'structure' | 'lrmx' | 'fields'

const VIEWS = [
  ['lists', '名单', () => hrefTo('people')],
  ['records', '资料', () => hrefTo('records')],
  ['lrmx', '任免审批表', () => hrefTo('lrmx')],
  ['structure', '结构', () => hrefTo('structure')],
  ['fields', '自定栏目', () => hrefTo('fields')],
] as const

/** The ways to look at 人员, beside its title. */
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
