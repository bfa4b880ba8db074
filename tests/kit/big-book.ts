import { noColumns } from '../../electron/vocabulary/person-fields.ts'
import { addDays } from '../../electron/domain/model/plain-date.ts'
import type {
  FactRows,
  FactTable,
  HoldingTable,
  PersonTable,
  PersonVersionTable,
  PostTable,
  PostVersionTable,
  QuotaTable,
  UnitTable,
  UnitVersionTable,
} from '../../electron/domain/ledger/rows/fact-rows.ts'
import { commitCommand } from '../../electron/store/journal.ts'
import type { OpenBook } from '../../electron/store/open.ts'
import { RECORDED_AT } from './book.ts'
import { dice } from './dice.ts'

export const BIG_BOOK_FIRST_DAY = '2006-11-01'
export const BIG_BOOK_LAST_DAY = '2026-11-01'
const DAYS = 7305

export interface BigBookSize {
  /** Seats, every one of them filled on every day. */
  readonly seats: number
  readonly units: number
}

type BigRows = Pick<
  FactRows,
  'unit' | 'unit_version' | 'quota' | 'post' | 'post_version' | 'person' | 'person_version' | 'holding'
>
type Rows = { -readonly [T in keyof BigRows]: BigRows[T][number][] }

/**
 * Fills a book with twenty years of coming and going, through the journal: each seat changes hands every eight years or so, half the
 * successors come from another seat of the book, units are renamed and their numbers changed. The book row must be there.
 */
export async function fillBigBook(
  book: OpenBook,
  size: BigBookSize,
): Promise<{ readonly people: number; readonly holdings: number }> {
  const rows = twentyYears(size)
  await commitCommand(
    book.db,
    { recordedAt: RECORDED_AT, actor: '经办人', operation: 'import.commit', summary: '导入' },
    async (_, journal) => {
      await journal.insert('basis_document', [
        {
          id: 'big-document',
          number: '试编办〔2006〕1号',
          title: null,
          issuing_body: null,
          issued_on: null,
          recorded_at: RECORDED_AT,
        },
      ])
      for (const table of [
        'unit',
        'unit_version',
        'quota',
        'post',
        'post_version',
        'person',
        'person_version',
        'holding',
      ] as const satisfies readonly FactTable[]) {
        await journal.insert(table, rows[table] as never)
      }
    },
  )
  return { people: rows.person.length, holdings: rows.holding.length }
}

function twentyYears({ seats, units }: BigBookSize): BigRows {
  const chance = dice(20)
  const rows: Rows = {
    unit: [],
    unit_version: [],
    quota: [],
    post: [],
    post_version: [],
    person: [],
    person_version: [],
    holding: [],
  }
  for (let unit = 0; unit < units; unit += 1)
    addUnit(rows, unit, Math.ceil(seats / units), chance.below(DAYS - 400) + 200)
  // Whoever leaves a seat on a day may sit down in another from that day on.
  const leaving: { readonly person: string; readonly on: string }[] = []
  const turns: { readonly seat: number; readonly from: string; readonly to: string | null }[] = []
  for (let seat = 0; seat < seats; seat += 1) {
    addPost(rows, seat, seat % units)
    for (let at = 0; at < DAYS;) {
      const stays = 700 + chance.below(5000)
      turns.push({
        seat,
        from: addDays(BIG_BOOK_FIRST_DAY, at),
        to: at + stays < DAYS ? addDays(BIG_BOOK_FIRST_DAY, at + stays) : null,
      })
      at += stays
    }
  }
  for (const turn of turns.toSorted((left, right) => (left.from < right.from ? -1 : 1))) {
    const free = leaving.findIndex((gone) => gone.on <= turn.from)
    const person = free >= 0 && chance.chance(0.6) ? leaving.splice(free, 1)[0]?.person : undefined
    const holder = person ?? addPerson(rows, rows.person.length, turn.from)
    rows.holding.push(holding(rows.holding.length, holder, turn.seat, turn.seat % units, turn))
    if (turn.to === null) continue
    const place = leaving.findIndex((gone) => gone.on > (turn.to ?? ''))
    leaving.splice(place < 0 ? leaving.length : place, 0, { person: holder, on: turn.to })
  }
  return rows
}

