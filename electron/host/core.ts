import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { uptime } from 'node:os'
import type { BaseContext, Clock, CommandContext, ExcelPort, QueryContext } from '../app/context.ts'
import { answerKept } from '../app/book/kept-answers.ts'
import { answerOnce, headMark } from '../app/book/once-only.ts'
import { COMMANDS, COUNTY_HANDLERS, QUERIES } from '../app/handlers.ts'
import type { CountyContext } from '../app/county/county-context.ts'
import { recordingCures } from '../app/findings/record-cures.ts'
import { forgetTexts } from '../vocabulary/remembered.ts'
import { Refusal } from '../vocabulary/refusals.ts'
import type { Circumstances, HostEvent } from '../contract/messages.ts'
import { OPERATIONS, type Input, type NamesOfKind, type OperationName, type Output } from '../contract/operations.ts'
import { backupFolderOf, createBackup } from '../store/backup.ts'
import { findEntrance } from '../store/book-key.ts'
import { commitCommand, type EntryBinding } from '../store/journal.ts'
import { closeCountyFile, type CountyBook } from '../store/county/county-book.ts'
import { watchFile, type FileWatch } from '../store/file-watch.ts'
import { closeBookFile, type OpenBook } from '../store/open.ts'
import { lock, requireRight } from './access.ts'
import { watchConnections } from './connection-watch.ts'
import { createDispatch, type Core } from './dispatch.ts'
import { incomingFile } from './incoming-file.ts'
import { forgetLent } from './lent-file.ts'
import { HOST_OPERATIONS } from './host-operations.ts'
import { newId as orderedId } from './new-id.ts'
import type { Log } from './log.ts'
import { nobody, type AccessState, type Session } from './session.ts'

export interface CoreOptions {
  readonly dataFolder: string
  readonly excel: ExcelPort
  readonly log: Log
  readonly appVersion: string
  readonly clock?: Clock
  readonly newId?: () => string
  /** Opens a file with the system's own program; the Electron window has a way. */
  readonly openPath?: ((path: string) => Promise<boolean>) | undefined
  /** Who acts in a book without named people. */
  readonly actor?: string
  /** False for the command line: what a script opens is not what she opened last. */
  readonly remembersBooks?: boolean
  /** Seconds since the machine started; the machine's own unless given. */
  readonly uptime?: () => number
  /** A copy is made so long after a change; 15 minutes unless given. */
  readonly copyAfterMs?: number
  /** Locks by itself after so long without a call; 15 minutes unless given. */
  readonly idleMs?: number
}

const IDLE_MS = 15 * 60_000
const COPY_AFTER_MS = 15 * 60_000

