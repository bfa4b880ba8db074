import type { LawTextView } from '../../electron/contract/law-operations.ts'

interface LawBodyProps {
  readonly law: LawTextView
  /** The article asked for. */
  readonly article: string | undefined
  /** Places of paragraphs that have the words looked for. */
  readonly marked: ReadonlySet<number>
}

/** The words of a law, paragraph by paragraph. What is only reported of it, and what the copy lacks, look like neither law nor quotation. */
export function LawBody({ law, article, marked }: LawBodyProps) {
  const isOwn = (passage: LawTextView['passages'][number]) => article !== undefined && passage.article === article
  const asked = law.passages.findIndex((passage, place) => (article === undefined ? marked.has(place) : isOwn(passage)))
  return (
    <div className="law-body">
      {law.passages.map((passage, place) => (
        <Passage
          key={place}
          passage={passage}
          looks={isOwn(passage) || marked.has(place) ? 'law-marked' : ''}
          asked={place === asked}
        />
      ))}
    </div>
  )
}

interface PassageProps {
  readonly passage: LawTextView['passages'][number]
  readonly looks: string
  readonly asked: boolean
}

function Passage({ passage: { kind, article, text }, looks, asked }: PassageProps) {
  const place = asked ? { 'data-asked': '' } : {}
  switch (kind) {
    case 'heading':
      return <h3 {...place}>{text}</h3>
    case 'article':
      return (
        <p className={looks} {...place}>
          <b>{article === null || article.startsWith('第') ? article : `${article}、`}</b> {text}
        </p>
      )
    case 'text':
      return (
        <p className={looks} {...place}>
          {text}
        </p>
      )
    case 'gap':
      return (
        <p className="law-gap" {...place}>
          （{text}）
        </p>
      )
    case 'gist':
      return (
        <p className={`law-reported ${looks}`} {...place}>
          <em>要点，非原文{article === null ? '' : `（${article}）`}</em>
          {text}
        </p>
      )
    case 'reported':
      return (
        <p className={`law-reported ${looks}`} {...place}>
          <em>转引，非原件{article === null ? '' : `（${article}）`}</em>
          {text}
        </p>
      )
  }
}
