import { expect, test } from 'vitest'
import { withWords } from '../../../electron/domain/ledger/told/event-words.ts'

test.each<[string | undefined, string]>([
  [undefined, '核增 2 名'],
  ['', '核增 2 名'],
  ['   ', '核增 2 名'],
  [' 机构改革 ', '核增 2 名；机构改革'],
])('a note %j says what was done first', (note, said) => {
  const event = {
    type: 'quota.increase' as const,
    on: '2026-01-01',
    document: { number: '试1号' },
    ...(note === undefined ? {} : { note }),
  }
  expect(withWords(event, '核增 2 名')).toEqual({ ...event, note: said })
})
