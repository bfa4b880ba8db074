import { useRef, type ReactNode } from 'react'

export interface PageSection {
  readonly key: string
  readonly title: string
  readonly body: ReactNode
}

/** The sections of the page one below another, and above them their names: a click goes there. The names stay in sight. */
export function Sections({ sections }: { readonly sections: readonly PageSection[] }) {
  const root = useRef<HTMLDivElement>(null)
  const goTo = (key: string) => {
    const section = root.current?.querySelector(`[data-section="${key}"]`)
    section?.scrollIntoView({ block: 'start' })
    if (section instanceof HTMLElement) section.focus({ preventScroll: true })
  }
  return (
    <div ref={root}>
      <nav className="person-nav no-print" aria-label="人员页的各部分">
        {sections.map(({ key, title }) => (
          <button key={key} type="button" onClick={() => goTo(key)}>
            {title}
          </button>
        ))}
      </nav>
      {sections.map(({ key, title, body }) => (
        <section key={key} data-section={key} aria-label={title} tabIndex={-1} className="person-section">
          <h3>{title}</h3>
          {body}
        </section>
      ))}
    </div>
  )
}
