import { fork } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { createMeter } from '../../electron/host/child-meter.ts'
import { usageOf } from '../../electron/host/utility-child.ts'
import type { ChildReply } from '../../electron/excel/child-protocol.ts'
import {
  createExcelPort,
  forkNode,
  type ExcelPortOptions,
  type ForkExcelChild,
} from '../../electron/host/spawn-excel.ts'
import { temporaryFolder } from '../kit/book.ts'
import { sampleBytes, workbookOf } from '../fixtures/workbooks.ts'

const staged = (name: string, bytes: Uint8Array) => ({ id: '1', name, bytes })
const still = () => ({ signal: new AbortController().signal, report: () => undefined })

/** A port whose child runs `script`; says the child's process id before it is given anything to do. */
async function withChild(
  script: string,
  options: Omit<ExcelPortOptions, 'childEntry'>,
  work: (port: ReturnType<typeof createExcelPort>, pidOf: () => number) => Promise<void>,
): Promise<void> {
  const folder = temporaryFolder()
  try {
    const entry = join(folder.path, 'child.mjs')
    let pid = 0
    const noting: ForkExcelChild = (script_, execArgv) => {
      const child = forkNode(script_, execArgv)
      pid = child.pid() ?? 0
      return child
    }
    writeFileSync(entry, `import { readFileSync } from 'node:fs'\n${script}`)
    await work(createExcelPort({ ...options, fork: noting, childEntry: entry }), () => pid)
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
  const workbook = await createExcelPort().parse(staged('山溪乡花名册.xlsx', sampleBytes()), {
    signal: new AbortController().signal,
    report: (phase) => void phases.push(phase),
  })
  expect(workbook.sheets.map((sheet) => [sheet.name, sheet.rows.length])).toEqual([
    ['机构编制', 19],
    ['人员花名册', 75],
  ])
  expect(phases).toContain('读取')
})

it('a refused file names itself and its reason', async () => {
  await expect(
    createExcelPort().parse(staged('名册.xls', Buffer.from('<html></html>')), still()),
  ).rejects.toMatchObject({ code: 'file_unsupported', details: { file: '名册.xls' } })
  await expect(
    createExcelPort().parse(staged('名册.xlsx', sampleBytes().subarray(0, 9000)), still()),
  ).rejects.toMatchObject({ code: 'file_damaged', details: { file: '名册.xlsx' } })
})

it('a workbook that tries to pollute prototypes finds them frozen and reads as text', async () => {
  const book = workbookOf([
    {
      name: '__proto__',
      rows: [
        ['__proto__', 'constructor'],
        ['polluted', 'x'],
      ],
    },
  ])
  const { sheets } = await createExcelPort().parse(staged('名册.xlsx', book), still())
  expect(sheets.map((sheet) => [sheet.name, sheet.rows])).toEqual([
    [
      '__proto__',
      [
        ['__proto__', 'constructor'],
        ['polluted', 'x'],
      ],
    ],
  ])
})

it('a child that hangs is ended when it has used up its processor time', () =>
  withChild(HANG, { readingMs: 700 }, async (port, pidOf) => {
    await expect(port.parse(staged('名册.xlsx', sampleBytes()), still())).rejects.toMatchObject({
      code: 'file_timeout',
      details: { file: '名册.xlsx', seconds: 1 },
    })
    expect(await gone(pidOf())).toBe(true)
  }))

/** Answers a request after waiting, or working, for so many milliseconds. */
const lateAnswer = (how: string, ms: number) => `
const wait = () => new Promise((done) => setTimeout(done, ${ms}))
const work = () => { const { user, system } = process.cpuUsage(); const end = user + system + ${ms} * 1000
  for (;;) { const now = process.cpuUsage(); if (now.user + now.system > end) return } }
process.on('message', async ({ type }) => {
  await ${how}()
  const workbook = { type: 'workbook', json: '{"sheets":[],"table":[]}', cells: new Uint32Array() }
  process.send(type === 'parse' ? workbook : { type: 'drawn', bytes: new Uint8Array(3) })
})
process.send({ type: 'ready' })`

