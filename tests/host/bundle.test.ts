import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openLog } from '../../electron/host/log.ts'
import { createCore } from '../../electron/host/core.ts'
import { createExcelPort } from '../../electron/host/spawn-excel.ts'
import { SAMPLE_WORKBOOK } from '../../electron/host/staged-files.ts'
import { temporaryFolder } from '../kit/book.ts'
import { importsOf } from '../kit/imports.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const MAIN = join(ROOT, 'out', 'main')

/* What `npm run build` made (`npm test` builds before it tests): the files that would be shipped, not the sources. */
describe.skipIf(!existsSync(join(MAIN, 'main.js')))('the built program', () => {
  const files = existsSync(MAIN) ? readdirSync(MAIN) : []
  const text = (name: string) => readFileSync(join(MAIN, name), 'utf8')

  it('is the entry, the preload script and the workbook child, flat in one folder', () => {
    expect(files).toEqual(expect.arrayContaining(['main.js', 'preload.cjs', 'workbook-child.js']))
    expect(files.filter((name) => !/\.(js|cjs)$/.test(name))).toEqual([])
    expect(existsSync(join(ROOT, 'out', 'sample', basename(SAMPLE_WORKBOOK)))).toBe(true)
  })

  it('needs nothing beside itself but Electron, Node and the driver', () => {
    const outside = files
      .filter((name) => name.endsWith('.js'))
      .flatMap((name) =>
        importsOf(name, text(name))
          .filter((each) => each.kind === 'package')
          .map((each) => each.target),
      )
    const builtIn = new Set([
      'electron',
      'better-sqlite3-multiple-ciphers',
      ...process.getBuiltinModule('node:module').builtinModules,
    ])
    expect([...new Set(outside)].filter((name) => !builtIn.has(name))).toEqual([])
  })

  it('has a preload script a sandbox accepts: CommonJS that loads only Electron', () => {
    expect([...text('preload.cjs').matchAll(/require\(\s*["']([^"']+)["']\s*\)/g)].map((match) => match[1])).toEqual([
      'electron',
    ])
    expect(text('preload.cjs')).not.toMatch(/^\s*(import|export)\s/m)
  })

  it('tells nothing of the machine it was built on', () => {
    expect(files.filter((name) => text(name).includes(ROOT))).toEqual([])
  })

  it('reads the sample in its own child, with the libraries bundled and the prototypes frozen', async () => {
    const excel = createExcelPort({ childEntry: join(MAIN, 'workbook-child.js') })
    const file = { id: 'f', name: basename(SAMPLE_WORKBOOK), bytes: readFileSync(SAMPLE_WORKBOOK) }
    const bundled = await excel.parse(file, { signal: new AbortController().signal, report: () => undefined })
    const source = await createExcelPort().parse(file, {
      signal: new AbortController().signal,
      report: () => undefined,
    })
    expect(JSON.stringify(bundled)).toContain('党政综合办公室')
    expect(bundled).toEqual(source)
  })

  it('imports the sample and draws its notice through that child', async () => {
    const folder = temporaryFolder()
    const core = createCore({
      dataFolder: folder.path,
      log: openLog(folder.path),
      appVersion: '0',
      // A notice hangs on or after the day of its list: the day of this test is a fixed one.
      clock: { now: () => '2026-11-22T02:00:00.000Z', today: () => '2026-11-22' },
      excel: createExcelPort({ childEntry: join(MAIN, 'workbook-child.js') }),
    })
    try {
      expect(await core.call('book.openSample', {})).toMatchObject({
        ok: true,
        value: { open: true, units: expect.any(Number) },
      })
      expect(
        await core.call('notice.issue', {
          layout: 'table',
          from: '2026-11-23',
          days: 5,
          phone: '0794-1234567',
          // The sample has its faults on purpose.
          despite: { keys: ['all'], reason: '示例' },
        }),
      ).toMatchObject({ ok: true, value: { layout: 'table', endsOn: '2026-11-30' } })
    } finally {
      await core.close()
      folder.dispose()
    }
  })
})
