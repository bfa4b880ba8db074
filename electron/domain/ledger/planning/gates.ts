import { effectOf } from '../../../vocabulary/events.ts'
import type { Gate } from '../../../vocabulary/findings.ts'
import { differenceOf } from '../../model/changed-in.ts'
import type { FigureLine } from '../../model/figures.ts'
import type { Finding } from '../../model/finding.ts'
import { QUOTA_CATEGORY_NAMES } from '../../model/quota-category.ts'
import { availableQuota } from '../../quota/available-quota.ts'
import { lineKey } from '../../model/holding-groups.ts'
import type { CountedBook } from './quota-sentence.ts'

export { GATES, type Gate } from '../../../vocabulary/findings.ts'

/** The event as a gate sees it: what it is, and what it brings along to stand on where it goes over a limit. */
export interface Act {
  readonly type: string
  readonly reason: boolean
  readonly document: boolean
  /** 计划消化日期; null where the event has no place for one. */
  readonly plannedEnd: boolean | null
}

/** A4, judged of an act: before somebody comes, not after. */
export const NO_SEAT_RULE = 'A4'

/**
 * The gate of a finding an event would create. A person without an available seat is refused unless reason, document and planned end are
 * given; one number on two people always; whatever keeps a person off the public sheet goes in with its reason; the rest is shown.
 * `setting`: the book's own word for the rule (setting `gate.<rule>`), which goes before.
 */
export function gateOf(finding: Finding, act: Act, setting: Gate | undefined): Gate {
  if (setting !== undefined) return setting
  if (finding.rule === NO_SEAT_RULE && takesSeats(act)) return missingGrounds(act).length === 0 ? 'record' : 'block'
  return finding.rule === NO_SEAT_RULE ? 'hint' : defaultGate(finding)
}

/** One number on two people is never let in, whatever a book's settings say. */
export const ALWAYS_BLOCKS = 'D1'

/** What a rule does to an event where the book says nothing: A4 only to an event that takes a seat. */
export function defaultGate({ rule, effect, severity }: Pick<Finding, 'rule' | 'effect' | 'severity'>): Gate {
  if (rule === NO_SEAT_RULE || rule === ALWAYS_BLOCKS) return 'block'
  return effect === 'eligibility' && severity === 'error' ? 'record' : 'hint'
}

/** What is still needed to go over quota on purpose. */
export function missingGrounds(act: Act): readonly string[] {
  return [
    ...(act.reason ? [] : ['理由']),
    ...(act.document ? [] : ['文号']),
    ...(act.plannedEnd === false ? ['计划消化日期'] : []),
  ]
}

/** True for events that bring people or promise seats. */
function takesSeats({ type }: Pick<Act, 'type'>): boolean {
  const effect = effectOf(type)
  return effect === 'seats' || effect === 'seatMoves' || effect === 'unitMoves'
}

/** Lines in which the act takes more seats than are available; nothing for acts that take none. */
export function seatFindings(act: Pick<Act, 'type'>, before: CountedBook, after: CountedBook): readonly Finding[] {
  if (!takesSeats(act)) return []
  // A line the act has not touched is the same in both: nothing is taken there.
  const { gone, come } = differenceOf(before.figures.lines, after.figures.lines)
  const full = come.filter((line) => availableQuota(line) < 0)
  const lines = new Map(gone.map((line) => [lineKey(line.unitId, line.category), line]))
  return full.flatMap((line) => {
    const old = lines.get(lineKey(line.unitId, line.category))
    const taken = line.actual + line.reserved - (old?.actual ?? 0) - (old?.reserved ?? 0)
    return taken > 0 ? [noSeatFinding(line, old, taken, after)] : []
  })
}

function noSeatFinding(line: FigureLine, old: FigureLine | undefined, taken: number, after: CountedBook): Finding {
  const unit = after.snapshot.units.find((candidate) => candidate.id === line.unitId)?.name ?? ''
  const [actual, reserved] = [old?.actual ?? 0, old?.reserved ?? 0]
  return {
    rule: NO_SEAT_RULE,
    severity: 'error',
    effect: 'none',
    unitId: line.unitId,
    personId: null,
    text:
      `${unit} ${QUOTA_CATEGORY_NAMES[line.category]}核定 ${line.quota} 名，实有 ${actual} 名，已核准未到位 ` +
      `${reserved} 名${line.tolerance > 0 ? `，允许溢出 ${line.tolerance} 名` : ''}，可用编制不足，不能再进 ${taken} 名。`,
    remedy: '先核增编制或空出编制；确需超编的，写明理由、文号和计划消化日期后登记。',
    facts: { 核定: line.quota, 实有: actual, 已核准未到位: reserved, 本次: taken },
  }
}
