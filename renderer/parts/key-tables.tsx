import { KEY_GROUPS } from '../text/keys.ts'
import './key-tables.css'

/** What the keyboard does, group by group. */
export function KeyTables() {
  return (
    <div className="key-tables">
      {KEY_GROUPS.map((group) => (
        <section key={group.title} aria-label={group.title}>
          <h3>{group.title}</h3>
          <dl>
            {group.keys.map(({ keys, does }) => (
              <div key={keys}>
                <dt>
                  <kbd>{keys}</kbd>
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  )
}
