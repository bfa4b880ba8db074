import { hrefTo } from '../text/paths.ts'

export type CheckView = 'findings' | 'compare' | 'forecast' | 'due' | 'duties' | 'packs' | 'laws'

const VIEWS = [
  ['findings', '问题'],
  ['compare', '比对'],
  ['forecast', '预测'],
  ['due', '到期'],
  ['duties', '待办'],
  ['packs', '规则包'],
  ['laws', '依据'],
] as const satisfies readonly (readonly [CheckView, string])[]

/** What 核查 looks at: what is wrong, where somebody else's list says otherwise, what is to come, who is due, what is to be done. Beside the title. */
export function CheckViews({ current }: { readonly current: CheckView }) {
  return (
    <nav className="views" aria-label="核查的看法">
      {VIEWS.map(([view, title]) => (
        <a key={view} href={hrefTo(view)} aria-current={view === current ? 'page' : undefined}>
          {title}
        </a>
      ))}
    </nav>
  )
}
