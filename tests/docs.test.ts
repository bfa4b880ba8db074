import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { describe, expect, it } from 'vitest'

/* What the documents say of the house must be so: every link leads somewhere, every path and every npm script they name is there. */

const ROOT = join(import.meta.dirname, '..')
const DOCUMENTS = [
  'README.md',
  'electron/domain/rules/README.md',
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => posix.join('docs', name.replaceAll('\\', '/'))),
]
const SCRIPTS = Object.keys(
  (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { readonly scripts: Record<string, string> })
    .scripts,
)

/** Where a short path may begin: from the root, or from one of the two halves of the house. */
const BEGINNINGS = ['', 'electron', 'renderer']
const ENDINGS = ['', '.ts', '.tsx']
const isThere = (path: string) => existsSync(join(ROOT, path))
const somewhere = (document: string, path: string) =>
  [...BEGINNINGS, dirname(document)].some((start) => ENDINGS.some((end) => isThere(posix.join(start, `${path}${end}`))))

/** Names of all files of ours, for a document that says `move.ts` after it has said the folder. */
const FILE_NAMES = new Set(
  ['electron', 'renderer', 'migrations', 'tests', 'docs', '.'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: folder !== '.', encoding: 'utf8' }).map(
      (name) => name.split(/[\\/]/u).at(-1) ?? name,
    ),
  ),
)

const withoutFences = (text: string) => text.replaceAll(/^```[\s\S]*?^```/gmu, '')

/** Links to files of the house, as written. */
function linksOf(text: string): readonly string[] {
  return [...withoutFences(text).matchAll(/\]\(([^)\s]+)\)/gu)]
    .map(([, target]) => target ?? '')
    .filter((target) => !/^(?:[a-z]+:|#)/u.test(target))
    .map((target) => target.replace(/#.*$/u, ''))
}

/** Paths in backticks. A name with a place to fill in (`<…>`, `…`, `*`) is a pattern, not a path; so is what a program makes at run time. */
function pathsOf(text: string): readonly string[] {
  return [...withoutFences(text).matchAll(/`([^`\n]+)`/gu)]
    .map(([, said]) => said ?? '')
    .filter((said) => /^[\w.-]+(?:\/[\w.-]+)*\/?$/u.test(said))
    .filter((said) => said.includes('/') || /\.(?:tsx?|css|md|sh)$/u.test(said))
    .filter((said) => !/^(?:test-output|release|out|node_modules)\//u.test(said))
}

const scriptsOf = (text: string) => [...text.matchAll(/npm run (?:-s )?([a-z][\w:-]*)/gu)].map(([, name]) => name ?? '')

/** What a document says that is not so. */
function wrongIn(document: string, text: string): readonly string[] {
  return [
    ...linksOf(text)
      .filter((target) => !isThere(posix.join(dirname(document), target)))
      .map((target) => `${document}: link to ${target}`),
    ...pathsOf(text)
      .filter((path) => (path.includes('/') ? !somewhere(document, path) : !FILE_NAMES.has(path)))
      .map((path) => `${document}: path ${path}`),
    ...scriptsOf(text)
      .filter((name) => !SCRIPTS.includes(name))
      .map((name) => `${document}: npm run ${name}`),
  ]
}

describe('what the documents name is there', () => {
  it.each(DOCUMENTS)('%s', (document) => {
    expect(wrongIn(document, readFileSync(join(ROOT, document), 'utf8'))).toEqual([])
  })

  it('reads a fair number of them (control)', () => {
    const texts = DOCUMENTS.map((document) => readFileSync(join(ROOT, document), 'utf8'))
    expect(texts.flatMap(linksOf).length).toBeGreaterThan(20)
    expect(texts.flatMap(pathsOf).length).toBeGreaterThan(60)
  })

  it.each([
    ['see [the map](nowhere.md)', ['docs/a.md: link to nowhere.md']],
    ['see [the map](architecture.md#rules), [that](https://example.org/x.md)', []],
    ['`domain/quota`, `app/context`, `renderer/ui/button.tsx`, `electron/domain/rules/<id>.ts`', []],
    ['`domain/quotas` and `gone.ts`', ['docs/a.md: path domain/quotas', 'docs/a.md: path gone.ts']],
    ['`npm run typecheck`, `npm run nothing`', ['docs/a.md: npm run nothing']],
  ])('would be seen (control): %s', (text, wrong) => {
    expect(wrongIn('docs/a.md', text)).toEqual(wrong)
  })
})

describe('the tree at the top of architecture.md', () => {
  const text = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8')
  const lines = (/^```\n([\s\S]*?)^```/mu.exec(text)?.[1] ?? '').split('\n')

  /** Paths the tree's lines begin with; a line deep inside is the rest of a sentence. */
  const named = lines.flatMap((line) => {
    const [, indent = '', names = ''] = /^( {0,2})((?:[\w.-]+(?:\/|\.ts)\s?)+)/u.exec(line) ?? []
    const under = indent === '' ? '' : 'electron/'
    return names
      .trim()
      .split(/\s+/u)
      .filter((name) => name !== '')
      .map((name) => `${under}${name}`)
  })

  it('names what is there', () => {
    expect(named.length).toBeGreaterThan(10)
    expect(named.filter((path) => !isThere(path))).toEqual([])
  })

  it('leaves out no room of electron', () => {
    const rooms = readdirSync(join(ROOT, 'electron')).map((name) => `electron/${name}`)
    expect(rooms.filter((room) => !named.includes(room) && !named.includes(`${room}/`))).toEqual([])
  })
})
