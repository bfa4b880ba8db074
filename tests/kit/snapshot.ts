import { LAW_TEXTS } from '../../electron/domain/law/law-texts.ts'
import { noFacts } from '../../electron/vocabulary/person-fields.ts'
import { checkDigitOf } from '../../electron/domain/identity/resident-id.ts'
import type { BookSnapshot } from '../../electron/domain/model/book-snapshot.ts'
import type { Finding, RosterEntry } from '../../electron/domain/model/finding.ts'
import type { Figures } from '../../electron/domain/model/figures.ts'
import {
  UNTOLD,
  type Holding,
  type LeadershipRole,
  type Person,
  type Post,
} from '../../electron/domain/model/person.ts'
import { addDays } from '../../electron/domain/model/plain-date.ts'
import type { QuotaCategory } from '../../electron/domain/model/quota-category.ts'
import {
  NO_RECORDS,
  type RecordBook,
  type RecordContents,
  type RecordFacts,
  type RecordKind,
  type RecordOf,
} from '../../electron/domain/model/records.ts'
import type { LeadershipQuotaEntry, QuotaEntry } from '../../electron/domain/model/quota.ts'
import type { Nameplate, Unit, UnitKind } from '../../electron/domain/model/unit.ts'
import { computeFigures } from '../../electron/domain/quota/figures.ts'
import { splitRoster } from '../../electron/domain/roster/split-roster.ts'
import { checkBook } from '../../electron/domain/rules/check-book.ts'
import type { Flag, Rule, RuleParameters } from '../../electron/domain/rules/rule.ts'
import { indexSnapshot } from '../../electron/domain/model/snapshot-index.ts'
import { jiangxiPack } from '../../electron/domain/rules/packs/jiangxi-township.ts'

/*
 * Small snapshots for tests. Ids are names: unit `财政所`, person `甲某`. Everybody is invented; ID numbers use the sequences 99x,
 * which no office hands out, with a right check digit.
 */

export const AS_OF = '2026-11-22'

export interface UnitSpec {
  readonly name: string
  readonly kind?: UnitKind
  readonly quotas?: Partial<Record<QuotaCategory, number>>
  readonly leadership?: Pick<LeadershipQuotaEntry, 'amount' | 'chief' | 'deputy'>
  /** Approved totals, on the root. */
  readonly ceilings?: Partial<Record<QuotaCategory, number>>
  readonly managingBody?: string
  /** 加挂牌子, each by the usual document. */
  readonly nameplates?: readonly string[]
}

export interface HoldingSpec extends Partial<Omit<Holding, 'id' | 'personId' | 'postId'>> {
  /** Omitted for 借出. */
  readonly unit?: string
  readonly title?: string
  readonly leadership?: LeadershipRole
}

export interface PersonSpec extends Partial<Omit<Person, 'id' | 'name'>> {
  readonly name: string
  readonly holdings: readonly HoldingSpec[]
}

export type SnapshotSpec = Partial<
  Omit<
    BookSnapshot,
    'book' | 'units' | 'quotas' | 'quotaHistory' | 'leadershipQuotas' | 'posts' | 'people' | 'holdings' | 'records'
  >
> & {
  /** Records by kind; kinds left out are empty. See `recordOf`. */
  readonly records?: Partial<RecordBook>
  readonly packId?: string
  readonly packFrom?: string | null
  readonly units: readonly UnitSpec[]
  readonly people?: readonly PersonSpec[]
  /** Replaces the entries that come from the units. */
  readonly quotas?: readonly QuotaEntry[]
}

/** An invented number for the birth day and sex; `turn` tells apart people of one day (0–4). */
export function inventedId(birth: string, sex: '男' | '女', turn = 0): string {
  const first17 = `362201${birth.replaceAll('-', '')}99${turn * 2 + (sex === '男' ? 1 : 0)}`
  return first17 + checkDigitOf(first17)
}

/** One record of a kind with its content; facts left out: the township's, from 2020-01-01, known since then. */
export function recordOf<K extends RecordKind>(
  kind: K,
  content: RecordContents[K],
  facts: Partial<RecordFacts> = {},
): RecordOf<K> {
  const validFrom = facts.validFrom ?? '2020-01-01'
  const own: RecordFacts = {
    id: `${kind}-${facts.personId ?? facts.unitId ?? '乡'}-${validFrom}`,
    personId: null,
    unitId: null,
    documentNumber: null,
    recordedOn: validFrom,
    validTo: null,
    ...facts,
    validFrom,
  }
  return { ...content, ...own }
}

/** A counted 主职 with complete entry facts. */
export function seat(unit: string, category: QuotaCategory = 'administrative', more: HoldingSpec = {}): HoldingSpec {
  return {
    unit,
    category,
    kind: 'substantive',
    occupiesQuota: true,
    enteredOn: '2008-07',
    entryRoute: '考试录用',
    entryDocumentNumber: '山编办〔2008〕1号',
    ...more,
  }
}

