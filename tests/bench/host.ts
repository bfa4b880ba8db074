import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CallInput, OperationName, Output } from '../../electron/contract/operations.ts'
import type { Reply } from '../../electron/contract/messages.ts'
import { line, type Measured } from './measure.ts'
import { moves } from './city.ts'

/* The memory of the program as it is started, asked over its own door: the screens of a large book, then events previewed and saved. */

const ROOT = join(import.meta.dirname, '..', '..')
/** As `npm start` starts it. */
const START = (
  JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { readonly scripts: { readonly start: string } }
).scripts.start
  .split(' ')
  .slice(1)

/** Highest resident memory of the program with the book open, after its first screens and after as many events. Linux only. */
export async function measureHost(path: string, people: number, events: number): Promise<readonly Measured[]> {
  if (process.platform !== 'linux') return []
  const folder = mkdtempSync(join(tmpdir(), 'host-'))
  const book = join(folder, '大册.dingbian')
  copyFileSync(path, book)
  const child = spawn(process.execPath, [...START, '--browser', '--no-open', '--data', folder, '--book', book], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8')
      const found = /^定编 (http:\/\/127\.0\.0\.1:\d+\/#\S+)$/m.exec(said)
      if (found?.[1] !== undefined) resolve(found[1])
    })
    child.once('exit', () => reject(new Error('the program did not start')))
  })
  const { origin, hash } = new URL(address)
  const call = async <K extends OperationName>(name: K, input: CallInput<K>): Promise<Output<K>> => {
    const response = await fetch(`${origin}/call/${name}`, {
      method: 'POST',
      headers: {
        Origin: origin,
        Authorization: `Bearer ${hash.slice(1).replace(/^token=/, '')}`,
        'Content-Type': 'application/json',
        'Sec-Fetch-Site': 'same-origin',
      },
      body: JSON.stringify(input),
    })
    const reply = (await response.json()) as Reply<Output<K>>
    if (!reply.ok) throw new Error(`${name}: ${reply.error.message}`)
    return reply.value
  }
  const peak = () =>
    Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid ?? 0}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1024
  try {
    for (const name of ['figures.read', 'roster.read', 'check.run', 'find.index'] as const) await call(name, {})
    const first = peak()
    const move = await moves({ call, people })
    for (let turn = 0; turn < events; turn += 1) {
      await call('event.preview', move(turn))
      await call('event.add', move(turn))
    }
    return [
      line(`程序内存峰值 MB，${people} 人打开后的首屏`, first, '350 MB', 350),
      line(`程序内存峰值 MB，再登记 ${events} 项变动后`, peak(), '350 MB', 350),
    ]
  } finally {
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
}
