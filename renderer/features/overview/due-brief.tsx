import { DUTY_STATE_NAMES } from '../../../electron/vocabulary/duties.ts'
import type { DutyView } from '../../../electron/contract/duty-operations.ts'
import type { Output } from '../../../electron/contract/operations.ts'
import { goTo, hrefTo } from '../../text/paths.ts'
import { Button } from '../../ui/button.tsx'
import { Tag } from '../../ui/tag.tsx'

const SHOWN = 5

/** The five things due next, what is overdue first; below them who reaches retirement within the year. */
export function DueBrief({
  duties,
  retiring,
}: {
  readonly duties: readonly DutyView[]
  readonly retiring: Output<'forecast.read'>['people'] | undefined
}) {
  const open = duties.filter((duty) => duty.state !== 'done')
  const told = (retiring ?? []).filter((person) => person.overdue || person.alert !== null)
  return (
    <>
      {open.length === 0 && <p className="sheet-line quiet">三个月内没有要办的事。</p>}
      <ul className="due-brief">
        {open.slice(0, SHOWN).map((duty) => (
          <li key={duty.key}>
            <span className="number">{duty.dueOn?.slice(5) ?? '—'}</span>
            <Button look="link" onClick={() => goTo('duties')}>
              {duty.title}
            </Button>
            {duty.state !== 'ahead' && (
              <Tag look={duty.state === 'overdue' ? 'outline-red' : 'amber'}>{DUTY_STATE_NAMES[duty.state]}</Tag>
            )}
          </li>
        ))}
      </ul>
      <p className="sheet-line">
        {open.length > SHOWN && <a href={hrefTo('duties')}>还有 {open.length - SHOWN} 件</a>}
        {open.length > SHOWN && told.length > 0 && ' · '}
        {told.length > 0 && (
          <a href={hrefTo('forecast')}>
            到龄提醒 {told.length} 人：
            {told
              .slice(0, 3)
              .map((person) => (person.overdue ? `${person.name}已到龄` : `${person.name} ${person.monthsAhead} 个月`))
              .join('，')}
            {told.length > 3 ? '…' : ''}
          </a>
        )}
      </p>
    </>
  )
}
