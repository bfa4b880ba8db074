import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import type { BaseContext, Clock, CommandContext, ExcelPort, QueryContext } from '../app/context.ts'
import { COMMANDS, QUERIES } from '../app/handlers.ts'
import { recordingCures } from '../app/record-cures.ts'
import { OperationError } from '../contract/errors.ts'
import type { HostEvent } from '../contract/messages.ts'
import { OPERATIONS, type Input, type NamesOfKind, type OperationName, type Output } from '../contract/operations.ts'
import { backupFolderOf, createBackup } from '../store/backup.ts'
import { commitCommand } from '../store/journal.ts'
import { closeBookFile, type OpenBook } from '../store/open.ts'
import { createDispatch, type Core } from './dispatch.ts'
import { HOST_OPERATIONS } from './host-operations.ts'
import type { Log } from './log.ts'
import type { Session } from './session.ts'

export interface CoreOptions {
  readonly dataFolder: string
  readonly excel: ExcelPort
  readonly log: Log
  readonly appVersion: string
  readonly clock?: Clock
  readonly newId?: () => string
  /** Who acts; accounts come later. */
  readonly actor?: string
}

/** Builds a core over a data folder. */
export function createCore(options: CoreOptions): Core {
  mkdirSync(options.dataFolder, { recursive: true, mode: 0o700 })
  const clock = options.clock ?? systemClock()
  const newId = options.newId ?? randomUUID
  const listeners = new Set<(event: HostEvent) => void>()
  const emit = (event: HostEvent) => listeners.forEach((listener) => listener(event))
  let book: OpenBook | null = null
  let dirty = false
  let opening = 0
  let heldBack: number | null = null

  async function release(copy: boolean): Promise<void> {
    const leaving = book
    if (leaving === null) return
    book = null
    const changed = dirty && copy
    dirty = false
    try {
      if (changed) await createBackup(leaving, { reason: '退出', folder: backupFolderOf(leaving.path), at: clock.now() })
    } catch (error) {
      // The book itself is whole; a full or vanished backup folder must not keep it from closing. The backup screen shows the older copy's time.
      options.log.error('exit_backup', { kind: error instanceof Error ? error.message : 'unknown' })
    }
    await closeBookFile(leaving)
  }

  const session: Session = {
    dataFolder: options.dataFolder,
    appVersion: options.appVersion,
    clock,
    newId,
    actor: options.actor ?? '经办人',
    excel: options.excel,
    staged: new Map(),
    tasks: new Map(),
    book: () => book,
    swap: async (open, leaving = { copy: true }) => {
      await release(leaving.copy)
      book = await open()
    },
    call: run,
    changed: (seq) => {
      dirty = true
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

  async function run<K extends OperationName>(name: K, input: Input<K>): Promise<Output<K>> {
    const { kind } = OPERATIONS[name]
    // Each table below holds exactly the operations of its kind (checked where it is declared); the name picks the handler whose types are K's.
    if (kind === 'host') {
      const handler = HOST_OPERATIONS[name as NamesOfKind<'host'>] as unknown as (input: Input<K>, session: Session) => Promise<Output<K>>
      return quietly(() => handler(input, session))
    }
    const task = startTask(session, input)
    try {
      const base = baseContext(session, task, emit)
      if (kind === 'query') {
        const handler = QUERIES[name as NamesOfKind<'query'>] as unknown as (input: Input<K>, context: QueryContext) => Promise<Output<K>>
        return await handler(input, queryContext(session, base))
      }
      const handler = COMMANDS[name as NamesOfKind<'command'>] as unknown as (input: Input<K>, context: CommandContext) => Promise<Output<K>>
      return await handler(input, commandContext(session, base, name))
    } finally {
      session.tasks.delete(task.id)
    }
  }

  return {
    call: createDispatch({ run, log: options.log, newId, bookPath: () => book?.path ?? options.dataFolder }),
    onEvent: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: async () => {
      for (const task of session.tasks.values()) task.abort()
      await release(true)
    },
  }
}

interface Task {
  readonly id: string
  readonly signal: AbortSignal
}

/** A call that names a `taskId` can be stopped by it. */
function startTask(session: Session, input: unknown): Task {
  const given = typeof input === 'object' && input !== null && 'taskId' in input && typeof input.taskId === 'string' ? input.taskId : null
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
    excel: session.excel,
    signal: task.signal,
    report: (phase, done, total) => emit({ type: 'progress', taskId: task.id, phase, done, total }),
    stagedFile: (fileId) => {
      const file = session.staged.get(fileId)
      if (file === undefined) throw new OperationError('file_expired')
      return file
    },
  }
}

function queryContext(session: Session, base: BaseContext): QueryContext {
  const book = session.book()
  if (book === null) throw new OperationError('no_book')
  return {
    ...base,
    book,
    db: book.db,
    backup: async (reason, directory) => createBackup(book, { reason, folder: directory ?? backupFolderOf(book.path), at: session.clock.now() }),
  }
}

function commandContext(session: Session, base: BaseContext, operation: OperationName): CommandContext {
  const context = queryContext(session, base)
  return {
    ...context,
    commit: async (draft, work) => {
      const entry = { ...draft, recordedAt: session.clock.now(), actor: session.actor, operation }
      const done = await recordingCures(context.db, { operation, today: session.clock.today() }, work, (watched) => commitCommand(context.db, entry, watched))
      session.changed(done.entry.seq)
      return done
    },
  }
}

/** The machine's clock; days are those of Asia/Shanghai, wherever the machine thinks it is. */
export function systemClock(): Clock {
  const shanghai = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit' })
  return { now: () => new Date().toISOString(), today: () => shanghai.format(new Date()) }
}
