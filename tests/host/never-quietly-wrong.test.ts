import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Truth } from '../cases/kit/case.ts'
import { judgeImport } from '../cases/kit/judge-import.ts'

/* Workbooks that must never come in quietly: the retired, villagers, guests, children, numbers that are not the person's. */

const CASES = join(import.meta.dirname, '..', 'cases')
const truthOf = (set: string, start: string): Truth => {
  const name = readdirSync(join(CASES, set)).find((one) => one.startsWith(start) && one.endsWith('.truth.json'))
  return JSON.parse(readFileSync(join(CASES, set, name ?? ''), 'utf8')) as Truth
}
const DANGERS: readonly (readonly [set: string, start: string])[] = [
  ['workbooks-4', 'H31'],
  ['workbooks-4', 'H32'],
  ['workbooks-4', 'H33'],
  ['workbooks-4', 'H40'],
  ['workbooks-4', 'H43'],
  ['workbooks-5', 'J09'],
  ['workbooks-5', 'J12'],
  ['workbooks-5', 'J13'],
  ['workbooks-5', 'J15'],
  ['workbooks-6', 'K20'],
  ['workbooks-6', 'K38'],
  ['workbooks-7', 'L05'],
  ['workbooks-7', 'L14'],
]

it.each(DANGERS)('%s %s is asked about, and right after the answers the program suggests', async (set, start) => {
  const { right, silentlyWrong, problems } = await judgeImport(join(CASES, set), truthOf(set, start))
  expect({ right, silentlyWrong, problems }).toEqual({ right: true, silentlyWrong: false, problems: [] })
})

it('the same judge finds somebody who is told wrongly (control)', async () => {
  const truth = truthOf('workbooks-4', 'H34')
  const people = truth.people.map((one, at) => (at === 0 ? { ...one, unit: '别的机构' } : one))
  expect((await judgeImport(join(CASES, 'workbooks-4'), { ...truth, people })).right).toBe(false)
})
