import type { DutyView } from '../../../electron/contract/duty-operations.ts'
import type { RecordKindName } from '../../../electron/contract/records.ts'
import { DUTY_STATE_NAMES } from '../../../electron/vocabulary/duties.ts'
import { useCommand } from '../../api/use-command.ts'
import { goTo, openPerson } from '../../text/paths.ts'
import { Button } from '../../ui/button.tsx'
import { useMoreRows } from '../../ui/more-rows.tsx'
import { ErrorLine } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { TagLook } from '../../ui/tag.tsx'
import { toastSaved } from '../../ui/toast.tsx'

const LOOKS: Readonly<Record<DutyView['state'], TagLook>> = {
  overdue: 'outline-red',
  today: 'amber',
  soon: 'amber',
  ahead: 'outline',
  undated: 'dashed',
  done: 'plain',
}

/** Rows drawn at a time. */
const ROWS = 100

/** One row a duty: last day, what, why that day, and whether it is done. */
export function DutyTable({
  duties,
  onDone,
}: {
  readonly duties: readonly DutyView[]
  readonly onDone: ((duty: DutyView) => void) | null
}) {
  const reopen = useCommand('duty.reopen')
  const { shown, more } = useMoreRows(duties, ROWS, { unit: '件' })
  const undo = async (duty: DutyView) => {
    if ((await reopen.run({ key: duty.key })) !== null) toastSaved(`${duty.title}改回未办`)
  }
  return (
    <div className="sheet duty-sheet">
      <ErrorLine error={reopen.error} />
      <table className="grid" aria-label="待办">
        <thead>
          <tr>
            <th scope="col">截止</th>
            <th scope="col">状态</th>
            <th scope="col">事项</th>
            <th scope="col">说明</th>
            <th scope="col">办结</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((duty) => (
            <tr key={duty.key} data-testid="duty" data-key={duty.key}>
              <td className="number">
                {duty.dueOn ?? '—'}
                <DayNote duty={duty} />
              </td>
              <td>
                <Tag look={LOOKS[duty.state]}>{DUTY_STATE_NAMES[duty.state]}</Tag>
              </td>
              <th scope="row">
                <Subject duty={duty} />
              </th>
              <td>
                {duty.detail}
                <small className="quiet duty-source">依据：{duty.source}</small>
              </td>
              <td>
                {duty.state === 'done' ? (
                  <>
                    <span className="quiet number">{duty.doneOn}</span>{' '}
                    {duty.note !== null && <span className="quiet">{duty.note} </span>}
                    {onDone !== null && (
                      <Button small look="link" busy={reopen.busy} onClick={() => void undo(duty)}>
                        改回未办
                      </Button>
                    )}
                  </>
                ) : (
                  onDone !== null &&
                  (duty.duty !== 'change-card' || isOneCard(duty)) && (
                    <Button small onClick={() => onDone(duty)}>
                      办结…
                    </Button>
                  )
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </div>
  )
}

function DayNote({ duty }: { readonly duty: DutyView }) {
  if (duty.undated !== null) return <small className="amber duty-source">{duty.undated}</small>
  if (duty.workBy !== null)
    return (
      <small className="amber duty-source">
        当天休息，宜在 <span className="duty-day-said">{duty.workBy}</span> 前
      </small>
    )
  if (duty.missingYear !== null) return <small className="quiet duty-source">没有 {duty.missingYear} 年放假安排</small>
  return null
}

/** Duties that rest on 资料, and the kind to open. */
const RECORD_KIND: Readonly<Partial<Record<string, RecordKindName>>> = {
  'work-task': 'workTask',
  'reform-competition': 'competition',
  'reform-registration': 'registration',
  'reform-check': 'reformCheck',
}

function Subject({ duty }: { readonly duty: DutyView }) {
  const { personId, unitId } = duty
  if (duty.duty === 'change-card')
    return (
      <Button look="link" onClick={() => goTo('journal', { tab: 'cards', card: isOneCard(duty) ? duty.period : null })}>
        {duty.title}
      </Button>
    )
  const kind = RECORD_KIND[duty.duty]
  if (kind !== undefined)
    return (
      <Button look="link" onClick={() => goTo('records', { kind })}>
        {duty.title}
      </Button>
    )
  if (personId !== null)
    return (
      <Button look="link" onClick={() => openPerson(personId)}>
        {duty.title}
      </Button>
    )
  if (duty.duty === 'notice-end')
    return (
      <Button look="link" onClick={() => goTo('notice')}>
        {duty.title}
      </Button>
    )
  if (duty.duty.startsWith('due-'))
    return (
      <Button look="link" onClick={() => goTo('due', { kind: duty.duty.slice('due-'.length) })}>
        {duty.title}
      </Button>
    )
  if (unitId !== null)
    return (
      <Button look="link" onClick={() => goTo('units', { unit: unitId })}>
        {duty.title}
      </Button>
    )
  return <>{duty.title}</>
}

/** Those of earlier months are one line: they are ticked in the list of cards, not here. */
function isOneCard({ period }: DutyView): boolean {
  return !period.startsWith('earlier ')
}
