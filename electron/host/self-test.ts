import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { arch, platform, release, totalmem } from 'node:os'
import { join } from 'node:path'
import type { ExcelPort } from '../app/context.ts'
import { createCore } from './core.ts'
import type { Core } from './dispatch.ts'

/*
 * `--self-test`: a packed program tries itself on the PC it was packed for. It opens its window, makes a book and reads it again, draws a notice
 * and reads it back, kills a writing program ten times, locks a book with a password, and leaves a report. All of it in a folder of its own.
 */

export interface SelfTestOptions {
  /** A folder that is the test's own; removed afterwards. */
  readonly folder: string
  readonly excel: ExcelPort
  readonly appVersion: string
  /** Opens the window, waits until its page stands and closes it. @throws what went wrong; null: there is no window here */
  readonly openWindow: (() => Promise<void>) | null
  /** Program and words that run `selfTestWriter`; the folder follows the flag. */
  readonly writer: { readonly program: string; readonly words: readonly string[]; readonly flag: string }
  readonly kills?: number
}

export interface SelfTestStep {
  readonly title: string
  readonly ok: boolean
  /** What was seen, or what went wrong. */
  readonly told: string
}

const QUIET = { info: () => undefined, error: () => undefined }
const BOOK = '自检乡.dingbian'
const KILLS = 10
/** A slow or busy PC starts a program slowly. */
const STARTS_WITHIN_MS = 10 * 60_000

