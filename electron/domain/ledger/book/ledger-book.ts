import { upgradeLegacyId } from '../../identity/resident-id.ts'
import type { PlainDate } from '../../model/plain-date.ts'
import type { QuotaCategory } from '../../model/quota-category.ts'
import type {
  BasisDocumentTable,
  EntryApprovalTable,
  FactRows,
  HoldingTable,
  LeadershipQuotaTable,
  NameplateTable,
  PersonTable,
  PersonVersionTable,
  PostVersionTable,
  QuotaTable,
  UnitVersionTable,
} from '../rows/fact-rows.ts'
import { madeOf } from '../../model/made-of.ts'
import { rowInForce } from '../rows/row-in-force.ts'
import {
  holdingsOfPerson,
  holdingsOfPost,
  leadershipOfUnit,
  postsOfUnit,
  quotasOfUnit,
  versionsOfPerson,
  versionsOfPost,
  versionsOfUnit,
} from '../rows/table-groups.ts'

/** Look-ups over all facts, ended and future ones too: what the planning of an event asks. Lists are oldest first. */
export interface LedgerBook {
  readonly facts: FactRows
  readonly unitAt: (unitId: string, day: PlainDate) => UnitVersionTable | undefined
  readonly unitVersions: (unitId: string) => readonly UnitVersionTable[]
  /** Units that bear the name on the day; where none does, those that carry it as 加挂牌子. */
  readonly unitNamed: (name: string, day: PlainDate) => readonly UnitVersionTable[]
  /** The township itself. */
  readonly rootAt: (day: PlainDate) => UnitVersionTable | undefined
  readonly nameplatesOf: (unitId: string, day: PlainDate) => readonly NameplateTable[]
  readonly person: (personId: string) => PersonTable | undefined
  /** By name, or by ID number (an older 15-digit number and its 18-digit form are one). */
  readonly peopleNamed: (nameOrIdNumber: string) => readonly PersonTable[]
  readonly personVersions: (personId: string) => readonly PersonVersionTable[]
  readonly allHoldingsOf: (personId: string) => readonly HoldingTable[]
  /** In force on the day. */
  readonly holdingsOf: (personId: string, day: PlainDate) => readonly HoldingTable[]
  /** The holding by which the person uses 编制 on the day. */
  readonly countedHolding: (personId: string, day: PlainDate) => HoldingTable | undefined
  readonly allHoldersOf: (postId: string) => readonly HoldingTable[]
  /** Holdings of a post in force on the day. */
  readonly holdersOf: (postId: string, day: PlainDate) => readonly HoldingTable[]
  readonly postAt: (postId: string, day: PlainDate) => PostVersionTable | undefined
  readonly postVersions: (postId: string) => readonly PostVersionTable[]
  readonly postsOf: (unitId: string, day: PlainDate) => readonly PostVersionTable[]
  /** Posts of the unit with this title (or this id) on the day. */
  readonly postsTitled: (unitId: string, titleOrId: string, day: PlainDate) => readonly PostVersionTable[]
  readonly quotaRow: (
    unitId: string,
    category: QuotaCategory,
    role: QuotaTable['role'],
    day: PlainDate,
  ) => QuotaTable | undefined
  readonly quotaRows: (unitId: string, category: QuotaCategory, role: QuotaTable['role']) => readonly QuotaTable[]
  /** Every 核定 row of the unit, all categories and roles. */
  readonly quotasOf: (unitId: string) => readonly QuotaTable[]
  readonly leadershipRows: (unitId: string) => readonly LeadershipQuotaTable[]
  readonly documentByNumber: (number: string) => BasisDocumentTable | undefined
  /** In force on the day, not past its last day; the unbound one first where a number was split by person. */
  readonly approvalByNumber: (number: string, day: PlainDate) => EntryApprovalTable | undefined
  readonly approvalsByNumber: (number: string, day: PlainDate) => readonly EntryApprovalTable[]
}

/** Builds the look-ups; each index is made when it is first asked for. The rows are not changed. */
export function ledgerBook(facts: FactRows): LedgerBook {
  return {
    facts,
    ...unitLookups(facts),
    ...personLookups(facts),
    ...postLookups(facts),
    ...quotaLookups(facts),
    ...paperLookups(facts),
  }
}

