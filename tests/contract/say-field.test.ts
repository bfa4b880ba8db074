import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { OPERATIONS } from '../../electron/contract/operations.ts'
import { sayField, titleOfField } from '../../electron/contract/say-field.ts'

/* A refused input names its field by the word the clerk knows, whatever operation it was. */

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly [key: string]: unknown
}

/** Every name of a field in a schema, to any depth. */
function fieldsOf(schema: unknown, found: Set<string>): void {
  if (typeof schema !== 'object' || schema === null) return
  if (Array.isArray(schema)) {
    for (const part of schema) fieldsOf(part, found)
    return
  }
  for (const [word, part] of Object.entries(schema as JsonSchema)) {
    if (word === 'properties') for (const name of Object.keys(part as object)) found.add(name)
    if (word === 'properties' || word === '$defs')
      for (const inner of Object.values(part as object)) fieldsOf(inner, found)
    else if (['items', 'prefixItems', 'anyOf', 'oneOf', 'allOf', 'additionalProperties'].includes(word))
      fieldsOf(part, found)
  }
}

function allFields(): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { input } of Object.values(OPERATIONS))
    fieldsOf(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }), found)
  return found
}

describe('the name of a field', () => {
  it('is Chinese for every field of every operation', () => {
    const fields = [...allFields()]
    expect(fields.length).toBeGreaterThan(250)
    expect(fields.filter((field) => titleOfField(field) === undefined)).toEqual([])
    const foreign = fields.flatMap((field) => titleOfField(field) ?? []).filter((title) => /[A-Za-z]{2}/.test(title))
    expect(foreign).toEqual([])
  })

  it('is missed where none is declared (control)', () => {
    expect(titleOfField('constructor')).toBeUndefined()
    expect(titleOfField('noSuchField')).toBeUndefined()
  })

  it.each([
    [['event', 'into'], '并入的机构'],
    [['event', 'document', 'number'], '依据文件的文号'],
    [['event', 'to'], '转往的机构'],
    [['to'], '截止日期'],
    [['rows', 2, 'on'], '第 3 行的日期'],
    [['event', 'person', 'idNumber'], '人员的身份证号'],
    [['fields', '微信号'], '栏目的“微信号”'],
    [['values', '__proto__'], '内容的其中一项'],
    [[], '这一次填的内容'],
  ])('%j is %s', (path, said) => {
    expect(sayField(path)).toBe(said)
  })
})
