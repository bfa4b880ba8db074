import type { ReactNode } from 'react'

export interface Pair {
  readonly label: string
  readonly value: ReactNode
  readonly full?: boolean
}

/** Facts as label and value, in one or two columns; an unknown value is a dash, never a blank. */
export function KeyValue({ pairs, columns = 2 }: { readonly pairs: readonly Pair[]; readonly columns?: 1 | 2 }) {
  return (
    <dl className={`key-value key-value-${columns}`}>
      {pairs.map((pair) => (
        <div key={pair.label} className={pair.full === true ? 'key-value-full' : undefined}>
          <dt>{pair.label}</dt>
          <dd>{pair.value === null || pair.value === undefined || pair.value === '' ? '—' : pair.value}</dd>
        </div>
      ))}
    </dl>
  )
}
