import { ROSTER_LIST_NAMES, ROSTER_LISTS } from '../../../electron/vocabulary/standing.ts'
import { hrefTo } from '../../text/paths.ts'
import type { NoticePreview } from './use-notice-preview.ts'

/** The list that hangs comes last. */
const ORDER = ROSTER_LISTS.toSorted((left, right) => Number(left === 'in-quota') - Number(right === 'in-quota'))

/** A column is read, a long list is looked up where it can be searched. */
const SHOWN = 40

/** Who is not on the sheet and why: the clerk is asked this before anything else. */
export function LeftOff({ preview }: { readonly preview: NoticePreview | null }) {
  return (
    <aside className="notice-left-off" aria-label="不上公示名单的人">
      <h2>不上公示名单的人{preview === null ? '' : ` ${preview.leftOff.length}`}</h2>
      {preview !== null && preview.leftOff.length === 0 && <p className="quiet">在册的人都在榜上。</p>}
      {preview !== null &&
        ORDER.map((list) => {
          const people = preview.leftOff.filter((person) => person.list === list)
          if (people.length === 0) return null
          return (
            <section key={list}>
              <h3>
                <a href={hrefTo('people', { list })}>{ROSTER_LIST_NAMES[list]}</a> {people.length}
              </h3>
              <ul>
                {people.slice(0, SHOWN).map((person) => (
                  <li key={`${person.name} ${person.unit} ${person.why}`}>
                    <strong>{person.name}</strong> <span className="quiet">{person.unit}</span>
                    <p>{person.why}</p>
                  </li>
                ))}
              </ul>
              {people.length > SHOWN && (
                <a href={hrefTo('people', { list })}>还有 {people.length - SHOWN} 人，看名单</a>
              )}
            </section>
          )
        })}
    </aside>
  )
}
