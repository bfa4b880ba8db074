import type { RuleSource } from '../../model/finding.ts'
import { madeOf } from '../../model/made-of.ts'
import { combinedSource } from '../citation.ts'
import type { Rule } from '../rule.ts'
import { weightOf, type Ground } from '../weight-in-force.ts'
import { valueText } from './value-text.ts'

/** What the rule stands on here, and after it every threshold of the locality's own that the rule judged by, with its document. */
export function sourceInForce(rule: Rule, { inForce, adopted }: Ground): RuleSource {
  return told(rule, inForce, adopted)
}

const told = madeOf((rule: Rule, inForce: Ground['inForce'], adopted: Ground['adopted']): RuleSource => {
  const source = combinedSource(weightOf(rule, { inForce, adopted }).grounds)
  const own =
    inForce === undefined
      ? []
      : rule.parameters.filter((name) => inForce.own.has(name)).flatMap((name) => inForce.pack.parameters[name] ?? [])
  if (own.length === 0) return source
  const numbers = own.map(
    (parameter) =>
      `${parameter.title} ${valueText(parameter)}，${parameter.documentNumber ?? ''}，` +
      `${parameter.date ?? ''}${parameter.clause === null ? '' : `：“${parameter.clause}”`}`,
  )
  const local = `（本地：${numbers.join('；')}）`
  const { parts } = source
  return {
    ...source,
    clause: `${source.clause}${local}`,
    ...(parts === undefined
      ? {}
      : {
          parts: parts.map((part, place) =>
            place === parts.length - 1 ? { ...part, clause: `${part.clause}${local}` } : part,
          ),
        }),
  }
})
