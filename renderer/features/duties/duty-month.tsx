import type { DutyView } from '../../../electron/contract/duty-operations.ts'
import { DUTY_STATE_NAMES } from '../../../electron/vocabulary/duties.ts'
import { Button } from '../../ui/button.tsx'
import { setParams } from '../../ui/route.ts'
import { monthWeeks } from './months.ts'

/** Duties of one day that its square holds; the list has all. */
const A_DAY = 8

const WEEK = ['一', '二', '三', '四', '五', '六', '日'] as const

/** The month as on a wall calendar: each duty on its last day, what is late or near by word and shape; a press leads to 办结. */
export function DutyMonth({
  month,
  today,
  duties,
  onDone,
}: {
  /** `YYYY-MM`. */
  readonly month: string
  readonly today: string
  readonly duties: readonly DutyView[]
  readonly onDone: ((duty: DutyView) => void) | null
}) {
  const byDay = Map.groupBy(duties, ({ dueOn }) => dueOn ?? '')
  const undated = byDay.get('') ?? []
  return (
    <div className="sheet duty-calendar">
      <table aria-label={`${month} 待办月历`}>
        <thead>
          <tr>
            {WEEK.map((day) => (
              <th key={day} scope="col">
                {day}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {monthWeeks(month).map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td
                  key={day}
                  className={`${day.startsWith(month) ? '' : 'duty-other'}${day === today ? ' duty-today' : ''}`}
                >
                  <span className="duty-day number">{Number(day.slice(8))}</span>
                  {day === today && <span className="duty-now">今天</span>}
                  <Entries duties={byDay.get(day) ?? []} onDone={onDone} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {undated.length > 0 && (
        <p className="duty-undated">
          日期待定：
          <Entries duties={undated} onDone={onDone} />
        </p>
      )}
    </div>
  )
}

function Entries({
  duties,
  onDone,
}: {
  readonly duties: readonly DutyView[]
  readonly onDone: ((duty: DutyView) => void) | null
}) {
  const left = duties.length - A_DAY
  return (
    <>
      {duties.slice(0, A_DAY).map((duty) => (
        <DutyEntry key={duty.key} duty={duty} onDone={onDone} />
      ))}
      {left > 0 && (
        <Button look="link" onClick={() => setParams({ view: 'list' })}>
          {`还有 ${left} 件，列成清单看`}
        </Button>
      )}
    </>
  )
}

function DutyEntry({ duty, onDone }: { readonly duty: DutyView; readonly onDone: ((duty: DutyView) => void) | null }) {
  const state = DUTY_STATE_NAMES[duty.state]
  const words = (
    <>
      {duty.title}
      {duty.state !== 'ahead' && <small>{state}</small>}
    </>
  )
  const look = `duty-entry duty-${duty.state}`
  if (onDone === null || duty.state === 'done') return <span className={look}>{words}</span>
  return (
    <Button look="link" title={duty.detail} onClick={() => onDone(duty)}>
      <span className={look}>{words}</span>
    </Button>
  )
}
