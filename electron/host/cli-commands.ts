import { basename } from 'node:path'
import { refusalText, Refusal } from '../vocabulary/refusals.ts'
import { blankKind } from '../contract/blank-operations.ts'
import { importFile } from './cli-import-command.ts'
import { recordType } from '../contract/records.ts'
import { rosterList } from '../contract/shapes.ts'
import type { CommandLine, CommandResult } from './cli-arguments.ts'
import type { CoreCommand } from './cli-table.ts'
import { answered, asOf, call, given, show, withBook, writeWhole, type Command } from './cli-calls.ts'
import { fillFromCommandLine } from './cli-fill-command.ts'
import { cardsFromCommandLine } from './cli-card-command.ts'
import { dueFromCommandLine } from './cli-due-command.ts'
import { COUNTY_COMMANDS } from './cli-county-commands.ts'
import { BUREAU_COMMANDS } from './cli-bureau-commands.ts'
import { FIELD_COMMANDS } from './cli-field-commands.ts'
import { FINDING_COMMANDS } from './cli-finding-commands.ts'
import { LEDGER_COMMANDS } from './cli-ledger-commands.ts'
import { issueNoticeFromCommandLine } from './cli-notice-command.ts'
import { LRMX_COMMANDS } from './cli-lrmx-commands.ts'
import { PACK_COMMANDS } from './cli-pack-commands.ts'
import { COPY_COMMANDS } from './cli-copy-commands.ts'
import { PAPER_PACK_COMMANDS } from './cli-paper-pack-commands.ts'
import { RECORD_COMMANDS } from './cli-record-commands.ts'
import { REFORM_COMMANDS } from './cli-reform-commands.ts'
import { REPORT_COMMANDS } from './cli-report-commands.ts'
import { structureFromCommandLine } from './cli-structure-command.ts'
import type { Core } from './dispatch.ts'
import { figuresText, findingsText, rosterText } from './cli-text.ts'

/** Every command on a core: a few calls into the core, then its text or its JSON. No business here. */
export const COMMAND_LINE: Readonly<Record<CoreCommand, Command>> = {
  ...LEDGER_COMMANDS,
  ...RECORD_COMMANDS,
  ...FIELD_COMMANDS,
  ...BUREAU_COMMANDS,
  ...LRMX_COMMANDS,
  ...PACK_COMMANDS,
  ...COUNTY_COMMANDS,
  ...PAPER_PACK_COMMANDS,
  ...FINDING_COMMANDS,
  ...REFORM_COMMANDS,
  ...REPORT_COMMANDS,
  ...COPY_COMMANDS,
  'book create': (core, line, environment) =>
    answered(async () => {
      const status = await call(core, 'book.create', {
        path: line.book,
        name: line.value('name') ?? bookNameOf(line.book),
        ...given('pack', line.value('pack')),
        ...given('documentNumber', line.value('document-number')),
        ...given('documentDate', line.value('document-date')),
        ...given('documentIssuer', line.value('document-issuer')),
        ...given('password', environment['DINGBIAN_PASSWORD']),
      })
      return show(
        line,
        {
          path: status.path,
          name: status.name,
          pack: status.packId,
          units: status.units,
          entries: status.entries,
          head: status.head,
        },
        `已建立 ${status.fileName ?? ''}（${status.name ?? ''}，${status.packTitle ?? '空白'}）。`,
      )
    }),
  blank: (core, line) => answered(() => makeBlank(core, line)),
  import: (core, line, environment) => withBook(core, line, environment, () => importFile(core, line)),
  figures: (core, line, environment) =>
    withBook(core, line, environment, async () => {
      // What is printed are numbers: who sits where is told in the answer for programs alone.
      if (!line.json) return show(line, null, figuresText(await call(core, 'figures.count', asOf(line))))
      return show(line, await call(core, 'figures.read', asOf(line)), '')
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
  'notice issue': (core, line, environment) =>
    withBook(core, line, environment, () => issueNoticeFromCommandLine(core, line)),
  fill: (core, line, environment) => withBook(core, line, environment, () => fillFromCommandLine(core, line)),
  cards: (core, line, environment) => withBook(core, line, environment, () => cardsFromCommandLine(core, line)),
  due: (core, line, environment) => withBook(core, line, environment, () => dueFromCommandLine(core, line)),
  structure: (core, line, environment) => withBook(core, line, environment, () => structureFromCommandLine(core, line)),
  verify: (core, line, environment) =>
    withBook(core, line, environment, async () => {
      const report = await call(core, 'book.verify', {})
      const problems = report.problems
        .map((problem) => `${problem.seq === null ? '' : `第 ${problem.seq} 条：`}${problem.text}`)
        .join('\n')
      const shown = show(line, report, report.ok ? `完整：${report.entries} 条台账，末条 ${report.head}。` : '')
      return report.ok
        ? shown
        : { ...shown, exitCode: 1, stderr: `数据与台账不一致，请从最近的备份恢复。\n${problems}` }
    }),
  backup: (core, line, environment) =>
    withBook(core, line, environment, async () => {
      const made = await call(core, 'backup.create', { directory: line.value('to') ?? '' })
      return show(line, made, `已备份并校验：${made.path}（${made.people} 人，${made.entries} 条台账）。`)
    }),
  restore: (core, line, environment) =>
    answered(async () => {
      try {
        const done = await call(core, 'backup.restore', {
          bookPath: line.book,
          path: line.value('from') ?? '',
          ...given('password', environment['DINGBIAN_PASSWORD']),
          ...(line.flag('over-other') ? { overOther: true } : {}),
        })
        return show(
          line,
          { path: done.status.path, keptCopy: done.keptCopy, entries: done.status.entries, head: done.status.head },
          `已恢复。恢复前的状态保存在 ${done.keptCopy ?? '（原来没有文件）'}。`,
        )
      } catch (error) {
        if (!(error instanceof Refusal) || error.code !== 'restore_other_book') throw error
        // The window asks by a button; here the word to say it with is named.
        return { exitCode: 1, stdout: '', stderr: `${refusalText(error.code, error.details)}（加 --over-other）` }
      }
    }),
}

async function makeBlank(core: Core, line: CommandLine): Promise<CommandResult> {
  const asked = line.value('kind')
  // By its code or by what the screen calls it.
  const kind = blankKind.options.find(
    (option) => option === asked || (option !== 'roster' && recordType(option).title === asked),
  )
  if (asked !== undefined && kind === undefined)
    throw new Refusal('invalid_input', {
      field: '--kind',
      problem: `没有“${asked}”这一种，可以写 ${blankKind.options.join('、')}`,
    })
  const { base64, ...made } = await call(core, 'blank.file', kind === undefined ? {} : { kind })
  const out = line.value('out') ?? made.fileName
  writeWhole(out, Buffer.from(base64, 'base64'))
  return show(line, { ...made, out }, `已生成空白导入表：${out}（${made.sheets.join('、')}）。`)
}

function bookNameOf(path: string): string {
  return basename(path).replace(/\.[^.]*$/, '')
}
