import type { CountyLevel } from '../../vocabulary/county.ts'
import type { CountyBook } from '../../store/county/county-book.ts'
import { readCounty, writeCounty } from '../../store/county/county-store.ts'
import { newKeys } from '../../store/county/locked-file.ts'
import { sumStanding } from '../../store/county/rollup-store.ts'

/** Makes the keys of a new 主管本; the result writes its first entry. */
export async function setUpCounty(asked: {
  readonly name: string
  readonly level: CountyLevel
  readonly code: string | null
  readonly recordedAt: string
  readonly actor: string
}): Promise<(county: CountyBook) => void> {
  const keys = await newKeys()
  return (county) => writeCounty(county, { ...asked, ...keys })
}

/** Who keeps it, and how much has come in. */
export function tellCounty(county: CountyBook) {
  const { name, level, code, publicKey } = readCounty(county)
  const { townships, people } = sumStanding(county, { asOf: null, region: null })
  return { name, level, code, publicKey, townships, people }
}
