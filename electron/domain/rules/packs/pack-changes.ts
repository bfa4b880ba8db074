import { SEVERITY_NAMES } from '../../model/finding.ts'
import { ruleById } from '../registry.ts'
import type { PackInForce } from './pack-in-force.ts'
import { weightOf } from '../weight-in-force.ts'
import { valueText } from './value-text.ts'

/** One thing in which two packs differ, in words. */
export interface PackChange {
  readonly what: string
  readonly from: string
  readonly to: string
}

/** In what the second pack differs from the first: its names, thresholds with their document, rules. */
export function packChanges(before: PackInForce, after: PackInForce): readonly PackChange[] {
  return [...headChanges(before, after), ...parameterChanges(before, after), ...ruleChanges(before, after)]
}

function headChanges({ pack: before }: PackInForce, { pack: after }: PackInForce): readonly PackChange[] {
  return (
    [
      ['名称', 'title'],
      ['地区', 'locality'],
      ['说明', 'note'],
      ['执行日期', 'date'],
      ['起算日', 'packFrom'],
    ] as const
  ).flatMap(([what, key]) => {
    const [from, to] = [before[key] ?? '', after[key] ?? '']
    return from === to ? [] : [{ what, from, to }]
  })
}

function parameterChanges(before: PackInForce, after: PackInForce): readonly PackChange[] {
  return Object.entries(after.pack.parameters).flatMap(([name, parameter]) => {
    const old = before.pack.parameters[name]
    const [from, to] = [old === undefined ? '' : withDocument(old), withDocument(parameter)]
    return from === to ? [] : [{ what: parameter.title, from, to }]
  })
}

function withDocument(parameter: PackInForce['pack']['parameters'][string]): string {
  const basis = [parameter.documentNumber, parameter.date].filter((part) => part !== null).join('，')
  return basis === '' ? valueText(parameter) : `${valueText(parameter)}（${basis}）`
}

const NONE_ADOPTED: ReadonlySet<string> = new Set()

function ruleChanges(before: PackInForce, after: PackInForce): readonly PackChange[] {
  const ids = new Set([...Object.keys(before.rules), ...Object.keys(after.rules)])
  return [...ids].flatMap((id) => {
    const rule = ruleById(id)
    if (rule === undefined) return []
    const say = (inForce: PackInForce) => {
      const off = inForce.rules[id]?.off ?? null
      return off === null
        ? SEVERITY_NAMES[weightOf(rule, { inForce, adopted: NONE_ADOPTED }).severity]
        : `停用（${off.reason}）`
    }
    const [from, to] = [say(before), say(after)]
    return from === to ? [] : [{ what: `${id} ${rule.title}`, from, to }]
  })
}
