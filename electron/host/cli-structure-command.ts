import { rosterList } from '../contract/shapes.ts'
import type { Output } from '../contract/operations.ts'
import { Refusal } from '../vocabulary/refusals.ts'
import { STRUCTURE_DIMENSION_NAMES, STRUCTURE_DIMENSIONS, type StructureDimension } from '../vocabulary/structure.ts'
import type { CommandLine, CommandResult } from './cli-arguments.ts'
import { asOf, call, given, show } from './cli-calls.ts'
import { table } from './cli-text.ts'
import type { Core } from './dispatch.ts'

/** 队伍结构 on the command line: names only where --people asks for them. */
export async function structureFromCommandLine(core: Core, line: CommandLine): Promise<CommandResult> {
  const columns = line.value('columns')
  const list = line.value('list')
  const read = await call(core, 'structure.read', {
    rows: dimensionNamed('--rows', line.value('rows') ?? ''),
    ...(columns === undefined ? {} : { columns: dimensionNamed('--columns', columns) }),
    ...(list === undefined ? {} : { list: rosterList.parse(list) }),
    ...given('unit', line.value('unit')),
    ...asOf(line),
    ...given('compareWith', line.value('compare-with')),
    ...bandsOf(line.value('bands')),
    ...(line.flag('people') ? { withPeople: true } : {}),
  })
  const { people, ...rest } = read
  const names = people === null ? {} : { people: people.map((row) => row.map((cell) => cell.map(({ name }) => name))) }
  return show(line, { ...rest, ...names }, structureText(read))
}

function dimensionNamed(option: string, text: string): StructureDimension {
  const found = STRUCTURE_DIMENSION_NAMES.find((id) => id === text || STRUCTURE_DIMENSIONS[id] === text)
  if (found !== undefined) return found
  throw new Refusal('invalid_input', {
    field: option,
    problem: `应是 ${STRUCTURE_DIMENSION_NAMES.map((id) => `${id}（${STRUCTURE_DIMENSIONS[id]}）`).join('、')} 之一，不能是“${text}”`,
  })
}

function bandsOf(text: string | undefined): { readonly bands?: number[] } {
  if (text === undefined) return {}
  const bands = text.split(/[,，、]/).map(Number)
  if (bands.some((age) => !Number.isInteger(age)))
    throw new Refusal('invalid_input', { field: '--bands', problem: '应是各段的最大年龄，如 35,40,45,50,54,59' })
  return { bands }
}

function structureText(read: Output<'structure.read'>): string {
  const corner = `${STRUCTURE_DIMENSIONS[read.rowsBy]}${read.columnsBy === null ? '' : `＼${STRUCTURE_DIMENSIONS[read.columnsBy]}`}`
  const said = (now: number, before: number | undefined) => (before === undefined ? String(now) : `${now}（${before}）`)
  const { compared } = read
  return table(
    [corner, ...read.columns.map(({ title }) => title), ...(read.columnsBy === null ? [] : ['合计'])],
    [
      ...read.rows.map((row, place) => [
        row.title,
        ...(read.cells[place] ?? []).map((count, column) => said(count, compared?.cells[place]?.[column])),
        ...(read.columnsBy === null ? [] : [said(row.total, compared?.rows[place]?.total)]),
      ]),
      [
        '合计',
        ...read.columns.map(({ total }, column) => said(total, compared?.columns[column]?.total)),
        ...(read.columnsBy === null ? [] : [said(read.total, compared?.total)]),
      ],
    ],
  )
}
