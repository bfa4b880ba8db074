import type { CommandLine, CommandResult } from './cli-arguments.ts'
import type { CommandName } from './cli-table.ts'
import { answered, call, given, show, withBook, writeWhole, type Command } from './cli-calls.ts'
import { table } from './cli-text.ts'
import type { Core } from './dispatch.ts'

type ReportCommand = Extract<CommandName, 'report list' | 'report'>

/** The bureau's forms on the command line. */
export const REPORT_COMMANDS: Readonly<Record<ReportCommand, Command>> = {
  'report list': (core, line) =>
    answered(async () => {
      const { forms } = await call(core, 'report.list', {})
      return show(
        line,
        { forms: forms.map(({ id, title }) => ({ id, title })) },
        table(
          ['编号', '名称', '何时报'],
          forms.map(({ id, title, due }) => [id, title, due]),
        ),
      )
    }),
  report: (core, line, environment) => withBook(core, line, environment, () => makeReport(core, line)),
}

/** A saved layout is asked for as adhoc:版式名. */
const ADHOC = 'adhoc:'

async function makeReport(core: Core, line: CommandLine): Promise<CommandResult> {
  const form = line.value('form') ?? ''
  if (form.startsWith(ADHOC)) return makeAdhoc(core, line, form.slice(ADHOC.length))
  const days = {
    ...given('asOf', line.value('as-of')),
    ...given('from', line.value('from')),
    ...given('to', line.value('to')),
  }
  const { base64, ...made } = await call(core, 'report.file', {
    form,
    ...days,
    ...given('unit', line.value('unit')),
    ...given('person', line.value('person')),
  })
  const out = line.value('out') ?? made.fileName
  writeWhole(out, Buffer.from(base64, 'base64'))
  return show(
    line,
    { ...made, out },
    `已生成《${made.title}》（统计日期 ${made.asOf}，${made.pages} 页）：${out}。${made.idNumbers ? '文件含完整身份证号，请妥善保管。' : ''}`,
  )
}

async function makeAdhoc(core: Core, line: CommandLine, name: string): Promise<CommandResult> {
  const { base64, ...made } = await call(core, 'adhoc.file', { name, ...given('asOf', line.value('as-of')) })
  const out = line.value('out') ?? made.fileName
  writeWhole(out, Buffer.from(base64, 'base64'))
  return show(
    line,
    { ...made, out },
    `已生成《${made.title}》（统计日期 ${made.asOf}，${made.people} 人，${made.pages} 页）：${out}。${made.idNumbers ? '文件含完整身份证号，请妥善保管。' : ''}`,
  )
}
