import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync as plainWrite } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { temporaryFolder } from '../kit/book.ts'
import { sayRow } from './say-row.ts'

/*
 * R07: the disk fails at any step of writing: after so many bytes, at the flush, at opening, at the move (a virus scanner holds the file). The
 * file is the old one whole or the new one whole, whatever was said.
 */

type Step = 'write' | 'flush' | 'open' | 'rename' | 'link' | 'copy'

const fault = vi.hoisted(() => ({
  /** The call that fails, counted from 1; 0: none. */
  at: 0,
  /** Of a write that fails so many bytes still reach the file. */
  bytes: 0,
  seen: 0,
  hit: null as string | null,
}))

vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>()
  const failing = (step: Step, code: string) => {
    fault.seen += 1
    if (fault.seen !== fault.at) return
    fault.hit = step
    throw Object.assign(new Error(code), { code })
  }
  const wrapped = {
    ...real,
    writeFileSync: (path: string, content: string | Uint8Array, options?: object) => {
      fault.seen += 1
      if (fault.seen === fault.at) {
        fault.hit = 'write'
        real.writeFileSync(path, Buffer.from(content as string).subarray(0, fault.bytes), options)
        throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })
      }
      real.writeFileSync(path, content, options)
    },
    fsyncSync: (file: number) => {
      failing('flush', 'EIO')
      real.fsyncSync(file)
    },
    openSync: (path: string, flags: string) => {
      failing('open', 'EACCES')
      return real.openSync(path, flags)
    },
    renameSync: (from: string, to: string) => {
      failing('rename', 'EPERM')
      real.renameSync(from, to)
    },
    linkSync: (from: string, to: string) => {
      failing('link', 'EPERM')
      real.linkSync(from, to)
    },
    copyFileSync: (from: string, to: string, mode?: number) => {
      failing('copy', 'EIO')
      real.copyFileSync(from, to, mode)
    },
  }
  return { ...wrapped, default: wrapped }
})

let folder: ReturnType<typeof temporaryFolder>
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => {
  Object.assign(fault, { at: 0, bytes: 0, seen: 0, hit: null })
  folder.dispose()
})

interface Writer {
  readonly name: string
  /** File the writer replaces. */
  readonly file: string
  readonly write: (place: string, turn: number) => void | Promise<void>
}

const long = (turn: number) => `${turn} `.repeat(900)

async function writers(): Promise<readonly Writer[]> {
  const { writeFileWhole } = await import('../../electron/store/durable-file.ts')
  const { writeManifest } = await import('../../electron/store/backup-manifest.ts')
  const { changePreferences } = await import('../../electron/host/preferences.ts')
  const { writeKeys } = await import('../../electron/store/key-file.ts')
  const record = (turn: number, number: number) => ({
    file: `甲乡-${turn}-${number}.dingbian`,
    at: '2026-11-22T02:00:00.000Z',
    reason: '退出',
    bytes: 1,
    sha256: '0',
    people: turn,
    entries: 1,
    head: 'h',
    origin: 'o',
    schema: 1,
  })
  return [
    { name: 'a small file', file: 'a.txt', write: (place, turn) => writeFileWhole(join(place, 'a.txt'), long(turn)) },
    {
      name: 'the list of copies',
      file: 'backups.json',
      write: (place, turn) =>
        writeManifest(
          place,
          Array.from({ length: 12 }, (_, number) => record(turn, number)),
          'damaged.json',
        ),
    },
    {
      name: 'what the program remembers',
      file: 'preferences.json',
      write: (place, turn) =>
        void changePreferences(place, {
          books: Array.from({ length: 18 }, (_, number) => `/乡镇/${turn}/${number}/甲乡.dingbian`),
        }),
    },
    {
      name: 'the file of keys',
      file: '甲乡.钥匙',
      write: (place, turn) =>
        writeKeys(join(place, '甲乡.dingbian'), {
          id: '07'.repeat(16),
          tries: { at: [turn], wrong: turn },
          slots: Array.from({ length: 6 }, (_, number) => ({
            id: `p${turn}-${number}`,
            who: 'w',
            log2n: 15,
            r: 8,
            p: 3,
            salt: '0'.repeat(64),
            sealed: String(turn).repeat(128),
          })),
        }),
    },
  ]
}

interface Outcome {
  readonly tried: number
  readonly torn: readonly string[]
  readonly steps: ReadonlySet<string>
}

/** Lets every step of one writer fail in turn, a write at every 512 bytes. */
async function failEverywhere({ file, write }: Writer): Promise<Outcome> {
  const torn: string[] = []
  const steps = new Set<string>()
  let tried = 0
  const place = join(folder.path, 'place')
  const begin = async (): Promise<Buffer> => {
    rmSync(place, { recursive: true, force: true })
    mkdirSync(place)
    // A book is there whose first bytes name its key.
    plainWrite(join(place, '甲乡.dingbian'), Buffer.alloc(4096, 7))
    Object.assign(fault, { at: 0, bytes: 0, seen: 0, hit: null })
    await write(place, 1)
    fault.seen = 0
    return readFileSync(join(place, file))
  }
  for (let at = 1; ; at += 1) {
    let ended = false
    for (let bytes = 0; ; bytes += 512) {
      const old = await begin()
      Object.assign(fault, { at, bytes, seen: 0, hit: null })
      let failed = false
      try {
        await write(place, 2)
      } catch {
        failed = true
      }
      const { hit } = fault
      fault.at = 0
      if (hit === null) {
        ended = true
        break
      }
      tried += 1
      steps.add(hit)
      const now = readFileSync(join(place, file))
      const whole = now.equals(old) || readsAsNew(now, old)
      if (!whole) torn.push(`step ${at} (${hit}) after ${bytes} bytes: ${now.length} of ${old.length}`)
      // What failed at the last step may be there already; what did not fail must be.
      if (!failed && now.equals(old) && file !== 'preferences.json') torn.push(`step ${at}: said done, and is not`)
      if (hit !== 'write' || bytes > old.length) break
    }
    if (ended) return { tried, torn, steps }
  }
}

/** Another content than the old one, and no half of it: as long, and ending as such a file ends. */
function readsAsNew(now: Buffer, old: Buffer): boolean {
  return now.length >= old.length - 64 && now.at(-1) === old.at(-1) && !now.includes(0)
}

it('whatever step fails: the old file whole, or the new one', async () => {
  let tried = 0
  for (const writer of await writers()) {
    const outcome = await failEverywhere(writer)
    expect([writer.name, outcome.torn]).toEqual([writer.name, []])
    expect([writer.name, outcome.steps.has('write') && outcome.steps.has('rename')]).toEqual([writer.name, true])
    tried += outcome.tried
  }
  expect(readdirSync(folder.path)).toEqual(['place'])
  // Control: a file written over in place is seen to be torn.
  const { writeFileSync } = await import('node:fs')
  const careless = await failEverywhere({
    name: 'in place',
    file: 'b.txt',
    write: (place, turn) => writeFileSync(join(place, 'b.txt'), long(turn)),
  })
  expect(careless.torn.length).toBeGreaterThan(0)
  sayRow({ row: 'R07', done: tried, seed: null, control: 'failed-as-it-must' })
})
