import { Refusal } from '../../vocabulary/refusals.ts'
import type { Input, Output } from '../../contract/operations.ts'
import type { FigureLine } from '../../domain/model/figures.ts'
import { OFF_QUOTA_KIND_NAMES, type Holding } from '../../domain/model/person.ts'
import { inForceOn } from '../../domain/model/plain-date.ts'
import { QUOTA_CATEGORY_NAMES, type QuotaCategory } from '../../domain/model/quota-category.ts'
import { UNIT_KIND_NAMES, type Unit } from '../../domain/model/unit.ts'
import { openSeats } from '../../domain/quota/open-seats.ts'
import { readDocumentTitles } from '../../store/document-store.ts'
import type { QueryContext } from '../context.ts'
import { readAskedState } from '../read-book-state.ts'
import { viewBook, type BookView } from '../../domain/views/book-view.ts'
import { figureLineView } from '../../domain/views/figures-view.ts'
import { rosterPersonView } from '../../domain/views/roster-person-view.ts'

type Explanation = Output<'figure.explain'>

/** 数字来由: the arithmetic of one line, the documents and the people behind it, and who is there without being counted. */
export async function explainFigure(input: Input<'figure.explain'>, context: QueryContext): Promise<Explanation> {
  const view = viewBook(await readAskedState(context, input))
  const unit = view.index.unit(input.unitId)
  if (unit === undefined) throw new Refusal('unit_not_found')
  const { figures, snapshot } = view.state
  const line =
    figures.lines.find((candidate) => candidate.unitId === unit.id && candidate.category === input.category) ??
    emptyLine(unit.id, input.category)
  const entries = snapshot.quotaHistory.filter((entry) => entry.unitId === unit.id && entry.category === input.category)
  const titles = await readDocumentTitles(
    context.db,
    entries.map((entry) => entry.documentNumber),
  )
  const shown = figureLineView(view, line)
  const open = openSeats(snapshot)
  return {
    asOf: snapshot.asOf,
    line: shown,
    formula: formulaText(line),
    quotas: entries.toReversed().map((entry) => ({
      amount: entry.amount,
      documentNumber: entry.documentNumber,
      documentTitle: titles.get(entry.documentNumber) ?? null,
      validFrom: entry.validFrom,
      validTo: entry.validTo,
      current: inForceOn(entry, snapshot.asOf),
    })),
    people: shown.seats.flatMap(({ personId }) => {
      const entry = view.entryOf(personId)
      return entry === undefined ? [] : [rosterPersonView(view, entry)]
    }),
    approvals: snapshot.approvals
      .filter((approval) => line.approvalIds.includes(approval.id))
      .map((approval) => ({ number: approval.number, amount: open(approval), expiresOn: approval.expiresOn }))
      .filter((approval) => approval.amount > 0),
    notCounted: notCounted(view, unit, line),
  }
}

/** A unit without quota in the category and without counted people: still a figure that can be asked about. */
function emptyLine(unitId: string, category: QuotaCategory): FigureLine {
  return {
    unitId,
    category,
    quota: 0,
    actual: 0,
    reserved: 0,
    vacancy: 0,
    over: 0,
    tolerance: 0,
    personIds: [],
    quotaIds: [],
    approvalIds: [],
  }
}

function formulaText(line: FigureLine): string {
  const vacant = line.quota - line.actual - line.reserved
  const vacancy = `空编 = 核定 ${line.quota} − 实有 ${line.actual} − 已核准未到位 ${line.reserved}${vacant < 0 ? '，不足 0 记 0' : ` = ${vacant}`}`
  const excess = line.actual - line.quota
  const over = `超编 = 实有 ${line.actual} − 核定 ${line.quota}${excess < 0 ? '，不足 0 记 0' : ` = ${excess}`}`
  const allowed =
    line.tolerance === 0
      ? ''
      : `；允许溢出 ${line.tolerance}${line.over > 0 && line.over <= line.tolerance ? '，为过渡期超编' : ''}`
  return `${vacancy}；${over}${allowed}`
}

/** People with a holding in the unit whom this line does not count, each once. */
function notCounted(view: BookView, unit: Unit, line: FigureLine): Explanation['notCounted'] {
  const counted = new Set(line.personIds)
  const named = new Set<string>()
  return view.state.snapshot.holdings.flatMap((holding) => {
    if (view.index.unitOf(holding)?.id !== unit.id || counted.has(holding.personId) || named.has(holding.personId))
      return []
    const why = whyNotCounted(view, unit, line.category, holding)
    if (why === null) return []
    named.add(holding.personId)
    return [{ personId: holding.personId, name: view.personName(holding.personId), why }]
  })
}

/** Null for somebody another line of the unit accounts for. */
function whyNotCounted(view: BookView, unit: Unit, category: QuotaCategory, holding: Holding): string | null {
  if (holding.occupiesQuota) {
    const mixed = view.state.figures.misplaced.some(
      (line) => line.unitId === unit.id && line.personIds.includes(holding.personId),
    )
    if (!mixed || holding.category === null) return null
    return `混编：${UNIT_KIND_NAMES[unit.kind]}不得使用${QUOTA_CATEGORY_NAMES[holding.category]}，也没有核定这类编制，不计入`
  }
  if (holding.category !== null && holding.category !== category) return null
  switch (holding.kind) {
    case 'concurrent':
      return `兼任，编制在${homeOf(view, holding)}，只计一次`
    case 'secondedIn':
      return `借入，编制在${holding.counterpart ?? '原单位'}`
    case 'attached':
      return `挂职，编制在${holding.counterpart ?? '原单位'}`
    case 'offQuota':
      return `编外${holding.offQuotaKind === null ? '' : `（${OFF_QUOTA_KIND_NAMES[holding.offQuotaKind]}）`}，不占编制`
    case 'substantive':
    case 'secondedOut':
      return '未登记占编'
  }
}

/** The unit whose quota the person uses. */
function homeOf(view: BookView, holding: Holding): string {
  const own = view.index.holdingsOf(holding.personId).find((other) => other.occupiesQuota)
  return (own === undefined ? undefined : view.index.unitOf(own)?.name) ?? '原单位'
}
