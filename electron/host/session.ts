import { join } from 'node:path'
import type { Clock, ExcelPort, StagedFile } from '../app/context.ts'
import type { Input, OperationName, Output } from '../contract/operations.ts'
import type { CountyBook } from '../store/county/county-book.ts'
import type { Entrance, Typed } from '../store/book-key.ts'
import type { OpenBook } from '../store/open.ts'
import type { Member } from '../store/member-store.ts'

/** A copy handed to the system's own program. */
export interface LentFile {
  readonly path: string
  /** When it was written, or taken back last; milliseconds. */
  readonly seenMs: number
}

/** What one running core holds: the open book, the files handed in, the tasks that can be stopped. Nothing else is state. */
export interface Session {
  readonly dataFolder: string
  readonly appVersion: string
  readonly clock: Clock
  readonly newId: () => string
  /** Who acts: whoever is signed in. */
  readonly actor: string
  /** Whether a book that is opened goes to the head of the start screen's list. */
  readonly remembersBooks: boolean
  readonly access: AccessState
  /** Seconds since the machine started. */
  readonly uptime: () => number
  /** What was typed, as what opens a book; every try is counted. */
  readonly entrance: (path: string, typed: Typed) => Promise<Entrance>
  readonly tellLocked: (locked: boolean) => void
  readonly excel: ExcelPort
  /** Opens a file with the system's own program; null: there is no such way (a browser, the command line). */
  readonly openPath: ((path: string) => Promise<boolean>) | null
  /** The copy that was handed out last. */
  readonly lent: { current: LentFile | null }
  readonly staged: Map<string, StagedFile>
  readonly tasks: Map<string, AbortController>
  readonly book: () => OpenBook | null
  /** Lets go of the present book (with its copy at exit) and takes the next one. */
  readonly swap: (open: () => Promise<OpenBook | null>, leaving?: { readonly copy: boolean }) => Promise<void>
  /** The open 主管本; never beside an open book. */
  readonly county: () => CountyBook | null
  readonly swapCounty: (open: () => Promise<CountyBook | null>) => Promise<void>
  readonly call: <K extends OperationName>(name: K, input: Input<K>) => Promise<Output<K>>
  readonly changed: (seq: number) => void
}

export interface SignedIn {
  readonly me: Member
  /** Opens the book and seals its slots. */
  readonly secret: Buffer
}

/** What the session holds of it; nobody is signed in to a book without named people. */
export interface AccessState {
  signedIn: SignedIn | null
  locked: boolean
  /** Machine's running time, seconds, of the last time the password was typed. */
  typedAt: number
}

export function nobody(): AccessState {
  return { signedIn: null, locked: false, typedAt: -Infinity }
}

/** Where a new book goes when no path is given. */
export function defaultBookPath(session: Session, name: string): string {
  return join(session.dataFolder, `${name.replaceAll(/[\\/:*?"<>|]/g, '')}.dingbian`)
}