const recorded = { recorded_at: RECORDED_AT }

function addUnit(rows: Rows, unit: number, quota: number, changes: number): void {
  const [id, day] = [`big-unit-${unit}`, addDays(BIG_BOOK_FIRST_DAY, changes)]
  const office = unit % 3 === 0
  rows.unit.push({ id, ...recorded } satisfies UnitTable)
  const version = {
    unit_id: id,
    parent_id: null,
    kind: office ? ('office' as const) : ('institution' as const),
    managing_body: null,
    sort_order: unit + 1,
    document_id: 'big-document',
    ...recorded,
  }
  rows.unit_version.push(
    { id: `${id}-1`, name: `第${unit + 1}单位`, ...version, valid_from: BIG_BOOK_FIRST_DAY, valid_to: day },
    {
      id: `${id}-2`,
      name: `第${unit + 1}中心`,
      ...version,
      valid_from: day,
      valid_to: null,
    } satisfies UnitVersionTable,
  )
  const line = {
    unit_id: id,
    category: office ? ('administrative' as const) : ('institution' as const),
    role: 'allocation' as const,
    document_id: 'big-document',
    ...recorded,
  }
  rows.quota.push({ id: `${id}-q1`, ...line, amount: quota, valid_from: BIG_BOOK_FIRST_DAY, valid_to: day }, {
    id: `${id}-q2`,
    ...line,
    amount: quota - 1,
    valid_from: day,
    valid_to: null,
  } satisfies QuotaTable)
}

function addPost(rows: Rows, seat: number, unit: number): void {
  const id = `big-post-${seat}`
  rows.post.push({ id, ...recorded } satisfies PostTable)
  rows.post_version.push({
    id: `${id}-1`,
    post_id: id,
    unit_id: `big-unit-${unit}`,
    title: '科员',
    leadership: null,
    state: 'inUse',
    valid_from: BIG_BOOK_FIRST_DAY,
    valid_to: null,
    ...recorded,
  } satisfies PostVersionTable)
}

function addPerson(rows: Rows, number: number, from: string): string {
  const id = `big-person-${number}`
  const birth = addDays('1962-01-01', (number * 7) % 14_000)
  rows.person.push({
    ...noColumns('person'),
    id,
    name: `虚构${number}`,
    sex: number % 2 === 0 ? '女' : '男',
    id_number: null,
    disputed_id_number: null,
    birth,
    ethnicity: '汉族',
    work_started: null,
    quota_card_number: null,
    retirement_category: null,
    ...recorded,
  } satisfies PersonTable)
  const next = addDays(from, 1500)
  const version = {
    ...noColumns('version'),
    person_id: id,
    political_status: '中共党员',
    professional_title: null,
    rank: null,
    ...recorded,
  }
  rows.person_version.push({ id: `${id}-1`, ...version, education: '大学专科', valid_from: from, valid_to: next }, {
    id: `${id}-2`,
    ...version,
    education: '大学本科',
    valid_from: next,
    valid_to: null,
  } satisfies PersonVersionTable)
  return id
}

function holding(
  number: number,
  person: string,
  seat: number,
  unit: number,
  { from, to }: { readonly from: string; readonly to: string | null },
): HoldingTable {
  return {
    id: `big-holding-${number}`,
    person_id: person,
    post_id: `big-post-${seat}`,
    ...noColumns('holding'),
    kind: 'substantive',
    category: unit % 3 === 0 ? 'administrative' : 'institution',
    off_quota_kind: null,
    occupies_quota: 1,
    occupies_leadership: 0,
    overlap_allowed: 0,
    entered_on: from,
    entry_route: '公开招聘',
    entry_document_number: '试人社〔2006〕1号',
    counterpart: null,
    remark: null,
    entry_cause: null,
    exit_cause: to === null ? null : '37',
    approval_id: null,
    occupied_rank: null,
    due_on: null,
    valid_from: from,
    valid_to: to,
    ...recorded,
  }
}