/** Builds a core over a data folder. */
export function createCore(options: CoreOptions): Core {
  watchConnections()
  mkdirSync(options.dataFolder, { recursive: true, mode: 0o700 })
  const clock = options.clock ?? systemClock()
  const newId = options.newId ?? orderedId
  const listeners = new Set<(event: HostEvent) => void>()
  const emit = (event: HostEvent) => listeners.forEach((listener) => listener(event))
  let book: OpenBook | null = null
  let county: CountyBook | null = null
  let dirty = false
  let opening = 0
  let heldBack: number | null = null
  const access: AccessState = nobody()
  let idle: NodeJS.Timeout | undefined
  let watched: FileWatch | null = null
  let copying: NodeJS.Timeout | undefined
  const underWay = new Map<string, Promise<void>>()

  async function release(copy: boolean): Promise<void> {
    const leaving = book
    if (leaving === null) return
    book = null
    watched = null
    clearTimeout(copying)
    copying = undefined
    const changed = dirty && copy
    dirty = false
    try {
      if (changed)
        await createBackup(leaving, { reason: '退出', folder: backupFolderOf(leaving.path), at: clock.now() })
    } catch (error) {
      // The book itself is whole; a full or vanished backup folder must not keep it from closing. The backup screen shows the older copy's time.
      options.log.error('exit_backup', { kind: error instanceof Error ? error.message : 'unknown' })
    }
    forgetTexts()
    await closeBookFile(leaving)
  }

  function releaseCounty(): void {
    const leaving = county
    county = null
    if (leaving !== null) closeCountyFile(leaving)
  }

  const session: Session = {
    dataFolder: options.dataFolder,
    appVersion: options.appVersion,
    clock,
    newId,
    remembersBooks: options.remembersBooks ?? true,
    get actor() {
      return access.signedIn?.me.name ?? options.actor ?? '经办人'
    },
    access,
    uptime: options.uptime ?? uptime,
    entrance: (path, typed) => findEntrance(path, typed, session.uptime()),
    tellLocked: (locked) => emit({ type: 'locked', locked }),
    excel: options.excel,
    openPath: options.openPath ?? null,
    lent: { current: null },
    staged: new Map(),
    tasks: new Map(),
    book: () => book,
    swap: async (open, leaving = { copy: true }) => {
      await release(leaving.copy)
      releaseCounty()
      book = await open()
      watched = book === null ? null : watchFile(book.path)
    },
    county: () => county,
    swapCounty: async (open) => {
      Object.assign(access, nobody())
      await release(true)
      releaseCounty()
      county = await open()
    },
    call: run,
    changed: (seq) => {
      dirty = true
      copying ??= setTimeout(() => void copyMeanwhile(), options.copyAfterMs ?? COPY_AFTER_MS).unref()
      if (opening > 0) heldBack = seq
      else emit({ type: 'bookChanged', seq })
    },
  }

  /** A book that is being opened or made is shown when that is done, not after its first entry. */
  async function quietly<T>(work: () => Promise<T>): Promise<T> {
    opening += 1
    try {
      return await work()
    } finally {
      opening -= 1
      if (opening === 0 && heldBack !== null) {
        emit({ type: 'bookChanged', seq: heldBack })
        heldBack = null
      }
    }
  }

  async function run<K extends OperationName>(
    name: K,
    input: Input<K>,
    circumstances: Circumstances = {},
  ): Promise<Output<K>> {
    restIdle()
    const { kind } = OPERATIONS[name]
    // Each table below holds exactly the operations of its kind (checked where it is declared); the name picks the handler whose types are K's.
    if (kind === 'host') {
      const handler = HOST_OPERATIONS[name as NamesOfKind<'host'>] as unknown as (
        input: Input<K>,
        session: Session,
      ) => Promise<Output<K>>
      // Who has come in by it may ask nothing more: the quarter of an hour begins now.
      return quietly(() => handler(input, session)).finally(restIdle)
    }
    const task = startTask(session, input)
    try {
      const base = baseContext(session, task, emit)
      if (kind === 'county') {
        const handler = COUNTY_HANDLERS[name as NamesOfKind<'county'>] as unknown as (
          input: Input<K>,
          context: CountyContext,
        ) => Promise<Output<K>>
        return await handler(input, countyContext(session, base))
      }
      if (kind === 'query') {
        const handler = QUERIES[name as NamesOfKind<'query'>] as unknown as (
          input: Input<K>,
          context: QueryContext,
        ) => Promise<Output<K>>
        const context = queryContext(session, base)
        return await answerKept(context.book, { name, input, today: clock.today() }, () => handler(input, context))
      }
      const handler = COMMANDS[name as NamesOfKind<'command'>] as unknown as (
        input: Input<K>,
        context: CommandContext,
      ) => Promise<Output<K>>
      watched?.check()
      const done = await shared(circumstances.requestId, () =>
        answerOnce(queryContext(session, base).db, { operation: name, input, circumstances }, (bind) =>
          handler(input, commandContext(session, base, name, bind)),
        ),
      )
      // What is acknowledged is in the file at that path.
      watched?.check()
      return done
    } finally {
      session.tasks.delete(task.id)
    }
  }

  /** A verified copy a quarter of an hour after a change: a program that is killed has one that old at most. */
  async function copyMeanwhile(): Promise<void> {
    copying = undefined
    const open = book
    if (open === null || !dirty) return
    try {
      await createBackup(open, { reason: '定时', folder: backupFolderOf(open.path), at: clock.now() })
      if (book === open && copying === undefined) dirty = false
    } catch (error) {
      // Said by the age of the newest copy; tried again with the next change.
      options.log.error('timed_backup', { kind: error instanceof Error ? error.message : 'unknown' })
    }
  }

  /** Nobody has asked anything for so long: whoever comes by must not read on. */
  function restIdle(): void {
    clearTimeout(idle)
    if (access.signedIn === null || access.locked) return
    idle = setTimeout(() => void lock(session), options.idleMs ?? IDLE_MS).unref()
  }

  /** The second sending of an act that is still being done waits for the first. */
  function shared<T>(requestId: string | undefined, work: () => Promise<T>): Promise<T> {
    if (requestId === undefined) return work()
    const running = underWay.get(requestId)
    // The number belongs to one act: whoever waits here asked for the same (`request_reused` otherwise, once it is done).
    if (running !== undefined) return running.then(work, work)
    const begun = work()
    const ended = () => void underWay.delete(requestId)
    underWay.set(requestId, begun.then(ended, ended))
    return begun
  }

  return {
    call: createDispatch({
      run,
      log: options.log,
      // A log number is the beginning of it: one that begins with the time would be the next one's too.
      newId: options.newId ?? randomUUID,
      mayRun: (name) => requireRight(session, name),
      bookPath: () => book?.path ?? options.dataFolder,
      head: async () => (book === null ? null : headMark(book.db).catch(() => null)),
    }),
    onEvent: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    lock: async () => void (await lock(session)),
    close: async () => {
      clearTimeout(idle)
      for (const task of session.tasks.values()) task.abort()
      if (session.openPath !== null) forgetLent(session)
      await release(true)
      releaseCounty()
    },
  }
}

