import { accessSync, constants, existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { refusalText, Refusal, type RefusalCode } from '../vocabulary/refusals.ts'
import type { CallInput, OperationName, Output } from '../contract/operations.ts'
import type { CommandLine, CommandResult } from './cli-arguments.ts'
import type { Core } from './dispatch.ts'

export type Command = (core: Core, line: CommandLine, environment: NodeJS.ProcessEnv) => Promise<CommandResult>

type Opened = (
  core: Core,
  line: CommandLine,
  environment: NodeJS.ProcessEnv,
  work: () => Promise<CommandResult>,
) => Promise<CommandResult>

/** Opens the book, runs, answers. */
export const withBook: Opened = opened('book.open')
/** Opens the 主管本, runs, answers. */
export const withCounty: Opened = opened('county.open')

function opened(operation: 'book.open' | 'county.open'): Opened {
  return (core, line, environment, work) =>
    answered(async () => {
      await call(core, operation, { path: line.book, ...given('password', environment['DINGBIAN_PASSWORD']) })
      return work()
    })
}

/** What the window has a button for and the command line an option; the sentence itself is the same for both. */
const HINTS: Readonly<Partial<Record<RefusalCode, string>>> = {
  password_required: '（用环境变量 DINGBIAN_PASSWORD）',
  holiday_calendar_missing: '（holidays import）',
  template_which_unit: '（用 --unit 写机构名称）',
  template_whose_card: '（用 --person 写姓名）',
}

/** A refusal is an answer: its sentence on stderr, exit 1. */
export async function answered(work: () => Promise<CommandResult>): Promise<CommandResult> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refusal)
      return { exitCode: 1, stdout: '', stderr: `${refusalText(error.code, error.details)}${HINTS[error.code] ?? ''}` }
    throw error
  }
}

/** @throws Refusal with the reply's code. */
export async function call<K extends OperationName>(core: Core, name: K, input: CallInput<K>): Promise<Output<K>> {
  const reply = await core.call(name, input)
  if (!reply.ok) throw new Refusal(reply.error.code, reply.error.details)
  // The core answers an operation with that operation's output.
  return reply.value as Output<K>
}

/** The value with --json, else the text. */
export function show(line: CommandLine, value: unknown, text: string): CommandResult {
  return { exitCode: 0, stdout: line.json ? JSON.stringify(value) : text, stderr: '' }
}

/** --as-of and --believed-on, as far as they were given. */
export function asOf(line: CommandLine): { readonly asOf?: string; readonly believedOn?: string } {
  return { ...given('asOf', line.value('as-of')), ...given('believedOn', line.value('believed-on')) }
}

/** The key with its value, or nothing. */
export function given<K extends string>(key: K, value: string | undefined): { readonly [P in K]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]?: string })
}

/** @throws `file_not_found` */
export function readInput(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch {
    throw new Refusal('file_not_found', { path })
  }
}

/** A file of JSON. @throws `invalid_input` when it is none. */
export function readJson(path: string): unknown {
  try {
    return JSON.parse(readInput(path).toString('utf8'))
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new Refusal('invalid_input', { field: '--file', problem: '不是正确的 JSON' })
    throw error
  }
}

/** Room for a file that is written later; whatever would keep it from being written is known now. */
export interface ReservedFile {
  readonly write: (bytes: Uint8Array) => void
  /** Gives the room back where nothing is written after all. */
  readonly release: () => void
}

/** Room kept for a sheet: several times the largest that a township's people fill. */
const SHEET_ROOM = 4 * 1024 * 1024

/**
 * Makes sure that a file can be written before something is done that cannot be taken back for its sake. @throws `file_not_writable`
 */
export function reserveFile(path: string): ReservedFile {
  const part = `${path}.part`
  const refuse = () => new Refusal('file_not_writable', { path })
  try {
    if (existsSync(path)) {
      if (!statSync(path).isFile()) throw refuse()
      accessSync(path, constants.W_OK)
    }
    writeFileSync(part, Buffer.alloc(SHEET_ROOM))
  } catch {
    rmSync(part, { force: true, recursive: false })
    throw refuse()
  }
  return { write: (bytes) => writeWhole(path, bytes), release: () => rmSync(part, { force: true }) }
}

/** The old file stays whole until the new one is. @throws `directory_not_found` */
export function writeWhole(path: string, bytes: Uint8Array): void {
  try {
    writeFileSync(`${path}.part`, bytes)
    renameSync(`${path}.part`, path)
  } catch {
    throw new Refusal('directory_not_found', { path })
  }
}
