import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { noticeLayout } from '../contract/notice-operations.ts'
import { rosterList } from '../contract/shapes.ts'

/** The longer of two that begin alike goes first. */
const COMMANDS = [
  'book create', 'blank', 'import', 'figures', 'roster', 'check', 'notice issue', 'fill', 'verify', 'backup', 'restore',
  'event add', 'undo', 'redo', 'history', 'changes', 'explain',
  'record add', 'record import', 'record list', 'compare',
  'findings explain', 'findings', 'forecast', 'duties done', 'duties',
  'report list', 'report',
  'pack list', 'pack show', 'pack use', 'pack export', 'pack import', 'holidays import',
  'retirement', 'id-number', 'working-days', 'arithmetic',
] as const
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
  template: { type: 'string' },
  sheet: { type: 'string' },
  'id-number': { type: 'string' },
  paper: { type: 'string' },
  title: { type: 'string' },
  issuer: { type: 'string' },
  phone: { type: 'string' },
  'long-term': { type: 'boolean' },
  'checked-by': { type: 'string' },
  'checked-on': { type: 'string' },
  'reviewed-by': { type: 'string' },
  'reviewed-on': { type: 'string' },
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
  birth: { type: 'string' },
  sex: { type: 'string' },
  kind: { type: 'string' },
  'civil-servant': { type: 'boolean' },
  holidays: { type: 'string' },
  notice: { type: 'string' },
  parts: { type: 'string' },
  total: { type: 'string' },
  partial: { type: 'boolean' },
  cut: { type: 'string' },
  rate: { type: 'string' },
  state: { type: 'string' },
  finding: { type: 'string' },
  years: { type: 'string' },
  duty: { type: 'string' },
  note: { type: 'string' },
  by: { type: 'string' },
  until: { type: 'string' },
  batch: { type: 'boolean' },
  form: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const
export type OptionName = keyof typeof OPTIONS

/** What each command takes besides --json; `!` marks what it cannot do without (with --batch it takes nothing else); of `a|b!` it takes one. */
const TAKES: Readonly<Record<CommandName, readonly string[]>> = {
  'book create': ['book!', 'pack', 'name'],
  blank: ['out!', 'kind'],
  import: ['book!', 'dry-run', 'skip-refused'],
  figures: ['book!', 'as-of', 'believed-on'],
  roster: ['book!', 'list!', 'as-of', 'believed-on'],
  check: ['book!', 'as-of', 'believed-on'],
  'notice issue': ['book!', 'layout!', 'from!', 'days|long-term!', 'out!', 'as-of', 'paper', 'title', 'issuer', 'phone', 'address', 'checked-by', 'checked-on', 'reviewed-by', 'reviewed-on'],
  fill: ['book!', 'template!', 'out!', 'as-of', 'believed-on', 'list', 'person', 'sheet', 'id-number'],
  verify: ['book!'],
  backup: ['book!', 'to!'],
  restore: ['book!', 'from!'],
  'event add': ['book!', 'file!', 'correction'],
  undo: ['book!', 'entry', 'reason'],
  redo: ['book!', 'entry'],
  history: ['book!', 'person', 'unit', 'document'],
  changes: ['book!', 'from!', 'to!'],
  'findings explain': ['book!', 'finding!', 'reason!', 'by', 'document', 'until'],
  findings: ['book!', 'state', 'as-of', 'believed-on'],
  forecast: ['book!', 'as-of', 'believed-on', 'years'],
  duties: ['book!', 'as-of', 'from', 'to'],
  'duties done': ['book!', 'duty!', 'note'],
  explain: ['book!', 'unit!', 'category!', 'as-of', 'believed-on'],
  retirement: ['birth!', 'category!', 'kind', 'civil-servant', 'batch'],
  'id-number': ['birth', 'sex', 'batch'],
  'pack list': ['book'],
  'pack show': ['book'],
  'pack use': ['book!', 'dry-run', 'reason'],
  'pack export': ['book!', 'out!'],
  'pack import': ['book!', 'dry-run'],
  'holidays import': ['book!', 'notice', 'dry-run'],
  'working-days': ['from!', 'days!', 'holidays', 'batch'],
  'record add': ['book!', 'file!'],
  'record import': ['book!', 'kind', 'dry-run', 'skip-refused'],
  compare: ['book!', 'as-of'],
  'record list': ['book!', 'kind', 'as-of', 'believed-on'],
  'report list': [],
  report: ['book!', 'form!', 'out!', 'as-of', 'from', 'to', 'unit', 'person'],
  arithmetic: ['parts', 'total', 'partial', 'from', 'to', 'cut', 'rate', 'batch'],
}

