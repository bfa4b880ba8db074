import { SHIPPED } from '../../../electron/vocabulary/catalogue.ts'
import type { LawTextView } from '../../../electron/contract/law-operations.ts'
import { personField } from '../../../electron/vocabulary/person-fields.ts'
import { MANUAL } from '../../text/manual/chapters.ts'
import { itemOf, type FindItem } from './find-items.ts'

/* What the help answers: how a job is done, what a field means, what a law says. */

/** Every job of the manual and every field's meaning. */
export function manualItems(): readonly FindItem[] {
  const jobs = MANUAL.flatMap((chapter) =>
    chapter.jobs.map(({ id, title, when, words = [], steps }) =>
      itemOf({
        key: `job ${id}`,
        group: 'manual',
        title,
        detail: when,
        mark: '',
        target: { screen: 'help', params: { job: id } },
        texts: { also: words, details: steps },
      }),
    ),
  )
  const fields = SHIPPED.names.map((field) => {
    const { title, means, names } = personField(field)
    return itemOf({
      key: `field ${field}`,
      group: 'manual',
      title: `“${title}”的意思`,
      detail: means,
      mark: '',
      target: { screen: 'help', params: { part: 'fields', q: title } },
      texts: { also: names },
    })
  })
  return [...jobs, ...fields]
}

/** Every law by its names, and every article by its words. */
export function lawItems(laws: readonly LawTextView[]): readonly FindItem[] {
  return laws.flatMap((law) => [
    itemOf({
      key: `law ${law.id}`,
      group: 'law',
      title: law.title,
      detail: law.issuer,
      mark: law.number ?? '',
      target: { screen: 'help', params: { part: 'laws', law: law.id } },
      texts: { also: [...law.also, law.number ?? ''], details: [law.issuer] },
    }),
    ...articlesOf(law),
  ])
}

/** Its shortest name says which law an article is of. */
function articlesOf(law: LawTextView): readonly FindItem[] {
  const name = [law.title, ...law.also].toSorted((left, right) => left.length - right.length)[0] ?? law.title
  const texts = new Map<string, string[]>()
  for (const { kind, article, text } of law.passages)
    if (article !== null && (kind === 'article' || kind === 'text'))
      texts.set(article, [...(texts.get(article) ?? []), text])
  return [...texts].map(([article, paragraphs]) =>
    itemOf({
      key: `article ${law.id} ${article}`,
      group: 'law',
      title: `${name} ${article}`,
      detail: paragraphs[0] ?? '',
      mark: '',
      target: { screen: 'help', params: { part: 'laws', law: law.id, article } },
      // Its law's name is no name of the article: whoever looks for the law finds the law first.
      texts: { title: article, details: [`${name}${article}`, ...paragraphs], silent: true },
    }),
  )
}
