import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { errorText, OperationError } from '../contract/errors.ts'
import type { CallInput, OperationName, Output } from '../contract/operations.ts'
import type { CommandLine, CommandResult } from './cli-arguments.ts'
import type { Core } from './dispatch.ts'

export type Command = (core: Core, line: CommandLine, environment: NodeJS.ProcessEnv) => Promise<CommandResult>

/** Opens the book, runs, answers. */
export function withBook(core: Core, line: CommandLine, environment: NodeJS.ProcessEnv, work: () => Promise<CommandResult>): Promise<CommandResult> {
  return answered(async () => {
    await call(core, 'book.open', { path: line.book, ...given('password', environment['DINGBIAN_PASSWORD']) })
    return work()
  })
}

/** A refusal is an answer: its sentence on stderr, exit 1. */
export async function answered(work: () => Promise<CommandResult>): Promise<CommandResult> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof OperationError) return { exitCode: 1, stdout: '', stderr: errorText(error.code, error.details) }
    throw error
  }
}

/** @throws OperationError with the reply's code. */
export async function call<K extends OperationName>(core: Core, name: K, input: CallInput<K>): Promise<Output<K>> {
  const reply = await core.call(name, input)
  if (!reply.ok) throw new OperationError(reply.error.code, reply.error.details)
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
    throw new OperationError('file_not_found', { path })
  }
}

/** A file of JSON. @throws `invalid_input` when it is none. */
export function readJson(path: string): unknown {
  try {
    return JSON.parse(readInput(path).toString('utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) throw new OperationError('invalid_input', { field: '--file', problem: '不是正确的 JSON' })
    throw error
  }
}

/** The old file stays whole until the new one is. @throws `directory_not_found` */
export function writeWhole(path: string, bytes: Uint8Array): void {
  try {
    writeFileSync(`${path}.part`, bytes)
    renameSync(`${path}.part`, path)
  } catch {
    throw new OperationError('directory_not_found', { path })
  }
}
