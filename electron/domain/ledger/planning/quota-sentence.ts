import type { BookSnapshot } from '../../model/book-snapshot.ts'
import { differenceOf } from '../../model/changed-in.ts'
import type { Figures } from '../../model/figures.ts'
import { madeOf } from '../../model/made-of.ts'
import { QUOTA_CATEGORY_NAMES } from '../../model/quota-category.ts'
import type { QuotaEntry } from '../../model/quota.ts'
import { unitsById } from '../../model/snapshot-lookups.ts'
import type { TouchedLine } from './event-plan.ts'

/** What a sentence needs of the book before or after a change, on the same day. */
export interface CountedBook {
  readonly snapshot: BookSnapshot
  readonly figures: Figures
}

/**
 * The arithmetic of one line before anything is saved: "党政综合办公室 行政编制 5，实有 5，本次后 6，超编 1。依据：…".
 * Null for a line that is in neither book. `documentNumber` is the change's own paper.
 */
export function quotaSentence(
  line: TouchedLine,
  before: CountedBook,
  after: CountedBook,
  documentNumber: string | null,
): string | null {
  const unit = unitsById(after.snapshot.units).get(line.unitId) ?? unitsById(before.snapshot.units).get(line.unitId)
  if (unit === undefined) return null
  const [old, now] = [standingOf(line, before), standingOf(line, after)]
  const name = `${unit.name} ${QUOTA_CATEGORY_NAMES[line.category]}`
  const basis = basisText(line, after, documentNumber)
  if (unit.kind === 'township' && old.actual === 0 && now.actual === 0)
    return `${name}核定总额 ${changed(old.ceiling, now.ceiling)}。${basis}`
  const reserved =
    old.reserved === 0 && now.reserved === 0 ? '' : `，已核准未到位 ${changed(old.reserved, now.reserved)}`
  return `${name} ${changed(old.quota, now.quota)}，实有 ${old.actual}，本次后 ${now.actual}${reserved}，${outcomeText(now)}。${basis}`
}

/** Lines whose figures a change moved, in the order of the figures; what the event itself names comes first. */
export function movedLines(touches: readonly TouchedLine[], before: Figures, after: Figures): readonly TouchedLine[] {
  const lines = new Map(touches.map((line) => [keyOf(line), line]))
  // Whatever a change has not touched is the same line in both.
  const [counted, mixed] = [differenceOf(before.lines, after.lines), differenceOf(before.misplaced, after.misplaced)]
  const old = numbersOf({ lines: counted.gone, misplaced: mixed.gone })
  const now = numbersOf({ lines: counted.come, misplaced: mixed.come })
  for (const line of [...counted.come, ...mixed.come, ...counted.gone, ...mixed.gone]) {
    const key = keyOf(line)
    if (old.get(key) !== now.get(key))
      lines.set(key, lines.get(key) ?? { unitId: line.unitId, category: line.category })
  }
  return [...lines.values()]
}

interface Standing {
  readonly quota: number
  readonly actual: number
  readonly reserved: number
  readonly vacancy: number
  readonly over: number
  readonly tolerance: number
  readonly mixed: number
  readonly ceiling: number
}

/** People counted against nothing (混编) are in the sentence too: it says where the person ends up. */
function standingOf(line: TouchedLine, { figures, snapshot }: CountedBook): Standing {
  const found = figures.lines.find((candidate) => isLine(candidate, line))
  const mixed = figures.misplaced.find((candidate) => isLine(candidate, line))?.personIds.length ?? 0
  const ceilings = quotasOf(snapshot, line).filter((quota) => quota.role === 'ceiling')
  return {
    quota: found?.quota ?? 0,
    actual: (found?.actual ?? 0) + mixed,
    reserved: found?.reserved ?? 0,
    vacancy: found?.vacancy ?? 0,
    over: found?.over ?? 0,
    tolerance: found?.tolerance ?? 0,
    mixed,
    ceiling: ceilings.reduce((sum, quota) => sum + quota.amount, 0),
  }
}

/** Entries of one line, in their order. */
function quotasOf({ quotas }: BookSnapshot, line: TouchedLine): readonly QuotaEntry[] {
  return (quotasByUnit(quotas).get(line.unitId) ?? []).filter((quota) => quota.category === line.category)
}

const quotasByUnit = madeOf((quotas: BookSnapshot['quotas']) => Map.groupBy(quotas, (quota) => quota.unitId))

function outcomeText(now: Standing): string {
  if (now.mixed > 0) return `混编 ${now.mixed}`
  if (now.over === 0) return `空编 ${now.vacancy}`
  return now.tolerance > 0 ? `超编 ${now.over}（过渡期允许 ${now.tolerance}）` : `超编 ${now.over}`
}

function basisText(line: TouchedLine, after: CountedBook, documentNumber: string | null): string {
  const quotas = quotasOf(after.snapshot, line).map((quota) => quota.documentNumber)
  const approved = [...new Set(quotas)].filter((number) => number !== documentNumber)
  const parts = [
    ...(approved.length === 0 ? [] : [`${approved.join('、')}（核定）`]),
    ...(documentNumber === null ? [] : [`${documentNumber}（本次）`]),
  ]
  return `依据：${parts.length === 0 ? '无' : parts.join('，')}。`
}

function changed(before: number, after: number): string {
  return before === after ? String(after) : `${before} → ${after}`
}

function isLine(one: TouchedLine, other: TouchedLine): boolean {
  return one.unitId === other.unitId && one.category === other.category
}

function keyOf(line: TouchedLine): string {
  return `${line.unitId}|${line.category}`
}

function numbersOf(figures: Pick<Figures, 'lines' | 'misplaced'>): ReadonlyMap<string, string> {
  return new Map([
    ...figures.misplaced.map((line) => [keyOf(line), `混编 ${line.personIds.join()}`] as const),
    ...figures.lines.map(
      (line) => [keyOf(line), [line.quota, line.actual, line.reserved, line.vacancy, line.over].join()] as const,
    ),
  ])
}