interface Task {
  readonly id: string
  readonly signal: AbortSignal
}

/** A call that names a `taskId` can be stopped by it. */
function startTask(session: Session, input: unknown): Task {
  const given =
    typeof input === 'object' && input !== null && 'taskId' in input && typeof input.taskId === 'string'
      ? input.taskId
      : null
  const id = given ?? session.newId()
  const controller = new AbortController()
  session.tasks.set(id, controller)
  return { id, signal: controller.signal }
}

function baseContext(session: Session, task: Task, emit: (event: HostEvent) => void): BaseContext {
  return {
    clock: session.clock,
    newId: session.newId,
    actor: session.actor,
    ...(session.access.signedIn === null ? {} : { me: session.access.signedIn.me }),
    excel: session.excel,
    signal: task.signal,
    report: (phase, done, total) => emit({ type: 'progress', taskId: task.id, phase, done, total }),
    stagedFile: (fileId) => {
      const file = session.staged.get(fileId)
      if (file === undefined) throw new Refusal('file_expired')
      return file
    },
  }
}

function queryContext(session: Session, base: BaseContext): QueryContext {
  const book = session.book()
  if (book === null) throw new Refusal('no_book')
  return {
    ...base,
    book,
    db: book.db,
    backup: async (reason, directory) =>
      createBackup(book, { reason, folder: directory ?? backupFolderOf(book.path), at: session.clock.now() }),
  }
}

function countyContext(session: Session, base: BaseContext): CountyContext {
  const county = session.county()
  if (county === null) throw new Refusal('no_county')
  return { ...base, county, incoming: (file) => incomingFile(file, base.stagedFile) }
}

function commandContext(
  session: Session,
  base: BaseContext,
  operation: OperationName,
  bind: EntryBinding | undefined,
): CommandContext {
  const context = queryContext(session, base)
  return {
    ...context,
    commit: async (draft, work) => {
      const entry = { ...draft, recordedAt: session.clock.now(), actor: session.actor, operation }
      const done = await recordingCures({ operation, today: session.clock.today() }, work, (watched) =>
        commitCommand(context.db, entry, watched, bind),
      )
      session.changed(done.entry.seq)
      return done
    },
  }
}

/** The machine's clock; days are those of Asia/Shanghai, wherever the machine thinks it is. */
export function systemClock(): Clock {
  const shanghai = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Shanghai',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  return { now: () => new Date().toISOString(), today: () => shanghai.format(new Date()) }
}
