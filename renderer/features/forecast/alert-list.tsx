import type { Output } from '../../../electron/contract/operations.ts'
import { openPerson } from '../../text/paths.ts'
import { Button } from '../../ui/button.tsx'
import { useMoreRows } from '../../ui/more-rows.tsx'
import { Tag } from '../../ui/tag.tsx'

type Person = Output<'forecast.read'>['people'][number]

/** Drawn at a time. */
const ROWS = 40

/** Whose month is over or has come, and whose notice has begun: the nearest first. */
export function AlertList({ people }: { readonly people: readonly Person[] }) {
  const told = people.filter((person) => person.overdue || person.alert !== null)
  const { shown, more } = useMoreRows(told, ROWS, { unit: '人' })
  if (told.length === 0) return <p className="sheet-line quiet">十二个月内没有人到龄。</p>
  return (
    <>
      <ul className="alert-list">
        {shown.map((person) => (
          <li key={person.personId}>
            {person.overdue ? (
              <Tag look="outline-red">已到龄</Tag>
            ) : (
              <Tag look={person.alert !== null && person.alert <= 3 ? 'amber' : 'outline'}>
                {person.monthsAhead === 0 ? '本月' : `${person.monthsAhead} 个月`}
              </Tag>
            )}
            <Button look="link" onClick={() => openPerson(person.personId)}>
              {person.name}
            </Button>
            <span className="quiet alert-place">
              {person.unit} {person.post}
            </span>
            <span className="number">{person.retires}</span>
          </li>
        ))}
      </ul>
      {more}
    </>
  )
}
