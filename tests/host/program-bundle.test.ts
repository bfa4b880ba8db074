import { existsSync, mkdirSync, readdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findProgramBundle, fingerprintOf } from '../../electron/host/program-bundle.ts'
import { temporaryFolder } from '../kit/book.ts'
import { runCli, runCliProcess } from '../kit/command-line.ts'

/* What `npm run cli` and `npm start` load: made once from the sources as they are, never another one's, never half of one. */

const ROOT = join(import.meta.dirname, '..', '..')
let folder: ReturnType<typeof temporaryFolder>
beforeEach(() => {
  folder = temporaryFolder()
  mkdirSync(join(folder.path, 'node_modules'))
  symlinkSync(join(ROOT, 'node_modules', 'vite'), join(folder.path, 'node_modules', 'vite'))
  put('electron/main.ts', 'export const word = "eins"')
  put('vite.start.config.ts', CONFIG)
})
afterEach(() => folder.dispose())

const CONFIG = `export default { build: { ssr: true, rolldownOptions: { input: { word: 'electron/main.ts' }, output: { entryFileNames: '[name].mjs' } } } }`
const put = (path: string, text: string) => {
  mkdirSync(join(folder.path, path, '..'), { recursive: true })
  writeFileSync(join(folder.path, path), text)
}
const store = () => join(folder.path, 'node_modules', '.cache', 'dingbian')
const wordOf = async (bundle: string | null): Promise<unknown> =>
  ((await import(/* @vite-ignore */ join(bundle ?? 'none', 'program', 'word.mjs'))) as { readonly word: unknown }).word

describe('the bundle for a start', () => {
  it('is made once, and anew for other sources; the older one stays whole for who still runs it', async () => {
    const first = findProgramBundle(folder.path)
    expect(await wordOf(first)).toBe('eins')
    expect(findProgramBundle(folder.path)).toBe(first)
    put('electron/main.ts', 'export const word = "zwei"')
    const second = findProgramBundle(folder.path)
    expect([await wordOf(second), await wordOf(first)]).toEqual(['zwei', 'eins'])
    expect(readdirSync(store())).toHaveLength(2)
  })

  it('is another one for a file that is older than it, gone, or new', () => {
    const seen = [fingerprintOf(folder.path)]
    utimesSync(join(folder.path, 'electron/main.ts'), new Date(0), new Date(0))
    seen.push(fingerprintOf(folder.path))
    put('electron/more.ts', '')
    seen.push(fingerprintOf(folder.path))
    put('migrations/more.ts', '')
    seen.push(fingerprintOf(folder.path))
    expect(new Set(seen).size).toBe(4)
    expect(fingerprintOf(folder.path)).toBe(seen[3])
  })

  it('is not waited for while another start makes it, and is made where that one was broken off', () => {
    const claim = join(store(), `${fingerprintOf(folder.path)}.building`)
    mkdirSync(claim, { recursive: true })
    expect(findProgramBundle(folder.path)).toBeNull()
    utimesSync(claim, new Date(0), new Date(0))
    expect(findProgramBundle(folder.path)).toBe(claim.replace('.building', ''))
    expect(existsSync(claim)).toBe(false)
  })

  it('is done without where nothing can be written, sources do not build, or there are no tools', () => {
    put('electron/main.ts', 'export const word = ')
    expect(findProgramBundle(folder.path)).toBeNull()
    expect(readdirSync(store())).toEqual([])
    const bare = temporaryFolder()
    expect(findProgramBundle(bare.path)).toBeNull()
    expect(readdirSync(bare.path)).toEqual([])
    mkdirSync(join(bare.path, 'node_modules'))
    writeFileSync(join(bare.path, 'node_modules', '.cache'), 'a file where the folder would be')
    symlinkSync(join(ROOT, 'node_modules', 'vite'), join(bare.path, 'node_modules', 'vite'))
    expect(findProgramBundle(bare.path)).toBeNull()
    bare.dispose()
  })

  it('says what the sources say', async () => {
    expect(findProgramBundle(ROOT)).not.toBeNull()
    const asked = ['retirement', '--birth', '1970-06', '--category', 'male60', '--json']
    for (const args of [['--help'], ['nothing'], asked])
      expect(await runCliProcess(folder.path, args)).toEqual(await runCli(folder.path, args))
  })
})
