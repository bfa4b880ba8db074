import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { BREAKS } from './breaks/list.ts'

/* The list of guards that are broken on purpose (`node tests/breaks/run.ts`) stays in step with the program, its tests and what the documents say of it. */

const ROOT = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')

it('each is found once in its file, where it can be taken away', () => {
  const times = BREAKS.map(({ broken, file, from }) => [broken, read(file).split(from).length - 1])
  expect(times.filter(([, count]) => count !== 1)).toEqual([])
  expect(BREAKS.filter(({ from, to }) => from === to)).toEqual([])
})

it('every fault once told of has one', () => {
  const told = [...Array.from({ length: 13 }, (_, at) => `F${at + 1}`), 'a', 'b', 'c', 'd', 'e', 'f', 'g']
  const listed = new Set(BREAKS.map(({ fault }) => fault))
  expect(told.filter((fault) => !listed.has(fault))).toEqual([])
})

it('the table in docs/reliability.md is the list', () => {
  const rows = BREAKS.map(({ fault, broken, test }) => `| ${fault} | ${broken} | \`${test}\` |`)
  const table = read('docs/reliability.md')
    .split('\n')
    .filter((line) => /^\| (?:F\d+|[a-g]|P) \|/u.test(line))
  expect(table).toEqual(rows)
})
