import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { OPERATIONS, type OperationName } from '../../electron/contract/operations.ts'

const OPERATION_NAMES = Object.keys(OPERATIONS) as OperationName[]

/* What a schema objects to is read by the clerk: no word of the schema's language reaches her, whatever is sent to whatever operation. */

const SCHEMA_WORDS =
  /无效|期望|实际接收|接收|undefined|\bnull\b|object|\bstring\b|\bnumber\b|array|boolean|NaN|Invalid|expected/iu
const JUNK: readonly unknown[] = [
  undefined,
  null,
  '',
  '　',
  'x'.repeat(900),
  -1,
  1e12,
  0.5,
  true,
  [],
  [1],
  {},
  { a: 1 },
  '2026-13-40',
]

/** Every sentence the schema has for junk: as the whole input, in place of each field, and with a field nobody knows. */
function problemsOf(input: z.ZodType): readonly string[] {
  const keys = input instanceof z.ZodObject ? Object.keys(input.shape) : []
  const events = { type: 'move', on: '2026-11-20' }
  const inputs = [
    ...JUNK,
    { 不认得的栏目: 1 },
    ...keys.flatMap((key) => [...JUNK, events, { ...events, type: '没有这一种' }].map((junk) => ({ [key]: junk }))),
  ]
  return inputs.flatMap((junk) => {
    const parsed = input.safeParse(junk)
    return parsed.success ? [] : parsed.error.issues.map((issue) => issue.message)
  })
}

describe('what a schema objects to', () => {
  it('is said without a word of the schema, for every operation', () => {
    const said = new Map(OPERATION_NAMES.map((name) => [name, problemsOf(OPERATIONS[name].input)]))
    expect([...said.values()].flat().length).toBeGreaterThan(OPERATION_NAMES.length * 10)
    const foreign = [...said].flatMap(([name, all]) =>
      [...new Set(all)].filter((text) => SCHEMA_WORDS.test(text)).map((text) => `${name}: ${text}`),
    )
    expect(foreign).toEqual([])
  })

  it.each([
    [z.string(), undefined, '没有填'],
    [z.string(), 5, '应是文字'],
    [z.number(), 'x', '应是数'],
    [z.int(), 1.5, '应是整数'],
    [z.string().max(3), '四个字的', '至多 3 个字'],
    [z.array(z.int()).min(1), [], '至少 1 项'],
    [z.number().positive(), 0, '应大于 0'],
    [z.enum(['甲', '乙']), '丙', '不在可选的范围里：甲、乙'],
    [z.strictObject({}), { 别的: 1 }, '有不认得的栏目：别的'],
  ])('%#: as a clerk says it', (schema, input, said) => {
    expect(schema.safeParse(input).error?.issues[0]?.message).toBe(said)
  })

  it('zod’s own words would be caught (control)', () => {
    expect('无效输入：期望 string，实际接收 undefined').toMatch(SCHEMA_WORDS)
  })
})
