import { basename } from 'node:path'
import { errorText, OperationError } from '../contract/errors.ts'
import { blankKind } from '../contract/blank-operations.ts'
import { recordType } from '../contract/records.ts'
import { rosterList } from '../contract/shapes.ts'
import { OPERATIONS } from '../contract/operations.ts'
import type { CommandLine, CommandName, CommandResult } from './cli-arguments.ts'
import { answered, asOf, call, given, readInput, show, withBook, writeWhole, type Command } from './cli-calls.ts'
import { fillFromCommandLine } from './cli-fill-command.ts'
import { ENGINE_COMMANDS } from './cli-engine-commands.ts'
import { FINDING_COMMANDS } from './cli-finding-commands.ts'
import { LEDGER_COMMANDS } from './cli-ledger-commands.ts'
import { PACK_COMMANDS } from './cli-pack-commands.ts'
import { RECORD_COMMANDS } from './cli-record-commands.ts'
import { REPORT_COMMANDS } from './cli-report-commands.ts'
import type { Core } from './dispatch.ts'
import { figuresText, findingsText, importText, rosterText } from './cli-text.ts'

export const USAGE = `定编 命令行

  book create --book P [--pack seed-000|none] [--name 山溪乡]
  blank       --out F.xlsx [--kind roster|资料种类] [--json]         空白导入表，有下拉；不写 --kind 即花名册
  import      --book P 文件 [--dry-run] [--skip-refused] [--json]
  figures     --book P [--as-of 2026-11-22] [--believed-on D] [--json]
  roster      --book P --list in-quota|over-quota|non-compliant|off-quota|seconded [--as-of D] [--believed-on D] [--json]
  check       --book P [--as-of D] [--believed-on D] [--json]
  findings    --book P [--state open|explained|cured] [--as-of D] [--believed-on D] [--json]
  findings explain --book P --finding 编号 --reason T [--by T] [--document N] [--until D] [--json]      编号见 findings --json 的 key
  forecast    --book P [--as-of D] [--years N] [--believed-on D] [--json]
  duties      --book P [--as-of D] [--from D --to D] [--json]
  duties done --book P --duty 编号 [--note T] [--json]             编号见 duties --json 的 key
  notice issue --book P --layout tree|table|nine|units|short --from D --days N|--long-term --out F.xlsx [--as-of D] [--paper A4|A3] [--title T] [--issuer T] [--phone T] [--address T]
              [--checked-by 初审人] [--checked-on D] [--reviewed-by 保密审查人] [--reviewed-on D] [--json]
  fill        --book P --template 空表.xlsx --out F.xlsx [--as-of D] [--list 名单] [--person 姓名] [--sheet 工作表] [--id-number masked|plain|apostrophe] [--json]
  verify      --book P [--json]
  backup      --book P --to 文件夹 [--json]
  restore     --book P --from 备份文件 [--json]
  event add   --book P --file E.json [--correction] [--json]      E.json 是一项变动，或按先后排列的一组
  undo        --book P [--entry N] [--reason T] [--json]          不写编号即撤销最后一条
  redo        --book P [--entry N] [--json]
  history     --book P [--person X] [--unit X] [--document X] [--json]
  changes     --book P --from D --to D [--json]
  explain     --book P --unit 机构 --category 编制类型 [--as-of D] [--believed-on D] [--json]
  record add  --book P --file R.json [--json]                     R.json 是一条资料，或一组
  record import 文件 --book P [--kind 资料种类] [--dry-run] [--skip-refused] [--json]
  record list --book P [--kind 资料种类] [--as-of D] [--believed-on D] [--json]
  compare     文件 --book P [--as-of D] [--json]                   工资表或编办名册与本册比对
  report list [--json]                                            有哪些报表
  report      --book P --form 编号或名称 --out F.xlsx [--as-of D] [--from D --to D] [--unit 机构] [--person 人] [--json]
              自定花名册用 --form adhoc:版式名
  pack list   [--book P] [--json]                                 加 --book 连同本地规则包
  pack show   编号 [--book P] [--json]
  pack use    编号 --book P [--dry-run] [--reason T] [--json]      --dry-run 只看会变什么
  pack export 编号 --book P --out F.json
  pack import 文件 --book P [--dry-run] [--json]
  holidays import 文件 --book P [--notice 文号] [--dry-run] [--json]

不用编制本的计算（加 --batch：参数逐行写成 JSON 放在标准输入，键名同选项，号码的键名是 value；一行一答，次序不变）：
  retirement  --birth 1968-06 --category male60|female55|female50 [--kind civilServant|manager|professional|worker] [--civil-servant] [--json]
  id-number   号码 [--birth D] [--sex 男|女] [--json]
  working-days --from D --days N [--holidays F.json] [--json]                          公示当天不算
  arithmetic  --parts 219,218 --total 437 [--partial] | --from 249 --to 184 [--cut 65] [--rate 26.1] [--json]   报告自己的数字对不对

有密码的编制本：密码放在环境变量 DINGBIAN_PASSWORD。
--believed-on：按那天为止已登记的内容看，之后补录的不算。
退出码：0 完成；1 被规则或输入拒绝，数据未改动；2 用法不对。
`

