import { Refusal } from '../vocabulary/refusals.ts'
import { OPERATIONS } from '../contract/operations.ts'
import type { CommandLine, CommandResult } from './cli-arguments.ts'
import { asOf, call, given, reserveFile, show } from './cli-calls.ts'
import type { Core } from './dispatch.ts'

/** `notice issue`: the file's place is made sure of first, so that a notice that cannot be written uses up no number. */
export async function issueNoticeFromCommandLine(core: Core, line: CommandLine): Promise<CommandResult> {
  const input = readIssueInput(line)
  const file = reserveFile(line.value('out') ?? '')
  try {
    const notice = await call(core, 'notice.issue', input)
    const { fileName, base64 } = await call(core, 'notice.file', { id: notice.id })
    file.write(Buffer.from(base64, 'base64'))
    const out = line.value('out') ?? fileName
    return show(
      line,
      { ...notice, out },
      `已发布 ${notice.number}：${notice.endsOn === null ? `${notice.postedOn} 起长期公开` : `公示期 ${notice.postedOn} 至 ${notice.endsOn}`}，文件 ${out}。`,
    )
  } finally {
    file.release()
  }
}

function readIssueInput(line: CommandLine) {
  const keys = line.value('despite')
  if (keys === undefined && line.value('reason') !== undefined)
    throw new Refusal('invalid_input', { field: '--reason', problem: '要同时用 --despite 写明是哪几件事' })
  if (keys !== undefined && (line.value('reason') ?? '').trim() === '')
    throw new Refusal('invalid_input', { field: '--reason', problem: '请写明为什么仍要发布' })
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
    ...given('mailbox', line.value('mailbox')),
    ...given('checkedBy', line.value('checked-by')),
    ...given('checkedOn', line.value('checked-on')),
    ...given('reviewedBy', line.value('reviewed-by')),
    ...given('reviewedOn', line.value('reviewed-on')),
    ...(keys === undefined
      ? {}
      : {
          despite: {
            keys: keys
              .split(/[,，]/u)
              .map((key) => key.trim())
              .filter((key) => key !== ''),
            reason: line.value('reason') ?? '',
          },
        }),
  })
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new Refusal('invalid_input', {
    field: `--${issue?.path.join('.') ?? ''}`,
    problem: issue?.message ?? '',
  })
}
