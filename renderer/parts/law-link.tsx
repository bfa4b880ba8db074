import { useQuery } from '../api/use-query.ts'
import { hrefTo } from '../text/paths.ts'
import './law-link.css'

/** A link to a text of law at an article; nothing where the program has no such text. */
export function LawLink({ lawId, article }: { readonly lawId: string; readonly article: string | null }) {
  const laws = useQuery('laws.read', {}).data?.laws
  const law = laws?.find((one) => one.id === lawId)
  if (law === undefined) return null
  return (
    <a className="law-link" href={hrefTo('help', { part: 'laws', law: lawId, article })}>
      《{law.title}》{article}
    </a>
  )
}

interface Cited {
  readonly places?:
    | readonly { readonly lawId: string; readonly title: string; readonly article: string | null }[]
    | undefined
}

/** Below a rule's clause: where the whole text can be read, at its article. */
export function ClausePlaces({ source }: { readonly source: Cited }) {
  const places = source.places ?? []
  if (places.length === 0) return null
  return (
    <span className="clause-places">
      {places.map(({ lawId, title, article }) => (
        <a
          key={`${lawId}${article ?? ''}`}
          href={hrefTo('help', { part: 'laws', law: lawId, article })}
          aria-label={`看原文${places.length > 1 ? `（${article ?? title}）` : ''}：《${title}》${article ?? ''}`}
        >
          看原文{places.length > 1 ? `（${article ?? title}）` : ''}
        </a>
      ))}
    </span>
  )
}