/** Runs every step, whatever became of the one before. */
export async function runSelfTest(options: SelfTestOptions): Promise<readonly SelfTestStep[]> {
  mkdirSync(options.folder, { recursive: true })
  const folder = mkdtempSync(join(options.folder, 'self-test-'))
  const steps: SelfTestStep[] = []
  const step = async (title: string, work: () => Promise<string>) => {
    const begun = performance.now()
    try {
      const told = await work()
      steps.push({ title, ok: true, told: `${told}（${Math.round(performance.now() - begun)} 毫秒）` })
    } catch (error) {
      steps.push({ title, ok: false, told: error instanceof Error ? error.message : '说不出原因' })
    }
  }
  try {
    await step('打开窗口', async () => {
      if (options.openWindow === null) throw new Error('这里没有窗口，没有试')
      await options.openWindow()
      return '页面出来了'
    })
    await step('新建编制本，写入再读出', () => writeAndRead(join(folder, 'a'), options))
    await step('画一张公示并读回', () => drawNotice(join(folder, 'b'), options))
    await step(`写到一半强行结束 ${options.kills ?? KILLS} 次`, () => killWriters(join(folder, 'c'), options))
    await step('设密码、锁定、解锁', () => lockAndUnlock(join(folder, 'd'), options))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return steps
}

/** The report as it is printed and kept. */
export function reportOf(steps: readonly SelfTestStep[], version: string, at: string): string {
  const failed = steps.filter((step) => !step.ok).length
  return [
    `定编 ${version} 自检　${at}`,
    `系统 ${platform()} ${release()} ${arch()}，内存 ${Math.round(totalmem() / 2 ** 30)} GB，运行时 ${process.version}`,
    ...steps.map(({ title, ok, told }) => `${ok ? '通过' : '没通过'}　${title}：${told}`),
    failed === 0 ? '全部通过。' : `${failed} 项没通过。`,
    '',
  ].join('\n')
}

/** Writes the report into the data folder. @returns where */
export function keepReport(dataFolder: string, report: string): string {
  const path = join(dataFolder, '自检报告.txt')
  writeFileSync(path, report)
  return path
}

function coreIn(folder: string, { excel, appVersion }: Pick<SelfTestOptions, 'excel' | 'appVersion'>): Core {
  mkdirSync(folder, { recursive: true })
  return createCore({ dataFolder: folder, excel, appVersion, log: QUIET, remembersBooks: false })
}

async function ask(core: Core, name: string, input: unknown, requestId?: string): Promise<Record<string, unknown>> {
  const reply = await core.call(name, input, requestId === undefined ? {} : { requestId })
  if (!reply.ok) throw new Error(reply.error.message)
  return reply.value as Record<string, unknown>
}

const ESTABLISH = {
  event: {
    type: 'unit.establish',
    on: '2020-01-01',
    document: { number: '试编〔2020〕1号' },
    name: '党政办公室',
    kind: 'office',
    quotas: [{ category: 'administrative', amount: 5 }],
  },
}
const more = (number: number) => ({
  event: {
    type: number % 2 === 0 ? 'quota.increase' : 'quota.decrease',
    on: '2021-01-01',
    document: { number: `试编〔2021〕${number}号` },
    unit: '党政办公室',
    category: 'administrative',
    by: 1,
  },
})

async function writeAndRead(folder: string, options: SelfTestOptions): Promise<string> {
  const path = join(folder, BOOK)
  const first = coreIn(folder, options)
  await ask(first, 'book.create', { name: '自检乡', path })
  await ask(first, 'event.add', ESTABLISH)
  await first.close()
  const second = coreIn(folder, options)
  await ask(second, 'book.open', { path })
  const { entries } = await ask(second, 'book.status', {})
  const { ok } = await ask(second, 'book.verify', {})
  await second.close()
  if (entries !== 2 || ok !== true) throw new Error('读出的与写入的不一样')
  if (!readdirSync(join(folder, '自检乡.备份')).some((name) => name.endsWith('.dingbian')))
    throw new Error('退出时没有留备份')
  return `台账 ${entries} 条，${Math.round(statSync(path).size / 1024)} KB，核对一致，退出备份在`
}

async function drawNotice(folder: string, options: SelfTestOptions): Promise<string> {
  const core = coreIn(folder, options)
  try {
    await ask(core, 'book.openSample', {})
    const { base64 } = await ask(core, 'notice.file', { id: await issueNotice(core) })
    const bytes = Buffer.from(String(base64), 'base64')
    const { fileId } = await ask(core, 'file.stage', { name: '自检.xlsx', base64: bytes.toString('base64') })
    await ask(core, 'file.recognise', { fileId })
    return `表格 ${Math.round(bytes.length / 1024)} KB，画出又读回`
  } finally {
    await core.close()
  }
}

/** The sample township's notice, for as long as it holds: no calendar of holidays is asked. */
async function issueNotice(core: Core): Promise<string> {
  const { today } = await ask(core, 'book.status', {})
  const { id } = await ask(core, 'notice.issue', {
    layout: 'table',
    from: today,
    longTerm: true,
    phone: '0794-1234567',
    // The sample has its faults on purpose.
    despite: { keys: ['all'], reason: '自检' },
  })
  return String(id)
}

async function lockAndUnlock(folder: string, options: SelfTestOptions): Promise<string> {
  const core = coreIn(folder, options)
  const password = `${randomUUID()}竹筏`
  try {
    await ask(core, 'book.create', { name: '自检乡', path: join(folder, BOOK) })
    await ask(core, 'access.protect', { name: '自检人', password })
    await core.lock?.()
    const shut = await core.call('figures.read', {})
    if (shut.ok) throw new Error('锁定后仍能读')
    await ask(core, 'access.unlock', { password })
    await ask(core, 'figures.read', {})
    return '加密、锁定、解锁都对'
  } finally {
    await core.close()
  }
}

/**
 * Kills a writing program again and again, each time a little later, and looks whether all it said was done is there.
 * The writer is `selfTestWriter` in a process of its own.
 */
async function killWriters(folder: string, options: SelfTestOptions): Promise<string> {
  const path = join(folder, BOOK)
  const core = coreIn(folder, options)
  await ask(core, 'book.create', { name: '自检乡', path })
  await ask(core, 'event.add', ESTABLISH)
  await core.close()
  let said = 0
  for (let turn = 1; turn <= (options.kills ?? KILLS); turn += 1) {
    const acked = await killOne(folder, options.writer, turn)
    said += acked.length
    const check = coreIn(folder, options)
    try {
      await ask(check, 'book.open', { path })
      const { ok } = await ask(check, 'book.verify', {})
      if (ok !== true) throw new Error(`第 ${turn} 次之后编制本核对不上`)
      const { entries } = await ask(check, 'book.status', {})
      const last = Math.max(0, ...acked)
      if (Number(entries) < last) throw new Error(`第 ${turn} 次之后少了已经答应的登记`)
    } finally {
      await check.close()
    }
  }
  if (said === 0) throw new Error('写的程序没有答应过一次')
  return `答应过 ${said} 条，一条不少`
}

/** @returns the numbers of the entries it said were written */
function killOne(folder: string, writer: SelfTestOptions['writer'], turn: number): Promise<readonly number[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(writer.program, [...writer.words, `${writer.flag}${folder}`], { stdio: 'ignore' })
    // A window program has no output of its own on Windows: what it says stands in a file.
    const told = join(folder, 'said.txt')
    rmSync(told, { force: true })
    const limit = setTimeout(() => child.kill('SIGKILL'), STARTS_WITHIN_MS)
    let later: NodeJS.Timeout | undefined
    const watch = setInterval(() => {
      if (later === undefined && existsSync(told)) later = setTimeout(() => child.kill('SIGKILL'), turn * 15)
    }, 5)
    child.once('error', reject)
    child.once('exit', () => {
      clearTimeout(limit)
      clearTimeout(later)
      clearInterval(watch)
      resolve(saidIn(told))
    })
  })
}

/** A line that was cut off was not said. */
function saidIn(path: string): readonly number[] {
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n').slice(0, -1).map(Number) : []
}

/** What is killed: writes entry after entry into the folder's book, and says each that was acknowledged in `said.txt`. */
export async function selfTestWriter(
  folder: string,
  options: Pick<SelfTestOptions, 'excel' | 'appVersion'>,
): Promise<void> {
  const core = coreIn(folder, options)
  await ask(core, 'book.open', { path: join(folder, BOOK) })
  const told = join(folder, 'said.txt')
  for (let number = 0; number < 400; number += 1) {
    await ask(core, 'event.add', more(number))
    const { entries } = await ask(core, 'book.status', {})
    writeFileSync(told, `${String(entries)}\n`, { flag: 'a' })
  }
  await core.close()
}
