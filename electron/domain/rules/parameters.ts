import type { RuleParameter, RuleParameters } from './rule.ts'

/*
 * Reading a pack's parameters. A pack without a parameter that one of its rules declares is a mistake in the product, not in the
 * book: it fails loudly, and a test walks every rule of every pack.
 */

/** @throws when the pack has no number of that name. */
export function numberParameter(parameters: RuleParameters, name: string): number {
  const value = parameters[name]
  if (typeof value !== 'number') throw new Error(`rule parameter missing: ${name}`)
  return value
}

/** @throws when the pack has no list of that name. */
export function listParameter(parameters: RuleParameters, name: string): readonly string[] {
  const value = parameters[name]
  if (!isList(value)) throw new Error(`rule parameter missing: ${name}`)
  return value
}

/** @throws when the pack has no named numbers of that name. */
export function numbersParameter(parameters: RuleParameters, name: string): Readonly<Record<string, number>> {
  const value = parameters[name]
  if (value === undefined || typeof value !== 'object' || isList(value)) throw new Error(`rule parameter missing: ${name}`)
  return value
}

function isList(value: RuleParameter | undefined): value is readonly string[] {
  return Array.isArray(value)
}
