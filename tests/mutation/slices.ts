/**
 * The rules in slices, each with the tests that are about it. Every test runs every rule, so a survivor that has to face all of them
 * costs half a minute; facing its own tests it costs a second. Fewer tests can only let more mutants live: the score is a lower bound.
 */
export interface Slice {
  readonly name: string
  /** What the paths below `electron/domain/rules/` begin with; the longest match over all slices decides, '' takes the rest. */
  readonly files: readonly string[]
  /** Test files in `tests/domain/rules/` without `.test.ts`; none means all of them. */
  readonly tests: readonly string[]
}

export const SLICES: readonly Slice[] = [
  { name: 'A', files: ['national/a'], tests: ['quota-rules', 'limits-and-levels', 'ledger-basis', 'ledger-rules', 'use-of-quota', 'any-township', 'national-words-a-to-c'] },
  { name: 'B-C', files: ['national/b', 'national/c'], tests: ['use-of-quota', 'who-belongs', 'left-and-managed', 'quota-rules', 'entry-rules', 'ledger-basis', 'any-township', 'national-words-a-to-c'] },
  { name: 'D', files: ['national/d'], tests: ['data-as-stored', 'identity-and-entry', 'who-belongs', 'any-township', 'national-words-d-to-f'] },
  { name: 'E', files: ['national/e'], tests: ['entry-rules', 'identity-and-entry', 'who-belongs', 'national-words-d-to-f'] },
  { name: 'F', files: ['national/f'], tests: ['exit-and-change-rules', 'ledger-rules', 'retirement-rule', 'national-words-d-to-f'] },
  { name: 'G', files: ['national/g'], tests: ['duty-and-pay-rules', 'entry-rules', 'ledger-rules'] },
  { name: 'H', files: ['national/h'], tests: ['secondment-rules', 'who-belongs'] },
  { name: 'I-RN', files: ['national/i', 'national/rn'], tests: ['report-and-law-rules', 'registry'] },
  { name: 'seed-000', files: ['seed-000/'], tests: ['seed-000', 'seed-000-records', 'seed-000-words', 'local-pack'] },
  { name: 'seed-001', files: ['seed-001/'], tests: ['seed-001-organs', 'seed-001-people', 'seed-001-words'] },
  { name: 'seed-002', files: ['seed-002/'], tests: ['seed-002-team', 'seed-002-duties', 'seed-002-words'] },
  { name: 'seed-003-004', files: ['seed-003/', 'seed-004/'], tests: ['seed-003', 'seed-004', 'seed-003-004-words'] },
  { name: 'shared', files: [''], tests: [] },
]

/** The slice a rule file belongs to. */
export function sliceOf(file: string): Slice {
  const lengthOf = (slice: Slice) => Math.max(...slice.files.map((start) => (file.startsWith(start) ? start.length : -1)))
  return SLICES.reduce((best, slice) => (lengthOf(slice) > lengthOf(best) ? slice : best))
}
