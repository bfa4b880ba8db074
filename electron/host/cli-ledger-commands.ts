import { Refusal } from '../vocabulary/refusals.ts'
import type { EventInput } from '../contract/events.ts'
import type { Output } from '../contract/operations.ts'
import { CATEGORY_TITLES, categoryCode, type CategoryCode } from '../contract/shapes.ts'
import type { CommandLine, CommandResult } from './cli-arguments.ts'
import type { CommandName } from './cli-table.ts'
import { answered, asOf, call, given, readJson, show, withBook, type Command } from './cli-calls.ts'
import { changesText, explanationText, historyText, outcomeText } from './cli-ledger-text.ts'
import type { Core } from './dispatch.ts'

type LedgerCommand = Extract<CommandName, 'event add' | 'undo' | 'redo' | 'history' | 'changes' | 'explain'>

/** Commands of the ledger: what happened, what was taken back, and where a number comes from. */
export const LEDGER_COMMANDS: Readonly<Record<LedgerCommand, Command>> = {
  'event add': (core, line, environment) => withBook(core, line, environment, () => addEvents(core, line)),
  undo: (core, line, environment) =>
    withBook(core, line, environment, async () => {
      // Asked before, because afterwards it is gone; a refusal is the undo's own.
      const { lines, people } = await call(core, 'undo.preview', entryNumber(line))
      const done = await call(core, 'journal.undo', { ...entryNumber(line), ...given('reason', line.value('reason')) })
      return show(line, { ...done, people, went: lines }, [`第 ${done.seq} 条：${done.text}`, ...lines].join('\n'))
    }),
  redo: (core, line, environment) =>
    withBook(core, line, environment, async () => {
      const done = await call(core, 'journal.redo', entryNumber(line))
      return show(line, done, `第 ${done.seq} 条：${done.text}`)
    }),
  history: (core, line, environment) =>
    withBook(core, line, environment, async () => {
      const entries = await wholeHistory(core, line)
      return show(line, { entries }, historyText(entries))
    }),
  changes: (core, line, environment) =>
    withBook(core, line, environment, async () => {
      const sheet = await call(core, 'changes.read', { from: line.value('from') ?? '', to: line.value('to') ?? '' })
      return show(line, sheet, changesText(sheet))
    }),
  explain: (core, line, environment) => withBook(core, line, environment, () => explain(core, line)),
}

/** Each event is an entry of its own, in the order of the file; at the first that is refused it stops, and says how many went in. */
async function addEvents(core: Core, line: CommandLine): Promise<CommandResult> {
  const read = readJson(line.value('file') ?? '')
  const correction = line.flag('correction') ? { correction: true } : {}
  // Checked by the operation's schema like every other input; here it is only passed on.
  const add = (event: unknown) => call(core, 'event.add', { event: event as EventInput, ...correction })
  if (!Array.isArray(read)) {
    const added = await add(read)
    return show(line, added, outcomeText(added))
  }
  const entries: Output<'event.add'>[] = []
  const stopped = await answered(async () => {
    for (const event of read) entries.push(await add(event))
    return { exitCode: 0, stdout: '', stderr: '' }
  })
  const shown = show(line, { entries }, entries.map(outcomeText).join('\n'))
  return stopped.exitCode === 0
    ? shown
    : {
        ...shown,
        exitCode: 1,
        stderr: `第 ${entries.length + 1} 项没有登记，其后各项也没有；之前 ${entries.length} 项已登记。\n${stopped.stderr}`,
      }
}

/** Newest first, all pages. */
async function wholeHistory(core: Core, line: CommandLine): Promise<Output<'history.read'>['entries']> {
  const asked = {
    ...given('person', line.value('person')),
    ...given('unit', line.value('unit')),
    ...given('document', line.value('document')),
    limit: 1000,
  }
  const entries: Output<'history.read'>['entries'] = []
  for (;;) {
    const oldest = entries.at(-1)
    const page = await call(core, 'history.read', { ...asked, ...(oldest === undefined ? {} : { before: oldest.seq }) })
    entries.push(...page.entries)
    if (page.entries.length < asked.limit) return entries
  }
}

async function explain(core: Core, line: CommandLine): Promise<CommandResult> {
  const days = asOf(line)
  const { units } = await call(core, 'units.read', days)
  const name = line.value('unit') ?? ''
  const unit =
    units.find((one) => one.name === name || one.unitId === name) ?? units.find((one) => one.nameplates.includes(name))
  if (unit === undefined) throw new Refusal('name_unknown', { name, what: '机构' })
  const category = categoryNamed(line.value('category') ?? '', new Set(unit.quotas.map((quota) => quota.categoryCode)))
  const explanation = await call(core, 'figure.explain', { unitId: unit.unitId, category, ...days })
  return show(line, explanation, explanationText(explanation))
}

/** By code, by name, or by the beginning of a name (行政, 事业): then the unit's own category of that beginning goes first. */
function categoryNamed(text: string, ofUnit: ReadonlySet<CategoryCode>): CategoryCode {
  const codes = categoryCode.options
  const exact = codes.find((code) => code === text || CATEGORY_TITLES[code] === text)
  const begun = text === '' ? [] : codes.filter((code) => CATEGORY_TITLES[code].startsWith(text))
  const found =
    exact ??
    begun.find((code) => ofUnit.has(code)) ??
    begun.toSorted((left, right) => CATEGORY_TITLES[left].length - CATEGORY_TITLES[right].length)[0]
  if (found === undefined) throw new Refusal('name_unknown', { name: text, what: '编制类型' })
  return found
}

function entryNumber(line: CommandLine): { readonly seq?: number } {
  const entry = line.value('entry')
  return entry === undefined ? {} : { seq: Number(entry) }
}
