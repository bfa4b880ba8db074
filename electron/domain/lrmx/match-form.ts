import { maskIdNumber, readResidentId } from '../identity/resident-id.ts'
import type { PersonTable } from '../ledger/rows/fact-rows.ts'
import type { LedgerBook } from '../ledger/book/ledger-book.ts'
import type { PlainDate } from '../model/plain-date.ts'
import type { FormValues } from './elements.ts'
import { tidyPersonName } from './read-values.ts'

export type MatchRefusalCode = 'lrmx_person_unknown' | 'lrmx_person_ambiguous' | 'lrmx_id_mismatch' | 'lrmx_id_invalid'

/** Whose form it is, or why that cannot be said. */
export type FormMatch =
  | { readonly person: PersonTable }
  | { readonly code: MatchRefusalCode; readonly details: Readonly<Record<string, string>> }

/** The person of the book a form is about: by ID number, else by name. A number that contradicts the name or the book is a question. */
export function matchForm(ledger: LedgerBook, { fields }: FormValues, today: PlainDate): FormMatch {
  const name = fields.name ?? ''
  const named = ledger.facts.person.filter((person) => tidyPersonName(person.name) === name)
  const written = fields.idNumber
  if (written === null) return byName(ledger, name, named, today)
  const reading = readResidentId(written, today)
  if (reading.verdict === 'invalid') {
    const same = named.filter((person) => person.id_number === written)
    const [only] = same
    return only !== undefined && same.length === 1
      ? { person: only }
      : refusal('lrmx_id_invalid', { name, problem: reading.problem ?? '号码不符合规则' })
  }
  const numbered = ledger.peopleNamed(reading.normalized)
  const [owner] = numbered
  if (owner !== undefined) {
    const own = numbered.find((person) => tidyPersonName(person.name) === name)
    return own !== undefined
      ? { person: own }
      : refusal('lrmx_id_mismatch', {
          name,
          problem: `号码 ${maskIdNumber(reading.normalized)} 在编制本是${owner.name}的`,
        })
  }
  const without = named.filter((person) => person.id_number === null)
  const [only] = without
  if (only !== undefined && named.length === 1) return { person: only }
  const [other] = named
  if (other !== undefined && named.length === 1)
    return refusal('lrmx_id_mismatch', {
      name,
      problem: `表上是 ${maskIdNumber(reading.normalized)}，编制本是 ${maskIdNumber(other.id_number ?? '')}`,
    })
  return byName(ledger, name, named, today)
}

function byName(ledger: LedgerBook, name: string, named: readonly PersonTable[], today: PlainDate): FormMatch {
  const [only] = named
  if (only === undefined) return refusal('lrmx_person_unknown', { name })
  if (named.length === 1) return { person: only }
  const choices = named.map((person) => {
    const holding = ledger.countedHolding(person.id, today) ?? ledger.holdingsOf(person.id, today)[0]
    const post = holding === undefined || holding.post_id === null ? undefined : ledger.postAt(holding.post_id, today)
    const unit = post === undefined ? '不在岗' : (ledger.unitAt(post.unit_id, today)?.name ?? '')
    const tail = person.id_number === null ? '没有身份证号' : `身份证尾号 ${person.id_number.slice(-4)}`
    return `${person.name}（${unit}${post === undefined ? '' : post.title}，${tail}）`
  })
  return refusal('lrmx_person_ambiguous', { name, choices: choices.join('、') })
}

function refusal(code: MatchRefusalCode, details: Readonly<Record<string, string>>): FormMatch {
  return { code, details }
}
