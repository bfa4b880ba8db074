import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { describe, expect, it } from 'vitest'
import { stylesheets } from '../kit/stylesheets.ts'

const ROOT = join(import.meta.dirname, '../..')
const SHEETS = stylesheets(ROOT, 'renderer').map((path) => ({ path, css: readFileSync(join(ROOT, path), 'utf8') }))

/** Sheets whose classes every screen may use, and refine inside an element of its own. */
const SHARED = /^renderer\/(styles|ui|parts)\//

interface Sheet {
  readonly path: string
  readonly css: string
}

const withoutComments = (css: string) => css.replaceAll(/\/\*[^]*?\*\//g, '')

/** Every selector of a sheet, lists taken apart; at-rules and key frames left out. */
function selectorsOf({ css }: Sheet): readonly string[] {
  return [...withoutComments(css).matchAll(/([^{};]+)\{/g)]
    .map((match) => (match[1] ?? '').trim())
    .filter((head) => !/^(@|from\b|to\b|\d+%)/.test(head))
    .flatMap((head) => head.split(/,(?![^(]*\))/).map((one) => one.trim()))
}

const classesIn = (selector: string) => [...selector.matchAll(/\.([a-zA-Z][\w-]*)/g)].map((match) => match[1] ?? '')

/** What breaks the convention: a screen's sheet styles its own classes only, others only inside one of its own. */
function leaks(sheets: readonly Sheet[]): readonly string[] {
  const shared = new Set(
    sheets.filter(({ path }) => SHARED.test(path)).flatMap((sheet) => selectorsOf(sheet).flatMap(classesIn)),
  )
  const screens = sheets.filter(({ path }) => !SHARED.test(path))
  const homes = new Map<string, Set<string>>()
  for (const sheet of screens) {
    for (const name of selectorsOf(sheet)
      .flatMap(classesIn)
      .filter((name) => !shared.has(name))) {
      homes.set(name, (homes.get(name) ?? new Set()).add(posix.dirname(sheet.path)))
    }
  }
  const twice = [...homes]
    .filter(([, folders]) => folders.size > 1)
    .map(([name, folders]) => `.${name} is styled in ${[...folders].join(' and ')}`)
  const loose = screens.flatMap((sheet) =>
    selectorsOf(sheet)
      .filter(
        (selector) => !classesIn(selector).some((name) => homes.get(name)?.has(posix.dirname(sheet.path)) === true),
      )
      .map((selector) => `${sheet.path}: ${selector} reaches outside; put a class of its own before it`),
  )
  return [...twice, ...loose]
}

/** Colours and layers written by hand instead of by their token. */
function rawValues({ path, css }: Sheet): readonly string[] {
  if (path.endsWith('/tokens.css')) return []
  return withoutComments(css)
    .split('\n')
    .filter((line) => /#[0-9a-fA-F]{3,8}\b(?!.*\{)|\b(rgb|hsl)a?\(|z-index:\s*-?\d/.test(line))
    .map((line) => `${path}: ${line.trim()}`)
}

describe('style sheets', () => {
  it('stay inside their screen', () => {
    expect(SHEETS.length).toBeGreaterThan(20)
    expect(leaks(SHEETS)).toEqual([])
  })

  it('would be seen where one reaches outside or two style one class (control)', () => {
    expect(
      leaks([
        { path: 'renderer/styles/a.css', css: '.button { color: red }' },
        {
          path: 'renderer/features/x/x.css',
          css: '.own .button { color: red } .button { color: red } .both { top: 0 }',
        },
        { path: 'renderer/features/y/y.css', css: '@media print { .both { top: 0 } }' },
      ]),
    ).toEqual([
      '.both is styled in renderer/features/x and renderer/features/y',
      'renderer/features/x/x.css: .button reaches outside; put a class of its own before it',
    ])
  })

  it('take colours and layers from the tokens', () => {
    expect(SHEETS.flatMap(rawValues)).toEqual([])
    expect(rawValues({ path: 'renderer/a.css', css: '.a {\n color: #fff;\n z-index: 3;\n}' })).toHaveLength(2)
  })
})
