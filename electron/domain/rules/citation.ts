import { isSecondHand, type LawText } from '../law/law-text.ts'
import { bare } from '../law/bare.ts'
import { placeOf } from '../law/cite-laws.ts'
import { lawById } from '../law/law-texts.ts'
import { CENTRAL_LEVELS } from '../../vocabulary/laws.ts'
import { madeOf } from '../model/made-of.ts'
import { citedPaper, sourceFrom, type CitedPaper, type RuleSource, type SourcePart } from '../model/finding.ts'
import type { PlainDate } from '../model/plain-date.ts'

/** The place of one source a rule stands on, and the words it takes from there. */
export interface Citation {
  /** Id in the law base. */
  readonly law: string
  readonly article: string | null
  /** Words of the source; `…` where some are left out. */
  readonly clause: string
  /** Where the words bind for a shorter time than their paper. */
  readonly from?: PlainDate
  readonly to?: PlainDate
}

/** The source of a citation. @throws for an id the base does not have: the rule is wrong */
export function lawOf({ law }: Pick<Citation, 'law'>): LawText {
  const found = lawById(law)
  if (found === undefined) throw new Error(`no such source: ${law}`)
  return found
}

/** True where every sentence of the clause is in the source, word for word; 要点 are not its words. */
export const isVerbatim = madeOf((citation: Citation): boolean => {
  const words = bareWords(lawOf(citation))
  return citation.clause
    .split(/[。；…]/u)
    .map(bare)
    .every((sentence) => words.includes(sentence))
})

const bareWords = madeOf((law: LawText) =>
  bare(
    law.passages
      .filter(({ kind }) => kind === 'article' || kind === 'text' || kind === 'reported')
      .map(({ text }) => text)
      .join(''),
  ),
)

/** True for laws, and for papers of the party centre and the State Council. */
export function isCentral(citation: Citation): boolean {
  const { tier, level } = lawOf(citation)
  return tier === 'national' && CENTRAL_LEVELS.includes(level)
}

/** True for what binds in the whole country, whoever issued it. */
export function isNational(citation: Citation): boolean {
  return lawOf(citation).tier === 'national'
}

/** What must be said beside the clause: 要点, or words nobody here saw as issued; null: nothing. */
export function cautionOf(citation: Citation): string | null {
  if (!isVerbatim(citation)) return '要点，非原文'
  return isSecondHand(lawOf(citation)) ? '二手文本，未见正式文本，引用前请核对原件' : null
}

/** Several citations as one 依据, in their order. */
export function combinedSource(citations: readonly Citation[]): RuleSource {
  const laws = citations.map(lawOf)
  const cautions = new Map(
    citations.flatMap((citation) => {
      const caution = cautionOf(citation)
      return caution === null ? [] : [[caution, shortTitle(lawOf(citation))] as const]
    }),
  )
  const note = [...cautions]
    .map(([caution, title]) => (laws.length === 1 ? caution : `${title}：${caution}`))
    .join('；')
  const papers = citations.map((citation, place) => ({
    document: laws[place]?.title ?? '',
    documentNumber: laws[place]?.number ?? null,
    article: citation.article,
  }))
  return sourceFrom(papers, {
    clause: citations
      .map(({ clause }, place) => (place < citations.length - 1 && !/[。；]$/u.test(clause) ? `${clause}；` : clause))
      .join(''),
    inForceFrom: citations[0]?.from ?? laws[0]?.inForceFrom ?? null,
    ...(note === '' ? {} : { note }),
    ...(citations.length === 1 ? {} : { parts: citations.map((citation, place) => partOf(citation, papers[place])) }),
    places: citations.map(placeOf),
  })
}

function partOf(citation: Citation, paper: CitedPaper | undefined): SourcePart {
  const caution = cautionOf(citation)
  return {
    cited: paper === undefined ? '' : citedPaper(paper),
    clause: citation.clause,
    inForceFrom: citation.from ?? lawOf(citation).inForceFrom,
    ...(caution === null ? {} : { note: caution }),
  }
}

function shortTitle({ title, number }: LawText): string {
  return number ?? title
}
