import type { RosterPersonView } from '../../../electron/contract/shapes.ts'
import { goTo, openPerson } from '../../text/paths.ts'
import { LIST_TAGS, withoutName } from '../../text/words.ts'
import { Button } from '../../ui/button.tsx'
import { Tag } from '../../ui/tag.tsx'

const SHOWN = 8

/** Who counts against a quota and yet does not stand on the public sheet, each with the reason. */
export function OffSheet({ people }: { readonly people: readonly RosterPersonView[] }) {
  const off = people.filter((person) => person.list === 'over-quota' || person.list === 'non-compliant')
  if (off.length === 0) return <p className="sheet-line quiet">没有超编，也没有不合规的人。</p>
  return (
    <>
      <ul className="off-sheet">
        {off.slice(0, SHOWN).map((person) => (
          <li key={person.personId}>
            <button type="button" onClick={() => openPerson(person.personId)}>
              <Tag look={LIST_TAGS[person.list].look}>{LIST_TAGS[person.list].word}</Tag>
              <strong>{person.name}</strong>
              <span className="off-unit">{person.unit}</span>
              <span className="off-why" title={person.why ?? ''}>
                {withoutName(person.why ?? '', person.name)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {off.length > SHOWN && (
        <p className="sheet-line">
          <Button look="link" onClick={() => goTo('people', { list: 'over-quota' })}>
            还有 {off.length - SHOWN} 人
          </Button>
        </p>
      )}
    </>
  )
}
