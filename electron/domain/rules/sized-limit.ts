import { maskableNumber } from './parameters.ts'
import type { RuleParameters } from './rule.ts'

/** A limit that rises with the size of the township; names of the parameters that say so. */
export interface SizedLimitNames {
  readonly usual: string
  readonly large: string
  readonly lines: readonly SizeLine[]
}

export interface SizeLine {
  readonly parameter: string
  /** What the township profile says; null: not on record. */
  readonly own: number | null
  /** 以上 includes the number, 超过 does not (民法典 第1259条). */
  readonly boundary: '以上' | '超过'
  /** "人口", "面积". */
  readonly what: string
}

/** `unknown`: what would have to be on record to tell which of the two limits holds. */
export interface SizedLimit {
  readonly limit: number
  /** The limit of a township of no special size. */
  readonly usual: number
  readonly large: boolean
  readonly unknown: readonly string[]
}

/**
 * The limit in force, or null where nobody has given one. One line reached is enough for the larger limit; where no line is reached and one
 * cannot be judged, the larger limit stands and `unknown` says what is missing.
 */
export function sizedLimit(parameters: RuleParameters, names: SizedLimitNames): SizedLimit | null {
  const usual = maskableNumber(parameters, names.usual)
  if (typeof usual !== 'number') return null
  const large = maskableNumber(parameters, names.large)
  const lines = names.lines.flatMap((line) => {
    const at = maskableNumber(parameters, line.parameter)
    return typeof at === 'number' ? [{ ...line, at }] : []
  })
  if (typeof large !== 'number' || lines.length === 0) return { limit: usual, usual, large: false, unknown: [] }
  if (lines.some(({ own, at, boundary }) => own !== null && (own > at || (own === at && boundary === '以上'))))
    return { limit: large, usual, large: true, unknown: [] }
  const unknown = lines.filter(({ own }) => own === null).map(({ what }) => what)
  return unknown.length === 0
    ? { limit: usual, usual, large: false, unknown }
    : { limit: large, usual, large: false, unknown }
}
