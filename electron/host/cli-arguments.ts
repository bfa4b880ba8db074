import type { OptionName } from './cli-options.ts'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { COMMAND_NAMES, commandShape, namesIn, OPTION_NAMES, optionShape, type CommandName } from './cli-table.ts'

/** What the argument reader of Node wants of the table. */
const PARSED = Object.fromEntries(
  OPTION_NAMES.map((name) => [
    name,
    { type: optionShape(name).value === undefined ? 'boolean' : 'string', ...(name === 'help' ? { short: 'h' } : {}) },
  ]),
) as Readonly<Record<OptionName, { readonly type: 'string' | 'boolean' }>>

/** Commands of more words go before those they begin with. */
const BY_LENGTH = COMMAND_NAMES.toSorted((left, right) => right.split(' ').length - left.split(' ').length)

/** A command line that says everything its command needs. */
export interface CommandLine {
  readonly command: CommandName
  /** '' for a command that needs none. */
  readonly book: string
  readonly json: boolean
  /** The word without dashes, as typed; '' where the command takes none. */
  readonly word: string
  /** The same as a path. */
  readonly file: string
  /** Every word without dashes, where the command takes several; and as paths. */
  readonly words: readonly string[]
  readonly files: readonly string[]
  readonly flag: (name: OptionName) => boolean
  /** The option's text; undefined where it was not given. */
  readonly value: (name: OptionName) => string | undefined
}

/** What a command answers: exit code, and what goes to each stream. */
export interface CommandResult {
  readonly exitCode: 0 | 1
  readonly stdout: string
  readonly stderr: string
}

/** Reads a command line, or says in Chinese what is wrong with it. `folder` is where the user stands. */
export function parseCommandLine(
  argv: readonly string[],
  folder: string,
): CommandLine | { readonly usage: string; readonly help: boolean } {
  let parsed
  try {
    parsed = parseArgs({ args: [...argv], options: PARSED, allowPositionals: true })
  } catch (error) {
    return wrong(`不认识的参数：${error instanceof Error ? error.message.split('\n')[0] : ''}`)
  }
  const { values, positionals } = parsed
  if (values['help'] === true) return { usage: '', help: true }
  const command = BY_LENGTH.find((name) => name === positionals.slice(0, name.split(' ').length).join(' '))
  if (command === undefined)
    return wrong(positionals.length === 0 ? '没有写要做什么。' : `没有“${positionals.join(' ')}”这个命令。`)
  const rest = positionals.slice(command.split(' ').length)
  const problem = missing(command, values, rest)
  if (problem !== null) return wrong(problem)
  return {
    command,
    book: typeof values['book'] === 'string' ? resolve(folder, values['book']) : '',
    json: values['json'] === true,
    word: rest[0] ?? '',
    file: resolve(folder, rest[0] ?? ''),
    words: rest,
    files: rest.map((word) => resolve(folder, word)),
    flag: (name) => values[name] === true,
    value: (name) => {
      const value = values[name]
      if (typeof value !== 'string') return undefined
      const isPath = optionShape(name).path === true || (commandShape(command).places ?? []).includes(name)
      return isPath ? resolve(folder, value) : value
    },
  }
}

/** What may stand beside --batch: everything else is written in the lines. */
const WITH_BATCH: ReadonlySet<string> = new Set(['batch', 'holidays'])

function missing(
  command: CommandName,
  values: Readonly<Record<string, unknown>>,
  rest: readonly string[],
): string | null {
  const shape = commandShape(command)
  const inLines = values['batch'] === true && shape.takes.includes('batch')
  const takes = inLines ? shape.takes.filter((name) => WITH_BATCH.has(name)) : shape.takes
  const isGiven = (name: string) => (values[name] ?? '') !== ''
  const unmet = takes.find((entry) => entry.endsWith('!') && !namesIn(entry).some(isGiven))
  if (unmet !== undefined) return `缺少 --${namesIn(unmet).join(' 或 --')}${unmet === 'book!' ? ' 编制本路径' : ''}。`
  const both = takes.find((entry) => namesIn(entry).filter(isGiven).length > 1)
  if (both !== undefined) return `--${namesIn(both).join(' 和 --')} 只能写一个。`
  const word = inLines ? undefined : shape.word?.missing
  const enough = shape.word?.many === true ? rest.length > 0 : rest.length === 1
  if (word !== undefined && !enough) return word
  if (word === undefined && rest.length > 0) return `多出了“${rest.join(' ')}”。`
  const allowed = new Set<string>([...takes.flatMap(namesIn), 'json'])
  const extra = Object.keys(values).find((name) => !allowed.has(name))
  if (extra !== undefined)
    return inLines ? `用 --batch 时参数逐行写在标准输入里，不用 --${extra}。` : `“${command}”不用 --${extra}。`
  return wrongWord(values)
}

function wrongWord(values: Readonly<Record<string, unknown>>): string | null {
  for (const name of OPTION_NAMES) {
    const { words, number } = optionShape(name)
    const value = values[name]
    if (typeof value !== 'string') continue
    if (words !== undefined && !words.includes(value)) return `--${name} 只能是 ${words.join('、')}，不能是“${value}”。`
    if (number !== undefined && !/^\d+$/.test(value)) return `--${name} 应是${number}，不能是“${value}”。`
  }
  return null
}

function wrong(usage: string): { readonly usage: string; readonly help: boolean } {
  return { usage, help: false }
}
