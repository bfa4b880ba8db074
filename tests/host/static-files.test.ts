import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadStaticFiles } from '../../electron/host/static-files.ts'
import { temporaryFolder } from '../kit/book.ts'

/* The screens of a packed program lie in one file that only seems to be a folder: what is in it is listed when it is built, and never looked up. */

let folder: ReturnType<typeof temporaryFolder>
beforeEach(() => {
  folder = temporaryFolder()
  mkdirSync(join(folder.path, 'assets'))
  for (const name of ['index.html', 'assets/a.js', 'assets/unlisted.js', 'assets/a.js.map'])
    writeFileSync(join(folder.path, name), name)
})
afterEach(() => folder.dispose())

const list = (names: unknown) => writeFileSync(join(folder.path, 'files.json'), JSON.stringify(names))
const served = () => [...loadStaticFiles(folder.path).keys()].toSorted()

describe('the files of the screens', () => {
  it('are those the build listed; nothing is looked up beside the list', () => {
    list(['assets/a.js', 'files.json', 'index.html'])
    expect(served()).toEqual(['/', '/assets/a.js', '/index.html'])
  })

  it('without a list are those that are there, source maps and the list itself never (control: one more than the list says)', () => {
    expect(served()).toEqual(['/', '/assets/a.js', '/assets/unlisted.js', '/index.html'])
  })

  it('one that is listed and missing stops the start, with its reason, instead of a white page', () => {
    list(['assets/gone.js', 'index.html'])
    expect(() => loadStaticFiles(folder.path)).toThrow(/gone\.js/)
    list(['assets/a.js'])
    expect(() => loadStaticFiles(folder.path)).toThrow('no index.html')
    rmSync(join(folder.path, 'index.html'))
    list(['index.html'])
    expect(() => loadStaticFiles(folder.path)).toThrow(/index\.html/)
  })
})

const BUILT = join(import.meta.dirname, '..', '..', 'out', 'renderer')

describe.skipIf(!existsSync(join(BUILT, 'index.html')))('what the build made', () => {
  it('lists every file it made, its page’s own among them', () => {
    const made = readdirSync(BUILT, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== 'files.json')
      .map((entry) => relative(BUILT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    expect(JSON.parse(readFileSync(join(BUILT, 'files.json'), 'utf8'))).toEqual(made.toSorted())
    const page = readFileSync(join(BUILT, 'index.html'), 'utf8')
    const named = [...page.matchAll(/(?:src|href)="\/([^"]+)"/g)].map((match) => match[1])
    expect(named.length).toBeGreaterThan(1)
    expect(named.filter((name) => !made.includes(name ?? ''))).toEqual([])
  })
})
