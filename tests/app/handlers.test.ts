import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { OPERATIONS } from '../../electron/contract/operations.ts'
import { COMMANDS, QUERIES } from '../../electron/app/handlers.ts'

/** A later concept that claimed an operation of an earlier one would replace its handler without a word. */
it('no operation is answered by two concepts', async () => {
  const app = join(import.meta.dirname, '../../electron/app')
  const concepts = readdirSync(app, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && entry.name !== 'views',
  )
  expect(concepts.length).toBeGreaterThan(5)
  const tables = await Promise.all(
    concepts.map(async ({ name }) => Object.values((await import(join(app, name, 'handlers.ts'))) as object)),
  )
  const claimed = tables.flat().flatMap((table) => Object.keys(table as object))
  const county = Object.entries(OPERATIONS).flatMap(([name, { kind }]) => (kind === 'county' ? [name] : []))
  expect(claimed.toSorted()).toEqual([...Object.keys(QUERIES), ...Object.keys(COMMANDS), ...county].toSorted())
})
