import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'vite'
import { describe, expect, it } from 'vitest'
import * as causes from '../../electron/vocabulary/causes.ts'
import type { CodeList } from '../../electron/vocabulary/code-list.ts'
import { codeFinder } from '../../electron/vocabulary/code-list.ts'
import * as degrees from '../../electron/vocabulary/degrees.ts'
import * as duties from '../../electron/vocabulary/duties.ts'
import * as establishment from '../../electron/vocabulary/establishment.ts'
import * as ethnicGroups from '../../electron/vocabulary/ethnic-groups.ts'
import * as findings from '../../electron/vocabulary/findings.ts'
import * as notices from '../../electron/vocabulary/notices.ts'
import * as people from '../../electron/vocabulary/people.ts'
import { refusalText } from '../../electron/vocabulary/refusals.ts'
import * as retirement from '../../electron/vocabulary/retirement.ts'
import * as standing from '../../electron/vocabulary/standing.ts'
import { sourceFiles } from '../kit/imports.ts'

const ROOT = join(import.meta.dirname, '../..')
const MODULES: readonly Readonly<Record<string, unknown>>[] = [
  causes,
  degrees,
  duties,
  establishment,
  ethnicGroups,
  findings,
  notices,
  people,
  retirement,
  standing,
]
const LISTS = MODULES.flatMap((module) =>
  Object.entries(module).filter(([name]) => name.endsWith('_LIST')),
) as readonly (readonly [string, CodeList])[]

describe('the lists of the vocabulary', () => {
  it.each(LISTS)('%s: every code has a title of its own, and no word stands for two codes', (_, list) => {
    const titles = Object.values(list).map((entry) => entry.title)
    expect(titles.every((title) => title.trim() !== '')).toBe(true)
    expect(new Set(titles).size).toBe(titles.length)
    const find = codeFinder(list)
    for (const [code, entry] of Object.entries(list)) {
      for (const word of [code, entry.title, ...(entry.also ?? [])]) expect([word, find(word)]).toEqual([word, code])
    }
  })

  it('each is written once: nothing outside lists all of its codes, its titles, or gives its codes words again', () => {
    const files = sourceFiles(ROOT, ['electron', 'renderer']).filter((path) => !path.startsWith('electron/vocabulary/'))
    expect(files.length).toBeGreaterThan(400)
    expect(files.flatMap((file) => copiesIn(file, readFileSync(join(ROOT, file), 'utf8')))).toEqual([])
  })

  it.each([
    ["const KINDS = ['selfHired', 'agency', 'purchasedService', 'publicWelfare', 'temporary']", 'OFF_QUOTA_LIST'],
    ["z.enum(['男', '女'])", 'SEX_LIST'],
    ["const W = { error: '红', warning: '黄', info: '蓝' }", 'SEVERITY_LIST'],
    ["z.enum(['hint', 'record', 'block'])", 'GATE_LIST'],
    ["const T = ['自聘', '劳务派遣', '政府购买服务', '公益性岗位', '临时聘用']", 'OFF_QUOTA_LIST'],
    ["const F = [{ value: 'chief', label: '正职' }, { value: 'deputy', label: '副职' }]", 'LEADERSHIP_ROLE_LIST'],
  ])('would be caught (control): %s', (text, list) => {
    expect(copiesIn('electron/domain/a.ts', text)).toEqual([expect.stringContaining(list)])
  })
})

/** The lists a file writes down again, as sentences. */
function copiesIn(file: string, text: string): readonly string[] {
  const found = new Set<string>()
  walk(parseSync(file, text).program, (node) => {
    for (const words of wordSets(node)) {
      for (const [name, list] of LISTS) {
        const codes = Object.keys(list)
        const titles = Object.values(list).map((entry) => entry.title)
        if (codes.every((code) => words.has(code)) || titles.every((title) => words.has(title)))
          found.add(`${file} writes ${name} again; take it from electron/vocabulary`)
      }
    }
  })
  return [...found]
}

interface Node {
  readonly type: string
  readonly [key: string]: unknown
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value

function walk(node: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(node)) {
    for (const one of node) walk(one, visit)
    return
  }
  if (!isNode(node)) return
  visit(node)
  for (const value of Object.values(node)) if (typeof value === 'object') walk(value, visit)
}

/** The words an array lists, or the keys an object gives words to; for an array of `{ value, label }` the values. */
function wordSets(node: Node): readonly ReadonlySet<string>[] {
  if (node.type === 'ArrayExpression') {
    const elements = (node['elements'] as readonly unknown[]).filter(isNode)
    const plain = elements.map(literal).filter((word) => word !== null)
    const values = elements.flatMap((element) => {
      const value = entriesOf(element).find(([key]) => key === 'value')?.[1]
      const word = isNode(value) ? literal(value) : null
      return word === null ? [] : [word]
    })
    return [plain, values].filter((words) => words.length > 0).map((words) => new Set(words))
  }
  if (node.type === 'ObjectExpression') {
    // A code led to another code is logic; a code given words is the list again.
    const worded = entriesOf(node).filter(([, value]) => isNode(value) && /\p{sc=Han}/u.test(literal(value) ?? ''))
    return worded.length === 0 ? [] : [new Set(worded.map(([key]) => key))]
  }
  return []
}

function literal(node: Node): string | null {
  return node.type === 'Literal' && typeof node['value'] === 'string' ? node['value'] : null
}

function entriesOf(node: Node): readonly (readonly [string, unknown])[] {
  if (node.type !== 'ObjectExpression') return []
  return (node['properties'] as readonly unknown[]).filter(isNode).flatMap((property) => {
    const key = property['key']
    if (!isNode(key)) return []
    const name = key.type === 'Identifier' ? String(key['name']) : literal(key)
    return name === null ? [] : [[name, property['value']] as const]
  })
}

it('a reason that is a sentence of its own ends the refusal with one full stop', () => {
  expect(refusalText('event_impossible', { why: '条例第九条：不得自行设置。' })).toBe(
    '不能登记：条例第九条：不得自行设置。',
  )
})
