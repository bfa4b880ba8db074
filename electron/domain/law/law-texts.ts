import { NATIONAL_TEXTS } from './national-texts.ts'
import { LOCAL_TEXTS } from './local-texts.ts'
import type { LawText } from './law-text.ts'

/** Every source that ships, in the order the screen lists them: national ones, then those of places, which bind where they were issued. */
export const LAW_TEXTS: readonly LawText[] = [...NATIONAL_TEXTS, ...LOCAL_TEXTS]

const BY_ID = new Map(LAW_TEXTS.map((law) => [law.id, law]))

/** The text of an id. */
export function lawById(id: string): LawText | undefined {
  return BY_ID.get(id)
}
