/*
 * Rates as a report prints them. A rate is rounded half-up to the decimals it is printed with and compared as text: 65 of 249 is
 * 26.104…%, printed 26.1. Whole numbers throughout, so that no binary fraction tips a half.
 */

/** A printed rate: `26.1` is 261 units of a tenth of a percent. */
export interface PrintedRate {
  readonly text: string
  readonly decimals: number
  readonly units: bigint
}

/** Reads `26.1`, `26.1%`, `30`; null for anything else. At most six decimals. */
export function readRate(text: string): PrintedRate | null {
  const match = /^(\d{1,3})(?:\.(\d{1,6}))?[%％]?$/.exec(text.trim())
  if (match === null) return null
  const [whole = '', fraction = ''] = [match[1], match[2]]
  return {
    text: fraction === '' ? whole : `${whole}.${fraction}`,
    decimals: fraction.length,
    units: BigInt(whole + fraction),
  }
}

/** Percent of `part` in `whole`, rounded half-up, as text. `whole` above 0, neither negative. */
export function rateText(part: number, whole: number, decimals: number): string {
  const scale = 10n ** BigInt(decimals)
  const units = (BigInt(part) * 100n * scale * 2n + BigInt(whole)) / (2n * BigInt(whole))
  const digits = units.toString().padStart(decimals + 1, '0')
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}

/** Whole numbers from `least` to `most`; `most` null: no upper end. */
export interface WholeRange {
  readonly least: number
  readonly most: number | null
}

/**
 * Every number it may have been cut from, when only what is left (`to`) and the printed rate are told: 4248 left after 10.1% means
 * 4723 to 4727. Null where no number prints so.
 */
export function impliedBefore(to: number, rate: PrintedRate): WholeRange | null {
  const whole = 100n * 10n ** BigInt(rate.decimals)
  const left = BigInt(to) * 2n * whole
  const steepest = 2n * (whole - rate.units) + 1n
  if (steepest <= 0n) return null
  const least = ceiling(left, steepest)
  const flattest = 2n * (whole - rate.units) - 1n
  if (flattest <= 0n) return { least: Number(least), most: null }
  const most = ceiling(left, flattest) - 1n
  return most < least ? null : { least: Number(least), most: Number(most) }
}

function ceiling(dividend: bigint, divisor: bigint): bigint {
  return (dividend + divisor - 1n) / divisor
}
