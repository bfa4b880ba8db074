import { OPTION_NAMES, optionShape, type OptionName } from './cli-options.ts'
import { REFORM_SHAPES } from './cli-reform-table.ts'

/*
 * The command line, declared once: what each command takes (what an option holds is in cli-options). Parsing, help and the README's list follow
 * from it.
 */

export { OPTION_NAMES, optionShape, type OptionName } from './cli-options.ts'

/** Options and nothing else; `!` marks what a command cannot do without (with --batch it takes nothing else), of `a|b!` it takes one. */
type Taken = OptionName | `${OptionName}!` | `${OptionName}|${OptionName}!`

/** One command. Every command takes --json besides. */
interface CommandShape {
  readonly takes: readonly Taken[]
  /** The one word without dashes, or one or more of them: how the help writes it, and what is said where it is missing. */
  readonly word?: { readonly value: string; readonly missing: string; readonly many?: true }
  /** Options whose value means something else here, as the help writes it. */
  readonly values?: Readonly<Partial<Record<OptionName, string>>>
  /** Options that name a place here and a day elsewhere. */
  readonly places?: readonly OptionName[]
  /** What the help says behind it. */
  readonly note?: string
  /** Needs no book. */
  readonly engine?: true
}

const IMPORTED = { value: 'FILE', missing: '请写且只写一个要导入的文件。' } as const
const PACK = { value: 'ID', missing: '请写且只写一个规则包编号，如 seed-003（见 pack list）。' } as const
const BELIEVED = ['book!', 'as-of', 'believed-on'] as const

