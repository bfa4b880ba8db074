import { QUOTA_CATEGORY_LIST } from '../../vocabulary/establishment.ts'
import { CARD_EVENTS, isCardEvent, type CardTarget, type CardWho } from '../../vocabulary/change-cards.ts'
import { shanghaiDayOf } from '../calendar/shanghai-day.ts'
import type { FactRows, LedgerEventTable } from '../ledger/rows/fact-rows.ts'
import type { PlainDate } from '../model/plain-date.ts'
import { isCivilService, natureOfCategory, type QuotaCategory } from '../model/quota-category.ts'

/** A change that has a card: the event and what decides which targets want it. */
export interface CardSubject {
  readonly event: LedgerEventTable
  readonly personId: string
  /** Asia/Shanghai day on which it was registered. */
  readonly recordedOn: PlainDate
  readonly category: QuotaCategory | null
  readonly politicalStatus: string | null
}

type SubjectRows = Pick<FactRows, 'ledger_event' | 'person_version' | 'holding'>

/** Every change of the book that has a card, in the order it was registered; corrections of the past are no change to report. */
export function cardSubjects(rows: SubjectRows): readonly CardSubject[] {
  const events = rows.ledger_event.filter((event) => event.is_correction === 0 && isCardEvent(event.type))
  if (events.length === 0) return []
  const versions = Map.groupBy(rows.person_version, (row) => row.person_id)
  const holdings = Map.groupBy(rows.holding, (row) => row.person_id)
  return events.flatMap((event) => {
    const { person_id: personId, effective_on: on } = event
    if (personId === null) return []
    const begun = (versions.get(personId) ?? []).filter((row) => row.valid_from <= on)
    const seats = (holdings.get(personId) ?? []).filter((row) => row.occupies_quota === 1 && row.valid_from <= on)
    const newest = <R extends { readonly valid_from: PlainDate }>(list: readonly R[]) =>
      list.toSorted((left, right) => (left.valid_from < right.valid_from ? 1 : -1))[0]
    return [
      {
        event,
        personId,
        recordedOn: shanghaiDayOf(event.recorded_at),
        category: event.category ?? newest(seats)?.category ?? null,
        politicalStatus: newest(begun)?.political_status ?? null,
      },
    ]
  })
}

/** The targets a change must be typed into. */
export function targetsFor(subject: CardSubject, targets: readonly CardTarget[]): readonly CardTarget[] {
  const { type } = subject.event
  const kind = CARD_EVENTS.find((event) => event === type)
  return targets.filter(({ events, who }) => kind !== undefined && events.includes(kind) && WANTS[who](subject))
}

const WANTS: Readonly<Record<CardWho, (subject: CardSubject) => boolean>> = {
  everybody: () => true,
  civilService: ({ category }) => category !== null && isCivilService(category),
  institution: ({ category }) =>
    category !== null && natureOfCategory(category) === 'institution' && !QUOTA_CATEGORY_LIST[category].civilService,
  party: ({ politicalStatus }) => politicalStatus?.startsWith('中共') ?? false,
}
