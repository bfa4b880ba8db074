import {
  ABSENCE_KIND_NAMES,
  STAFF_BLOCK_TITLES,
  STAFF_BLOCKS,
  type AbsenceKind,
  type StaffBlock,
} from '../../vocabulary/standing.ts'
import { DUTY_MATTER_LIST, type DutyMatterKind } from '../../vocabulary/record-lists.ts'
import { REDEPLOYMENT_LIST, type RedeploymentChannel } from '../../vocabulary/reform.ts'
import { RETIREMENT_ARRANGEMENT_NAMES } from '../../vocabulary/retirement.ts'
import type { HoldingTable } from '../ledger/rows/fact-rows.ts'
import { addDays, addMonthsToDay, inForceOn, type PlainDate } from '../model/plain-date.ts'
import { setApartName } from '../model/person.ts'
import { packInForce } from '../rules/packs/pack-in-force.ts'
import { RETIREMENT_EXIT, retiredRule } from '../rules/national/c5-retired.ts'
import { leftRule } from '../rules/national/c6-left.ts'
import { readRemark } from '../says/read-remark.ts'
import type { FormFacts } from './form.ts'
import { categoryText, formUnits, postWithConcurrent, unitName } from './form-words.ts'
import { rosterPeople, type RosterPerson } from './roster-people.ts'

/* 四类人员: who is 在编, 非在职, 编外 and 退休 on the day; nobody in two of them, and who is in none is told with the reason. */

export interface StaffLine {
  readonly personId: string
  readonly name: string
  readonly unit: string
  readonly post: string
  /** 编制类型, of 编外 the 用工形式. */
  readonly category: string
  /** Of the seat: 入编时间, 入编文号. */
  readonly entered: string
  readonly entryDocument: string
  /** They use a seat of the quota on the day. */
  readonly counted: boolean
  /** 非在职理由, 退休类别; '' where there is none to give. */
  readonly reason: string
  /** Since when it is so; of the retired the day they left. */
  readonly since: PlainDate | null
  /** Last day it is to last, where one is on record. */
  readonly until: PlainDate | null
  /** The paper it rests on. */
  readonly document: string
  readonly remark: string
}

export interface StaffBlocks {
  readonly blocks: Readonly<Record<StaffBlock, readonly StaffLine[]>>
  /** On no block, each with why: lent or attached from elsewhere, gone and not yet written off. */
  readonly apart: readonly string[]
}

const SERVING_LISTS = ['in-quota', 'over-quota', 'non-compliant'] as const

/** The four blocks of a day, narrowed to the unit asked for. */
export function staffBlocks(facts: FormFacts): StaffBlocks {
  const away = awayReasons(facts)
  const blocks: Record<StaffBlock, StaffLine[]> = { serving: [], away: [], offQuota: [], retired: [] }
  const apart: string[] = []
  for (const own of rosterPeople(facts, SERVING_LISTS)) {
    const { rules } = own.entry
    if (rules.includes(leftRule.id)) apart.push(`${own.person.name}（像是已经离开，未办出编）`)
    else if (rules.includes(retiredRule.id))
      blocks.retired.push({ ...seatLine(facts, own), remark: '没有登记退休出编，仍占编制' })
    else {
      const reasons = away.get(own.person.id) ?? []
      const [long] = reasons.filter(({ counts }) => counts)
      if (long === undefined) blocks.serving.push(servingLine(facts, own, reasons))
      else blocks.away.push(awayLine(facts, own, reasons, long))
    }
  }
  for (const own of rosterPeople(facts, ['off-quota'])) blocks.offQuota.push(seatLine(facts, own))
  const guests = rosterPeople(facts, ['seconded']).map(({ person }) => person.name)
  if (guests.length > 0) apart.push(`${guests.join('、')}（借入、挂职，编制在原单位）`)
  blocks.retired.push(...retiredLines(facts))
  return { blocks, apart }
}

interface AwayReason {
  readonly word: string
  readonly since: PlainDate
  readonly until: PlainDate | null
  readonly document: string | null
  /** Long enough, or of such a kind, that the person is 非在职; else it is a remark on the 在编 list. */
  readonly counts: boolean
}

