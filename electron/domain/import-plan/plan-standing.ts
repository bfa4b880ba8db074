import { fieldsKept, noFacts, personField, propertyOf, type FactsOf } from '../../vocabulary/person-fields.ts'
import { HOLDING_KIND_NAMES, OFF_QUOTA_KIND_NAMES } from '../model/person.ts'
import { firstDayOf, type PlainDate } from '../model/plain-date.ts'
import { QUOTA_CATEGORY_NAMES, type QuotaCategory } from '../model/quota-category.ts'
import type { StateHolding, StatePerson } from './book-state.ts'
import type { RosterField } from '../table/fields.ts'
import type { CellChange } from './import-notes.ts'
import { leadershipRole } from './leadership-role.ts'
import { mainHolding } from './match-people.ts'
import type { NewHolding } from './planned-writes.ts'
import type { RosterRow } from './read-roster-row.ts'
import { told } from './plan-records.ts'
import { readSecondedOut } from './seconded-out.ts'
import { planSecondedOut } from './plan-seconded-out.ts'
import { unitKindOf } from '../table/unit-kind.ts'
import type { PlanDesk } from './plan-desk.ts'
import type { PlannedUnit } from './unit-planner.ts'

/** 财政所 · 行政编制 · 会计 */
export function standingWords(row: RosterRow): string {
  const standing =
    row.category !== null
      ? QUOTA_CATEGORY_NAMES[row.category]
      : row.offQuotaKind !== null
        ? OFF_QUOTA_KIND_NAMES[row.offQuotaKind]
        : row.kind === 'person'
          ? ''
          : HOLDING_KIND_NAMES[row.holdingKind]
  return [row.unit, standing, row.post].filter((part) => part !== '').join(' · ')
}

/** The row's unit; one the book does not know is set up. */
export function unitFor(row: RosterRow, desk: PlanDesk): PlannedUnit {
  const found = desk.units.find(row.unit)
  if (found?.byNameplate === true)
    row.reader.note('info', 'unit', `“${row.unit}”是${found.name}的加挂牌子，记在${found.name}名下。`)
  if (found !== null) return found
  row.reader.note('warning', 'unit', `编制本里没有“${row.unit}”，将新建这个机构。`)
  return desk.units.create({
    name: row.unit,
    kind: unitKindOf('', row.unit),
    managingBody: null,
    documentNumber: null,
    validFrom: desk.firstDayIn(row.unit),
  })
}

/** 事业编制 of a unit whose document splits it by 经费形式 is the split one. */
export function categoryIn(row: RosterRow, unit: PlannedUnit, desk: PlanDesk): QuotaCategory | null {
  if (row.category !== 'institution') return row.category
  const approved = desk.categoriesOf(unit.id)
  // Where nothing is approved yet, the sheet's own 经费形式 stands.
  const open = ![...approved].some(
    (category) => category.startsWith('institution') && category !== 'institutionCivilService',
  )
  if (row.fundedCategory !== null && (open || approved.has(row.fundedCategory))) return row.fundedCategory
  const split = (['institutionFull', 'institutionPartial', 'institutionSelf'] as const).filter((category) =>
    approved.has(category),
  )
  const only = split[0]
  return approved.has('institution') || split.length !== 1 || only === undefined ? row.category : only
}

/** Begins somebody's standing: a post of their own and the holding. Returns its first day. */
export function addStanding(row: RosterRow, personId: string, desk: PlanDesk): PlainDate {
  const unit = unitFor(row, desk)
  const validFrom = row.enteredOn === null ? desk.effectiveOn : firstDayOf(row.enteredOn)
  desk.draft.holdings.push({
    ...ownFacts(row),
    ...beginPost(row, unit, desk, validFrom),
    personId,
    validFrom,
    validTo: null,
  })
  planSecondedOut(row, personId, [], desk)
  return validFrom
}

