import type { Kysely } from 'kysely'
import type { Input, Output } from '../../contract/operations.ts'
import { RECORD_HOMES } from '../../vocabulary/record-homes.ts'
import { ownFieldOf } from '../../domain/ledger/snapshot/own-field-of.ts'
import { contentOf } from '../../domain/views/record-view.ts'
import { COLUMN_FIELDS, FIELD_NAMES } from '../../domain/table/table-fields.ts'
import type { BookDatabase, OwnFieldTable } from '../../store/book-database.ts'
import { readOwnFieldRows } from '../../store/own-field-store.ts'
import { readRecordRows } from '../../store/record-store.ts'
import { wordKey } from '../../vocabulary/code-list.ts'
import { OWN_FIELD_NAMES, type OwnFieldName, type OwnKind } from '../../vocabulary/own-fields.ts'
import { Refusal } from '../../vocabulary/refusals.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { differing } from '../../domain/model/differing.ts'

/* 自定栏目: declared, changed and taken away by the township, each with its journal entry. */

/** Those declared, with how many people have something in each. */
export async function listOwnFields(
  _input: Input<'ownField.list'>,
  { db }: QueryContext,
): Promise<Output<'ownField.list'>> {
  const used = await usersOf(db)
  const fields = (await readOwnFieldRows(db)).flatMap((row) => {
    const own = ownFieldOf(row)
    return own === null ? [] : [{ ...own, choices: [...own.choices], people: used.get(own.field)?.size ?? 0 }]
  })
  return { fields, left: OWN_FIELD_NAMES.length - new Set([...fields.map(({ field }) => field), ...used.keys()]).size }
}

/** Declares fields in one entry. @throws `own_field_title` for a name that is taken, `own_field_full`, `invalid_input` for a list without words. */
export async function addOwnField(
  { fields }: Input<'ownField.add'>,
  context: CommandContext,
): Promise<Output<'ownField.add'>> {
  const summary = `增设自定栏目${fields.map(({ title }) => `“${title}”`).join('、')}`
  const { result, entry } = await context.commit({ summary }, async (tx, journal) => {
    const rows = [...(await readOwnFieldRows(tx))]
    // A place that still holds what was entered under an earlier name is not given to another one.
    const used = await usersOf(tx)
    const added: OwnFieldName[] = []
    for (const { title, kind = 'text', choices = [], masked = false } of fields) {
      const words = readChoices(kind, choices)
      refuseTitle(title, rows)
      const field = OWN_FIELD_NAMES.find((name) => !used.has(name) && !rows.some((row) => row.field === name))
      if (field === undefined) throw new Refusal('own_field_full', { count: OWN_FIELD_NAMES.length })
      const row: OwnFieldTable = {
        id: context.newId(),
        field,
        title,
        kind,
        choices: JSON.stringify(words),
        masked: masked ? 1 : 0,
        recorded_at: context.clock.now(),
      }
      await journal.insert('own_field', [row])
      rows.push(row)
      added.push(field)
    }
    return added
  })
  return { fields: result, seq: entry.seq }
}

/** Changes how a field is declared; its values stay. @throws `own_field_unknown`, `own_field_title`, `own_field_kind`, `invalid_input`. */
export async function changeOwnField(
  { field, title, kind, choices, masked }: Input<'ownField.change'>,
  context: CommandContext,
): Promise<Output<'ownField.change'>> {
  const { entry } = await context.commit({ summary: '修改自定栏目' }, async (tx, journal) => {
    const rows = await readOwnFieldRows(tx)
    const row = rowOf(rows, field)
    const known = ownFieldOf(row)
    if (title !== undefined)
      refuseTitle(
        title,
        rows.filter((one) => one !== row),
      )
    const now = kind ?? row.kind
    // Words that were typed freely are no days.
    if (now === 'date' && row.kind !== 'date' && (await usersOf(tx)).has(field))
      throw new Refusal('own_field_kind', { title: row.title })
    const patch = differing(row, {
      title: title ?? row.title,
      kind: now,
      choices: JSON.stringify(readChoices(now, choices ?? known?.choices ?? [])),
      masked: masked === undefined ? row.masked : masked ? 1 : 0,
    })
    if (Object.keys(patch).length === 0)
      throw new Refusal('invalid_input', { field: '修改内容', problem: '与现有的相同' })
    await journal.update('own_field', row.id, patch)
    journal.describe({ summary: `修改自定栏目“${title ?? row.title}”` })
  })
  return { seq: entry.seq }
}

/** Takes the declaration away; what was entered stays with the people. @throws `own_field_unknown` */
export async function removeOwnField(
  { field }: Input<'ownField.remove'>,
  context: CommandContext,
): Promise<Output<'ownField.remove'>> {
  const { entry } = await context.commit({ summary: '撤去自定栏目' }, async (tx, journal) => {
    const row = rowOf(await readOwnFieldRows(tx), field)
    await journal.remove('own_field', row.id)
    journal.describe({ summary: `撤去自定栏目“${row.title}”，已填的内容留在编制本里` })
  })
  return { seq: entry.seq }
}

function rowOf(rows: readonly OwnFieldTable[], field: OwnFieldName): OwnFieldTable {
  const row = rows.find((one) => one.field === field)
  if (row === undefined) throw new Refusal('own_field_unknown')
  return row
}

/** @throws `own_field_title` where another field is called so, or a roster's column of that name means one. */
function refuseTitle(title: string, others: readonly OwnFieldTable[]): void {
  const key = wordKey(title)
  const shipped = FIELD_NAMES.roster.get(key)
  const other =
    others.find((row) => wordKey(row.title) === key)?.title ?? (shipped === undefined ? undefined : titleOf(shipped))
  if (other !== undefined) throw new Refusal('own_field_title', { title, other, at: 'title' })
}

/** What a roster's column means, as the import calls it. */
function titleOf(field: string): string {
  return COLUMN_FIELDS.find((column) => column.field === field)?.title ?? field
}

/** The words of a list, each once. @throws `invalid_input` for a list without any. */
function readChoices(kind: OwnKind, choices: readonly string[]): readonly string[] {
  if (kind !== 'list') return []
  const words = [...new Set(choices.map((word) => word.trim()).filter((word) => word !== ''))]
  if (words.length === 0)
    throw new Refusal('invalid_input', { field: '选项', problem: '不能为空：选项栏目至少写一个', at: 'choices' })
  return words
}

/** By place, who has something in it, in any record, past ones too. */
async function usersOf(db: Kysely<BookDatabase>): Promise<ReadonlyMap<OwnFieldName, ReadonlySet<string>>> {
  const users = new Map<OwnFieldName, Set<string>>()
  for (const row of await readRecordRows(db, [RECORD_HOMES.file])) {
    const content = contentOf(row)
    for (const field of OWN_FIELD_NAMES) {
      if (row.person_id === null || (content[field] ?? null) === null) continue
      const known = users.get(field)
      if (known === undefined) users.set(field, new Set([row.person_id]))
      else known.add(row.person_id)
    }
  }
  return users
}
