import { mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Refusal } from '../vocabulary/refusals.ts'
import type { Output } from '../contract/operations.ts'
import { categoryCode, CATEGORY_TITLES, ROSTER_LIST_TITLES, rosterList } from '../contract/shapes.ts'
import type { CommandLine, CommandResult } from './cli-arguments.ts'
import { asOf, call, given, readInput, show, writeWhole } from './cli-calls.ts'
import type { Core } from './dispatch.ts'

type Filled = Output<'template.fill'>
type Read = Output<'template.read'>

const several = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split(/[,，、;；]/u)
    .map((one) => one.trim())
    .filter((one) => one !== '')

/** `fill`: a superior's blank form, every part by the mapping remembered for its shape, else by the proposed one, which is remembered then. */
export async function fillFromCommandLine(core: Core, line: CommandLine): Promise<CommandResult> {
  const path = line.value('template') ?? ''
  const { fileId } = await call(core, 'file.stage', {
    name: basename(path),
    base64: readInput(path).toString('base64'),
  })
  const form = { fileId, ...given('sheet', line.value('sheet')) }
  const read = await call(core, 'template.read', form)
  const idFormat = line.value('id-number') as 'masked' | 'plain' | 'apostrophe' | undefined
  const lists = several(line.value('list')).map((list) => rosterList.parse(list))
  const categories = several(line.value('category')).map(categoryNamed)
  const unitIds = several(line.value('unit')).map((name) => unitNamed(read, name))
  const personIds = await whose(core, line, read)
  const filled = await call(core, 'template.fill', {
    ...form,
    ...asOf(line),
    ...(idFormat === undefined ? {} : { idFormat }),
    ...(lists.length === 0 ? {} : { lists }),
    ...(categories.length === 0 ? {} : { categories }),
    ...(unitIds.length === 0 ? {} : { unitIds }),
    ...(personIds.length === 0 ? {} : { personIds: [...personIds] }),
    ...(line.flag('names') ? { names: true } : {}),
  })
  const out = written(line, filled)
  const parts = read.parts.map(({ key, mapping }) => ({
    key,
    mapping:
      idFormat === undefined
        ? mapping
        : {
            ...mapping,
            columns: mapping.columns.map((column) =>
              column.field === 'idNumber' ? { ...column, format: idFormat } : column,
            ),
          },
  }))
  if (idFormat !== undefined || read.parts.some(({ remembered }) => !remembered))
    await call(core, 'template.remember', { ...form, parts })
  const { base64: _, fileName: _name, more: _more, ...report } = filled
  return show(line, { ...report, out }, filledText(filled, out))
}

/** The files on the disk: one at `--out`; for several people one each in the folder `--out`. */
function written(line: CommandLine, { fileName, base64, more }: Filled): string {
  const out = line.value('out')
  const save = (path: string, content: string) => writeWhole(path, Buffer.from(content, 'base64'))
  if (more.length === 0) {
    save(out ?? fileName, base64)
    return out ?? fileName
  }
  if (out !== undefined) mkdirSync(out, { recursive: true })
  const used = new Set<string>()
  for (const file of [{ fileName, base64 }, ...more]) {
    let name = file.fileName
    // Two of one name are two people.
    for (let next = 2; used.has(name); next += 1) name = file.fileName.replace(/(\.[^.]*)$/u, `-${next}$1`)
    used.add(name)
    save(out === undefined ? name : join(out, name), file.base64)
  }
  return out ?? '.'
}

function categoryNamed(text: string): keyof typeof CATEGORY_TITLES {
  const code = categoryCode.options.find((one) => one === text || CATEGORY_TITLES[one] === text)
  if (code === undefined)
    throw new Refusal('invalid_input', {
      field: '编制类型（--category）',
      problem: `没有“${text}”，可写 ${categoryCode.options.map((one) => CATEGORY_TITLES[one]).join('、')}`,
    })
  return code
}

function unitNamed({ units }: Read, name: string): string {
  const unit = units.find((one) => one.name === name || one.id === name)
  if (unit === undefined) throw new Refusal('name_unknown', { name, what: '机构' })
  return unit.id
}

/** Whose cards: the people of `--person`, or with `--each` everybody on the lists. */
async function whose(core: Core, line: CommandLine, read: Read): Promise<readonly string[]> {
  const names = several(line.value('person'))
  if (names.length === 0 && !line.flag('each')) return []
  const { people } = await call(core, 'roster.read', asOf(line))
  if (line.flag('each')) {
    const card = read.parts.find(({ kind }) => kind === 'card')
    const lists = several(line.value('list'))
    const wanted: readonly string[] = lists.length > 0 ? lists : (card?.mapping.lists ?? [])
    const units = several(line.value('unit'))
    const categories: readonly string[] = several(line.value('category')).map(categoryNamed)
    return people
      .filter(
        (person) =>
          wanted.includes(person.list) &&
          (units.length === 0 || units.includes(person.unit)) &&
          (categories.length === 0 || categories.includes(person.categoryCode ?? '')),
      )
      .map(({ personId }) => personId)
  }
  return names.map((name) => {
    const found = people.filter((person) => person.name === name || person.personId === name)
    if (found.length > 1)
      throw new Refusal('name_ambiguous', {
        name,
        count: found.length,
        choices: found.map((person) => `${person.unit}（${person.personId}）`).join('、'),
      })
    const [person] = found
    if (person === undefined) throw new Refusal('name_unknown', { name, what: '人员' })
    return person.personId
  })
}

function filledText(filled: Filled, out: string): string {
  const files = filled.more.length === 0 ? `文件 ${out}` : `${filled.more.length + 1} 个文件，在 ${out}`
  return [
    `已填 ${filled.rows} 行${filled.inserted > 0 ? `（加了 ${filled.inserted} 行）` : ''}，${files}。填法：` +
      `${filled.parts.every(({ mapping }) => mapping === 'remembered') ? '上次记住的' : '按表头认出，已记住'}。`,
    ...filled.parts.flatMap((part) => [
      ...(filled.parts.length > 1 || part.left !== null
        ? [`${part.sheet}（${part.title}）：${part.left ?? `${part.rows} 行，${part.about}`}`]
        : []),
      ...part.filled.map(({ column, header, title }) => `  ${column} ${header}：${title}`),
      ...part.empty.map(({ column, header, why }) => `  ${column} ${header}：${why}`),
    ]),
    ...filled.others.map(({ sheet, why }) => `${sheet}：${why}，没有动`),
    ...filled.lines.map(({ cell, text }) => `  ${cell} ${text}`),
    ...filled.problems.map(({ sheet, cell, text }) => `请核对 ${sheet}${cell === '' ? '' : ` ${cell}`}：${text}`),
    ...(filled.leftOut.length === 0
      ? []
      : [
          `没有列入：${filled.leftOut.map(({ list, count }) => `${ROSTER_LIST_TITLES[list]} ${count} 人`).join('、')}。`,
        ]),
    ...filled.notes,
  ].join('\n')
}
