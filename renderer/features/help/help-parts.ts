import { SHIPPED } from '../../../electron/vocabulary/catalogue.ts'
import { wordKey } from '../../../electron/vocabulary/code-list.ts'
import { personField, type PersonField } from '../../../electron/vocabulary/person-fields.ts'
import type { LawTextView } from '../../../electron/contract/law-operations.ts'
import { MANUAL, wordsOfJob } from '../../text/manual/chapters.ts'
import type { ManualChapter } from '../../text/manual/manual-job.ts'

/* What a search leaves of the help: every part is searched by the same words, blanks and brackets apart. */

export type HelpPart = 'jobs' | 'fields' | 'laws' | 'rules' | 'signs'

/** All words of the query must be there. An empty query lets everything through. */
export function fits(text: string, query: string): boolean {
  const whole = wordKey(text)
  return query.split(/\s+/u).every((word) => whole.includes(wordKey(word)))
}

/** The chapters with the jobs that fit; a chapter without one is left out. */
export function jobsThatFit(query: string): readonly ManualChapter[] {
  return MANUAL.map((chapter) => ({
    ...chapter,
    jobs: chapter.jobs.filter((job) => fits(`${chapter.title} ${wordsOfJob(job)}`, query)),
  })).filter((chapter) => chapter.jobs.length > 0)
}

/** The fields whose name, meaning or name in workbooks fits. */
export function fieldsThatFit(query: string): readonly PersonField[] {
  return SHIPPED.names.filter((field) => {
    const { title, means, names } = personField(field)
    return fits([title, means, ...names].join(' '), query)
  })
}

export interface LawHits {
  readonly law: LawTextView
  /** Places in `passages`; all of the law where its name is what was asked for. */
  readonly passages: readonly number[]
}

/** The laws whose name or text has the words, with the paragraphs that have them. */
export function lawsThatFit(laws: readonly LawTextView[], query: string): readonly LawHits[] {
  return laws.flatMap((law) => {
    const passages = law.passages.flatMap(({ article, text }, place) =>
      query.trim() !== '' && fits(`${article ?? ''} ${text}`, query) ? [place] : [],
    )
    const named = fits([law.title, ...law.also, law.number ?? '', law.issuer].join(' '), query)
    return named || passages.length > 0 ? [{ law, passages }] : []
  })
}
