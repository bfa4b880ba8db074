import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CallInput, OperationName, Output } from '../../electron/contract/operations.ts'
import type { Reply } from '../../electron/contract/messages.ts'
import { pageClient } from '../kit/page-client.ts'

/* The program as `npm start` starts it, asked over its own door. */

const ROOT = join(import.meta.dirname, '..', '..')
const START = (
  JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { readonly scripts: { readonly start: string } }
).scripts.start
  .split(' ')
  .slice(1)

export interface Program {
  readonly call: <K extends OperationName>(name: K, input: CallInput<K>) => Promise<Output<K>>
  /** Resident memory of the process now, and at its highest, MB. Linux only. */
  readonly memory: () => { readonly now: number; readonly peak: number }
  readonly stop: () => Promise<void>
}

/** Starts it on a copy of a closed book. */
export async function startProgram(path: string): Promise<Program> {
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
  const page = pageClient(address)
  const status = () => readFileSync(`/proc/${child.pid ?? 0}/status`, 'utf8')
  const megabytes = (text: string, field: string) =>
    Number(new RegExp(`${field}:\\s+(\\d+)`).exec(text)?.[1] ?? Number.NaN) / 1024
  return {
    call: async (name, input) => {
      const reply = (await page.post(name, input)) as Reply<Output<typeof name>>
      if (!reply.ok) throw new Error(`${name}: ${reply.error.message}`)
      return reply.value
    },
    memory: () => {
      const text = status()
      return { now: megabytes(text, 'VmRSS'), peak: megabytes(text, 'VmHWM') }
    },
    stop: async () => {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
