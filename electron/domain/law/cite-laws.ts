import { bare } from './bare.ts'
import type { LawText } from './law-text.ts'
import { LAW_TEXTS, lawById } from './law-texts.ts'

export { bare } from './bare.ts'

/** A place in a text of law. */
export interface LawPlace {
  readonly lawId: string
  readonly title: string
  /** Null: the text, but no article of it. */
  readonly article: string | null
}

/** Where the words of a citation can be read: at its article where the text has it. */
export function placeOf({ law: id, article }: { readonly law: string; readonly article: string | null }): LawPlace {
  const law = lawById(id)
  if (law === undefined) throw new Error(`no such source: ${id}`)
  const head = article === null ? null : headOfArticle(article)
  return {
    lawId: law.id,
    title: law.title,
    article: law.passages.some((passage) => passage.article === head) ? head : null,
  }
}

/** By its title or another it is cited by. */
export function lawTitled(title: string): LawText | undefined {
  const wanted = bare(title)
  return LAW_TEXTS.find((law) => [law.title, ...law.also].some((name) => bare(name) === wanted))
}

/** 第二十六条第（五）项 → 第二十六条; 四 stays. */
function headOfArticle(article: string): string {
  return /^第[一二三四五六七八九十百零〇]+条/u.exec(article.trim())?.[0] ?? article.trim()
}

/** The words of a place as one text, without what is a note or a report; '' for a place that has none. */
export function wordsOf(law: LawText, article: string | null): string {
  return law.passages
    .filter(
      ({ kind, article: own }) => (kind === 'article' || kind === 'text') && (article === null || own === article),
    )
    .map(({ text }) => text)
    .join('')
}
