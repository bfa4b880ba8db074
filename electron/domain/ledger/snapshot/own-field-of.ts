import { isOwnField, type OwnField } from '../../../vocabulary/own-fields.ts'
import type { OwnFieldTable } from '../rows/fact-rows.ts'

/** A declaration as the catalogue reads it; null for a place this version does not have. */
export function ownFieldOf({ field, title, kind, choices, masked }: OwnFieldTable): OwnField | null {
  if (!isOwnField(field)) return null
  // The file checks that it is a JSON array; what is no word in it is left out.
  const words = (JSON.parse(choices) as readonly unknown[]).filter((word) => typeof word === 'string')
  return { field, title, kind, choices: words, masked: masked === 1 }
}