/** Someone in one seat. */
export function seated(
  name: string,
  unit: string,
  category: QuotaCategory = 'administrative',
  more: HoldingSpec = {},
): PersonSpec {
  return { name, holdings: [seat(unit, category, more)] }
}

/** `count` people in seats of one unit, named 甲1, 甲2 … after `prefix`. */
export function crowd(
  count: number,
  prefix: string,
  unit: string,
  category: QuotaCategory = 'administrative',
): readonly PersonSpec[] {
  return Array.from({ length: count }, (_, position) => seated(`${prefix}${position + 1}`, unit, category))
}

/**
 * As of a township that has adopted every paper by one of its own: what a rule weighs by itself is seen. Tests of weight say otherwise.
 */
export const EVERYTHING_ADOPTED: BookSnapshot['adoptedLaws'] = LAW_TEXTS.map(({ id }) => ({
  law: id,
  documentNumber: '山编发〔2020〕1号',
  documentTitle: null,
  issuer: null,
  issuedOn: null,
  by: '经办人',
  on: '2020-01-01',
}))

/** Builds the snapshot; people without an ID number of their own get one that agrees with their birth and sex. */
export function buildSnapshot(spec: SnapshotSpec): BookSnapshot {
  const { packId = 'none', packFrom = null, units, people = [], quotas, records, ...rest } = spec
  const builtUnits = units.map((unit, position) => toUnit(unit, position))
  const built = people.map((person, position) => toPerson(person, position))
  const entries = quotas ?? units.flatMap(toQuotas)
  return {
    asOf: AS_OF,
    book: { name: '山溪乡', packId, packFrom },
    localPack: null,
    adoptedLaws: EVERYTHING_ADOPTED,
    holidays: [],
    ownFields: [],
    units: builtUnits,
    nameplates: units.flatMap(toNameplates),
    quotas: entries,
    leadershipQuotas: units.flatMap((unit) =>
      unit.leadership === undefined
        ? []
        : [
            {
              id: `领导职数-${unit.name}`,
              unitId: unit.name,
              ...unit.leadership,
              documentNumber: '山编办〔2006〕12号',
              validFrom: '2006-11-01',
              validTo: null,
            },
          ],
    ),
    quotaHistory: entries,
    posts: built.flatMap((own) => own.posts),
    people: built.map((own) => own.person),
    holdings: built.flatMap((own) => own.holdings),
    absences: [],
    rankQuotas: [],
    tolerances: [],
    offQuotaControls: [],
    runOffPlans: [],
    offQuotaHistory: built.flatMap((own) => own.holdings.filter((holding) => holding.kind === 'offQuota')),
    approvals: [],
    arrivals: built.flatMap((own) =>
      own.holdings.flatMap((holding) =>
        holding.approvalId === null || !holding.occupiesQuota
          ? []
          : [{ approvalId: holding.approvalId, personId: holding.personId, on: holding.validFrom }],
      ),
    ),
    exits: [],
    overQuotaChoices: [],
    notices: [],
    objections: [],
    documents: [],
    changes: [],
    personChanges: [],
    rankStarts: [],
    ...rest,
    records: { ...NO_RECORDS, ...records },
  }
}

function toUnit(spec: UnitSpec, position: number): Unit {
  return {
    id: spec.name,
    parentId: null,
    name: spec.name,
    kind: spec.kind ?? 'office',
    managingBody: spec.managingBody ?? null,
    sortOrder: position,
    nameplates: spec.nameplates ?? [],
    validFrom: '2006-11-01',
  }
}

function toNameplates(unit: UnitSpec): readonly Nameplate[] {
  return (unit.nameplates ?? []).map((name) => ({
    id: `牌子-${unit.name}-${name}`,
    unitId: unit.name,
    name,
    documentNumber: '山编办〔2006〕12号',
    validFrom: '2006-11-01',
    validTo: null,
  }))
}

function toQuotas(unit: UnitSpec): readonly QuotaEntry[] {
  const entries = (role: QuotaEntry['role'], amounts: UnitSpec['quotas']) =>
    Object.entries(amounts ?? {}).map(([category, amount]) =>
      quotaEntry({ unitId: unit.name, category: category as QuotaCategory, role, amount: amount ?? 0 }),
    )
  return [...entries('allocation', unit.quotas), ...entries('ceiling', unit.ceilings)]
}

/** A quota entry with the usual document. */
export function quotaEntry(entry: Partial<QuotaEntry> & Pick<QuotaEntry, 'unitId' | 'amount'>): QuotaEntry {
  const { category = 'administrative', role = 'allocation', validFrom = '2006-11-01' } = entry
  return {
    category,
    role,
    validFrom,
    id: `${role}-${entry.unitId}-${category}-${validFrom}`,
    documentNumber: '山编办〔2006〕12号',
    validTo: null,
    ...entry,
  }
}

