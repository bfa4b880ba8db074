import { rosterLayout } from '../contract/adhoc-operations.ts'
import type { Input, Output } from '../contract/operations.ts'
import { PERSON_FIELDS } from '../domain/fill/person-fields.ts'
import { readRosterLayouts } from '../store/roster-layout-store.ts'
import type { QueryContext } from './context.ts'

/** Saved layouts, and the fields there are. One that a later program wrote and this one cannot read stays in the book and is not offered. */
export async function listRosterLayouts(_input: Input<'rosterLayout.list'>, { db }: QueryContext): Promise<Output<'rosterLayout.list'>> {
  const layouts = (await readRosterLayouts(db)).flatMap(({ id, name, layout }) => {
    const parsed = rosterLayout.safeParse(JSON.parse(layout))
    return parsed.success ? [{ id, name, layout: parsed.data }] : []
  })
  return { layouts, fields: PERSON_FIELDS.map(({ field, title }) => ({ field, title })) }
}
