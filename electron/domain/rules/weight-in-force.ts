import type { BookSnapshot } from '../model/book-snapshot.ts'
import { madeOf } from '../model/made-of.ts'
import { bySeverity, type Severity } from '../../vocabulary/findings.ts'
import { isCentral, isNational, isVerbatim, lawOf, type Citation } from './citation.ts'
import { packInForce, type PackInForce } from './packs/pack-in-force.ts'
import type { Rule } from './rule.ts'

/*
 * What a rule weighs here. Severity follows the source: only words of a law or of a central paper make a violation everywhere. A paper
 * of a place binds where its pack is chosen, where the township has adopted it by a paper of its own, or where the locality's own number
 * stands in the rule; elsewhere it is a hint. 要点 are never a violation, a ministry's paper is at most to be looked at.
 */

/** What decides over weight: the pack, and the sources the township has adopted. */
export interface Ground {
  readonly inForce: PackInForce | undefined
  readonly adopted: ReadonlySet<string>
}

export interface RuleWeight {
  readonly severity: Severity
  /** Nothing the rule says weighs more; null where the locality has weighed it itself. */
  readonly cap: Severity | null
  /** What it stands on here: papers of other places only where there is nothing else. */
  readonly grounds: readonly Citation[]
  /** The one that decides over the weight. */
  readonly deciding: Citation
}

/** The ground of a book on a day. */
export function groundOf(snapshot: Pick<BookSnapshot, 'book' | 'localPack' | 'adoptedLaws'>): Ground {
  return { inForce: packInForce(snapshot), adopted: adoptedIds(snapshot.adoptedLaws) }
}

const adoptedIds = madeOf(
  (adopted: BookSnapshot['adoptedLaws']): ReadonlySet<string> => new Set(adopted.map(({ law }) => law)),
)

/** What a rule weighs on a ground, and on what it stands there. */
export function weightOf(rule: Rule, { inForce, adopted }: Ground): RuleWeight {
  return weighed(rule, inForce, adopted)
}

const weighed = madeOf((rule: Rule, inForce: Ground['inForce'], adopted: Ground['adopted']): RuleWeight => {
  const ownNumber = rule.parameters.some((name) => inForce?.own.has(name) === true)
  const binds = (citation: Citation) => {
    const { id, packId } = lawOf(citation)
    return isCentral(citation) || ownNumber || adopted.has(id) || (packId !== null && packId === inForce?.base.id)
  }
  const binding = rule.sources.filter(binds)
  const known = rule.sources.filter((citation) => binds(citation) || isNational(citation))
  const grounds = known.length === 0 ? rule.sources : known
  const cap = capOf(binding, known)
  const own = inForce?.rules[rule.id]?.severity ?? null
  return {
    severity: own ?? lighter(rule.severity, cap),
    cap: own === null ? cap : null,
    grounds,
    deciding: decidingOf(binding, grounds),
  }
})

function capOf(binding: readonly Citation[], known: readonly Citation[]): Severity {
  if (binding.some(isVerbatim)) return 'error'
  return known.length > 0 ? 'warning' : 'info'
}

function decidingOf(binding: readonly Citation[], grounds: readonly Citation[]): Citation {
  const [first] = grounds
  if (first === undefined) throw new Error('a rule without a source')
  return binding.find(isVerbatim) ?? binding[0] ?? first
}

/** The lesser of two weights. */
export function lighter(one: Severity, other: Severity): Severity {
  return bySeverity(one, other) > 0 ? one : other
}