export const COMMANDS = {
  'book create': { takes: ['book!', 'pack', 'name', 'document-number', 'document-date', 'document-issuer'] },
  blank: {
    takes: ['out!', 'kind'],
    values: { kind: 'roster|资料种类' },
    note: '空白导入表，有下拉；不写 --kind 即花名册',
  },
  import: {
    takes: ['book!', 'dry-run', 'skip-refused', 'keep-columns', 'stands-over', 'answers', 'questions', 'refused-out'],
    word: IMPORTED,
    note: '--keep-columns 编制本没有的列记成自定栏目，一并收进',
  },
  figures: { takes: BELIEVED },
  roster: { takes: ['book!', 'list!', 'as-of', 'believed-on'] },
  check: { takes: BELIEVED },
  findings: { takes: ['book!', 'state', 'as-of', 'believed-on'] },
  'findings explain': {
    takes: ['book!', 'finding!', 'reason!', 'by', 'document', 'until'],
    note: '编号见 findings --json 的 key',
  },
  forecast: { takes: ['book!', 'as-of', 'believed-on', 'years'] },
  cards: { takes: ['book!', 'entry'], note: '变动卡（一变多报）：清单；写台账编号即那一张，证件号打码' },
  due: {
    takes: ['book!', 'as-of', 'believed-on', 'until', 'kind', 'unit'],
    values: { kind: 'rank|probation|term|contract|secondment|retirement|review|training' },
    note: '谁到期：职级晋升、试用期、任职年限、合同、借调、退休、考核、培训；不写 --until 看一年，--kind 也可写中文名',
  },
  duties: { takes: ['book!', 'as-of', 'from', 'to'] },
  'duties done': { takes: ['book!', 'duty!', 'note'], note: '编号见 duties --json 的 key' },
  'notice issue': {
    takes: [
      'book!',
      'layout!',
      'from!',
      'days|long-term!',
      'out!',
      'as-of',
      'paper',
      'title',
      'issuer',
      'phone',
      'address',
      'mailbox',
      'checked-by',
      'checked-on',
      'reviewed-by',
      'reviewed-on',
      'despite',
      'reason',
    ],
    note: '要写理由才能发布的事，编号见拒绝的那句话',
  },
  fill: {
    takes: [
      'book!',
      'template!',
      'out!',
      'as-of',
      'believed-on',
      'list',
      'category',
      'unit',
      'person',
      'each',
      'sheet',
      'id-number',
      'names',
    ],
    note: '把上级发来的空表填好；一人一张的表用 --person 甲,乙 或 --each，各存一份到 --out 那个文件夹',
  },
  verify: { takes: ['book!'] },
  backup: { takes: ['book!', 'to!'], values: { to: 'DIR' }, places: ['to'] },
  restore: {
    takes: ['book!', 'from!', 'over-other'],
    values: { from: 'FILE' },
    places: ['from'],
    note: '只写在编制本上；那里是另一本编制本的，加 --over-other',
  },
  'event add': { takes: ['book!', 'file!', 'correction'], note: 'E.json 是一项变动，或按先后排列的一组' },
  undo: { takes: ['book!', 'entry', 'reason'], note: '不写编号即撤销最后一条' },
  redo: { takes: ['book!', 'entry'] },
  history: { takes: ['book!', 'person', 'unit', 'document'] },
  changes: { takes: ['book!', 'from!', 'to!'] },
  explain: { takes: ['book!', 'unit!', 'category!', 'as-of', 'believed-on'] },
  'record add': { takes: ['book!', 'file!'], values: { file: 'R.json' }, note: 'R.json 是一条资料，或一组' },
  'record import': { takes: ['book!', 'kind', 'dry-run', 'skip-refused'], word: IMPORTED },
  'record list': { takes: ['book!', 'kind', 'as-of', 'believed-on'] },
  'copy out': {
    takes: ['book!', 'out!', 'list', 'fields'],
    note: '名单的副本，在 WPS 里改；不写 --fields 即名单常用各栏',
  },
  'copy back': {
    takes: ['book!', 'accept', 'reason'],
    word: { value: 'FILE', missing: '请写且只写一个改过的副本。' },
    note: '副本里改了哪些格；加 --accept 采用能采用的',
  },
  'bureau check': {
    takes: ['book!', 'form!', 'as-of'],
    values: { form: 'cadre|establishment' },
    note: '上级导入表会被系统退回的格，先看再导出',
  },
  'bureau export': { takes: ['book!', 'form!', 'out!', 'as-of'], values: { form: 'cadre|establishment' } },
  codes: { takes: ['book!', 'as-of'], note: '每个栏目的国标数据元和代码，没有的写明为什么' },
  'codes map': {
    takes: ['book!', 'code-list!', 'word!', 'meant|forget!'],
    note: '本地写法对应代码表里的哪一项，记在编制本里',
  },
  'field list': { takes: ['book!'], note: '自定栏目' },
  'field add': {
    takes: ['book!', 'title!', 'kind', 'choices', 'masked'],
    values: { kind: 'text|date|list' },
    note: '--masked 平时遮住',
  },
  'field change': {
    takes: ['book!', 'title!', 'new-title', 'kind', 'choices', 'masked'],
    values: { kind: 'text|date|list' },
  },
  'field remove': { takes: ['book!', 'title!'], note: '填过的内容留在编制本里' },
  compare: {
    takes: ['book!', 'as-of'],
    word: { value: 'FILE', missing: '请写且只写一个要比对的文件。' },
    note: '工资表或编办名册与编制本比对',
  },
  'lrmx import': {
    takes: ['book!', 'dry-run'],
    word: { value: 'PATH…', missing: '请写任免审批表（.lrmx、.lrm）的文件或文件夹。', many: true },
    note: '任免审批表，文件夹或文件；对得上的人逐项更新',
  },
  'lrmx show': { takes: ['book!', 'person!'] },
  'lrmx export': {
    takes: ['book!', 'person|list!', 'out!', 'today', 'format'],
    values: { out: 'DIR', format: 'lrmx|lrm' },
    note: '--today 填表时间、计算年龄时间改为今天；--format lrm 按原来的旧版写',
  },
  structure: {
    takes: ['book!', 'rows!', 'columns', 'list', 'unit', 'as-of', 'believed-on', 'bands', 'compare-with', 'people'],
    note: '队伍结构：行和列写 age、education、sex、party、ethnic、level、category 等，或中文名；--people 连同姓名',
  },
  ...REFORM_SHAPES,
  'report list': { takes: [], note: '有哪些报表' },
  report: {
    takes: ['book!', 'form!', 'out!', 'as-of', 'from', 'to', 'unit', 'person'],
    note: '自定花名册用 --form adhoc:版式名',
  },
  handover: {
    takes: ['book!', 'out!', 'whole-numbers', 'reason'],
    values: { out: 'DIR' },
    note: '交接包：现状、没办完的事、日程、文件、备份，带目录；身份证号遮住，要完整的加 --whole-numbers --reason',
  },
  inspection: {
    takes: ['book!', 'from!', 'to!', 'out!', 'whole-numbers', 'reason'],
    values: { out: 'DIR' },
    note: '核查包：名单、依据文件和扫描件、问题和说明、变动、公示原件，带目录',
  },
  'package make': {
    takes: [
      'book!',
      'out!',
      'since',
      'as-of',
      'code',
      'whole-numbers',
      'reason',
      'to-passphrase-env',
      'to-key',
      'unit',
    ],
    values: { out: 'F' },
    note: '上报数据包；加 --unit 即一个机构的小数据包，交乡镇合并；--since 只报变动：LAST 即上次有回执的，也可写台账编号、上次的数据包或回执；--book 是主管本即汇总上报',
  },
  'package merge': {
    takes: ['book!', 'reason', 'accept'],
    word: { value: 'F…', missing: '请写要合并的机构数据包。', many: true },
    note: '各机构的小数据包并进来：只有一边改了的记成一条，两边都改了的列出来不动；入编、调整、出编列出来，加 --accept 逐项登记',
  },
  'county create': {
    takes: ['book!', 'name!', 'level', 'code'],
    values: { book: 'C', name: '某县' },
    note: '新建主管本，各乡镇的数据包收到这里',
  },
  'county sample': {
    takes: ['book!', 'city!'],
    values: { book: 'C' },
    note: '示例市：改革前 249 个、改革后 184 个乡镇，人员是编的；没有这本主管本即新建',
  },
  'county receive': {
    takes: ['book!', 'from-passphrase-env', 'over-other'],
    values: { book: 'C' },
    word: { value: 'FILE…', missing: '请写要收下的上报数据包。', many: true },
    note: '一个一个收，收不下的写明原因；乡镇换了一本编制本的，加 --over-other',
  },
  'county figures': {
    takes: ['book!', 'by', 'as-of'],
    values: { book: 'C', by: 'township|category|region' },
    note: '分级汇总；不写 --by 即每个乡镇每类编制一行',
  },
  'county findings': { takes: ['book!', 'township'], values: { book: 'C' }, note: '各乡镇的问题，和跨乡镇才看得见的' },
  'county backup': {
    takes: ['book!', 'to!'],
    values: { book: 'C', to: 'DIR' },
    places: ['to'],
    note: '副本打开核对过才算',
  },
  'county verify': { takes: ['book!'], values: { book: 'C' }, note: '收件记录、每个数据包和据以汇总的行，逐个核对' },
  'county form': {
    takes: ['book!', 'form!', 'out!', 'as-of', 'from', 'to', 'region'],
    values: { book: 'C', form: '汇总表' },
    note: '编办的表：乡镇机构编制汇总表、乡镇机构编制台账、乡镇超编空编情况一览表、改革前后对照表、乡镇改革前后对照表（后两张写 --from --to）',
  },
  'county receipt': {
    takes: ['book!', 'township!', 'out!', 'file', 'refuse', 'reason'],
    values: { book: 'C', out: 'F', file: 'A.json' },
    note: '回执：最近一次收下或退回；A.json 写 events（核增核减、用编核准）、packs、holidays、codeWords；--refuse --reason 改为退回',
  },
  'county export': {
    takes: ['book!', 'format!', 'out!'],
    values: { book: 'C', format: 'parquet|csv', out: 'DIR' },
    note: '机构、编制、岗位、人员（号码遮住）、问题、合计，按县分文件，附 DuckDB 和 PostgreSQL 通用的汇总 SQL',
  },
  'receipt take': {
    takes: ['book!', 'dry-run', 'from-passphrase-env'],
    word: { value: 'FILE', missing: '请写且只写一个回执文件。' },
    note: '记入编办的回执，各项一次记入，一下撤销；--dry-run 只看',
  },
  'pack list': { takes: ['book'], note: '加 --book 连同本地规则包' },
  'pack show': { takes: ['book'], word: PACK },
  'pack use': { takes: ['book!', 'dry-run', 'reason'], word: PACK, note: '--dry-run 只看会变什么' },
  'pack export': {
    takes: ['book!', 'out!'],
    values: { out: 'F.json' },
    word: { value: 'ID', missing: '请写且只写一个本地规则包编号（见 pack list --book）。' },
  },
  'pack import': { takes: ['book!', 'dry-run'], word: { value: 'FILE', missing: '请写且只写一个规则包文件。' } },
  'rules list': { takes: ['pack'], note: '每条规则多重、凭什么：来源、条款、原文；加 --pack 只看那一套' },
  'holidays import': {
    takes: ['book!', 'notice', 'dry-run'],
    word: { value: 'FILE', missing: '请写且只写一个放假安排文件。' },
  },
  retirement: {
    takes: ['birth!', 'category!', 'kind', 'civil-servant', 'batch'],
    values: { category: 'male60|female55|female50', kind: 'civilServant|manager|professional|worker' },
    engine: true,
  },
  'id-number': {
    takes: ['birth', 'sex', 'batch'],
    values: { birth: 'D' },
    word: { value: 'VALUE', missing: '请写且只写一个号码。' },
    engine: true,
  },
  'working-days': { takes: ['from!', 'days!', 'holidays', 'batch'], note: '公示当天不算', engine: true },
  arithmetic: {
    takes: ['parts', 'total', 'partial', 'from', 'to', 'cut', 'rate', 'batch'],
    values: { from: '249', to: '184' },
    note: '报告自己的数字对不对',
    engine: true,
  },
} as const satisfies Readonly<Record<string, CommandShape>>
export type CommandName = keyof typeof COMMANDS
/** A calculation that needs neither a book nor the program around it. */
export type EngineCommand = {
  [K in CommandName]: (typeof COMMANDS)[K] extends { readonly engine: true } ? K : never
}[CommandName]
export type CoreCommand = Exclude<CommandName, EngineCommand>

