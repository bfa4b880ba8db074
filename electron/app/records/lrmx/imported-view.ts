import type { LrmxImported } from '../../../contract/lrmx-operations.ts'
import type { LedgerBook } from '../../../domain/ledger/book/ledger-book.ts'
import { LOOKED_AT, maskDifference } from '../../../domain/lrmx/mask-form.ts'
import type { PlainDate } from '../../../domain/model/plain-date.ts'
import type { HeldForms, MatchedForm, ParsedForms } from './gather-forms.ts'

/** True where importing the form would write something. */
export function bringsSomething({ differences, earlier, own }: MatchedForm): boolean {
  return differences.length > 0 || (earlier === null && !own)
}

interface Shown {
  readonly today: PlainDate
  /** Sides of a difference that are shown whole; an ID number never is. */
  readonly whole: 'none' | 'theirs' | 'both'
}

/** What an import found, file by file. ID numbers are masked; 简历, 家庭成员 and 奖惩情况 too, but for the sides asked whole. */
export function importedView(
  parsed: ParsedForms,
  held: HeldForms,
  ledger: LedgerBook,
  { today, whole }: Shown,
): LrmxImported {
  const { matched, repeated } = held
  const updated = matched.filter(bringsSomething).length
  return {
    files: parsed.files,
    matched: matched.length + repeated,
    added: 0,
    updated,
    unchanged: matched.length + repeated - updated,
    refused: [...parsed.refused, ...held.refused],
    differences: matched.flatMap(({ file, person, book, incoming, differences }) =>
      differences.map((own) => ({
        fileId: file.id,
        personId: person.id,
        person: person.name,
        field: own.field,
        title: own.title,
        ...shownSides(own, maskDifference(own, book.values, incoming.values), whole),
        masked: LOOKED_AT.has(own.field) && whole !== 'both',
      })),
    ),
    notes: matched.flatMap(({ file, form, person }) =>
      form.notes.map(({ field, message }) => ({
        fileId: file.id,
        file: file.name,
        person: person.name,
        field,
        message: `${file.name}：${message}。`,
      })),
    ),
    people: matched.map((own) => ({
      fileId: own.file.id,
      file: own.file.name,
      personId: own.person.id,
      person: own.person.name,
      place: placeOf(ledger, own.person.id, today),
      state: bringsSomething(own) ? 'updated' : 'unchanged',
    })),
  }
}

type Sides = Pick<MatchedForm['differences'][number], 'from' | 'to'>

function shownSides(own: MatchedForm['differences'][number], masked: Sides, whole: Shown['whole']): Sides {
  if (whole === 'none' || !LOOKED_AT.has(own.field)) return masked
  return { from: whole === 'both' ? own.from : masked.from, to: own.to }
}

function placeOf(ledger: LedgerBook, personId: string, day: PlainDate): string {
  const holding = ledger.countedHolding(personId, day) ?? ledger.holdingsOf(personId, day)[0]
  const post = holding === undefined || holding.post_id === null ? undefined : ledger.postAt(holding.post_id, day)
  if (post === undefined) return '不在岗'
  return `${ledger.unitAt(post.unit_id, day)?.name ?? ''} ${post.title}`.trim()
}
