import { basename } from 'node:path'
import type { Output } from '../contract/operations.ts'
import { ROSTER_LIST_TITLES } from '../contract/shapes.ts'
import { catalogueOf } from '../vocabulary/catalogue.ts'
import { ROSTER_COLUMN_FIELDS } from '../vocabulary/person-fields.ts'
import { Refusal } from '../vocabulary/refusals.ts'
import { ROSTER_LISTS } from '../vocabulary/standing.ts'
import type { CommandLine, CommandResult } from './cli-arguments.ts'
import { call, given, readInput, show, withBook, writeWhole, type Command } from './cli-calls.ts'
import type { CommandName } from './cli-table.ts'
import type { Core } from './dispatch.ts'

type CopyCommand = Extract<CommandName, 'copy out' | 'copy back' | 'package merge'>

/** A view of the roster handed out as a workbook, and what was changed in it taken back. */
export const COPY_COMMANDS: Readonly<Record<CopyCommand, Command>> = {
  'copy out': (core, line, environment) => withBook(core, line, environment, () => copyOut(core, line)),
  'copy back': (core, line, environment) => withBook(core, line, environment, () => copyBack(core, line)),
  'package merge': (core, line, environment) => withBook(core, line, environment, () => mergeUnitPackages(core, line)),
}

async function copyOut(core: Core, line: CommandLine): Promise<CommandResult> {
  const list = ROSTER_LISTS.find((one) => one === line.value('list'))
  const { fields: own } = await call(core, 'ownField.list', {})
  const catalogue = catalogueOf(own)
  const titles = line.value('fields')?.split(/[、,，]/)
  const fields =
    titles === undefined
      ? ROSTER_COLUMN_FIELDS
      : titles.map((title) => {
          const field = catalogue.names.find(
            (name) => catalogue.entry(name).title === title.trim() || name === title.trim(),
          )
          if (field === undefined)
            throw new Refusal('invalid_input', { field: '--fields', problem: `没有“${title}”这一栏` })
          return field
        })
  const { people } = await call(core, 'roster.read', list === undefined ? {} : { list })
  const { base64, ...made } = await call(core, 'viewCopy.file', {
    title: list === undefined ? '全部人员' : ROSTER_LIST_TITLES[list],
    columns: fields.map((field) => ({ field, title: catalogue.entry(field).title })),
    personIds: people.map(({ personId }) => personId),
  })
  const out = line.value('out') ?? made.fileName
  writeWhole(out, Buffer.from(base64, 'base64'))
  return show(
    line,
    { out, people: made.people },
    `已生成副本（${made.people} 人）：${out}。改好保存后用 copy back 取回。`,
  )
}

async function copyBack(core: Core, line: CommandLine): Promise<CommandResult> {
  const { fileId } = await call(core, 'file.stage', {
    name: basename(line.file),
    base64: readInput(line.file).toString('base64'),
  })
  const read = await call(core, 'viewCopy.read', { fileId })
  if (!line.flag('accept')) return show(line, { ...read, accepted: null }, differenceText(read))
  const cells = read.changes.flatMap(({ personId, field, way, problem }) =>
    problem === null && (way === 'typed' || way === 'correct') ? [{ personId, field }] : [],
  )
  const accepted =
    cells.length === 0
      ? { seqs: [], cells: 0, refused: [] }
      : await call(core, 'viewCopy.accept', { fileId, cells, ...given('reason', line.value('reason')) })
  return show(
    line,
    { ...read, accepted },
    `${differenceText(read)}\n采用 ${accepted.cells} 格，台账 ${accepted.seqs.length} 条${accepted.refused.length === 0 ? '' : `；${accepted.refused.length} 格没有收进`}。`,
  )
}

function differenceText(read: Output<'viewCopy.read'>): string {
  return [
    `改了 ${read.changes.length} 格，另有 ${read.settled} 格编制本里已经是这样。`,
    ...read.changes.map(
      ({ row, name, title, was, now, theirs, problem }) =>
        `第 ${row} 行 ${name} ${title}：${was} → ${theirs}${now === was ? '' : `（编制本里已改为 ${now}）`}${problem === null ? '' : `：${problem}`}`,
    ),
    ...read.gone.map(({ name, unit }) => `${name}（${unit}）的行删去了：编制本里不动，确已离开请登记出编。`),
    ...read.added.map(({ row, name }) => `第 ${row} 行 ${name} 是新加的：请走导入。`),
    ...read.twice.map(({ row, name }) => `第 ${row} 行 ${name} 出现了两次，后一行没有看。`),
  ].join('\n')
}