/** Months after which an absence counts as 非在职, by the same number as the rule about long absence (G6); 0: from the first day. */
const LONG: Readonly<Record<AbsenceKind, string | null>> = {
  sickLeave: 'sickLeaveMonths',
  study: 'studyMonths',
  offPost: null,
  suspended: null,
}
const MATTERS: Readonly<Record<DutyMatterKind, boolean>> = {
  nominal: true,
  absentWithoutLeave: true,
  steppedBack: true,
  keptStatus: true,
  discipline: false,
  sentence: false,
}
/** 分流 that leaves the person on the books and out of a post. */
const CHANNELS: ReadonlySet<RedeploymentChannel> = new Set<RedeploymentChannel>(['earlyLeave', 'training', 'waiting'])

function awayReasons(facts: FormFacts): ReadonlyMap<string, readonly AwayReason[]> {
  const { snapshot, asOf } = facts
  const parameters = packInForce(snapshot)?.pack.parameters ?? {}
  const months = (kind: AbsenceKind): number => {
    const value = LONG[kind] === null ? 0 : parameters[LONG[kind]]?.value
    return typeof value === 'number' ? value : 0
  }
  const reasons = [
    ...snapshot.absences.map(({ personId, kind, validFrom, dueOn, documentNumber }) => {
      const long = months(kind)
      const counts = long === 0 || addMonthsToDay(validFrom, long) < asOf
      const word = kind === 'sickLeave' && counts ? '长期病休' : ABSENCE_KIND_NAMES[kind]
      return { personId, word, since: validFrom, until: dueOn, document: documentNumber, counts }
    }),
    ...snapshot.records.dutyMatter.flatMap((own) =>
      MATTERS[own.matter] && inForceOn(own, asOf)
        ? [
            {
              personId: own.personId,
              word: DUTY_MATTER_LIST[own.matter].title,
              since: own.validFrom,
              until: own.validTo === null ? null : addDays(own.validTo, -1),
              document: own.documentNumber,
              counts: true,
            },
          ]
        : [],
    ),
    ...snapshot.records.redeployment.flatMap((own) =>
      CHANNELS.has(own.channel) && inForceOn(own, asOf)
        ? [
            {
              personId: own.personId,
              word: REDEPLOYMENT_LIST[own.channel].title,
              since: own.validFrom,
              until: null,
              document: own.documentNumber,
              counts: true,
            },
          ]
        : [],
    ),
  ]
  return Map.groupBy(reasons, ({ personId }) => personId ?? '')
}

/** The seat as it is held on the day, nothing said of it yet. */
function seatLine(facts: FormFacts, { person, holding, entry }: RosterPerson): StaffLine {
  return {
    personId: person.id,
    name: person.name,
    unit: facts.index.unitOf(holding)?.name ?? '',
    post: postWithConcurrent(facts, holding, entry.concurrentHoldingIds),
    category: holding.kind === 'offQuota' ? setApartName(holding) : categoryText(holding.category),
    entered: holding.enteredOn ?? '',
    entryDocument: holding.entryDocumentNumber ?? '',
    counted: holding.occupiesQuota,
    reason: '',
    since: null,
    until: null,
    document: '',
    remark: '',
  }
}

const LIST_WORDS: Readonly<Record<(typeof SERVING_LISTS)[number], string>> = {
  'in-quota': '',
  'over-quota': '超编',
  'non-compliant': '待核',
}

function servingLine(facts: FormFacts, own: RosterPerson, reasons: readonly AwayReason[]): StaffLine {
  const { list } = own.entry
  const remark = [
    list === 'over-quota' || list === 'non-compliant' ? LIST_WORDS[list] : '',
    lentText(facts, own),
    ...reasons.map(({ word, since }) => `${word}，自${since}`),
  ]
  return { ...seatLine(facts, own), remark: remark.filter((word) => word !== '').join('；') }
}

/** Her own remark where it says the same: the sheet read back in changes nothing. */
function lentText(facts: FormFacts, { entry, holding }: RosterPerson): string {
  const lent = entry.secondedOutHoldingId
  if (lent === null) return ''
  const { asOf, book } = facts.snapshot
  if (readRemark(holding.remark, { asOf, township: book.name })?.kind === 'lentOut') return holding.remark ?? ''
  const outside = facts.snapshot.holdings.find(({ id }) => id === lent)?.counterpart ?? null
  return `借出${outside === null ? '' : `到${outside}`}`
}

