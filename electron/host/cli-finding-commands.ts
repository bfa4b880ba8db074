import type { Output } from '../contract/operations.ts'
import { findingState } from '../contract/finding-operations.ts'
import type { CommandName } from './cli-arguments.ts'
import { asOf, call, given, show, withBook, type Command } from './cli-calls.ts'

type FindingCommand = Extract<CommandName, 'findings' | 'findings explain'>

/** Commands of the inbox: what was found and what became of it. */
export const FINDING_COMMANDS: Readonly<Record<FindingCommand, Command>> = {
  findings: (core, line, environment) =>
    withBook(core, line, environment, async () => {
      const state = line.value('state')
      const inbox = await call(core, 'findings.read', { ...(state === undefined ? {} : { state: findingState.parse(state) }), ...asOf(line) })
      return show(line, inbox, inboxText(inbox))
    }),
  'findings explain': (core, line, environment) =>
    withBook(core, line, environment, async () => {
      const done = await call(core, 'finding.explain', {
        keys: [line.value('finding') ?? ''], reason: line.value('reason') ?? '', ...given('by', line.value('by')), ...given('documentNumber', line.value('document')), ...given('until', line.value('until')),
      })
      return show(line, done, `第 ${done.seq} 条：已说明 ${done.explained} 个问题。`)
    }),
}

const STATE_WORDS = { open: '待处理', explained: '已说明' } as const

function inboxText(inbox: Output<'findings.read'>): string {
  const findings = inbox.findings.map((finding) => {
    const why = finding.explanation === null ? '' : `\n    说明：${finding.explanation.reason}${finding.explanation.until === null ? '' : `（至 ${finding.explanation.until}）`}`
    return `[${STATE_WORDS[finding.state]}] ${finding.rule} ${finding.text}${why}`
  })
  const cured = inbox.cured.map((finding) => `[已消除] ${finding.rule} ${finding.text ?? finding.title}${finding.entry === null ? '' : `\n    由第 ${finding.entry.seq} 条消除：${finding.entry.text}`}`)
  return [`截至 ${inbox.asOf}，规则包：${inbox.pack.title}，待处理 ${inbox.counts.open}，已说明 ${inbox.counts.explained}，已消除 ${inbox.counts.cured}`, ...findings, ...cured].join('\n')
}
