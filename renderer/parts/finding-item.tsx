import type { ReactNode } from 'react'
import type { AlsoByView, FindingView } from '../../electron/contract/shapes.ts'
import { SEVERITY_TAGS } from '../text/words.ts'
import { Tag } from '../ui/tag.tsx'
import { ClausePlaces } from './law-link.tsx'
import './finding-item.css'

/** The clause word for word, with its document and article; where several papers speak, each for itself. */
export function Clause({ source }: { readonly source: FindingView['source'] }) {
  const parts = source.parts ?? [source]
  return parts.map((part, place) => (
    <figure key={part.cited} className="clause">
      <blockquote>{part.clause}</blockquote>
      {part.note !== undefined && <small className="quiet">（{part.note}）</small>}
      <figcaption>
        {part.cited}
        {part.inForceFrom !== null && (
          <>
            {' '}
            <span className="nowrap">· {part.inForceFrom} 起施行</span>
          </>
        )}
        <ClausePlaces
          source={parts.length === 1 ? source : { places: (source.places ?? []).slice(place, place + 1) }}
        />
      </figcaption>
    </figure>
  ))
}

/** The other rules that say the same of this subject: one fact is one finding. What each says and its clause open below its title. */
export function AlsoBy({ others }: { readonly others: readonly AlsoByView[] }) {
  if (others.length === 0) return null
  return (
    <ul className="also-by" aria-label="同一事实的其他依据">
      {others.map((other, place) => (
        <li key={`${other.rule}${place}`}>
          <details>
            <summary>另据 {other.title}</summary>
            <p>{other.text}</p>
            <Clause source={other.source} />
            <small className="quiet">规则 {other.rule}</small>
          </details>
        </li>
      ))}
    </ul>
  )
}

/** One finding with everything needed to settle it: the arithmetic, the clause, how to fix. */
export function FindingDetail({
  finding,
  alsoBy = [],
  children,
}: {
  readonly finding: FindingView
  readonly alsoBy?: readonly AlsoByView[]
  readonly children?: ReactNode
}) {
  const tag = SEVERITY_TAGS[finding.severity]
  return (
    <article className="finding-detail">
      <header>
        <Tag look={tag.look}>{tag.word}</Tag>
        <strong>{finding.title}</strong>
      </header>
      <p>{finding.text}</p>
      <p className="finding-remedy">怎么办：{finding.remedy}</p>
      {children}
      <Clause source={finding.source} />
      <small className="quiet">规则 {finding.rule}</small>
      <AlsoBy others={alsoBy} />
    </article>
  )
}
