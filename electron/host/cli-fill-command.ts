import { basename } from 'node:path'
import { OperationError } from '../contract/errors.ts'
import type { Output } from '../contract/operations.ts'
import { rosterList } from '../contract/shapes.ts'
import type { CommandLine, CommandResult } from './cli-arguments.ts'
import { asOf, call, given, readInput, show, writeWhole } from './cli-calls.ts'
import type { Core } from './dispatch.ts'

type Filled = Output<'template.fill'>

/** `fill`: a superior's blank form, filled by the mapping remembered for its shape, else by the proposed one, which is remembered then. */
export async function fillFromCommandLine(core: Core, line: CommandLine): Promise<CommandResult> {
  const path = line.value('template') ?? ''
  const { fileId } = await call(core, 'file.stage', { name: basename(path), base64: readInput(path).toString('base64') })
  const form = { fileId, ...given('sheet', line.value('sheet')) }
  const read = await call(core, 'template.read', form)
  const idFormat = line.value('id-number') as 'masked' | 'plain' | 'apostrophe' | undefined
  const list = line.value('list')
  const filled = await call(core, 'template.fill', {
    ...form,
    ...asOf(line),
    ...(idFormat === undefined ? {} : { idFormat }),
    ...(list === undefined ? {} : { lists: [rosterList.parse(list)] }),
    ...(line.value('person') === undefined ? {} : { personId: await personNamed(core, line) }),
  })
  const out = line.value('out') ?? filled.fileName
  writeWhole(out, Buffer.from(filled.base64, 'base64'))
  const columns = idFormat === undefined ? read.mapping.columns : read.mapping.columns.map((column) => (column.field === 'idNumber' ? { ...column, format: idFormat } : column))
  if (!read.remembered || idFormat !== undefined) await call(core, 'template.remember', { ...form, mapping: { ...read.mapping, columns } })
  const { base64: _, fileName: _name, ...report } = filled
  return show(line, { ...report, out }, filledText(filled, out))
}

async function personNamed(core: Core, line: CommandLine): Promise<string> {
  const name = line.value('person') ?? ''
  const { people } = await call(core, 'roster.read', asOf(line))
  const found = people.filter((person) => person.name === name || person.personId === name)
  if (found.length > 1) throw new OperationError('name_ambiguous', { name, count: found.length, choices: found.map((person) => `${person.unit}（${person.personId}）`).join('、') })
  const [person] = found
  if (person === undefined) throw new OperationError('name_unknown', { name, what: '人员' })
  return person.personId
}

function filledText(filled: Filled, out: string): string {
  return [
    `已填 ${filled.rows} 行${filled.inserted > 0 ? `（加了 ${filled.inserted} 行）` : ''}，文件 ${out}。填法：${filled.mapping === 'remembered' ? '上次记住的' : '按表头认出，已记住'}。`,
    ...filled.filled.map(({ column, header, title }) => `  ${column} ${header}：${title}`),
    ...filled.empty.map(({ column, header, why }) => `  ${column} ${header}：${why}`),
    ...filled.lines.map(({ cell, text }) => `  ${cell} ${text}`),
    ...filled.notes,
  ].join('\n')
}
