import type { Input, Output } from '../../contract/operations.ts'
import type { CopyChange } from '../../domain/view-copy/compare-copy.ts'
import type { JournalWriter } from '../../store/journal.ts'
import { refusalText, Refusal } from '../../vocabulary/refusals.ts'
import type { CommandContext } from '../context.ts'
import { correctPeople } from './correct-people.ts'
import { correctPerson } from './correct-person.ts'
import { readUnitPackage } from './unit-package.ts'
import { correctionOf, gatherCopy, shownAs, type Gathered } from './view-copy.ts'

type Merge = Output<'unitPackage.merge'>
type Conflict = Merge['conflicts'][number]

/** A cell a package changed, told with its person. */
interface Cell {
  readonly change: CopyChange
  readonly told: Pick<Conflict, 'personId' | 'person' | 'field' | 'title' | 'from' | 'was' | 'mine' | 'theirs'>
}

/** There was nothing that could be taken in: no entry is made. */
class NothingTaken extends Error {}

/**
 * Takes units' packages into the township's book: what only a unit changed since the books parted, as ordinary corrections in one entry, which
 * one undo takes back. What both sides or two units changed differently, what is a change to be registered and what cannot be read is told and
 * left. The same file again writes nothing. @throws `unit_package_bad`, `unit_package_other`
 */
export async function mergeUnitPackages(
  { fileIds, reason }: Input<'unitPackage.merge'>,
  context: CommandContext,
): Promise<Merge> {
  const gathered: Gathered[] = []
  for (const fileId of fileIds) {
    const file = context.stagedFile(fileId)
    if (readUnitPackage(file) === null)
      throw new Refusal('unit_package_bad', { file: file.name, problem: '内容不是机构数据包' })
    gathered.push(await gatherCopy(fileId, context))
  }
  const conflicts: Conflict[] = []
  const taken = new Map<string, Cell>()
  let settled = 0
  for (const cell of gathered.flatMap(cellsOf)) {
    const { change, told } = cell
    const key = `${change.personId} ${change.field}`
    const other = taken.get(key)
    const against = standsAgainst(cell, other)
    if (against !== null) conflicts.push({ ...told, ...against })
    else if (other === undefined) taken.set(key, cell)
    else settled += 1
  }
  const from = [...new Set(gathered.map((one) => one.from))].join('、')
  const written = await write([...taken.values()], { from, reason }, context)
  return {
    seq: written.seq,
    merged: written.cells.map(({ told: { mine: _mine, ...told } }) => told),
    conflicts: [...conflicts, ...written.refused],
    settled: settled + gathered.reduce((sum, { difference }) => sum + difference.settled, 0),
    added: gathered.flatMap((one) =>
      one.difference.added.map(({ texts }) => ({ person: texts.get('name') ?? '', from: one.from })),
    ),
    gone: gathered.flatMap((one) =>
      one.difference.gone
        .filter((personId) => one.view.roster.some((entry) => entry.personId === personId))
        .map((personId) => ({ person: one.view.personName(personId), from: one.from })),
    ),
    untold: [...new Set(gathered.flatMap(({ copy }) => copy.unknown))],
  }
}

/** What follows from other columns comes by them. */
function cellsOf({ difference, view, copy, from }: Gathered): readonly Cell[] {
  const titles = new Map(copy.columns.map(({ field, title }) => [field, title]))
  return difference.changes
    .filter(({ way }) => way !== 'follows')
    .map((change) => ({
      change,
      told: {
        personId: change.personId,
        person: view.personName(change.personId),
        field: change.field,
        title: titles.get(change.field) ?? '',
        from,
        was: change.was,
        mine: change.now,
        theirs: shownAs(change, view),
      },
    }))
}

/** Why a cell is not taken in; null: it is. `other`: what another package already says of it. */
function standsAgainst({ change }: Cell, other: Cell | undefined): Pick<Conflict, 'kind' | 'why'> | null {
  if (change.problem !== null) return { kind: 'refused', why: change.problem }
  if (change.now !== change.was) return { kind: 'both', why: '两边都改了，编制本里没有动' }
  if (other !== undefined && other.change.theirs !== change.theirs)
    return { kind: 'both', why: `${other.told.from}报的是“${other.told.theirs}”，按它记了` }
  return change.way === 'event' ? { kind: 'event', why: '要登记变动，不能直接改' } : null
}

async function write(
  cells: readonly Cell[],
  { from, reason }: { readonly from: string; readonly reason: string | undefined },
  context: CommandContext,
): Promise<{ readonly seq: number | null; readonly cells: readonly Cell[]; readonly refused: readonly Conflict[] }> {
  const refused = new Map<Cell, string>()
  if (cells.length === 0) return { seq: null, cells, refused: [] }
  const why = reason ?? `合并${from}的数据包`
  const toldOf = () => [...refused].map(([{ told }, problem]) => ({ ...told, kind: 'refused' as const, why: problem }))
  const left = () => cells.filter((cell) => !refused.has(cell))
  try {
    const { entry } = await context.commit({ summary: '合并机构数据包', reason: why }, async (tx, journal) => {
      const inside = withinEntry({ ...context, db: tx }, journal)
      for (const [personId, own] of Map.groupBy(cells, ({ change }) => change.personId))
        await correct(personId, own, { reason: why, refused }, inside)
      if (left().length === 0) throw new NothingTaken()
      journal.describe({ summary: `合并机构数据包（${from}），${left().length} 格` })
    })
    return { seq: entry.seq, cells: left(), refused: toldOf() }
  } catch (error) {
    if (!(error instanceof NothingTaken)) throw error
    return { seq: null, cells: [], refused: toldOf() }
  }
}

/** Plain cells as in the sheet, key fields as a correction of the person. */
async function correct(
  personId: string,
  cells: readonly Cell[],
  { reason, refused }: { readonly reason: string; readonly refused: Map<Cell, string> },
  context: CommandContext,
): Promise<void> {
  const key = cells.filter(({ change }) => change.way === 'correct')
  if (key.length > 0)
    try {
      await correctPerson({ personId, reason, changes: correctionOf(key.map(({ change }) => change)) }, context)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      for (const cell of key) refused.set(cell, refusalText(error.code, error.details))
    }
  const plain = cells.filter(({ change }) => change.way === 'typed')
  if (plain.length === 0) return
  const fields = Object.fromEntries(plain.map(({ change }) => [change.field, change.theirs]))
  const done = await correctPeople({ rows: [{ personId, fields }], reason }, context)
  for (const { field, problem } of done.refused) {
    const cell = plain.find(({ change }) => change.field === field)
    if (cell !== undefined) refused.set(cell, problem)
  }
}

/** The command's own means inside an entry that is already being written: what it commits becomes part of that entry. */
function withinEntry(context: CommandContext, journal: JournalWriter): CommandContext {
  const tx = context.db as Parameters<Parameters<CommandContext['commit']>[1]>[0]
  const silent: JournalWriter = { ...journal, describe: () => undefined }
  return {
    ...context,
    commit: async (_draft, work) => ({ result: await work(tx, silent), entry: { seq: 0, hash: '' } }),
  }
}
