import { wholeDue, type DueView } from '../contract/due-operations.ts'
import type { Output } from '../contract/operations.ts'
import { DUE_KIND_TITLES, DUE_KINDS, dueKindNamed, type DueKind } from '../vocabulary/due.ts'
import { Refusal } from '../vocabulary/refusals.ts'
import type { CommandLine, CommandResult } from './cli-arguments.ts'
import { asOf, call, given, show } from './cli-calls.ts'
import { table } from './cli-text.ts'
import type { Core } from './dispatch.ts'

/** 到期 on the command line. */
export async function dueFromCommandLine(core: Core, line: CommandLine): Promise<CommandResult> {
  const kind = line.value('kind')
  const read = await call(core, 'due.read', {
    ...asOf(line),
    ...given('until', line.value('until')),
    ...given('unit', line.value('unit')),
    ...(kind === undefined ? {} : { kind: kindNamed(kind) }),
  })
  const { sayings: _told, ...rest } = read
  const due = wholeDue(read)
  return show(line, { ...rest, due }, dueTable(read, due))
}

function kindNamed(text: string): DueKind {
  const kind = dueKindNamed(text)
  if (kind !== null) return kind
  throw new Refusal('invalid_input', {
    field: '--kind',
    problem: `应是 ${DUE_KINDS.map((one) => `${one}（${DUE_KIND_TITLES[one]}）`).join('、')} 之一，不能是“${text}”`,
  })
}

function dueTable({ asOf: day, until }: Output<'due.read'>, due: readonly DueView[]): string {
  const head = `截至 ${day}，到 ${until}：${due.length} 条`
  if (due.length === 0) return head
  return [
    head,
    table(
      ['到期', '情形', '姓名', '机构', '类别', '事项', '怎么算的'],
      due.map((one) => [one.on ?? '—', one.stateTitle, one.person, one.unit ?? '', one.kindTitle, one.title, one.text]),
    ),
  ].join('\n')
}