/** Every command: a few calls into the core, then its text or its JSON. No business here. */
export const COMMAND_LINE: Readonly<Record<CommandName, Command>> = {
  ...LEDGER_COMMANDS,
  ...RECORD_COMMANDS,
  ...ENGINE_COMMANDS,
  ...PACK_COMMANDS,
  ...FINDING_COMMANDS,
  ...REPORT_COMMANDS,
  'book create': (core, line, environment) =>
    answered(async () => {
      const status = await call(core, 'book.create', {
        path: line.book,
        name: line.value('name') ?? bookNameOf(line.book),
        ...given('pack', line.value('pack')),
        ...given('password', environment['DINGBIAN_PASSWORD']),
      })
      return show(line, { path: status.path, name: status.name, pack: status.packId, units: status.units, entries: status.entries, head: status.head }, `已建立 ${status.fileName ?? ''}（${status.name ?? ''}，${status.packTitle ?? '空白'}）。`)
    }),
  blank: (core, line) => answered(() => makeBlank(core, line)),
  import: (core, line, environment) => withBook(core, line, environment, () => importFile(core, line)),
  figures: (core, line, environment) =>
    withBook(core, line, environment, async () => {
      const figures = await call(core, 'figures.read', asOf(line))
      return show(line, figures, figuresText(figures))
    }),
  roster: (core, line, environment) =>
    withBook(core, line, environment, async () => {
      const list = rosterList.parse(line.value('list'))
      const roster = await call(core, 'roster.read', { list, ...asOf(line) })
      return show(line, { asOf: roster.asOf, list, people: roster.people }, rosterText(roster.people))
    }),
  check: (core, line, environment) =>
    withBook(core, line, environment, async () => {
      const report = await call(core, 'check.run', asOf(line))
      return show(line, report, findingsText(report))
    }),
  'notice issue': (core, line, environment) => withBook(core, line, environment, () => issueNotice(core, line)),
  fill: (core, line, environment) => withBook(core, line, environment, () => fillFromCommandLine(core, line)),
  verify: (core, line, environment) =>
    withBook(core, line, environment, async () => {
      const report = await call(core, 'book.verify', {})
      const problems = report.problems.map((problem) => `${problem.seq === null ? '' : `第 ${problem.seq} 条：`}${problem.text}`).join('\n')
      const shown = show(line, report, report.ok ? `完整：${report.entries} 条台账，末条 ${report.head}。` : '')
      return report.ok ? shown : { ...shown, exitCode: 1, stderr: `数据与台账不一致，请从最近的备份恢复。\n${problems}` }
    }),
  backup: (core, line, environment) =>
    withBook(core, line, environment, async () => {
      const made = await call(core, 'backup.create', { directory: line.value('to') ?? '' })
      return show(line, made, `已备份并校验：${made.path}（${made.people} 人，${made.entries} 条台账）。`)
    }),
  restore: (core, line, environment) =>
    answered(async () => {
      const done = await call(core, 'backup.restore', { bookPath: line.book, path: line.value('from') ?? '', ...given('password', environment['DINGBIAN_PASSWORD']) })
      return show(line, { path: done.status.path, keptCopy: done.keptCopy, entries: done.status.entries, head: done.status.head }, `已恢复。恢复前的状态保存在 ${done.keptCopy ?? '（原来没有文件）'}。`)
    }),
}

