import { useEffect, useRef } from 'react'
import type { LawTextView } from '../../../electron/contract/law-operations.ts'
import { LAW_LEVEL_NAMES } from '../../../electron/vocabulary/laws.ts'
import { Button } from '../../ui/button.tsx'
import { setParams } from '../../ui/route.ts'
import { EmptyState } from '../../ui/states.tsx'
import type { LawHits } from './help-parts.ts'
import { LawBody } from '../../parts/law-body.tsx'
import { LawHead } from '../../parts/law-head.tsx'
import '../../parts/laws.css'

interface LawsPartProps {
  readonly hits: readonly LawHits[]
  readonly chosen: string | undefined
  readonly article: string | undefined
  readonly query: string
}

/** The texts of law: the list on the left, the chosen one beside it at the article asked for. */
export function LawsPart({ hits, chosen, article, query }: LawsPartProps) {
  const hit = hits.find(({ law }) => law.id === chosen) ?? hits[0]
  if (hit === undefined) return <EmptyState text="收进来的法规里没有这几个字。换个说法再找。" />
  return (
    <div className="laws">
      <nav className="laws-list" aria-label="法规">
        {hits.map(({ law, passages }) => (
          <button
            key={law.id}
            type="button"
            aria-current={law.id === hit.law.id ? 'true' : undefined}
            onClick={() => setParams({ law: law.id, article: null })}
          >
            <strong>{law.title}</strong>
            <span className="quiet">
              {[LAW_LEVEL_NAMES[law.level], law.number ?? '', law.whole ? '全文' : '节录'].filter(Boolean).join(' · ')}
            </span>
            {query.trim() !== '' && passages.length > 0 && <span>{passages.length} 处</span>}
          </button>
        ))}
      </nav>
      <Law key={`${hit.law.id} ${article ?? ''}`} hit={hit} article={article} query={query} />
    </div>
  )
}

function Law({
  hit,
  article,
  query,
}: {
  readonly hit: LawHits
  readonly article: string | undefined
  readonly query: string
}) {
  const { law, passages } = hit
  const sheet = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const asked = sheet.current?.querySelector('[data-asked]')
    if (asked === null || asked === undefined) sheet.current?.scrollTo({ top: 0 })
    else asked.scrollIntoView({ block: 'center' })
  }, [])
  const marked = new Set(query.trim() === '' ? [] : passages)
  return (
    <div className="law-sheet" ref={sheet} tabIndex={0} role="region" aria-label={law.title}>
      <LawHead law={law} />
      {article !== undefined && <ArticleRules law={law} article={article} />}
      <LawBody law={law} article={article} marked={marked} />
    </div>
  )
}

function ArticleRules({ law, article }: { readonly law: LawTextView; readonly article: string }) {
  const rules = law.rules.filter((rule) => rule.article === article)
  return (
    <p className="law-asked no-print">
      <span>
        {article}
        {rules.length > 0 && `：核查规则 ${rules.map(({ id, title }) => `${id} ${title}`).join('、')} 依据这一条`}
      </span>
      <Button look="link" onClick={() => setParams({ article: null })}>
        从头看
      </Button>
    </p>
  )
}
