import { LAW_CERTAINTIES, LAW_LEVELS, LAW_TIERS, PASSAGE_KINDS } from '../../vocabulary/laws.ts'
import type { LawCertainty, LawLevel, LawTier, PassageKind } from '../../vocabulary/laws.ts'
import type { PlainDate } from '../model/plain-date.ts'

/** One paragraph of a text of law. */
export interface Passage {
  readonly kind: PassageKind
  /** 第十三条, or 四 where a paper counts its parts; of a `reported` one what its reporter calls it; null outside the articles. */
  readonly article: string | null
  readonly text: string
}

/** A law, rule or paper that may be read in full or in part, with where the text comes from and how sure it is. */
export interface LawText {
  /** Never changes once used: links and rules name it. */
  readonly id: string
  readonly title: string
  /** Other titles it is cited by. */
  readonly also: readonly string[]
  readonly issuer: string
  readonly number: string | null
  readonly level: LawLevel
  readonly tier: LawTier
  /** As the text says it: 通过, 施行, 修改. */
  readonly adopted: string
  readonly inForce: string
  /** First day in force; null where no text at hand says it. */
  readonly inForceFrom: PlainDate | null
  /** Last day in force; null while it is, or where no text at hand says it. */
  readonly inForceTo: PlainDate | null
  readonly amended: string | null
  /** Why it no longer holds as it stands here; null while it does. */
  readonly superseded: string | null
  /** What it took the place of, in words. */
  readonly replaces: readonly string[]
  /** The shipped pack that is this paper: who chooses the pack has adopted it. */
  readonly packId: string | null
  readonly applies: string
  readonly sources: readonly string[]
  /** False: parts of it only, see the gaps. */
  readonly whole: boolean
  readonly extent: string
  readonly certainty: LawCertainty
  readonly certaintyNote: string
  readonly passages: readonly Passage[]
}

/** A text as its file has it: the codes are still plain words. */
export interface LawFile extends Omit<LawText, 'level' | 'tier' | 'certainty' | 'passages'> {
  readonly level: string
  readonly tier: string
  readonly certainty: string
  readonly passages: readonly (Omit<Passage, 'kind'> & { readonly kind: string })[]
}

/** Takes a file's words for codes. @throws an error for a word no list knows: the file is wrong. */
export function readLawFile(file: LawFile): LawText {
  return {
    ...file,
    level: codeAmong(LAW_LEVELS, file.level, file.id),
    tier: codeAmong(LAW_TIERS, file.tier, file.id),
    certainty: codeAmong(LAW_CERTAINTIES, file.certainty, file.id),
    passages: file.passages.map((passage) => ({ ...passage, kind: codeAmong(PASSAGE_KINDS, passage.kind, file.id) })),
  }
}

function codeAmong<C extends string>(codes: readonly C[], word: string, where: string): C {
  const code = codes.find((one) => one === word)
  if (code === undefined) throw new Error(`${where}: no such code: ${word}`)
  return code
}

/** True where nobody here saw the paper as issued: whoever shows its words says so. */
export function isSecondHand({ certainty }: Pick<LawText, 'certainty'>): boolean {
  return certainty === 'secondHand' || certainty === 'quoted'
}
