import { useLayoutEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { pageMap } from './page-memory.ts'

interface PageProps {
  readonly title: string
  /** One quiet line beside the title: counts, the day, the document. */
  readonly note?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
  /** The content fills the height and scrolls inside (long tables); otherwise the page scrolls. */
  readonly fill?: boolean
}

const scrollTops = pageMap<string, number>()

/** The frame of a screen: title line, actions on the right, the content below. Coming back finds the same scroll. */
export function Page({ title, note, actions, children, fill = false }: PageProps) {
  const body = useRef<HTMLDivElement>(null)
  // Before the children's own effects, so that a child may still scroll to what was asked for.
  useLayoutEffect(() => {
    const element = body.current
    if (element === null || fill) return undefined
    element.scrollTop = scrollTops.get(title) ?? 0
    const remember = () => scrollTops.set(title, element.scrollTop)
    element.addEventListener('scroll', remember, { passive: true })
    return () => element.removeEventListener('scroll', remember)
  }, [title, fill])
  return (
    <section className="page" aria-label={title}>
      <header className="page-head">
        <h1>{title}</h1>
        {note !== undefined && <div className="page-note">{note}</div>}
        {actions !== undefined && <div className="page-actions">{actions}</div>}
      </header>
      <div className={fill ? 'page-body page-body-fill' : 'page-body'} ref={body}>
        {children}
      </div>
    </section>
  )
}

/** A sheet of paper on the desk: a titled block. Never nest one in another. */
export function Sheet({
  title,
  note,
  actions,
  children,
}: {
  readonly title?: string
  readonly note?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <section className="sheet" aria-label={title}>
      {title !== undefined && (
        <header className="sheet-head">
          <h2>{title}</h2>
          {note !== undefined && <div className="sheet-note">{note}</div>}
          {actions !== undefined && <div className="sheet-actions">{actions}</div>}
        </header>
      )}
      {children}
    </section>
  )
}

/** A row of filters and buttons above a table. */
export function Toolbar({ children }: { readonly children: ReactNode }) {
  return (
    <div className="toolbar" role="toolbar">
      {children}
    </div>
  )
}
