import { canonicalJson } from '../rules/packs/canonical-pack.ts'
import { ledgerBook } from '../ledger/book/ledger-book.ts'
import { markedPersonIds, personMark } from '../ledger/journal/person-marks.ts'
import type { FactRows } from '../ledger/rows/fact-rows.ts'
import type { EventDocument } from '../ledger/planning/pieces.ts'
import { namesOfStep } from './plan-step.ts'
import type { KeptStep, ReformStep } from './reform-step.ts'

/* A 改革方案 as a file: for the colleague who works on a copy of the same township's book. */

export interface SharedReform {
  readonly township: string
  readonly title: string
  readonly day: string
  readonly document: EventDocument | null
  readonly steps: readonly { readonly step: ReformStep; readonly said: string }[]
  /** The ids its steps use, with the names they stand for. */
  readonly names: Readonly<Record<string, string>>
}

export const REFORM_SCHEMA = 'dingbian-reform'
export const REFORM_VERSION = 1

/** What a draft's file says, apart from its checksum. `facts`: the book with the draft laid over it, so that its own units have names. */
export function sharedReform(
  facts: FactRows,
  draft: { readonly title: string; readonly day: string; readonly document: EventDocument | null },
  steps: readonly KeptStep[],
): SharedReform {
  const people = new Map(facts.person.map(({ id, name }) => [id, name]))
  const marked = steps.flatMap(({ said }) => markedPersonIds(said)).map((id) => [id, people.get(id) ?? ''] as const)
  return {
    township: facts.book[0]?.name ?? '',
    ...draft,
    steps: steps.map(({ step, said }) => ({ step, said })),
    names: Object.assign(
      {},
      Object.fromEntries(marked),
      ...steps.map(({ step }) => namesOfStep(facts, step, draft.day)),
    ),
  }
}

/** What the checksum of the file is taken over. */
export function sharedText(shared: SharedReform): string {
  return canonicalJson(shared)
}

/** The steps as this book means them: an id it does not know stands for the name it had. */
export function stepsForBook(
  shared: SharedReform,
  facts: FactRows,
): readonly { readonly step: ReformStep; readonly said: string }[] {
  const ledger = ledgerBook(facts)
  const known = (id: string) =>
    ledger.unitVersions(id).length > 0 || ledger.person(id) !== undefined || ledger.postVersions(id).length > 0
  const meant = (id: string): string => {
    const name = Object.hasOwn(shared.names, id) ? shared.names[id] : undefined
    return name === undefined || name === '' || known(id) ? id : name
  }
  const idOf = (id: string): string => {
    const word = meant(id)
    const [only, ...others] = ledger.peopleNamed(word)
    return only === undefined || others.length > 0 || known(id) ? id : only.id
  }
  const read = (value: unknown): unknown => {
    if (typeof value === 'string') return meant(value)
    if (Array.isArray(value)) return value.map(read)
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, read(own)]))
  }
  return shared.steps.map(({ step, said }) => ({
    // The same shape with other words in it.
    step: read(step) as ReformStep,
    said: markedPersonIds(said).reduce((text, id) => text.replaceAll(personMark(id), personMark(idOf(id))), said),
  }))
}
