import { readRemark } from '../../electron/domain/says/read-remark.ts'

/** Dead, or gone otherwise than by retirement. */
export function saysLeft(text: string | null, asOf: string): boolean {
  return ['dead', 'left'].includes(readRemark(text, { asOf })?.kind ?? '')
}

export function saysRetired(text: string | null, asOf: string): boolean {
  return readRemark(text, { asOf })?.kind === 'retired'
}
