import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keepReport, reportOf, runSelfTest, type SelfTestOptions } from '../../electron/host/self-test.ts'
import { createExcelPort } from '../../electron/host/spawn-excel.ts'
import { temporaryFolder } from '../kit/book.ts'

/* `--self-test` without Electron: everything but the window runs for real, with real children and real kills. */

let folder: ReturnType<typeof temporaryFolder>
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => folder.dispose())

const options = (more: Partial<SelfTestOptions> = {}): SelfTestOptions => ({
  folder: folder.path,
  excel: createExcelPort(),
  appVersion: '0',
  openWindow: () => Promise.resolve(),
  writer: {
    program: process.execPath,
    words: [join(import.meta.dirname, 'self-test-writer.ts')],
    flag: '--self-test-writer=',
  },
  kills: 3,
  ...more,
})

describe('the self-test', () => {
  it('passes on a sound machine, says what it saw, and leaves nothing but its report', async () => {
    const steps = await runSelfTest(options())
    expect(steps.filter((step) => !step.ok)).toEqual([])
    expect(steps.map((step) => step.title)).toEqual([
      '打开窗口',
      '新建编制本，写入再读出',
      '画一张公示并读回',
      '写到一半强行结束 3 次',
      '设密码、锁定、解锁',
    ])
    const report = reportOf(steps, '0', '2026-11-22T02:00:00.000Z')
    expect(report).toContain('全部通过。')
    expect(readFileSync(keepReport(folder.path, report), 'utf8')).toBe(report)
    expect(readdirSync(folder.path)).toEqual(['自检报告.txt'])
  })

  it('names what does not work, and goes on with the rest (control)', async () => {
    const broken = createExcelPort({ childEntry: join(folder.path, 'no-child.mjs') })
    const liar = join(folder.path, 'liar.mjs')
    // Says what it has not written.
    writeFileSync(
      liar,
      `import { writeFileSync } from 'node:fs'
       const folder = process.argv.at(-1).replace(/^--[a-z-]+=/, '')
       writeFileSync(folder + '/said.txt', '999\\n')
       setInterval(() => undefined, 1000)`,
    )
    const steps = await runSelfTest(
      options({
        excel: broken,
        openWindow: () => Promise.reject(new Error('ERR_FAILED')),
        writer: { program: process.execPath, words: [liar], flag: '--self-test-writer=' },
      }),
    )
    expect(steps.map((step) => step.ok)).toEqual([false, true, false, false, true])
    expect(steps[3]?.told).toContain('少了已经答应的登记')
    expect(reportOf(steps, '0', '')).toContain('3 项没通过。')
    expect(existsSync(join(folder.path, '自检报告.txt'))).toBe(false)
  })
})
