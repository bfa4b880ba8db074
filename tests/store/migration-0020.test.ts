import { expect, it } from 'vitest'
import { withBook } from '../kit/book.ts'

it('the guard against overlapping records finds those of the same person by an index', () =>
  withBook(async (book) => {
    const plan = book.raw
      .prepare(
        `EXPLAIN QUERY PLAN SELECT 1 FROM record AS other WHERE other.kind = ? AND other.person_id IS ? AND other.unit_id IS ? AND other.id <> ?`,
      )
      .all('personFile', 'p1', null, 'r1') as readonly { readonly detail: string }[]
    expect(plan.map(({ detail }) => detail).join('\n')).toMatch(
      /USING INDEX record_subject \(kind=\? AND person_id=\? AND unit_id=\?\)/,
    )
    await Promise.resolve()
  }))
