import type { Input, Output } from '../../contract/operations.ts'
import { rosterChanges } from '../../domain/views/roster-changes.ts'
import type { OpenBook } from '../../store/open.ts'
import type { QueryContext } from '../context.ts'
import { readRoster } from './read-roster.ts'

type Roster = Output<'roster.read'>

interface Told {
  readonly question: string
  readonly roster: Roster
}

/** Answers that somebody may hold; the longest unasked makes room. A list of ten thousand takes tens of megabytes. */
const MOST = 3

const TOLD = new WeakMap<OpenBook, Map<string, Told>>()

/**
 * 人员名单 for a window that holds an answer: what is another since. An entry that changes five thousand cells is told in those cells, not in
 * the ten megabytes of everybody. Without `since`, or where that answer is no longer known here, all of it.
 */
export async function followRoster(
  { since, ...question }: Input<'roster.follow'>,
  context: QueryContext,
): Promise<Output<'roster.follow'>> {
  const told = TOLD.get(context.book) ?? new Map<string, Told>()
  TOLD.set(context.book, told)
  const asked = JSON.stringify(question)
  const roster = await readRoster(question, context)
  const held = since === undefined ? undefined : told.get(since)
  const before = held?.question === asked ? held.roster : null
  const mark = before === roster && since !== undefined ? since : context.newId()
  told.delete(mark)
  told.set(mark, { question: asked, roster })
  const [oldest] = told.keys()
  if (told.size > MOST && oldest !== undefined) told.delete(oldest)
  const { asOf, counts } = roster
  return { mark, asOf, counts, ...rosterChanges(before?.people ?? [], roster.people) }
}