describe('a child that gets the processor late', () => {
  it('is waited for: only its own time counts', () =>
    withChild(lateAnswer('wait', 1500), { readingMs: 700 }, async (port) => {
      expect(await port.parse(staged('名册.xlsx', sampleBytes()), still())).toEqual({ sheets: [] })
    }))

  it('control: working as long as that it is ended', () =>
    withChild(lateAnswer('work', 1500), { readingMs: 700 }, async (port) => {
      await expect(port.parse(staged('名册.xlsx', sampleBytes()), still())).rejects.toMatchObject({
        code: 'file_timeout',
      })
    }))

  it('control: counted by the clock it would have been ended', () =>
    withChild(lateAnswer('wait', 1500), { wallMs: 700 }, async (port) => {
      await expect(port.parse(staged('名册.xlsx', sampleBytes()), still())).rejects.toMatchObject({
        code: 'file_timeout',
      })
    }))
})

describe('drawing', () => {
  const sheet = { name: '表', columns: [], rows: [] } as never

  it('has a time of its own: what would be too long for reading is not for drawing', () =>
    withChild(lateAnswer('work', 1500), { readingMs: 700, drawingMs: 20_000 }, async (port) => {
      expect(await port.draw(sheet, still())).toHaveLength(3)
    }))

  it('that never ends is refused in its own words, naming no file to import', () =>
    withChild(HANG, { drawingMs: 700 }, async (port, pidOf) => {
      const refused: unknown = await port.draw(sheet, still()).catch((error: unknown) => error)
      expect(refused).toMatchObject({ code: 'drawing_stopped', details: { problem: '用了 1 秒还没有做完' } })
      expect(await gone(pidOf())).toBe(true)
    }))
})

describe('what a child used, where the system does not show it', () => {
  it('is what it reported, and the time since', () => {
    let clock = 0
    const meter = createMeter(
      () => null,
      () => clock,
    )
    clock = 400
    expect(meter.read()).toEqual({ spentMs: 400, wallMs: 400, residentBytes: 0 })
    meter.reported({ processorMs: 120, residentBytes: 90 })
    clock = 450
    expect(meter.read()).toEqual({ spentMs: 170, wallMs: 450, residentBytes: 90 })
  })

  it('is reported by our own child with its progress, memory and all', async () => {
    const reports: unknown[] = []
    const entry = fileURLToPath(new URL('../../electron/excel/workbook-child.ts', import.meta.url))
    const child = fork(entry, [], { serialization: 'advanced' })
    await new Promise<void>((resolve) => {
      child.on('message', (reply: ChildReply) => {
        if (reply.type === 'ready') child.send({ type: 'parse', name: '名册.xlsx', bytes: sampleBytes() })
        if (reply.type === 'usage') reports.push(reply)
        if (reply.type === 'workbook') resolve()
      })
    })
    child.kill()
    expect(reports.length).toBeGreaterThanOrEqual(3)
    for (const report of reports) {
      expect(report).toMatchObject({ processorMs: expect.any(Number), residentBytes: expect.any(Number) })
    }
    expect(reports.at(-1)).not.toMatchObject({ residentBytes: 0 })
  })

  it('is found among what Electron knows of its processes', () => {
    const metrics = [
      { pid: 1, cpu: { cumulativeCPUUsage: 9 }, memory: { workingSetSize: 9 } },
      { pid: 7, cpu: { cumulativeCPUUsage: 1.5 }, memory: { workingSetSize: 2048 } },
      { pid: 8, cpu: {}, memory: { workingSetSize: 2048 } },
    ]
    expect(usageOf(metrics, 7)).toEqual({ processorMs: 1500, residentBytes: 2048 * 1024 })
    expect(usageOf(metrics, 8)).toBeNull()
    expect(usageOf(metrics, 9)).toBeNull()
  })
})

it('a child is ended when the clerk stops it', () =>
  withChild(HANG, {}, async (port, pidOf) => {
    const stop = new AbortController()
    setTimeout(() => stop.abort(), 400)
    await expect(
      port.parse(staged('名册.xlsx', sampleBytes()), { signal: stop.signal, report: () => undefined }),
    ).rejects.toMatchObject({ code: 'cancelled' })
    expect(await gone(pidOf())).toBe(true)
    await expect(
      port.parse(staged('名册.xlsx', sampleBytes()), { signal: stop.signal, report: () => undefined }),
    ).rejects.toMatchObject({ code: 'cancelled' })
  }))

