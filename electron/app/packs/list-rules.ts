import type { Input, Output } from '../../contract/operations.ts'
import { combinedSource, isVerbatim, lawOf, type Citation } from '../../domain/rules/citation.ts'
import { shippedPack } from '../../domain/rules/packs/pack-in-force.ts'
import { RULES } from '../../domain/rules/registry.ts'
import { weightOf } from '../../domain/rules/weight-in-force.ts'
import { LAW_TIER_NAMES } from '../../vocabulary/laws.ts'
import { findPack } from './find-pack.ts'

/** Every rule that ships, with the clause it stands on: what the manual shows. */
export function readRules(): Output<'rules.read'> {
  return {
    rules: RULES.map(({ id, title, severity, effect, pack, sources }) => ({
      id,
      title,
      severity,
      effect,
      pack,
      source: combinedSource(sources),
    })),
  }
}

/**
 * The rules of a shipped pack with what they weigh and stand on there; without a pack every rule, a place's own under its own pack and
 * the others as they weigh where nothing was adopted. @throws `pack_not_found`
 */
export function listRules({ pack }: Input<'rules.list'>): Output<'rules.list'> {
  const asked = pack === undefined ? undefined : findPack(pack, [])
  const rules = RULES.filter((rule) => asked === undefined || rule.pack === null || rule.pack === asked.base.id)
  return {
    rules: rules.map((rule) => {
      const inForce = asked ?? shippedPack(rule.pack ?? 'none')
      const { severity, grounds, deciding } = weightOf(rule, { inForce, adopted: new Set() })
      return {
        id: rule.id,
        title: rule.title,
        severity,
        level: LAW_TIER_NAMES[lawOf(deciding).tier],
        verbatim: isVerbatim(deciding),
        sources: grounds.map(sourceView),
      }
    }),
  }
}

function sourceView(citation: Citation): Output<'rules.list'>['rules'][number]['sources'][number] {
  const law = lawOf(citation)
  return {
    issuer: law.issuer,
    document: law.title,
    number: law.number,
    article: citation.article,
    clause: citation.clause,
    inForceFrom: citation.from ?? law.inForceFrom,
    inForceTo: citation.to ?? law.inForceTo,
  }
}
