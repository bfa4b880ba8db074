import type { ReactNode } from 'react'

/** A status is a word and a shape, never colour alone: solid (over), outline (vacant, plain), hatched (reserved), dashed (away), amber (evidence missing). */
export type TagLook = 'solid-red' | 'outline-red' | 'amber' | 'outline' | 'hatched' | 'dashed' | 'plain' | 'ink'

export function Tag({
  look,
  children,
  title,
}: {
  readonly look: TagLook
  readonly children: ReactNode
  readonly title?: string
}) {
  return (
    <span className={`tag tag-${look}`} title={title}>
      {children}
    </span>
  )
}
