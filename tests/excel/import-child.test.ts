import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createExcelPort, type ExcelPortOptions } from '../../electron/host/spawn-excel.ts'
import { temporaryFolder } from '../kit/book.ts'
import { sampleBytes, workbookOf } from '../fixtures/workbooks.ts'

const staged = (name: string, bytes: Uint8Array) => ({ id: '1', name, bytes })
const still = () => ({ signal: new AbortController().signal, report: () => undefined })

/** A port whose child runs `script`; says the child's process id before it is given anything to do. */
async function withChild(script: string, options: Omit<ExcelPortOptions, 'childEntry'>, work: (port: ReturnType<typeof createExcelPort>, pidOf: () => number) => Promise<void>): Promise<void> {
  const folder = temporaryFolder()
  try {
    const entry = join(folder.path, 'child.mjs')
    const pidFile = join(folder.path, 'pid')
    writeFileSync(entry, `import { readFileSync, writeFileSync } from 'node:fs'\nwriteFileSync(${JSON.stringify(pidFile)}, String(process.pid))\n${script}`)
    await work(createExcelPort({ ...options, childEntry: entry }), () => Number(readFileSync(pidFile, 'utf8')))
  } finally {
    folder.dispose()
  }
}

async function gone(pid: number): Promise<boolean> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    try {
      process.kill(pid, 0)
    } catch {
      return true
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return false
}

const HANG = `process.on('message', () => { for (;;) {} }); process.send({ type: 'ready' })`

it('the sample comes back from the child with its progress', async () => {
  const phases: string[] = []
  const workbook = await createExcelPort().parse(staged('山溪乡花名册.xlsx', sampleBytes()), { signal: new AbortController().signal, report: (phase) => void phases.push(phase) })
  expect(workbook.sheets.map((sheet) => [sheet.name, sheet.rows.length])).toEqual([['机构编制', 19], ['人员花名册', 75]])
  expect(phases).toContain('读取')
})

it('a refused file names itself and its reason', async () => {
  await expect(createExcelPort().parse(staged('名册.xls', Buffer.from('<html></html>')), still())).rejects.toMatchObject({ code: 'file_unsupported', details: { file: '名册.xls' } })
  await expect(createExcelPort().parse(staged('名册.xlsx', sampleBytes().subarray(0, 9000)), still())).rejects.toMatchObject({ code: 'file_damaged', details: { file: '名册.xlsx' } })
})

it('a workbook that tries to pollute prototypes finds them frozen and reads as text', async () => {
  const book = workbookOf([{ name: '__proto__', rows: [['__proto__', 'constructor'], ['polluted', 'x']] }])
  const { sheets } = await createExcelPort().parse(staged('名册.xlsx', book), still())
  expect(sheets.map((sheet) => [sheet.name, sheet.rows])).toEqual([['__proto__', [['__proto__', 'constructor'], ['polluted', 'x']]]])
})

it('a child that hangs is ended at the deadline', () =>
  withChild(HANG, { deadlineMs: 700 }, async (port, pidOf) => {
    await expect(port.parse(staged('名册.xlsx', sampleBytes()), still())).rejects.toMatchObject({ code: 'file_timeout', details: { file: '名册.xlsx', seconds: 1 } })
    expect(await gone(pidOf())).toBe(true)
  }))

it('a child is ended when the clerk stops it', () =>
  withChild(HANG, {}, async (port, pidOf) => {
    const stop = new AbortController()
    setTimeout(() => stop.abort(), 400)
    await expect(port.parse(staged('名册.xlsx', sampleBytes()), { signal: stop.signal, report: () => undefined })).rejects.toMatchObject({ code: 'cancelled' })
    expect(await gone(pidOf())).toBe(true)
    await expect(port.parse(staged('名册.xlsx', sampleBytes()), { signal: stop.signal, report: () => undefined })).rejects.toMatchObject({ code: 'cancelled' })
  }))

it('a child that dies is reported as a damaged file, not waited for', () =>
  withChild(`process.on('message', () => process.exit(9)); process.send({ type: 'ready' })`, {}, async (port) => {
    await expect(port.parse(staged('名册.xlsx', sampleBytes()), still())).rejects.toMatchObject({ code: 'file_damaged', details: { problem: '读取中断' } })
  }))

it.runIf(process.platform === 'linux')('a child that takes too much memory is ended', () =>
  withChild(`process.on('message', () => { globalThis.kept = Buffer.alloc(200 * 1024 * 1024, 1) }); process.send({ type: 'ready' })`, { maxResidentBytes: 150 * 1024 * 1024 }, async (port, pidOf) => {
    await expect(port.parse(staged('名册.xlsx', sampleBytes()), still())).rejects.toMatchObject({ code: 'file_suspicious' })
    expect(await gone(pidOf())).toBe(true)
  }))
