import type { PlainDate } from '../../model/plain-date.ts'
import { singleTitlesOf, type SingleTitle, type SingleTitleLists, type TitlePlace } from '../../roster/single-titles.ts'
import type { HoldingTable, PostVersionTable } from '../rows/fact-rows.ts'
import type { LedgerBook } from '../book/ledger-book.ts'
import { earlierEnd } from '../book/presence.ts'

/** A stretch of days on which somebody holds a title that one person holds. */
export interface TitleTerm {
  readonly single: SingleTitle
  readonly holding: HoldingTable
  readonly unitId: string
  readonly from: PlainDate
  readonly to: PlainDate | null
}

/** Two people in one title over the same days. */
export interface SharedTitle {
  readonly mine: TitleTerm
  readonly other: TitleTerm
  /** First day on which both hold it. */
  readonly from: PlainDate
}

/** Where others hold a title while the person does, from the day on. A 挂职, 借入 or 编外 person holds none. */
export function titlesShared(
  ledger: LedgerBook,
  personId: string,
  day: PlainDate,
  lists: SingleTitleLists,
): readonly SharedTitle[] {
  const own = termsOf(ledger, ledger.allHoldingsOf(personId), day, lists)
  if (own.length === 0) return []
  const keys = new Set(own.map(({ single }) => single.key))
  const others = termsOf(
    ledger,
    ledger.facts.holding.filter((row) => row.person_id !== personId),
    day,
    lists,
  ).filter(({ single }) => keys.has(single.key))
  return own.flatMap((mine) =>
    others
      .filter((other) => other.single.key === mine.single.key && meet(mine, other))
      .map((other) => ({ mine, other, from: mine.from > other.from ? mine.from : other.from })),
  )
}

function termsOf(
  ledger: LedgerBook,
  holdings: readonly HoldingTable[],
  day: PlainDate,
  lists: SingleTitleLists,
): readonly TitleTerm[] {
  return holdings.flatMap((holding) => {
    if (holding.post_id === null || (holding.kind !== 'substantive' && holding.kind !== 'concurrent')) return []
    if (holding.valid_to !== null && holding.valid_to <= day) return []
    return ledger.postVersions(holding.post_id).flatMap((version): readonly TitleTerm[] => {
      const from = [holding.valid_from, version.valid_from, day].toSorted().at(-1) ?? day
      const to = earlierEnd(holding.valid_to, version.valid_to)
      if (to !== null && to <= from) return []
      return singleTitlesOf(version.title, placeOf(ledger, version, from), lists).map((single) => ({
        single,
        holding,
        unitId: version.unit_id,
        from,
        to,
      }))
    })
  })
}

function placeOf(ledger: LedgerBook, version: PostVersionTable, day: PlainDate): TitlePlace {
  return {
    township: ledger.rootAt(day)?.name ?? ledger.facts.book[0]?.name ?? '',
    unitId: version.unit_id,
    unitName: ledger.unitAt(version.unit_id, day)?.name ?? '',
    nameplates: ledger.nameplatesOf(version.unit_id, day).map((plate) => plate.name),
  }
}

function meet(one: TitleTerm, other: TitleTerm): boolean {
  return (one.to === null || other.from < one.to) && (other.to === null || one.from < other.to)
}