type Seat = Pick<
  NewHolding,
  'postId' | 'kind' | 'category' | 'offQuotaKind' | 'occupiesQuota' | 'occupiesLeadership' | 'overlapAllowed'
>

function beginPost(row: RosterRow, unit: PlannedUnit, desk: PlanDesk, validFrom: PlainDate): Seat {
  const postId = `+o${desk.draft.posts.length + 1}`
  const seat = seatIn(row, unit, desk)
  desk.draft.posts.push({ id: postId, unitId: unit.id, title: row.post, leadership: seat.role, validFrom })
  return { postId, ...seat.facts, overlapAllowed: false }
}

/** 占编 and 占职数: only somebody in post counts, once. */
function seatIn(
  row: RosterRow,
  unit: PlannedUnit,
  desk: PlanDesk,
): { readonly role: ReturnType<typeof leadershipRole>; readonly facts: Omit<Seat, 'postId' | 'overlapAllowed'> } {
  const counted = row.kind === 'person'
  const role = counted ? leadershipRole(unit.kind, row.post) : null
  return {
    role,
    facts: {
      kind: row.holdingKind,
      category: counted ? categoryIn(row, unit, desk) : null,
      offQuotaKind: row.offQuotaKind,
      occupiesQuota: counted,
      occupiesLeadership: role !== null,
    },
  }
}

/** What a row says of the seat itself; 编制类型 is settled with the seat. */
type OwnFacts = Omit<FactsOf<'holding'>, 'category'> & Pick<NewHolding, 'counterpart'>
const OWN_FIELDS = fieldsKept('holding').filter((field) => field !== 'category')
const OWN_PROPERTIES = OWN_FIELDS.map((field) => propertyOf(field))

function ownFacts(facts: OwnFacts): OwnFacts {
  const own: Record<string, string | null> = { ...noFacts('holding') }
  for (const property of OWN_PROPERTIES) own[property] = told(facts, property)
  // The same facts again, as the row tells them.
  return { ...(own as unknown as OwnFacts), counterpart: facts.counterpart }
}

/** Holds the row against the standing in the book. A different unit, post or 编制 is a transfer on the day of the import. */
export function changeStanding(told: RosterRow, person: StatePerson, desk: PlanDesk): readonly CellChange[] {
  const old = mainHolding(person, told.holdingKind)
  const row = old === undefined ? told : keepingUntold(told, old, desk)
  if (old === undefined) {
    // What they held has ended by the day of the state; nothing begins before that.
    const from =
      row.enteredOn === null || firstDayOf(row.enteredOn) < desk.state.day ? desk.state.day : firstDayOf(row.enteredOn)
    const unit = unitFor(row, desk)
    desk.draft.holdings.push({
      ...ownFacts(row),
      ...beginPost(row, unit, desk, from),
      personId: person.id,
      validFrom: from,
      validTo: null,
    })
    row.reader.note('info', 'unit', `编制本里此人已不在岗，将从 ${from} 起重新登记任职。`)
    return [
      { column: row.reader.letters('unit'), before: null, after: row.unit },
      ...planSecondedOut(row, person.id, person.holdings, desk),
    ]
  }
  const moves = findMoves(row, old, desk)
  const corrections = correctFacts(row, old)
  if (moves.length > 0) move(row, person, old, corrections.set, desk)
  else if (corrections.changes.length > 0) redate(row, old, corrections.set, desk)
  return [...moves, ...corrections.changes, ...planSecondedOut(row, person.id, person.holdings, desk)]
}

