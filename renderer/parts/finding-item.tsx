import type { ReactNode } from 'react'
import type { FindingView } from '../../electron/contract/shapes.ts'
import { SEVERITY_TAGS } from '../text/words.ts'
import { Tag } from '../ui/tag.tsx'
import './finding-item.css'

/** The clause word for word, with its document and article. */
export function Clause({ source }: { readonly source: FindingView['source'] }) {
  return (
    <figure className="clause">
      <blockquote>{source.clause}</blockquote>
      <figcaption>
        {source.document}
        {source.documentNumber !== null && `（${source.documentNumber}）`}
        {source.article !== null && ` ${source.article}`}
        {source.inForceFrom !== null && (
          <>
            {' '}
            <span className="nowrap">· {source.inForceFrom} 起施行</span>
          </>
        )}
      </figcaption>
    </figure>
  )
}

/** One finding with everything needed to settle it: the arithmetic, the clause, how to fix. */
export function FindingDetail({ finding, children }: { readonly finding: FindingView; readonly children?: ReactNode }) {
  const tag = SEVERITY_TAGS[finding.severity]
  return (
    <article className="finding-detail">
      <header>
        <Tag look={tag.look}>{tag.word}</Tag>
        <strong>{finding.title}</strong>
        <span className="quiet">{finding.rule}</span>
      </header>
      <p>{finding.text}</p>
      <p className="finding-remedy">怎么办：{finding.remedy}</p>
      {children}
      <Clause source={finding.source} />
    </article>
  )
}