/** Commands that take exactly one word without dashes, and what is said where it is missing. */
const WORD_OF: Readonly<Partial<Record<CommandName, string>>> = {
  import: '请写且只写一个要导入的文件。',
  'record import': '请写且只写一个要导入的文件。',
  compare: '请写且只写一个要比对的文件。',
  'id-number': '请写且只写一个号码。',
  'pack show': '请写且只写一个规则包编号，如 seed-003（见 pack list）。',
  'pack use': '请写且只写一个规则包编号，如 seed-003（见 pack list）。',
  'pack export': '请写且只写一个本地规则包编号（见 pack list --book）。',
  'pack import': '请写且只写一个规则包文件。',
  'holidays import': '请写且只写一个放假安排文件。',
}

/** Options that take one of a few words. */
const WORDS: Readonly<Partial<Record<OptionName, readonly string[]>>> = {
  list: rosterList.options,
  state: ['open', 'explained', 'cured'],
  layout: noticeLayout.options,
  paper: ['A4', 'A3'],
  'id-number': ['masked', 'plain', 'apostrophe'],
}

/** Options that take a whole number, and of what. */
const NUMBERS: Readonly<Partial<Record<OptionName, string>>> = { days: '工作日数', years: '年数', entry: '台账编号' }

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
  readonly flag: (name: OptionName) => boolean
  /** The option's text; undefined where it was not given. */
  readonly value: (name: OptionName) => string | undefined
}

/** Options that name a file or folder. npm changes into the package's folder; a relative path means the folder the user stands in. */
const PATHS: ReadonlySet<OptionName> = new Set(['book', 'out', 'file', 'template', 'holidays'])
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
    book: values.book === undefined ? '' : resolve(folder, values.book),
    json: values.json === true,
    word: rest[0] ?? '',
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

/** What may stand beside --batch: everything else is written in the lines. */
const WITH_BATCH: ReadonlySet<string> = new Set(['batch', 'holidays'])

function missing(command: CommandName, values: Readonly<Record<string, unknown>>, rest: readonly string[]): string | null {
  const inLines = values['batch'] === true && TAKES[command].includes('batch')
  const takes = inLines ? TAKES[command].filter((name) => WITH_BATCH.has(name)) : TAKES[command]
  const namesIn = (entry: string) => entry.replace('!', '').split('|')
  const isGiven = (name: string) => (values[name] ?? '') !== ''
  const unmet = takes.find((entry) => entry.endsWith('!') && !namesIn(entry).some(isGiven))
  if (unmet !== undefined) return `缺少 --${namesIn(unmet).join(' 或 --')}${unmet === 'book!' ? ' 编制本路径' : ''}。`
  const both = takes.find((entry) => namesIn(entry).filter(isGiven).length > 1)
  if (both !== undefined) return `--${namesIn(both).join(' 和 --')} 只能写一个。`
  const word = inLines ? undefined : WORD_OF[command]
  if (word !== undefined && rest.length !== 1) return word
  if (word === undefined && rest.length > 0) return `多出了“${rest.join(' ')}”。`
  const allowed = new Set([...takes.flatMap(namesIn), 'json'])
  const extra = Object.keys(values).find((name) => !allowed.has(name))
  if (extra !== undefined) return inLines ? `用 --batch 时参数逐行写在标准输入里，不用 --${extra}。` : `“${command}”不用 --${extra}。`
  return wrongWord(values)
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
