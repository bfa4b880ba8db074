import { readFileSync } from 'node:fs'
import { basename } from 'node:path'

/* What a program asked of the disk, from strace's record, and the disks a power cut could leave behind. */

export type DiskCall =
  | { readonly kind: 'write'; readonly file: string; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly file: string; readonly length: number }
  | { readonly kind: 'flush'; readonly file: string }
  /** Said to the outside: from here on it must be there. */
  | { readonly kind: 'ack'; readonly seq: number }

/** `strace` arguments whose record `readRecord` reads. Of the first thread alone: the driver of the book works there. */
export function straceArguments(log: string): readonly string[] {
  const calls = 'trace=pwrite64,write,ftruncate,fsync,fdatasync'
  return ['-y', '-xx', '-s', '1000000', '-e', calls, '-o', log]
}

/** The calls on one book and its log, in order. */
export function readRecord(log: string, book: string): readonly DiskCall[] {
  const calls: DiskCall[] = []
  for (const line of readFileSync(log, 'latin1').split('\n')) {
    const said = /^(\w+)\((\d+)<([^>]*)>(.*)$/.exec(line)
    if (said === null) continue
    const [, call = '', descriptor = '', shown = '', rest = ''] = said
    const name = Buffer.from(unescaped(shown)).toString('utf8')
    if (call === 'write' && descriptor === '1') {
      const seq = /ack (\d+)/.exec(Buffer.from(quoted(rest)).toString('latin1'))?.[1]
      if (seq !== undefined) calls.push({ kind: 'ack', seq: Number(seq) })
      continue
    }
    if (!name.startsWith(book)) continue
    const file = basename(name)
    if (call === 'pwrite64') {
      const at = Number(/, (\d+)\)\s+= \d+/.exec(rest)?.[1])
      calls.push({ kind: 'write', file, at, bytes: Buffer.from(quoted(rest)) })
    } else if (call === 'ftruncate') {
      calls.push({ kind: 'truncate', file, length: Number(/^, (\d+)\)/.exec(rest)?.[1]) })
    } else if (call === 'fsync' || call === 'fdatasync') calls.push({ kind: 'flush', file })
  }
  return calls
}

function quoted(rest: string): Uint8Array {
  return unescaped(/"((?:\\x[0-9a-f]{2})*)"/.exec(rest)?.[1] ?? '')
}

/** `\xe5\xb1…` as bytes; anything else as it stands. */
function unescaped(text: string): Uint8Array {
  return text.startsWith('\\x') ? Buffer.from(text.replaceAll('\\x', ''), 'hex') : Buffer.from(text, 'latin1')
}

const SECTOR = 512

/** The files of a book as a disk holds them. */
export type Disk = ReadonlyMap<string, Buffer>

/** A file that is written over in place: thousands of cuts are made of files of megabytes. */
class PlayedFile {
  #room: Buffer
  #length: number

  constructor(content: Buffer) {
    this.#room = Buffer.from(content)
    this.#length = content.length
  }

  get content(): Buffer {
    return this.#room.subarray(0, this.#length)
  }

  write(at: number, bytes: Buffer): void {
    this.#reach(at + bytes.length)
    bytes.copy(this.#room, at)
  }

  truncate(length: number): void {
    this.#reach(length)
    // What is cut off reads as nothing when the file grows again.
    this.#room.fill(0, length, this.#length)
    this.#length = length
  }

  #reach(length: number): void {
    if (length > this.#room.length) {
      const grown = Buffer.alloc(Math.max(length, 2 * this.#room.length))
      this.content.copy(grown)
      this.#room = grown
    }
    this.#length = Math.max(this.#length, length)
  }
}

/** Plays the record call by call and knows at every moment what is flushed and what is only asked for. */
export class PlayedDisk {
  readonly #flushed = new Map<string, PlayedFile>()
  readonly #waiting = new Map<string, DiskCall[]>()
  acked = 0

  constructor(begin: Disk) {
    for (const [file, content] of begin) this.#flushed.set(file, new PlayedFile(content))
  }

  play(call: DiskCall): void {
    if (call.kind === 'ack') {
      this.acked = call.seq
      return
    }
    const waiting = this.#waiting.get(call.file) ?? []
    if (call.kind !== 'flush') {
      waiting.push(call)
      this.#waiting.set(call.file, waiting)
      return
    }
    const file = this.#flushed.get(call.file) ?? new PlayedFile(Buffer.alloc(0))
    for (const asked of waiting) apply(file, asked)
    this.#flushed.set(call.file, file)
    this.#waiting.delete(call.file)
  }

  /** What a cut now could leave: what is flushed whole; of the rest each sector written, not written, or noise. Good until the next call is played. */
  cut(random: () => number): Disk {
    const disk = new Map([...this.#flushed].map(([file, { content }]) => [file, content]))
    for (const [file, waiting] of this.#waiting) {
      const left = new PlayedFile(disk.get(file) ?? Buffer.alloc(0))
      for (const asked of waiting) {
        if (asked.kind === 'write') writePartly(left, asked, random)
        else if (random() < 0.5) apply(left, asked)
      }
      disk.set(file, left.content)
    }
    return disk
  }
}

function apply(file: PlayedFile, call: DiskCall): void {
  if (call.kind === 'truncate') file.truncate(call.length)
  else if (call.kind === 'write') file.write(call.at, call.bytes)
}

/** Of one write every sector has its own fate. */
function writePartly(file: PlayedFile, call: Extract<DiskCall, { kind: 'write' }>, random: () => number): void {
  const { at, bytes } = call
  for (let from = at; from < at + bytes.length; from = (Math.floor(from / SECTOR) + 1) * SECTOR) {
    const to = Math.min(at + bytes.length, (Math.floor(from / SECTOR) + 1) * SECTOR)
    const fate = random()
    if (fate < 0.45) continue
    const piece = Buffer.from(bytes.subarray(from - at, to - at))
    if (fate > 0.95) for (let byte = 0; byte < piece.length; byte += 1) piece[byte] = Math.floor(random() * 256)
    file.write(from, piece)
  }
}
