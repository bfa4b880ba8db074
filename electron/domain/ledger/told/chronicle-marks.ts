import type { PlainDate } from '../../model/plain-date.ts'
import { QUOTA_CATEGORY_NAMES } from '../../model/quota-category.ts'
import { UNIT_KIND_NAMES } from '../../model/unit.ts'
import { leadershipText } from '../sentences/leadership-text.ts'
import type { LedgerBook } from '../book/ledger-book.ts'

/** Something about a unit that is otherwise from a day on than it was the day before. */
export interface Mark {
  readonly on: PlainDate
  readonly document: string | null
  /** What of the unit it is: `name`, `quota administrative`, `plate …`. */
  readonly aspect: string
  readonly text: string
}

/** Same day and same aspect are the same change, however it came to be known. */
export function markKey(mark: Pick<Mark, 'on' | 'aspect'>): string {
  return `${mark.on} ${mark.aspect}`
}

/** Every difference in the unit's own rows between one day and the next, in no order. */
export function unitMarks(ledger: LedgerBook, unitId: string): readonly Mark[] {
  const documents = new Map(ledger.facts.basis_document.map((row) => [row.id, row.number]))
  const number = (id: string | null) => (id === null ? null : (documents.get(id) ?? null))
  return [
    ...versionMarks(ledger, unitId, number),
    ...quotaMarks(ledger, unitId, number),
    ...limitMarks(ledger, unitId, number),
    ...plateMarks(ledger, unitId, number),
  ]
}

type NumberOf = (documentId: string | null) => string | null

function versionMarks(ledger: LedgerBook, unitId: string, number: NumberOf): readonly Mark[] {
  const versions = ledger.unitVersions(unitId)
  const last = versions.at(-1)
  return [
    ...versions.flatMap((version, index): readonly Mark[] => {
      const on = version.valid_from
      const document = number(version.document_id)
      const before = versions[index - 1]
      if (before === undefined)
        return [{ on, document, aspect: 'established', text: `设立${UNIT_KIND_NAMES[version.kind]}“${version.name}”` }]
      return [
        ...(before.name === version.name
          ? []
          : [{ on, document, aspect: 'name', text: `“${before.name}”更名为“${version.name}”` }]),
        ...(before.managing_body === version.managing_body
          ? []
          : [
              {
                on,
                document,
                aspect: 'managingBody',
                text: `由${before.managing_body ?? '本乡镇'}划转${version.managing_body ?? '本乡镇'}管理`,
              },
            ]),
      ]
    }),
    ...(last === undefined || last.valid_to === null
      ? []
      : [{ on: last.valid_to, document: null, aspect: 'ended', text: `${last.name}撤销` }]),
  ]
}

interface Balance {
  readonly valid_from: PlainDate
  readonly valid_to: PlainDate | null
  readonly amount: number
  readonly document_id: string
}

function quotaMarks(ledger: LedgerBook, unitId: string, number: NumberOf): readonly Mark[] {
  return [...Map.groupBy(ledger.quotasOf(unitId), (row) => row.category)].flatMap(([category, rows]) =>
    balanceMarks(rows, number).map((mark) => ({
      ...mark,
      aspect: `quota ${category}`,
      text: changeText(QUOTA_CATEGORY_NAMES[category], mark),
    })),
  )
}

interface BalanceMark {
  readonly on: PlainDate
  readonly document: string | null
  readonly before: number | null
  readonly after: number
}

function balanceMarks(rows: readonly Balance[], number: NumberOf): readonly BalanceMark[] {
  const begins = rows.flatMap((row): readonly BalanceMark[] => {
    const before = rows.find((other) => other.valid_to === row.valid_from)?.amount ?? null
    return before === row.amount
      ? []
      : [{ on: row.valid_from, document: number(row.document_id), before, after: row.amount }]
  })
  const ends = rows.flatMap((row): readonly BalanceMark[] => {
    if (row.valid_to === null || row.amount === 0 || rows.some((other) => other.valid_from === row.valid_to)) return []
    return [{ on: row.valid_to, document: null, before: row.amount, after: 0 }]
  })
  return [...begins, ...ends]
}

function changeText(what: string, { before, after }: BalanceMark): string {
  if (before === null) return `核定${what} ${after} 名`
  return `${after > before ? '核增' : '核减'}${what} ${Math.abs(after - before)} 名（${before} → ${after}）`
}

function limitMarks(ledger: LedgerBook, unitId: string, number: NumberOf): readonly Mark[] {
  const leadership = ledger.leadershipRows(unitId).map((row): Mark => ({
    on: row.valid_from,
    document: number(row.document_id),
    aspect: 'leadership',
    text: `核定领导职数 ${leadershipText({ amount: row.amount, chief: row.chief_amount, deputy: row.deputy_amount })}`,
  }))
  const ranks = ledger.facts.rank_quota
    .filter((row) => row.unit_id === unitId)
    .map((row): Mark => ({
      on: row.valid_from,
      document: number(row.document_id),
      aspect: `rank ${row.pool}`,
      text: `核定${row.pool}职数 ${row.amount} 名`,
    }))
  return [...leadership, ...ranks]
}

function plateMarks(ledger: LedgerBook, unitId: string, number: NumberOf): readonly Mark[] {
  return ledger.facts.nameplate
    .filter((row) => row.unit_id === unitId)
    .flatMap((row): readonly Mark[] => [
      {
        on: row.valid_from,
        document: number(row.document_id),
        aspect: `plate ${row.name}`,
        text: `加挂“${row.name}”牌子`,
      },
      ...(row.valid_to === null
        ? []
        : [{ on: row.valid_to, document: null, aspect: `plate ${row.name}`, text: `摘去“${row.name}”牌子` }]),
    ])
}