/** Several reasons stand side by side; days and paper are those of the first that makes them 非在职. */
function awayLine(
  facts: FormFacts,
  own: RosterPerson,
  reasons: readonly AwayReason[],
  { since, until, document }: AwayReason,
): StaffLine {
  return {
    ...seatLine(facts, own),
    reason: [...new Set(reasons.map(({ word }) => word))].join('、'),
    since,
    until,
    document: document ?? '',
    remark: own.holding.occupiesQuota ? '' : '不占编制',
  }
}

/** Whoever left by 离（退）休 on or before the day and is not here again, by unit and day. */
function retiredLines(facts: FormFacts): readonly StaffLine[] {
  const here = new Set(facts.roster.map(({ personId }) => personId))
  const order = new Map(formUnits(facts).map(({ id }, place) => [id, place]))
  const last = new Map<string, HoldingTable>()
  for (const row of facts.book.holding) {
    if (row.exit_cause !== RETIREMENT_EXIT || row.valid_to === null || row.valid_to > facts.asOf) continue
    if (here.has(row.person_id)) continue
    const before = last.get(row.person_id)
    if (before === undefined || (before.valid_to ?? '') < row.valid_to || row.occupies_quota > before.occupies_quota)
      last.set(row.person_id, row)
  }
  return [...last.values()]
    .flatMap((row) => {
      const day = addDays(row.valid_to ?? facts.asOf, -1)
      const post = row.post_id === null ? undefined : facts.ledger.postAt(row.post_id, day)
      if (facts.unitId !== null && post?.unit_id !== facts.unitId) return []
      const place = order.get(post?.unit_id ?? '') ?? order.size
      return [{ place, line: retiredLine(facts, row, post) }]
    })
    .toSorted(
      (left, right) => left.place - right.place || ((left.line.since ?? '') < (right.line.since ?? '') ? -1 : 1),
    )
    .map(({ line }) => line)
}

function retiredLine(
  facts: FormFacts,
  row: HoldingTable,
  post: { readonly unit_id: string; readonly title: string } | undefined,
): StaffLine {
  const on = row.valid_to
  const event = facts.book.ledger_event.findLast(
    (own) => own.type === 'exit' && own.person_id === row.person_id && own.effective_on === on,
  )
  const arranged = facts.book.retirement_arrangement.findLast(
    (own) => own.person_id === row.person_id && on !== null && own.valid_from <= on,
  )
  return {
    personId: row.person_id,
    name: facts.ledger.person(row.person_id)?.name ?? '',
    unit: unitName(facts, post?.unit_id ?? null),
    post: post?.title ?? '',
    category: categoryText(row.category),
    entered: row.entered_on ?? '',
    entryDocument: row.entry_document_number ?? '',
    counted: false,
    reason: arranged === undefined ? '' : RETIREMENT_ARRANGEMENT_NAMES[arranged.kind],
    since: on,
    until: null,
    document: event?.document_number ?? '',
    remark: '',
  }
}

/** 在编 50 人，非在职 2 人，编外 4 人，退休 1 人, and who is on none of them. */
export function staffNotes({ blocks, apart }: StaffBlocks): readonly string[] {
  const counted = [...blocks.serving, ...blocks.away, ...blocks.retired].filter((line) => line.counted).length
  const unpapered = blocks.serving.filter(({ entryDocument }) => entryDocument === '').length
  return [
    `${STAFF_BLOCKS.map((block) => `${STAFF_BLOCK_TITLES[block]} ${blocks[block].length} 人`).join('，')}；其中占用编制 ${counted} 人。`,
    ...(unpapered === 0 ? [] : [`在编人员中没有登记入编文号的 ${unpapered} 人。`]),
    ...(apart.length === 0 ? [] : [`四类都没有列入：${apart.join('；')}。`]),
    '非在职：长期病休、长期离岗学习、离岗、停职、退居二线、保留人事关系、待岗、挂名未到岗和旷工未归；时间不长的病休、学习写在在编人员的备注里。',
  ]
}