function unitLookups(
  facts: FactRows,
): Pick<LedgerBook, 'unitAt' | 'unitVersions' | 'unitNamed' | 'rootAt' | 'nameplatesOf'> {
  const unitVersions = versionsOfUnit(facts.unit_version)
  const unitAt = (unitId: string, day: PlainDate) => unitVersions(unitId).find((row) => rowInForce(row, day))
  return {
    unitVersions,
    unitAt,
    unitNamed: (name, day) => {
      const named = facts.unit_version.filter((row) => row.name === name && rowInForce(row, day))
      if (named.length > 0) return named
      return facts.nameplate
        .filter((row) => row.name === name && rowInForce(row, day))
        .flatMap((plate) => unitAt(plate.unit_id, day) ?? [])
    },
    rootAt: (day) =>
      facts.unit_version.find((row) => row.kind === 'township' && row.parent_id === null && rowInForce(row, day)),
    nameplatesOf: (unitId, day) => facts.nameplate.filter((row) => row.unit_id === unitId && rowInForce(row, day)),
  }
}

function personLookups(
  facts: FactRows,
): Pick<LedgerBook, 'person' | 'peopleNamed' | 'personVersions' | 'allHoldingsOf' | 'holdingsOf' | 'countedHolding'> {
  const people = () => peopleOf(facts.person)
  const byName = () => peopleByName(facts.person)
  const byNumber = () => peopleByNumber(facts.person)
  const personVersions = versionsOfPerson(facts.person_version)
  const allHoldingsOf = holdingsOfPerson(facts.holding)
  const holdingsOf = (personId: string, day: PlainDate) => allHoldingsOf(personId).filter((row) => rowInForce(row, day))
  return {
    person: (personId) => people().get(personId),
    peopleNamed: (text) => {
      const [named, numbered] = [byName().get(text) ?? [], byNumber().get(numberKey(text))]
      return numbered === undefined || named.includes(numbered) ? named : [...named, numbered]
    },
    personVersions,
    allHoldingsOf,
    holdingsOf,
    countedHolding: (personId, day) =>
      holdingsOf(personId, day).find(
        (row) => row.occupies_quota === 1 && row.category !== null && row.post_id !== null,
      ),
  }
}

function postLookups(
  facts: FactRows,
): Pick<LedgerBook, 'allHoldersOf' | 'holdersOf' | 'postAt' | 'postVersions' | 'postsOf' | 'postsTitled'> {
  const postVersions = versionsOfPost(facts.post_version)
  const allHoldersOf = holdingsOfPost(facts.holding)
  const inUnit = postsOfUnit(facts.post_version)
  const postsOf = (unitId: string, day: PlainDate) => inUnit(unitId).filter((row) => rowInForce(row, day))
  return {
    postVersions,
    postsOf,
    allHoldersOf,
    holdersOf: (postId, day) => allHoldersOf(postId).filter((row) => rowInForce(row, day)),
    postAt: (postId, day) => postVersions(postId).find((row) => rowInForce(row, day)),
    postsTitled: (unitId, titleOrId, day) =>
      postsOf(unitId, day).filter((row) => row.title === titleOrId || row.post_id === titleOrId),
  }
}

function quotaLookups(facts: FactRows): Pick<LedgerBook, 'quotaRow' | 'quotaRows' | 'quotasOf' | 'leadershipRows'> {
  const quotasOf = quotasOfUnit(facts.quota)
  const quotaRows: LedgerBook['quotaRows'] = (unitId, category, role) =>
    quotasOf(unitId).filter((row) => row.category === category && row.role === role)
  return {
    quotasOf,
    quotaRows,
    quotaRow: (unitId, category, role, day) => quotaRows(unitId, category, role).find((row) => rowInForce(row, day)),
    leadershipRows: leadershipOfUnit(facts.leadership_quota),
  }
}

function paperLookups(
  facts: FactRows,
): Pick<LedgerBook, 'documentByNumber' | 'approvalByNumber' | 'approvalsByNumber'> {
  const documents = () => documentsByNumber(facts.basis_document)
  const approvalsByNumber = (number: string, day: PlainDate) =>
    facts.entry_approval.filter(
      (row) => row.number === number && rowInForce(row, day) && (row.expires_on === null || day <= row.expires_on),
    )
  return {
    documentByNumber: (number) => documents().get(number),
    approvalsByNumber,
    approvalByNumber: (number, day) => {
      const found = approvalsByNumber(number, day)
      return found.find((row) => row.person_id === null) ?? found[0]
    },
  }
}

/** One form for an ID number however it was written. */
function numberKey(text: string): string {
  return upgradeLegacyId(text) ?? text.toUpperCase()
}

const documentsByNumber = madeOf(
  (rows: FactRows['basis_document']) => new Map(rows.map((row) => [row.number, row] as const)),
)
const peopleOf = madeOf((rows: FactRows['person']) => new Map(rows.map((row) => [row.id, row] as const)))
const peopleByName = madeOf((rows: FactRows['person']) => Map.groupBy(rows, (row) => row.name))
const peopleByNumber = madeOf(
  (rows: FactRows['person']) =>
    new Map(rows.flatMap((row) => (row.id_number === null ? [] : [[numberKey(row.id_number), row] as const]))),
)