/** True for a command of the engines. */
export function isEngineCommand(name: CommandName): name is EngineCommand {
  return commandShape(name).engine === true
}

/** What a command takes, as one shape. */
export const commandShape = (name: CommandName): CommandShape => COMMANDS[name]
export const COMMAND_NAMES = Object.keys(COMMANDS) as readonly CommandName[]

/** The option's names in an entry of `takes`: one, or two of which one is given. */
export function namesIn(taken: string): readonly OptionName[] {
  const names = taken.replace('!', '').split('|')
  return OPTION_NAMES.filter((name) => names.includes(name)).toSorted((a, b) => names.indexOf(a) - names.indexOf(b))
}

/** How the command is written: `pack use ID --book P [--dry-run] [--reason T] [--json]`. */
export function synopsis(name: CommandName): string {
  const shape = commandShape(name)
  const written = (option: OptionName) => {
    const value = shape.values?.[option] ?? optionShape(option).value
    return value === undefined ? `--${option}` : `--${option} ${value}`
  }
  const options = shape.takes.map((taken) => {
    const text = namesIn(taken).map(written).join('|')
    return taken.endsWith('!') ? text : `[${text}]`
  })
  return [name, ...(shape.word === undefined ? [] : [shape.word.value]), ...options, '[--json]'].join(' ')
}

/** Every command a line, its note behind it: the help's and the README's list. */
export function commandLines(which: 'book' | 'engine'): readonly string[] {
  return COMMAND_NAMES.filter((name) => (commandShape(name).engine === true) === (which === 'engine')).map((name) => {
    const { note } = commandShape(name)
    return `${synopsis(name)}${note === undefined ? '' : `      # ${note}`}`
  })
}

/** What `--help` says, and what a wrong use is answered with. */
export const USAGE = `定编 命令行

${commandLines('book')
  .map((line) => `  ${line}`)
  .join('\n')}

不用编制本的计算（加 --batch：参数逐行写成 JSON 放在标准输入，键名同选项，号码的键名是 value；一行一答，次序不变）：
${commandLines('engine')
  .map((line) => `  ${line}`)
  .join('\n')}

有密码的编制本：密码放在环境变量 DINGBIAN_PASSWORD。
--believed-on：按那天为止已登记的内容看，之后补录的不算。
退出码：0 完成；1 被规则或输入拒绝，数据未改动；2 用法不对。
`
