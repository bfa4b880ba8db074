import { hrefTo } from '../text/paths.ts'

export type PaperView = 'notice' | 'reports' | 'fill' | 'bureau' | 'paperPacks' | 'submit'

const VIEWS = [
  ['notice', '公示', () => hrefTo('notice')],
  ['reports', '报表', () => hrefTo('reports')],
  ['fill', '填上级表', () => hrefTo('fill')],
  ['paperPacks', '成套材料', () => hrefTo('paperPacks')],
  ['bureau', '上级导入表', () => hrefTo('bureau')],
  ['submit', '上报', () => hrefTo('submit')],
] as const

/** What 公示与报表 holds, beside its title. */
export function PaperViews({ current }: { readonly current: PaperView }) {
  return (
    <nav className="views" aria-label="公示与报表的内容">
      {VIEWS.map(([view, title, href]) => (
        <a key={view} href={href()} aria-current={view === current ? 'page' : undefined}>
          {title}
        </a>
      ))}
    </nav>
  )
}