/** What a list that only completes people does not say stays as it is. */
function keepingUntold(row: RosterRow, old: StateHolding, desk: PlanDesk): RosterRow {
  const unit = row.unit === '' && old.unitId !== null ? desk.units.nameOf(old.unitId) : row.unit
  const post = isSamePost(row.post, old.postTitle, unit, desk.state.bookName) ? old.postTitle : row.post
  const remark = saysLessOfLoan(row, old) ? null : ownWords(row.remark)
  const category = isBroader(row, old, unit, desk) ? old.category : row.category
  const told = { ...row, unit, post, remark, category }
  if (row.standingTold || old.kind === 'secondedOut') return told
  const kind = old.kind === 'offQuota' ? 'offQuota' : old.kind === 'substantive' ? 'person' : 'seconded'
  return { ...told, kind, holdingKind: old.kind, category: old.category, offQuotaKind: old.offQuotaKind }
}

/** 事业编制 said of whoever has 事业编制（参公） in the same office contradicts nothing. */
function isBroader(row: RosterRow, old: StateHolding, unit: string, desk: PlanDesk): boolean {
  if (row.category !== 'institution' || row.fundedCategory !== null) return false
  const exact = old.category !== 'institution' && (old.category?.startsWith('institution') ?? false)
  return exact && old.kind === 'substantive' && desk.units.find(unit)?.id === old.unitId
}

/**
 * The book's post as our own sheets write it: a second post behind it (科员，兼任财政所会计), 借出 behind it, the office before it
 * (党政办公室科员). The other way round the sheet leaves out the office the book has in the title.
 */
function isSamePost(written: string, known: string, unit: string, township: string): boolean {
  if (known === '') return false
  const bare = written.replace(/，兼任[^，]*$/u, '').replace(/[（(]借出[）)]$/u, '')
  const fronts = ['', unit, `${township}${unit}`, township]
  return fronts.some((front) => bare === `${front}${known}` || (bare !== '' && known === `${front}${bare}`))
}

