import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { packageRows } from '../../electron/contract/package-shapes.ts'
import { quickCheck } from '../../electron/contract/quick-shape.ts'

/* The quick way may say no to what is right, and never yes to what is not: the shape itself is the measure. */

const WORDS = [
  '',
  'x',
  '东乡',
  'administrative',
  'in-quota',
  '2026-02-30',
  '2026-02-28',
  'a'.repeat(200),
  'a'.repeat(201),
]
const ODD: readonly unknown[] = [
  null,
  undefined,
  true,
  0,
  -1,
  0.5,
  10_000_000,
  10_000_001,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  2 ** 53,
  [],
  ['x'],
  [1],
  {},
  ...WORDS,
  ' x ',
  'a'.repeat(400),
  'a'.repeat(401),
  'a'.repeat(2000),
  'a'.repeat(2001),
]

/** A row that the shape takes. */
const RIGHT: Readonly<Record<keyof typeof packageRows, Readonly<Record<string, unknown>>>> = {
  units: { id: 'u', parent: null, name: '办', kind: 'office', managingBody: null, nameplates: ['甲'], order: 1.5 },
  lines: {
    id: 'l',
    unit: 'u',
    category: 'administrative',
    quota: 1,
    actual: 1,
    reserved: 0,
    vacancy: 0,
    over: 0,
    tolerance: 0,
  },
  quotas: {
    id: 'q',
    unit: 'u',
    category: 'administrative',
    role: 'allocation',
    amount: 1,
    documentNumber: '',
    from: '2026-01-01',
  },
  leadership: {
    id: 'l',
    unit: 'u',
    amount: 1,
    chief: null,
    deputy: 1,
    documentNumber: '',
    from: '2026-01-01',
    counts: true,
  },
  seats: { id: 's', post: 'p', unit: 'u', title: '', leadership: null, state: 'inUse', person: null, kind: null },
  people: {
    id: 'p',
    name: '甲',
    number: null,
    sex: null,
    birth: null,
    unit: null,
    post: '',
    category: null,
    list: 'in-quota',
    status: '',
    counted: true,
    leads: null,
    politicalStatus: null,
    education: null,
    enteredOn: null,
    secondedTo: null,
    retires: null,
  },
  findings: { id: 'f', rule: 'D3', title: '', severity: 'error', state: 'open', unit: null, person: null, text: '' },
  duties: { id: 'd', title: '', dueOn: null, text: '' },
}

/** Disagreements: a yes where parsing fails or gives something else. */
function wrongYes(shape: z.ZodObject, rows: readonly unknown[], fits = quickCheck(shape)): readonly unknown[] {
  return rows.filter((row) => {
    if (!fits(row)) return false
    const parsed = shape.safeParse(row)
    return !parsed.success || JSON.stringify(parsed.data) !== JSON.stringify(row)
  })
}

/** Every field of a right row made odd in every way, left out, and one too many. */
function oddRows(right: Readonly<Record<string, unknown>>): readonly unknown[] {
  return [
    ...Object.keys(right).flatMap((key) => {
      const { [key]: _, ...less } = right
      return [less, ...ODD.map((value) => ({ ...right, [key]: value }))]
    }),
    { ...right, more: 1 },
    JSON.parse(`{"__proto__":1,${JSON.stringify(right).slice(1)}`),
    [right],
    ...ODD,
  ]
}

describe('rows of a package, looked at quickly', () => {
  for (const [name, shape] of Object.entries(packageRows)) {
    const right = RIGHT[name as keyof typeof packageRows]
    it(`${name}: what is right is seen at once, and nothing else is let through`, () => {
      expect(shape.safeParse(right).success).toBe(true)
      expect(quickCheck(shape)(right)).toBe(true)
      expect(wrongYes(shape, oddRows(right))).toEqual([])
    })
  }

  it('says no, not yes, to a shape that changes or asks more of what it is given', () => {
    const shapes = [
      z.object({ a: z.string().trim() }),
      z.object({ a: z.string().regex(/^x$/u) }),
      z.object({ a: z.coerce.number() }),
      z.object({ a: z.number().multipleOf(2) }),
      z.object({ a: z.number().gt(0).lt(1) }),
      z.object({ a: z.array(z.string()).max(0) }),
      z.object({ a: z.string().default('x') }),
      z.object({ a: z.string().optional() }),
      z.object({ a: z.enum(['x', 'y']).refine((value) => value !== 'x') }),
      z.object({ a: z.string() }).refine(({ a }) => a !== 'x'),
      z.strictObject({ a: z.string() }),
      z.looseObject({ a: z.string() }),
    ]
    for (const shape of shapes) expect(wrongYes(shape, oddRows({ a: 'x' }))).toEqual([])
  })

  it('would be caught (control): a check that lets everything through', () => {
    expect(wrongYes(packageRows.people, oddRows(RIGHT.people), () => true).length).toBeGreaterThan(50)
  })
})
