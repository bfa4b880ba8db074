import type { CardTarget } from '../../vocabulary/change-cards.ts'
import { EVENT_TITLES, isEventType } from '../../vocabulary/events.ts'
import type { Duty } from '../duties/duty.ts'
import { dayInMonth } from '../duties/duty-dates.ts'
import type { FactRows } from '../ledger/rows/fact-rows.ts'
import type { PlainDate } from '../model/plain-date.ts'
import { cardSubjects, targetsFor, type CardSubject } from './card-subject.ts'

/** Where a change stands with one target. */
export interface CardTick {
  readonly target: CardTarget
  /** The day on which it was entered there; null: not yet. */
  readonly enteredOn: PlainDate | null
}

export interface CardState {
  readonly subject: CardSubject
  readonly name: string
  readonly title: string
  readonly ticks: readonly CardTick[]
  /** Entered everywhere, or marked done as a whole. */
  readonly done: boolean
}

export const CARD_DUTY = 'change-card'

/** What a tick is marked by: the change and the target. The whole change is marked by its id alone. */
export function tickPeriod(eventId: string, targetId: string): string {
  return `${eventId} ${targetId}`
}

type CardRows = Pick<FactRows, 'ledger_event' | 'person_version' | 'holding' | 'person' | 'duty_mark'>

/** Every change that some target wants, newest first, with what has been entered. */
export function listCards(rows: CardRows, targets: readonly CardTarget[]): readonly CardState[] {
  const marks = new Map(
    rows.duty_mark.filter(({ duty }) => duty === CARD_DUTY).map((mark) => [mark.period, mark.done_on]),
  )
  const names = new Map(rows.person.map(({ id, name }) => [id, name]))
  return cardSubjects(rows)
    .flatMap((subject) => {
      const { event, personId } = subject
      const whole = marks.get(event.id) ?? null
      const ticks = targetsFor(subject, targets).map((target) => ({
        target,
        enteredOn: marks.get(tickPeriod(event.id, target.id)) ?? whole,
      }))
      if (ticks.length === 0) return []
      return [
        {
          subject,
          name: names.get(personId) ?? '',
          title: isEventType(event.type) ? EVENT_TITLES[event.type] : event.type,
          ticks,
          done: ticks.every(({ enteredOn }) => enteredOn !== null),
        },
      ]
    })
    .toReversed()
}

/**
 * 待办 of the cards: one line a change that is not entered everywhere, due by the end of the month it was registered in. Those of earlier months than
 * the range are one line, so that they are never forgotten and never fill the page.
 */
export function cardDuties(cards: readonly CardState[], from: PlainDate): readonly Duty[] {
  const open = cards.filter(({ done }) => !done)
  const recent = open.filter((card) => dueOn(card) >= from)
  const earlier = open.filter((card) => dueOn(card) < from)
  const [newest] = earlier
  return [
    ...recent.map((card) =>
      duty({
        period: card.subject.event.id,
        title: `${card.name}${card.title}：还差 ${leftOf(card).length} 个系统`,
        detail: `还没有录入${leftOf(card).join('、')}。照变动卡逐项粘贴，录完打勾。`,
        dueOn: dueOn(card),
        personId: card.subject.personId,
      }),
    ),
    ...(newest === undefined
      ? []
      : [
          duty({
            period: `earlier ${newest.subject.event.id}`,
            title: `以前的变动 ${earlier.length} 件没有报完`,
            detail: '在变动卡里逐件看；早已报过的，一次打勾。',
            dueOn: from,
            personId: null,
          }),
        ]),
  ]
}

function duty(parts: Pick<Duty, 'period' | 'title' | 'detail' | 'dueOn' | 'personId'>): Duty {
  return {
    duty: CARD_DUTY,
    from: null,
    undated: null,
    unitId: null,
    kind: 'book',
    source: '一变多报：各系统按登记的变动同步录入，月底前报完（各地时限不同）',
    ...parts,
  }
}

function leftOf({ ticks }: CardState): readonly string[] {
  return ticks.filter(({ enteredOn }) => enteredOn === null).map(({ target }) => target.title)
}

function dueOn({ subject }: CardState): PlainDate {
  return dayInMonth(subject.recordedOn.slice(0, 7), 31)
}