/** 借调到县局 where the book has 借调到县局（2026-01起）: a sheet of loans says no more than the book's remark. */
function saysLessOfLoan({ secondedOut, remark }: RosterRow, old: StateHolding): boolean {
  if (secondedOut === null || secondedOut.from !== null || remark === null || old.remark === null) return false
  return (
    readSecondedOut(old.remark)?.counterpart === secondedOut.counterpart &&
    old.remark.startsWith(remark.replace(/[（(].*$/u, ''))
  )
}

/** Without what the book works out itself where others write remarks: 编内，借出. Null where nothing else is said. */
function ownWords(remark: string | null): string | null {
  if (remark === null) return null
  const parts = remark.split(/[，,；;]/u).map((part) => part.trim())
  const rest = parts.filter(
    (part) => !/^(?:编内|在编|超编|待核|借出|在编[（(]借出[）)]|编外聘用|借入|挂职)?$/u.test(part),
  )
  return rest.length === parts.length ? remark : rest.length === 0 ? null : rest.join('，')
}

function findMoves(row: RosterRow, old: StateHolding, desk: PlanDesk): readonly CellChange[] {
  const unit = desk.units.find(row.unit)
  const changes: CellChange[] = []
  const put = (field: RosterField, before: string | null, after: string | null) =>
    void changes.push({ column: row.reader.letters(field), before, after })
  if (unit?.id !== old.unitId) put('unit', old.unitId === null ? null : desk.units.nameOf(old.unitId), row.unit)
  const category = unit === null ? row.category : categoryIn(row, unit, desk)
  const same =
    row.holdingKind === old.kind &&
    (row.kind !== 'person' || category === old.category) &&
    row.offQuotaKind === old.offQuotaKind
  if (!same)
    put('category', standingOf(old), standingOf({ kind: row.holdingKind, category, offQuotaKind: row.offQuotaKind }))
  if (row.post !== '' && row.post !== old.postTitle) put('post', old.postTitle === '' ? null : old.postTitle, row.post)
  return changes
}

function standingOf(holding: Pick<StateHolding, 'kind' | 'category' | 'offQuotaKind'>): string {
  if (holding.offQuotaKind !== null) return OFF_QUOTA_KIND_NAMES[holding.offQuotaKind]
  return holding.kind === 'substantive' && holding.category !== null
    ? QUOTA_CATEGORY_NAMES[holding.category]
    : HOLDING_KIND_NAMES[holding.kind]
}

type Corrected = { -readonly [K in keyof OwnFacts]?: string }

function correctFacts(
  row: RosterRow,
  old: StateHolding,
): { readonly set: Corrected; readonly changes: readonly CellChange[] } {
  const set: Record<string, string> = {}
  const changes: CellChange[] = []
  const pairs = [...OWN_FIELDS.map((field) => [field, propertyOf(field)] as const), ['remark', 'counterpart'] as const]
  for (const [field, property] of pairs) {
    const [value, before] = [told(row, property), told(old, property)]
    const sameMonth = personField(field).kind === 'date' && before?.length === 10 && value === before.slice(0, 7)
    if (value === null || value === before || sameMonth) continue
    // In the post since they came: that is what the book counts from where nothing else is told.
    if (
      field === 'postSince' &&
      before === null &&
      [old.enteredOn, old.validFrom].some((day) => sameMonthAs(day, value))
    )
      continue
    set[property] = value
    changes.push({ column: row.reader.letters(field), before, after: value })
  }
  return { set, changes }
}

function sameMonthAs(day: string | null, value: string): boolean {
  return day !== null && day.slice(0, 7) === value.slice(0, 7)
}

/** Ends the old holding and its post on the day and begins the new; where the old began no earlier, it was entered wrongly and is put right in place. */
function move(row: RosterRow, person: StatePerson, old: StateHolding, corrected: Corrected, desk: PlanDesk): void {
  const unit = unitFor(row, desk)
  // 任现职时间 of the seat that is left says nothing of the new one.
  const kept = { ...ownFacts(old), postSince: null, ...corrected }
  const day = desk.effectiveOn
  const titled = row.post === '' ? { ...row, post: old.postTitle } : row
  if (day > old.validFrom) {
    desk.draft.changes.push({ fact: 'holding', id: old.id, set: { validTo: day } })
    if (
      old.postVersionId !== null &&
      old.postVersionFrom !== null &&
      old.postVersionFrom < day &&
      desk.holdersOf(old.postId) === 1
    )
      desk.draft.changes.push({ fact: 'postVersion', id: old.postVersionId, set: { validTo: day } })
    desk.draft.holdings.push({
      ...kept,
      ...beginPost(titled, unit, desk, day),
      personId: person.id,
      validFrom: day,
      validTo: null,
    })
    row.reader.note('info', null, `原任职到 ${day} 为止，新任职从这天起。`)
    return
  }
  const { role, facts } = seatIn(titled, unit, desk)
  desk.draft.changes.push({ fact: 'holding', id: old.id, set: { ...facts, ...corrected } })
  if (old.postVersionId !== null)
    desk.draft.changes.push({
      fact: 'postVersion',
      id: old.postVersionId,
      set: { unitId: unit.id, title: titled.post, leadership: role },
    })
}

/** A corrected 入编时间 moves the beginning of the holding, where the holding began with it. */
function redate(row: RosterRow, old: StateHolding, corrected: Corrected, desk: PlanDesk): void {
  const began = old.enteredOn === null ? null : firstDayOf(old.enteredOn)
  const begins = corrected.enteredOn === undefined ? null : firstDayOf(corrected.enteredOn)
  const moves = begins !== null && began === old.validFrom && (old.validTo === null || begins < old.validTo)
  desk.draft.changes.push({
    fact: 'holding',
    id: old.id,
    set: { ...corrected, ...(moves ? { validFrom: begins } : {}) },
  })
  if (moves && old.postVersionId !== null && old.postVersionFrom === old.validFrom)
    desk.draft.changes.push({ fact: 'postVersion', id: old.postVersionId, set: { validFrom: begins } })
  if (moves) row.reader.note('info', 'enteredOn', `任职起始日由 ${old.validFrom} 改为 ${begins}。`)
}
