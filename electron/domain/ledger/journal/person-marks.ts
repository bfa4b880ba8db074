/*
 * Summaries carry no person's name: a journal entry is never changed, a name may have to be erased. Where an entry is about a
 * person its summary holds a mark instead, and the name is put in when it is read.
 */

const MARK = /\{person:([^{}]+)\}/g

/** Stands for a person in a summary: a name may have to be erased, a summary never changes. */
export function personMark(personId: string): string {
  return `{person:${personId}}`
}

/** Ids of the people a summary is about. */
export function markedPersonIds(summary: string): readonly string[] {
  return [...summary.matchAll(MARK)].map((match) => match[1] ?? '')
}

/** A summary with names in the place of its marks. */
export function withNames(summary: string, names: ReadonlyMap<string, string>): string {
  return summary.replaceAll(MARK, (_, id: string) => names.get(id) ?? '已清除的人员')
}
