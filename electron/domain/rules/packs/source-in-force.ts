import type { RuleSource } from '../../model/finding.ts'
import type { Rule } from '../rule.ts'
import type { PackInForce } from './pack-in-force.ts'
import { valueText } from './value-text.ts'

/** The rule's clause, and after it every threshold of the locality's own that the rule judged by, with its document. */
export function sourceInForce(rule: Rule, inForce: PackInForce | undefined): RuleSource {
  const own = inForce === undefined ? [] : rule.parameters.filter((name) => inForce.own.has(name)).flatMap((name) => inForce.pack.parameters[name] ?? [])
  if (own.length === 0) return rule.source
  const told = own.map((parameter) => `${parameter.title} ${valueText(parameter)}，${parameter.documentNumber ?? ''}，${parameter.date ?? ''}${parameter.clause === null ? '' : `：“${parameter.clause}”`}`)
  return { ...rule.source, clause: `${rule.source.clause}（本地：${told.join('；')}）` }
}
