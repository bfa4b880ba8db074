import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { rosterList } from '../contract/shapes.ts'

const COMMANDS = ['book create', 'import', 'figures', 'roster', 'check', 'notice issue', 'verify', 'backup', 'restore', 'event add', 'undo', 'redo', 'history', 'changes', 'explain'] as const
export type CommandName = (typeof COMMANDS)[number]

const OPTIONS = {
  book: { type: 'string' },
  pack: { type: 'string' },
  name: { type: 'string' },
  json: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  'skip-refused': { type: 'boolean' },
  'as-of': { type: 'string' },
  list: { type: 'string' },
  layout: { type: 'string' },
  paper: { type: 'string' },
  title: { type: 'string' },
  issuer: { type: 'string' },
  phone: { type: 'string' },
  address: { type: 'string' },
  from: { type: 'string' },
  days: { type: 'string' },
  out: { type: 'string' },
  to: { type: 'string' },
  'believed-on': { type: 'string' },
  file: { type: 'string' },
  correction: { type: 'boolean' },
  entry: { type: 'string' },
  reason: { type: 'string' },
  person: { type: 'string' },
  unit: { type: 'string' },
  document: { type: 'string' },
  category: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const
export type OptionName = keyof typeof OPTIONS

/** What each command takes besides --book and --json; `!` marks what it cannot do without. */
const TAKES: Readonly<Record<CommandName, readonly string[]>> = {
  'book create': ['pack', 'name'],
  import: ['dry-run', 'skip-refused', 'FILE!'],
  figures: ['as-of', 'believed-on'],
  roster: ['list!', 'as-of', 'believed-on'],
  check: ['as-of', 'believed-on'],
  'notice issue': ['layout!', 'from!', 'days!', 'out!', 'as-of', 'paper', 'title', 'issuer', 'phone', 'address'],
  verify: [],
  backup: ['to!'],
  restore: ['from!'],
  'event add': ['file!', 'correction'],
  undo: ['entry', 'reason'],
  redo: ['entry'],
  history: ['person', 'unit', 'document'],
  changes: ['from!', 'to!'],
  explain: ['unit!', 'category!', 'as-of', 'believed-on'],
}

/** Options that take one of a few words. */
const WORDS: Readonly<Partial<Record<OptionName, readonly string[]>>> = {
  list: rosterList.options,
  layout: ['tree', 'table'],
  paper: ['A4', 'A3'],
}

/** Options that take a whole number, and of what. */
const NUMBERS: Readonly<Partial<Record<OptionName, string>>> = { days: '工作日数', entry: '台账编号' }

/** A command line that says everything its command needs. */
export interface CommandLine {
  readonly command: CommandName
  readonly book: string
  readonly json: boolean
  readonly file: string
  readonly flag: (name: OptionName) => boolean
  /** The option's text; undefined where it was not given. */
  readonly value: (name: OptionName) => string | undefined
}

/** Options that name a file or folder. npm changes into the package's folder; a relative path means the folder the user stands in. */
const PATHS: ReadonlySet<OptionName> = new Set(['book', 'out', 'file'])
/** --from and --to are days to most commands, places to these. */
const PLACES: Readonly<Partial<Record<CommandName, OptionName>>> = { restore: 'from', backup: 'to' }

/** What a command answers: exit code, and what goes to each stream. */
export interface CommandResult {
  readonly exitCode: 0 | 1
  readonly stdout: string
  readonly stderr: string
}

/** Reads a command line, or says in Chinese what is wrong with it. `folder` is where the user stands. */
export function parseCommandLine(argv: readonly string[], folder: string): CommandLine | { readonly usage: string; readonly help: boolean } {
  let parsed
  try {
    parsed = parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true })
  } catch (error) {
    return wrong(`不认识的参数：${error instanceof Error ? error.message.split('\n')[0] : ''}`)
  }
  const { values, positionals } = parsed
  if (values.help === true) return { usage: '', help: true }
  const command = COMMANDS.find((name) => name === positionals.slice(0, name.split(' ').length).join(' '))
  if (command === undefined) return wrong(positionals.length === 0 ? '没有写要做什么。' : `没有“${positionals.join(' ')}”这个命令。`)
  const rest = positionals.slice(command.split(' ').length)
  const problem = missing(command, values, rest)
  if (problem !== null) return wrong(problem)
  return {
    command,
    book: resolve(folder, values.book ?? ''),
    json: values.json === true,
    file: resolve(folder, rest[0] ?? ''),
    flag: (name) => values[name] === true,
    value: (name) => {
      const value = values[name]
      if (typeof value !== 'string') return undefined
      const isPath = PATHS.has(name) || PLACES[command] === name
      return isPath ? resolve(folder, value) : value
    },
  }
}

function missing(command: CommandName, values: Readonly<Record<string, unknown>>, rest: readonly string[]): string | null {
  if (typeof values['book'] !== 'string' || values['book'] === '') return '缺少 --book 编制本路径。'
  const takes = TAKES[command]
  for (const need of takes) {
    if (!need.endsWith('!')) continue
    const name = need.slice(0, -1)
    if (name === 'FILE' ? rest.length !== 1 : values[name] === undefined) return name === 'FILE' ? '请写且只写一个要导入的文件。' : `缺少 --${name}。`
  }
  if (!takes.includes('FILE!') && rest.length > 0) return `多出了“${rest.join(' ')}”。`
  const allowed = new Set([...takes.map((name) => name.replace('!', '')), 'book', 'json'])
  const extra = Object.keys(values).find((name) => !allowed.has(name))
  return extra === undefined ? wrongWord(values) : `“${command}”不用 --${extra}。`
}

function wrongWord(values: Readonly<Record<string, unknown>>): string | null {
  for (const [name, words] of Object.entries(WORDS)) {
    const value = values[name]
    if (typeof value === 'string' && !words.includes(value)) return `--${name} 只能是 ${words.join('、')}，不能是“${value}”。`
  }
  for (const [name, what] of Object.entries(NUMBERS)) {
    const value = values[name]
    if (typeof value === 'string' && !/^\d+$/.test(value)) return `--${name} 应是${what}，不能是“${value}”。`
  }
  return null
}

function wrong(usage: string): { readonly usage: string; readonly help: boolean } {
  return { usage, help: false }
}