async function makeBlank(core: Core, line: CommandLine): Promise<CommandResult> {
  const asked = line.value('kind')
  // By its code or by what the screen calls it.
  const kind = blankKind.options.find((option) => option === asked || (option !== 'roster' && recordType(option).title === asked))
  if (asked !== undefined && kind === undefined) throw new OperationError('invalid_input', { field: '--kind', problem: `没有“${asked}”这一种，可以写 ${blankKind.options.join('、')}` })
  const { base64, ...made } = await call(core, 'blank.file', kind === undefined ? {} : { kind })
  const out = line.value('out') ?? made.fileName
  writeWhole(out, Buffer.from(base64, 'base64'))
  return show(line, { ...made, out }, `已生成空白导入表：${out}（${made.sheets.join('、')}）。`)
}

async function importFile(core: Core, line: CommandLine): Promise<CommandResult> {
  const bytes = readInput(line.file)
  const { fileId } = await call(core, 'file.stage', { name: basename(line.file), base64: bytes.toString('base64') })
  const input = { fileId, ...(line.flag('skip-refused') ? { skipRefused: true } : {}) }
  const summary = line.flag('dry-run') ? { ...(await call(core, 'import.preview', input)), committed: false, seq: null } : await call(core, 'import.commit', input)
  const { added, updated, unchanged, counts, refused, repaired, committed, seq } = summary
  const shown = show(line, { added, updated, unchanged, counts, refused, repaired, committed, seq }, importText(summary))
  if (committed || line.flag('dry-run')) return shown
  return { ...shown, exitCode: 1, stderr: [errorText('import_refused', { count: new Set(refused.map((row) => `${row.sheet}:${row.row}`)).size }), ...refused.map((row) => row.message)].join('\n') }
}

async function issueNotice(core: Core, line: CommandLine): Promise<CommandResult> {
  const parsed = OPERATIONS['notice.issue'].input.safeParse({
    layout: line.value('layout'),
    from: line.value('from'),
    ...(line.flag('long-term') ? { longTerm: true } : {}),
    ...(line.value('days') === undefined ? {} : { days: Number(line.value('days')) }),
    ...asOf(line),
    ...given('paper', line.value('paper')),
    ...given('title', line.value('title')),
    ...given('issuer', line.value('issuer')),
    ...given('phone', line.value('phone')),
    ...given('address', line.value('address')),
    ...given('checkedBy', line.value('checked-by')),
    ...given('checkedOn', line.value('checked-on')),
    ...given('reviewedBy', line.value('reviewed-by')),
    ...given('reviewedOn', line.value('reviewed-on')),
  })
  if (!parsed.success) throw new OperationError('invalid_input', { field: `--${parsed.error.issues[0]?.path.join('.') ?? ''}`, problem: parsed.error.issues[0]?.message ?? '' })
  const notice = await call(core, 'notice.issue', parsed.data)
  const file = await call(core, 'notice.file', { id: notice.id })
  const out = line.value('out') ?? file.fileName
  writeWhole(out, Buffer.from(file.base64, 'base64'))
  return show(line, { ...notice, out }, `已发布 ${notice.number}：${notice.endsOn === null ? `${notice.postedOn} 起长期公开` : `公示期 ${notice.postedOn} 至 ${notice.endsOn}`}，文件 ${out}。`)
}

function bookNameOf(path: string): string {
  return basename(path).replace(/\.[^.]*$/, '')
}
