/**
 * What decides about people, in slices, each with the tests that are about it. A survivor that has to face every test costs half a minute;
 * facing its own tests it costs a second. Fewer tests can only let more mutants live: the score is a lower bound.
 */
export interface Slice {
  readonly name: string
  /** What the paths below `electron/domain/` begin with; the longest match over all slices decides. */
  readonly files: readonly string[]
  /** Test files below `tests/domain/` without `.test.ts`, or whole folders with a slash at the end. */
  readonly tests: readonly string[]
  /** Its tests have hooks, or read what lies beside them: each mutant gets a test runner of its own, which takes fifty times as long. */
  readonly ownRunner?: true
}

export const SLICES: readonly Slice[] = [
  {
    name: 'A',
    files: ['rules/national/a'],
    tests: [
      'rules/quota-rules',
      'rules/limits-and-levels',
      'rules/ledger-basis',
      'rules/ledger-rules',
      'rules/use-of-quota',
      'rules/any-township',
      'rules/national-words-a-to-c',
    ],
  },
  {
    name: 'B-C',
    files: ['rules/national/b', 'rules/national/c'],
    tests: [
      'rules/use-of-quota',
      'rules/who-belongs',
      'rules/left-and-managed',
      'rules/quota-rules',
      'rules/entry-rules',
      'rules/ledger-basis',
      'rules/any-township',
      'rules/national-words-a-to-c',
    ],
  },
  {
    name: 'D',
    files: ['rules/national/d'],
    tests: [
      'rules/data-as-stored',
      'rules/identity-and-entry',
      'rules/who-belongs',
      'rules/any-township',
      'rules/national-words-d-to-f',
    ],
  },
  {
    name: 'E',
    files: ['rules/national/e'],
    tests: ['rules/entry-rules', 'rules/identity-and-entry', 'rules/who-belongs', 'rules/national-words-d-to-f'],
  },
  {
    name: 'F',
    files: ['rules/national/f'],
    tests: [
      'rules/exit-and-change-rules',
      'rules/ledger-rules',
      'rules/retirement-rule',
      'rules/national-words-d-to-f',
    ],
  },
  {
    name: 'G',
    files: ['rules/national/g'],
    tests: ['rules/duty-and-pay-rules', 'rules/entry-rules', 'rules/ledger-rules'],
  },
  { name: 'H', files: ['rules/national/h'], tests: ['rules/secondment-rules', 'rules/who-belongs'] },
  {
    name: 'I-RN',
    ownRunner: true,
    files: ['rules/national/i', 'rules/national/rn'],
    tests: ['rules/report-and-law-rules', 'rules/registry'],
  },
  {
    name: 'jiangxi-township',
    files: ['rules/jiangxi-township/'],
    tests: [
      'rules/jiangxi-township',
      'rules/jiangxi-township-records',
      'rules/jiangxi-township-words',
      'rules/local-pack',
    ],
  },
  {
    name: 'masked-county-2022',
    files: ['rules/masked-county-2022/'],
    tests: ['rules/masked-county-2022-organs', 'rules/masked-county-2022-people', 'rules/masked-county-2022-words'],
  },
  {
    name: 'lingwu-2018',
    files: ['rules/lingwu-2018/'],
    tests: ['rules/lingwu-2018-team', 'rules/lingwu-2018-duties', 'rules/lingwu-2018-words'],
  },
  {
    name: 'yunnan-and-chenzhou',
    files: ['rules/yunnan-2011/', 'rules/chenzhou/'],
    tests: ['rules/yunnan-2011', 'rules/chenzhou', 'rules/yunnan-and-chenzhou-words'],
  },
  { name: 'shared', ownRunner: true, files: ['rules/'], tests: ['rules/'] },
  { name: 'quota', files: ['quota/'], tests: ['quota/'] },
  {
    name: 'roster',
    files: ['roster/'],
    tests: ['roster/roster-entries', 'roster/over-quota-order', 'roster/split-roster', 'roster/single-titles'],
  },
  { name: 'notice', ownRunner: true, files: ['notice/'], tests: ['notice/'] },
  {
    name: 'ledger-planning',
    files: ['ledger/planning/'],
    tests: [
      'ledger/events-*',
      'ledger/people-events/',
      'ledger/planned-import',
      'ledger/planning/',
      'ledger/quota-events/',
      'ledger/stands-over',
      'ledger/title-guard',
    ],
  },
  {
    name: 'ledger-rows',
    files: ['ledger/book/', 'ledger/rows/', 'ledger/sentences/', 'ledger/snapshot/'],
    tests: [
      'ledger/apply-changes',
      'ledger/book/',
      'ledger/documents',
      'ledger/late-entry',
      'ledger/off-quota',
      'ledger/people-events/',
      'ledger/quota-events/*s',
      'ledger/rows/',
      'ledger/sentences',
      'ledger/snapshot/',
    ],
  },
  {
    name: 'ledger-gates',
    files: [
      'ledger/planning/exit-proofs',
      'ledger/planning/gates',
      'ledger/planning/planned-import',
      'ledger/planning/quota-sentence',
      'ledger/planning/stands-over',
      'ledger/sentences/leadership-',
    ],
    tests: [
      'ledger/apply-changes',
      'ledger/documents',
      'ledger/planned-import',
      'ledger/sentences',
      'ledger/stands-over',
    ],
  },
  {
    name: 'ledger-journal',
    files: ['ledger/journal/'],
    tests: [
      'ledger/apply-changes',
      'ledger/documents',
      'ledger/late-entry',
      'ledger/reverse-entry',
      'ledger/stranded-rows',
      'ledger/undo-extent',
    ],
  },
  {
    name: 'ledger-told',
    files: ['ledger/told/'],
    tests: [
      'ledger/change-sheet',
      'ledger/change-sheet-lines',
      'ledger/chronicle',
      'ledger/chronicle-told-once',
      'ledger/event-words',
      'ledger/movement-basis',
      'ledger/movements',
      'ledger/off-quota',
      'ledger/post-history',
      'ledger/quota-events/limits-and-posts',
      'ledger/seat-board',
      'ledger/timeline',
    ],
  },
  {
    name: 'events',
    files: ['ledger/events/'],
    tests: [
      'ledger/documents',
      'ledger/events-*',
      'ledger/late-entry',
      'ledger/off-quota',
      'ledger/people-events/',
      'ledger/planning/',
      'ledger/quota-events/',
      'ledger/stands-over',
      'ledger/title-guard',
    ],
  },
  {
    name: 'fill-reading',
    files: ['fill/'],
    tests: ['fill/'],
  },
  {
    name: 'fill-fields',
    files: ['fill/date-hints', 'fill/form-fields', 'fill/person-fields', 'fill/unit-fields'],
    tests: ['fill/'],
  },
  {
    name: 'fill-counting',
    files: ['fill/count-', 'fill/counted-person', 'fill/find-counts'],
    tests: ['fill/'],
  },
  {
    name: 'fill-conditions',
    files: ['fill/condition-', 'fill/form-categories', 'fill/level-words'],
    tests: ['fill/'],
  },
  {
    name: 'fill-scope',
    files: ['fill/form-scope', 'fill/form-units', 'fill/own-', 'fill/unit-labels'],
    tests: ['fill/'],
  },
  {
    name: 'fill-lines',
    files: ['fill/form-lines', 'fill/line-text'],
    tests: ['fill/form-lines', 'fill/line-text'],
  },
  {
    name: 'fill-values',
    files: ['fill/fit-choices', 'fill/lay-out-sides', 'fill/printed-keys', 'fill/values/'],
    tests: ['fill/'],
  },
  { name: 'table', files: ['table/'], tests: ['table/'] },
  { name: 'import-plan', files: ['import-plan/'], tests: ['import-plan/'] },
]

/** The slice a file below `electron/domain/` belongs to; undefined: not mutated. */
export function sliceOf(file: string): Slice | undefined {
  const lengthOf = (slice: Slice) =>
    Math.max(...slice.files.map((start) => (file.startsWith(start) ? start.length : 0)))
  const best = SLICES.reduce((best, slice) => (lengthOf(slice) > lengthOf(best) ? slice : best))
  return lengthOf(best) > 0 ? best : undefined
}
