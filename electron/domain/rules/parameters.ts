import type { Flag, MaskedParameter, RuleParameter, RuleParameters } from './rule.ts'

/*
 * Reading a pack's parameters. A pack without a parameter that one of its rules declares is a mistake in the product, not in the
 * book: it fails loudly, and a test walks every rule of every pack. A parameter the document has masked is no mistake: a rule that
 * may meet one reads it by `maskableNumber` and says 参数缺失.
 */

type Value = RuleParameter | MaskedParameter | undefined

/** @throws when the pack has no number of that name. */
export function numberParameter(parameters: RuleParameters, name: string): number {
  const value = parameters[name]
  if (typeof value !== 'number') throw missing(name)
  return value
}

/** The number, or what the document has masked. @throws when the pack knows nothing of that name. */
export function maskableNumber(parameters: RuleParameters, name: string): number | MaskedParameter {
  const value = parameters[name]
  if (typeof value === 'number' || isMasked(value)) return value
  throw missing(name)
}

/** @throws when the pack has no list of that name. */
export function listParameter(parameters: RuleParameters, name: string): readonly string[] {
  const value = parameters[name]
  if (!isList(value)) throw missing(name)
  return value
}

/** @throws when the pack has no named numbers of that name. */
export function numbersParameter(parameters: RuleParameters, name: string): Readonly<Record<string, number>> {
  const value = parameters[name]
  if (value === undefined || typeof value !== 'object' || isList(value) || isMasked(value)) throw missing(name)
  return value
}

/** The named numbers, or what the document has masked. @throws when the pack knows nothing of that name. */
export function maskableNumbers(
  parameters: RuleParameters,
  name: string,
): Readonly<Record<string, number>> | MaskedParameter {
  const value = parameters[name]
  return isMasked(value) ? value : numbersParameter(parameters, name)
}

/** True where the document has masked the value. */
export function isMasked(value: Value): value is MaskedParameter {
  return typeof value === 'object' && 'masked' in value && value.masked === true
}

/** 参数缺失: what the rule says instead of judging by a number nobody gave. */
export function missingParameterFlag(parameter: MaskedParameter): Flag {
  return {
    severity: 'info',
    effect: 'none',
    text: `参数缺失：${parameter.title}。文件写作“${parameter.clause}”，没有给出数字，本条没有核查。`,
    remedy: '向编办问清这个数，在本地规则包里填上，并写明文号。',
    facts: { 参数: parameter.title },
  }
}

function isList(value: Value): value is readonly string[] {
  return Array.isArray(value)
}

function missing(name: string): Error {
  return new Error(`rule parameter missing: ${name}`)
}
