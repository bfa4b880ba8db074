import type { CallInput } from '../../../electron/contract/operations.ts'
import { openParam } from '../../ui/route.ts'

/** Whose names a figure stands for, as it stands in the address. */
export type AskedPeople = CallInput<'county.people'> & { readonly title: string }

/** Opens the names behind a figure. */
export function openNames(asked: AskedPeople): void {
  openParam('names', JSON.stringify(asked))
}

/** Null for an address nobody of ours wrote. */
export function readNames(text: string): AskedPeople | null {
  try {
    const asked: unknown = JSON.parse(text)
    return typeof asked === 'object' && asked !== null && 'title' in asked ? (asked as AskedPeople) : null
  } catch {
    return null
  }
}
