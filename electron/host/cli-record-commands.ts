import { basename } from 'node:path'
import { Refusal } from '../vocabulary/refusals.ts'
import type { CallInput, Output } from '../contract/operations.ts'
import { RECORD_KIND_NAMES, recordType, recordValueText, type RecordKindName } from '../contract/records.ts'
import type { RecordView } from '../contract/record-operations.ts'
import type { CommandLine, CommandResult } from './cli-arguments.ts'
import type { CommandName } from './cli-table.ts'
import { asOf, call, readInput, readJson, show, withBook, type Command } from './cli-calls.ts'
import type { Core } from './dispatch.ts'

type RecordCommand = Extract<CommandName, 'record add' | 'record import' | 'record list' | 'compare'>

/** Commands of the records: one, a file of them, a sheet of them, what is on record, and a list of somebody else's beside the book. */
export const RECORD_COMMANDS: Readonly<Record<RecordCommand, Command>> = {
  'record add': (core, line, environment) =>
    withBook(core, line, environment, async () => {
      // Checked by the operation's schema like every other input; here it is only passed on.
      const read = readJson(line.value('file') ?? '')
      const entries = []
      for (const record of Array.isArray(read) ? read : [read])
        entries.push(await call(core, 'record.add', record as CallInput<'record.add'>))
      return show(line, { entries }, `已登记 ${entries.length} 条资料。`)
    }),
  'record import': (core, line, environment) => withBook(core, line, environment, () => importSheet(core, line)),
  'record list': (core, line, environment) =>
    withBook(core, line, environment, async () => {
      const kind = line.value('kind')
      const read = await call(core, 'records.read', {
        ...(kind === undefined ? {} : { kind: kindNamed(kind) }),
        ...asOf(line),
      })
      return show(line, read, read.records.map(recordText).join('\n'))
    }),
  compare: (core, line, environment) =>
    withBook(core, line, environment, async () => {
      const { fileId } = await call(core, 'file.stage', {
        name: basename(line.file),
        base64: readInput(line.file).toString('base64'),
      })
      const { asOf: day } = asOf(line)
      const read = await call(core, 'compare.read', { fileId, ...(day === undefined ? {} : { asOf: day }) })
      return show(line, read, comparisonText(read))
    }),
}

async function importSheet(core: Core, line: CommandLine): Promise<CommandResult> {
  const { fileId } = await call(core, 'file.stage', {
    name: basename(line.file),
    base64: readInput(line.file).toString('base64'),
  })
  const kind = line.value('kind')
  const input = { fileId, ...(kind === undefined ? {} : { kind: kindNamed(kind) }) }
  const preview = await call(core, 'records.importPreview', input)
  const refused = preview.refused.map((row) => row.message).join('\n')
  if (line.flag('dry-run') || (preview.refused.length > 0 && !line.flag('skip-refused'))) {
    const shown = show(
      line,
      { ...preview, committed: false, seq: null },
      `${recordType(preview.kind).title}：可导入 ${preview.added} 条，已有 ${preview.unchanged} 条。`,
    )
    return line.flag('dry-run') || preview.refused.length === 0
      ? shown
      : { ...shown, exitCode: 1, stderr: `没有导入任何一行。\n${refused}` }
  }
  const done = await call(core, 'records.import', {
    ...input,
    ...(line.flag('skip-refused') ? { skipRefused: true } : {}),
  })
  return show(
    line,
    { ...done, committed: true },
    `${recordType(done.kind).title}：导入 ${done.added} 条，已有 ${done.unchanged} 条。`,
  )
}

/** A kind by its code or its Chinese title. */
function kindNamed(text: string): RecordKindName {
  const kind = RECORD_KIND_NAMES.find((name) => name === text || recordType(name).title === text)
  if (kind === undefined)
    throw new Refusal('invalid_input', {
      field: '--kind',
      problem: `应是 ${RECORD_KIND_NAMES.map((name) => `${name}（${recordType(name).title}）`).join('、')} 之一`,
    })
  return kind
}

function comparisonText(read: Output<'compare.read'>): string {
  return [
    `${read.sheet}：${read.rows} 行，对上 ${read.matched} 人，其中 ${read.same} 人完全一致。`,
    ...read.onlyOurs.map((person) => `只有编制本有：${person.name}（${person.unit}）`),
    ...read.onlyTheirs.map(
      (row) => `只有对方有：第 ${row.row} 行 ${row.name}${row.hint === null ? '' : `，${row.hint}`}`,
    ),
    ...read.differing.map(
      (one) => `不一致：${one.name} ${one.title} 编制本 ${one.ours ?? '（空）'}，对方 ${one.theirs}`,
    ),
    ...read.ambiguous.map((row) => `分不清：第 ${row.row} 行 ${row.name}，同名的不止一人，请补身份证号`),
    ...read.refused.map((row) => row.message),
  ].join('\n')
}

function recordText(record: RecordView): string {
  const { title, fields } = recordType(record.kind)
  const content = fields.flatMap((field) => {
    const words = recordValueText(field, record.content[field.name])
    return words === '' ? [] : [`${field.title} ${words}`]
  })
  return [title, record.person ?? record.unit ?? '全乡', record.from, ...content].join('  ')
}
