import { z } from 'zod'
import type { Dice } from '../kit/dice.ts'

/* Inputs for any operation, from its schema alone: such as fit, and such as fit nearly, with what a hand, a script or an enemy puts in their place. */

interface Schema {
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly prefixItems?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly additionalProperties?: Schema | boolean
  readonly minimum?: number
  readonly pattern?: string
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, Schema>>
}

export interface InputMaker {
  readonly make: (roll: Dice) => unknown
}

/** Values a field may turn out to hold. None is a path out of the folder: the program runs with all rights here. */
const JUNK: readonly ((roll: Dice) => unknown)[] = [
  () => undefined,
  () => null,
  () => '',
  () => '　',
  () => NaN,
  () => -1,
  () => 0.5,
  () => 1e300,
  () => true,
  () => [],
  () => ({}),
  () => [[[[[]]]]],
  () => 'x'.repeat(70_000),
  () => '\ud800',
  () => '\u0000',
  () => '９９９',
  () => '2026-02-30',
  () => '9999-12-31',
  () => '0001-01-01',
  () => "'; DROP TABLE person; --",
  () => '__proto__',
  () => 'constructor',
  () => JSON.parse('{"__proto__":{"polluted":true}}') as unknown,
  (roll) => Array.from({ length: roll.below(400) }, () => '甲'),
  (roll) => roll.below(2 ** 31),
]

const TEXTS = [
  '甲某',
  '党政办公室',
  '科员',
  '2026-11-01',
  '2026-11',
  '试编〔2026〕9号',
  'administrative',
  '1',
  '12',
  '行政编制',
  '考试录用应届毕业生',
  '原因',
]

/** A name is a place in the folder where all of it happens. */
const PATH_KEYS = /path|directory|folder|file|base64/i

/** Makes inputs for one operation's schema. `known`: ids and names that are in the book, so that some inputs go all the way. */
export function inputsFor(input: z.ZodType, known: readonly string[], places: readonly string[]): InputMaker {
  const root = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Schema
  const defs = root.$defs ?? {}
  const value = (schema: Schema, roll: Dice, key: string, depth: number, spoil: number): unknown => {
    if (roll.chance(spoil)) return roll.pick(JUNK)?.(roll)
    if (schema.$ref !== undefined)
      return depth > 6 ? null : value(defs[schema.$ref.split('/').at(-1) ?? ''] ?? root, roll, key, depth + 1, spoil)
    const ways = schema.anyOf ?? schema.oneOf
    if (ways !== undefined) return value(roll.pick(ways) ?? {}, roll, key, depth, spoil)
    if (schema.allOf !== undefined) return value(schema.allOf[0] ?? {}, roll, key, depth, spoil)
    if (schema.const !== undefined) return schema.const
    if (schema.enum !== undefined) return roll.pick(schema.enum)
    switch (schema.type) {
      case 'object': {
        const made: Record<string, unknown> = {}
        for (const [name, inner] of Object.entries(schema.properties ?? {}))
          if (schema.required?.includes(name) === true ? !roll.chance(spoil / 2) : roll.chance(0.4))
            made[name] = value(inner, roll, name, depth + 1, spoil)
        if (typeof schema.additionalProperties === 'object')
          for (let count = roll.below(3); count > 0; count -= 1)
            made[roll.pick(known) ?? 'k'] = value(schema.additionalProperties, roll, key, depth + 1, spoil)
        if (roll.chance(spoil / 2)) made['另外'] = 1
        return made
      }
      case 'array':
        return Array.from({ length: roll.below(3) + (depth > 4 ? 0 : 1) }, (_, at) =>
          value(schema.prefixItems?.[at] ?? schema.items ?? {}, roll, key, depth + 1, spoil),
        )
      case 'integer':
      case 'number':
        return (schema.minimum ?? 0) + roll.below(6)
      case 'boolean':
        return roll.chance(0.5)
      case 'null':
        return null
      default:
        if (PATH_KEYS.test(key)) return key === 'base64' ? Buffer.from('甲').toString('base64') : roll.pick(places)
        return roll.chance(0.5) ? (roll.pick(known) ?? '') : (roll.pick(TEXTS) ?? '')
    }
  }
  return {
    make: (roll) => {
      // A third fits, a third nearly, a third hardly.
      const spoil = [0, 0.06, 0.35][roll.below(3)] ?? 0
      return value(root, roll, '', 0, spoil)
    },
  }
}