/** What a township's package obeys and a unit's does not: asked for, it is refused; a file that was to be locked must never be written open. */
const NOT_OF_A_UNIT = ['since', 'as-of', 'code', 'to-passphrase-env', 'to-key', 'whole-numbers'] as const

/** A unit's small package: 机构的数据包, as the book stands today, neither locked nor with whole ID numbers. */
export async function makeUnitPackage(core: Core, line: CommandLine): Promise<CommandResult> {
  const unobeyed = NOT_OF_A_UNIT.find((option) => line.value(option) !== undefined || line.flag(option))
  if (unobeyed !== undefined)
    throw new Refusal('invalid_input', { field: `--${unobeyed}`, problem: '机构的数据包不用这一项，请去掉再做' })
  const { base64, ...made } = await call(core, 'unitPackage.file', { unit: line.value('unit') ?? '' })
  const out = line.value('out') ?? made.fileName
  writeWhole(out, Buffer.from(base64, 'base64'))
  return show(
    line,
    { file: out, unit: made.unit, people: made.people, asOf: made.asOf },
    `已做${made.unit}的数据包 ${out}：${made.people} 人，截至 ${made.asOf}。交乡镇用 package merge 合并。`,
  )
}

async function mergeUnitPackages(core: Core, line: CommandLine): Promise<CommandResult> {
  const fileIds: string[] = []
  for (const file of line.files) {
    const staged = { name: basename(file), base64: readInput(file).toString('base64') }
    fileIds.push((await call(core, 'file.stage', staged)).fileId)
  }
  const done = await call(core, 'unitPackage.merge', { fileIds, ...given('reason', line.value('reason')) })
  const events: TakenEvent[] = []
  for (const fileId of fileIds) events.push(...(await takeEvents(core, line, fileId)))
  const cell = ({ person, title }: { readonly person: string; readonly title: string }) => `${person} ${title}`
  return show(
    line,
    { ...done, events },
    [
      `合并 ${done.merged.length} 格${done.seq === null ? '' : `，台账第 ${done.seq} 条`}；没有动的 ${done.conflicts.length} 格；另有 ${done.settled} 格编制本里已经是这样。`,
      ...done.merged.map((one) => `  ${cell(one)}：${one.was} → ${one.theirs}（${one.from}）`),
      ...done.conflicts.map(
        (one) => `  没有动 ${cell(one)}：原来 ${one.was}，编制本 ${one.mine}，${one.from} ${one.theirs}。${one.why}`,
      ),
      ...events.map(
        ({ on, person, title, seq, why }) =>
          `  ${seq === null ? '没有登记' : `台账第 ${seq} 条`} ${on} ${person}${title}${why}`,
      ),
      ...done.added.map(({ person, from }) => `  ${person}是${from}新加的：请走导入。`),
      ...done.gone.map(({ person, from }) => `  ${person}已不在${from}的数据包里：编制本里不动，确已离开请登记。`),
      ...(done.untold.length === 0 ? [] : [`  没有比的栏目：${done.untold.join('、')}。`]),
    ].join('\n'),
  )
}

interface TakenEvent {
  readonly from: string
  readonly person: string
  readonly title: string
  readonly on: string
  /** Its entry; null: it was told and left. */
  readonly seq: number | null
  /** Behind its name: why not, or nothing. */
  readonly why: string
}

/** Changes a unit's package tells of: each registered as one of its own where that is asked for and nothing stands against it. */
async function takeEvents(core: Core, line: CommandLine, fileId: string): Promise<readonly TakenEvent[]> {
  const taken: TakenEvent[] = []
  for (;;) {
    // Asked anew after each: who came in by one change may be moved by the next.
    const { offers } = await call(core, 'unitPackage.events', { fileId, ...given('reason', line.value('reason')) })
    const next = line.flag('accept')
      ? offers.find((one) => one.conflict === null && one.problem === null && one.text !== null)
      : undefined
    if (next === undefined || next.event === null) {
      return [
        ...taken,
        ...offers.map(({ from, person, title, on, conflict, problem }) => {
          const why = conflict ?? problem
          return { from, person, title, on, seq: null, why: why === null ? '（加 --accept 登记）' : `：${why}` }
        }),
      ]
    }
    const { from, person, title, on } = next
    const { seq } = await call(core, 'event.add', { event: next.event })
    taken.push({ from, person, title, on, seq, why: '' })
  }
}
