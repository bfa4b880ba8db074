import { knownBirth, knownSex } from '../identity/known-identity.ts'
import { maskIdNumber } from '../identity/resident-id.ts'
import type { RosterEntry } from '../model/finding.ts'
import { HOLDING_KIND_NAMES, OFF_QUOTA_KIND_NAMES, type Holding } from '../model/person.ts'
import { QUOTA_CATEGORY_NAMES } from '../model/quota-category.ts'
import type { BookView } from './book-view.ts'

/** One person as the roster shows them. The ID number leaves the core masked. */
export function rosterPersonView(view: BookView, entry: RosterEntry) {
  const person = view.index.person(entry.personId)
  const holding = view.holding(entry.holdingId)
  if (person === undefined || holding === undefined) throw new Error('roster entry without its person or holding')
  const unit = view.index.unitOf(holding)
  return {
    personId: person.id,
    name: person.name,
    unitId: unit?.id ?? null,
    unit: unit?.name ?? '',
    unitKind: unit?.kind ?? null,
    post: postTitle(view, holding),
    category: categoryText(holding),
    categoryCode: holding.category,
    list: entry.list,
    status: statusText(entry, holding),
    why: entry.why,
    sex: knownSex(person),
    birth: knownBirth(person),
    idNumberMasked: person.idNumber === null ? null : maskIdNumber(person.idNumber),
    politicalStatus: person.politicalStatus,
    education: person.education,
    professionalTitle: person.professionalTitle,
    enteredOn: holding.enteredOn,
    entryRoute: holding.entryRoute,
    entryDocumentNumber: holding.entryDocumentNumber,
    concurrent: concurrentPosts(view, entry),
    secondedTo:
      entry.secondedOutHoldingId === null ? null : (view.holding(entry.secondedOutHoldingId)?.counterpart ?? ''),
    remark: holding.remark,
    flags: view.findingsOf(person.id).map(({ rule, severity, effect, text }) => ({ rule, severity, effect, text })),
  }
}

/** 编制类型, or what the person is instead. */
function categoryText(holding: Holding): string {
  if (holding.offQuotaKind !== null) return OFF_QUOTA_KIND_NAMES[holding.offQuotaKind]
  if (holding.kind === 'secondedIn' || holding.kind === 'attached') return HOLDING_KIND_NAMES[holding.kind]
  return holding.category === null ? '' : QUOTA_CATEGORY_NAMES[holding.category]
}

function statusText(entry: RosterEntry, holding: Holding): string {
  switch (entry.list) {
    case 'in-quota':
      return entry.secondedOutHoldingId === null ? '在编' : '借出'
    case 'over-quota':
      return '超编'
    case 'non-compliant':
      return '不合规'
    case 'off-quota':
      return holding.offQuotaKind === null ? '编外' : `编外（${OFF_QUOTA_KIND_NAMES[holding.offQuotaKind]}）`
    case 'seconded':
      return HOLDING_KIND_NAMES[holding.kind]
  }
}

function concurrentPosts(view: BookView, entry: RosterEntry): { unit: string; post: string }[] {
  return entry.concurrentHoldingIds.flatMap((id) => {
    const holding = view.holding(id)
    return holding === undefined
      ? []
      : [{ unit: view.index.unitOf(holding)?.name ?? '', post: postTitle(view, holding) }]
  })
}

/** '' for a holding outside the township. */
export function postTitle(view: BookView, holding: Holding): string {
  return holding.postId === null ? '' : (view.index.post(holding.postId)?.title ?? '')
}