it('a child that dies is reported as a damaged file, not waited for', () =>
  withChild(`process.on('message', () => process.exit(9)); process.send({ type: 'ready' })`, {}, async (port) => {
    await expect(port.parse(staged('名册.xlsx', sampleBytes()), still())).rejects.toMatchObject({
      code: 'file_damaged',
      details: { problem: '读取中断' },
    })
  }))

it.runIf(process.platform === 'linux')('a child that takes too much memory is ended', () =>
  withChild(
    `process.on('message', () => { globalThis.kept = Buffer.alloc(200 * 1024 * 1024, 1) }); process.send({ type: 'ready' })`,
    { maxResidentBytes: 150 * 1024 * 1024 },
    async (port, pidOf) => {
      await expect(port.parse(staged('名册.xlsx', sampleBytes()), still())).rejects.toMatchObject({
        code: 'file_suspicious',
      })
      expect(await gone(pidOf())).toBe(true)
    },
  ),
)

describe('a file that takes its reader over', () => {
  /** Tries to do it in the child and answers with what came of it. */
  const attempt = (what: string) => `
    import { existsSync, readFileSync as read, writeFileSync as write } from 'node:fs'
    import { spawnSync } from 'node:child_process'
    const said = () => { try { return String(${what}) } catch (error) { return error.code ?? error.name } }
    process.on('message', () => process.send({
      type: 'workbook', json: JSON.stringify({ workbook: { said: said() }, sheets: [], table: [] }), cells: new Uint32Array(),
    }))
    process.send({ type: 'ready' })`
  const said = async (what: string): Promise<unknown> => {
    let answer: unknown
    await withChild(attempt(what), {}, async (port) => {
      answer = await port.parse(staged('名册.xlsx', sampleBytes()), still())
    })
    return (answer as { readonly said: unknown }).said
  }

  it('finds no password', async () => {
    process.env['DINGBIAN_PASSWORD'] = '竹筏与灯塔7'
    try {
      expect(await said(`JSON.stringify(process.env).includes('竹筏')`)).toBe('false')
      // Control: what is not of the book is there.
      expect(await said(`'PATH' in process.env`)).toBe('true')
    } finally {
      delete process.env['DINGBIAN_PASSWORD']
    }
  })

  it.runIf(process.allowedNodeEnvironmentFlags.has('--permission'))(
    'reads no book, writes nothing and starts no program',
    async () => {
      const folder = temporaryFolder()
      const [book, next] = [join(folder.path, '山溪乡.dingbian'), join(folder.path, '新的')]
      writeFileSync(book, '一本')
      try {
        expect(await said(`read(${JSON.stringify(book)}, 'utf8')`)).toBe('ERR_ACCESS_DENIED')
        expect(await said(`write(${JSON.stringify(next)}, 'x')`)).toBe('ERR_ACCESS_DENIED')
        expect(await said(`spawnSync('true').status`)).toBe('ERR_ACCESS_DENIED')
        // Control: the program's own files it reads.
        expect(await said(`existsSync(${JSON.stringify(join(import.meta.dirname, '../../package.json'))})`)).toBe(
          'true',
        )
      } finally {
        folder.dispose()
      }
    },
  )
})

it('a cell with a line through it is told, by the sheet it stands in; other lines and other looks are none', async () => {
  const workbook = new ExcelJS.Workbook()
  for (const name of ['张三册 & 一', '二']) {
    const sheet = workbook.addWorksheet(name)
    sheet.addRows([
      ['姓名', '单位'],
      ['许小芹', '财政所'],
      ['郑大同', '财政所'],
    ])
    sheet.getCell('A1').font = { bold: true, underline: true }
    if (name === '二') for (const address of ['A3', 'B3']) sheet.getCell(address).font = { strike: true }
  }
  const read = await createExcelPort().parse(
    staged('名册.xlsx', Buffer.from(await workbook.xlsx.writeBuffer())),
    still(),
  )
  expect(read.sheets.map(({ struck }) => struck)).toEqual([undefined, [{ top: 2, left: 0, bottom: 2, right: 1 }]])
})
