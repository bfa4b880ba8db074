import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { LAW_ITEMS } from './items.ts'

const ROOT = join(import.meta.dirname, '../..')
/** Rows nobody has filled yet: whoever fills one takes it off. */
const NOT_SHOWN = 0

/** What is wrong with `path > title`: no such file, or no test of that title in it; null: nothing. */
function problemOf(shown: string): string | null {
  const [path = '', title = ''] = shown.split(' > ')
  const file = join(ROOT, path)
  if (!existsSync(file)) return `${shown}: no such file`
  return title !== '' && readFileSync(file, 'utf8').includes(title) ? null : `${shown}: no such test`
}

test('the five documents have 42 items, each once', () => {
  expect(LAW_ITEMS).toHaveLength(42)
  expect(new Set(LAW_ITEMS.map(({ id }) => id)).size).toBe(42)
})

test.each(LAW_ITEMS.filter(({ shown }) => shown.length > 0))(
  '$id $item is shown by a test that is there',
  ({ shown }) => {
    expect(shown.map(problemOf).filter((problem) => problem !== null)).toEqual([])
  },
)

test('no more rows are open than are known to be', () => {
  expect(LAW_ITEMS.filter(({ shown }) => shown.length === 0)).toHaveLength(NOT_SHOWN)
})

test('a file or a test that is not there is seen (control)', () => {
  expect(problemOf('tests/nowhere.test.ts > x')).toContain('no such file')
  expect(problemOf('tests/law-items/items.ts > 没有这一个')).toContain('no such test')
})