function toPerson(
  spec: PersonSpec,
  position: number,
): { readonly person: Person; readonly posts: readonly Post[]; readonly holdings: readonly Holding[] } {
  const { name, holdings, ...facts } = spec
  const sex = facts.sex === undefined ? '男' : facts.sex
  const day = addDays('1980-01-01', position)
  const birth = facts.birth === undefined ? day.slice(0, 7) : facts.birth
  const ownId = inventedId(
    birth === null ? day : birth.length === 10 ? birth : `${birth}-${facts.birth === undefined ? day.slice(8) : '15'}`,
    sex ?? '男',
    position % 5,
  )
  const person: Person = {
    ...noFacts('person'),
    ...noFacts('version'),
    id: name,
    name,
    disputedIdNumber: null,
    ethnicity: '汉族',
    workStarted: '2005-07',
    quotaCardNumber: null,
    retirementCategory: null,
    retirementArrangement: null,
    politicalStatus: '中共党员',
    education: '大学本科',
    professionalTitle: null,
    rank: null,
    ...facts,
    sex,
    birth,
    idNumber: facts.idNumber === undefined ? ownId : facts.idNumber,
  }
  return {
    person,
    posts: holdings.flatMap((own, turn) =>
      own.unit === undefined
        ? []
        : [
            {
              id: `${name}-岗${turn}`,
              unitId: own.unit,
              title: own.title ?? '干事',
              leadership: own.leadership ?? null,
              state: 'inUse' as const,
            },
          ],
    ),
    holdings: holdings.map((own, turn) => toHolding(name, own, turn)),
  }
}

function toHolding(name: string, spec: HoldingSpec, turn: number): Holding {
  const { unit, title: _title, leadership, ...facts } = spec
  return {
    ...noFacts('holding'),
    id: `${name}-任${turn}`,
    personId: name,
    postId: unit === undefined ? null : `${name}-岗${turn}`,
    kind: 'substantive',
    category: null,
    offQuotaKind: null,
    occupiesQuota: false,
    occupiesLeadership: leadership !== undefined,
    overlapAllowed: false,
    ...UNTOLD,
    enteredOn: null,
    entryRoute: null,
    entryDocumentNumber: null,
    counterpart: null,
    remark: null,
    validFrom: '2008-07-01',
    validTo: null,
    ...facts,
  }
}

export interface RunResult {
  readonly snapshot: BookSnapshot
  readonly figures: Figures
  readonly findings: readonly Finding[]
  readonly roster: readonly RosterEntry[]
}

/** Figures, findings and lists of a snapshot. */
export function run(spec: SnapshotSpec): RunResult {
  return runSnapshot(buildSnapshot(spec))
}

export function runSnapshot(snapshot: BookSnapshot): RunResult {
  const figures = computeFigures(snapshot)
  const findings = checkBook(snapshot, figures)
  return { snapshot, figures, findings, roster: splitRoster(snapshot, figures, findings) }
}

/** What one rule says of a snapshot under parameters of its own, as a local pack would give them. */
export function flagsUnder(rule: Rule, parameters: RuleParameters, spec: SnapshotSpec): readonly Flag[] {
  const snapshot = buildSnapshot(spec)
  return rule.check({
    snapshot,
    figures: computeFigures(snapshot),
    index: indexSnapshot(snapshot),
    parameters,
    standing: { ineligible: new Set(), overQuota: [] },
  })
}

/** Findings of one rule. */
export function findingsOf(result: RunResult, rule: string): readonly Finding[] {
  return result.findings.filter((finding) => finding.rule === rule)
}

/** Names on one list, in roster order. */
export function namesOn(result: RunResult, list: RosterEntry['list']): readonly string[] {
  return result.roster.filter((entry) => entry.list === list).map((entry) => entry.personId)
}

/** Units of the Jiangxi township's pack under its root, with its quotas. */
export function jiangxiUnits(): readonly UnitSpec[] {
  const template = jiangxiPack.template
  if (template === null) throw new Error('the pack has a template')
  const amounts = (quotas: readonly { readonly category: QuotaCategory; readonly amount: number }[]) =>
    Object.fromEntries(quotas.map((quota) => [quota.category, quota.amount]))
  return [
    {
      name: '山溪乡',
      kind: template.townshipKind,
      ceilings: amounts(template.ceilings),
      ...(template.leadershipCeiling === null
        ? {}
        : { leadership: { amount: template.leadershipCeiling, chief: null, deputy: null } }),
    },
    ...template.units.map((unit): UnitSpec => ({
      name: unit.name,
      nameplates: unit.nameplates,
      kind: unit.kind,
      quotas: amounts(unit.quotas),
      ...(unit.leadership === null ? {} : { leadership: unit.leadership }),
      ...(unit.managingBody === null ? {} : { managingBody: unit.managingBody }),
    })),
  ]
}
