import { codeFinder, type CodeEntry } from '../../vocabulary/code-list.ts'
import { NATIONAL_LIST_NAMES, nationalWord } from '../../vocabulary/national-lists.ts'
import { personField, type PersonField } from '../../vocabulary/person-fields.ts'

/** The national code of a field's words; null where the list has none for them: it is left empty, never guessed. */
export function nationalCode(field: PersonField, words: string): string | null {
  const { codes, national } = personField(field)
  if (codes !== undefined) {
    const key = codeFinder(codes)(words)
    const entry: CodeEntry | undefined = key === null ? undefined : codes[key]
    return entry?.national ?? null
  }
  const list = NATIONAL_LIST_NAMES.find((name) => name === national.values)
  return list === undefined ? null : (nationalWord(list, words)?.code ?? null)
}
