import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { SCREENS } from '../../renderer/text/screens.ts'
import { OF_OTHER_BOOKS, WINDOW_STATES } from '../e2e/window-states.ts'

/* The list of states that everything is looked at in leaves nothing out. */

const RENDERER = join(import.meta.dirname, '../../renderer')

/** Files in which a dialog, a drawer or the machine's folders are laid over the window. */
function layers(sources: ReadonlyMap<string, string>): readonly string[] {
  return [...sources]
    .filter(([path, text]) => /<(Dialog|Drawer|FolderBrowser)\b/.test(text) && !/^ui\/(dialog|drawer)\.tsx$/.test(path))
    .map(([path]) => path)
    .sort()
}

const SOURCES = new Map(
  readdirSync(RENDERER, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.tsx'))
    .map((path) => path.replaceAll('\\', '/'))
    .map((path) => [path, readFileSync(join(RENDERER, path), 'utf8')] as const),
)

describe('the states of the window', () => {
  it('go through every screen', () => {
    const paths = new Set(WINDOW_STATES.map(({ at }) => at.split('?')[0]))
    expect(Object.values(SCREENS).filter(({ path }) => !paths.has(path))).toEqual([])
  })

  it('show every dialog and drawer', () => {
    const shown = new Set<string>([...WINDOW_STATES.flatMap(({ shows = [] }) => shows), ...OF_OTHER_BOOKS])
    const all = layers(SOURCES)
    expect(all.length).toBeGreaterThan(40)
    expect(all.filter((path) => !shown.has(path))).toEqual([])
    expect([...shown].filter((path) => !all.includes(path))).toEqual([])
  })

  it('would miss one that is new (control)', () => {
    expect(
      layers(
        new Map([
          ['features/x/x.tsx', 'return <Dialog title="新">'],
          ['ui/y.tsx', '<div>'],
        ]),
      ),
    ).toEqual(['features/x/x.tsx'])
  })

  it('have names of their own', () => {
    const keys = WINDOW_STATES.map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  })
})
