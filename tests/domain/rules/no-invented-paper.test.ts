import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { combinedSource } from '../../../electron/domain/rules/citation.ts'
import { LAW_TEXTS } from '../../../electron/domain/law/law-texts.ts'
import { RULES } from '../../../electron/domain/rules/registry.ts'
import { RULE_PACKS } from '../../../electron/domain/rules/packs/index.ts'

/* No 文号 of our own making: what a pack or a rule calls by number is either named in a source text or a published law’s own number. */

const NUMBER = /[\p{Script=Han}]{1,8}[〔[]\d{4}[〕\]]\d+号/gu

/** Numbers the law base has: of its papers, and in their words. */
const STORED: ReadonlySet<string> = new Set(
  LAW_TEXTS.flatMap(({ number, passages }) => [number ?? '', ...numbersIn(passages), ...numbersIn(number)]),
)

function numbersIn(value: unknown): readonly string[] {
  return [
    ...JSON.stringify(value, (_, part: unknown) => (typeof part === 'function' ? undefined : part)).matchAll(NUMBER),
  ].map(([number]) => number)
}

/** Every number written anywhere in the files of a folder, comments left out. */
function numbersUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => {
      const code = readFileSync(join(folder, name), 'utf8')
        .replaceAll(/\/\*[\s\S]*?\*\//gu, '')
        .replaceAll(/^\s*\/\/.*$/gmu, '')
      return [...code.matchAll(NUMBER)].map(([number]) => number)
    })
}

const unknown = (numbers: readonly string[]) =>
  [...new Set(numbers)].filter((number) => ![...STORED].some((known) => known !== '' && number.endsWith(known)))

describe('document numbers', () => {
  test('of the packs and the rules, as data', () => {
    expect(numbersIn(RULES.map(({ sources }) => combinedSource(sources))).length).toBeGreaterThan(3)
    expect(unknown(numbersIn(RULE_PACKS))).toEqual([])
    expect(unknown(numbersIn(RULES.map(({ sources }) => combinedSource(sources))))).toEqual([])
  })

  test('written anywhere under rules/', () => {
    const root = join(import.meta.dirname, '../../../electron/domain/rules')
    expect(unknown(numbersUnder(root))).toEqual([])
  })

  test('one of our own making would be seen (control)', () => {
    expect(unknown(numbersIn({ documentNumber: '山编办〔2006〕12号' }))).toEqual(['山编办〔2006〕12号'])
  })

  test('no shipped template has a number, an issuer or a day', () => {
    for (const { template } of RULE_PACKS)
      expect(Object.keys(template ?? {}).filter((key) => /number|issu|date|effective/iu.test(key))).toEqual([])
  })
})
