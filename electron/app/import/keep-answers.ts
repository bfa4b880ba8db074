import type { RecognisedWorkbook } from '../../domain/table/recognised-workbook.ts'
import { sha256 } from '../../store/canonical.ts'
import { readImportAnswers, writeImportAnswers, type KeptAnswers } from '../../store/import-answer-store.ts'
import type { CommandContext, QueryContext } from '../context.ts'

/*
 * Answers about a sheet are kept by its shape; those about the township's own words (which office 党政办 is, what 机关行政 means) hold for
 * every sheet.
 */

type Commit = Parameters<CommandContext['commit']>[1]

const TOWNSHIP_WIDE = sha256('*')
const WIDE = /^(?:unitName|value):/u

/** What is kept for sheets of this shape. */
export async function keptAnswers(context: QueryContext, shape: string): Promise<KeptAnswers> {
  return readImportAnswers(context.db, keptUnder(shape))
}

/** An answer to several questions at once is kept as the answers to each of them. */
const JOINT = /^all:/u

/** Those of the given answers that are not kept yet. */
export function newAnswers(given: KeptAnswers | undefined, kept: KeptAnswers): KeptAnswers {
  return Object.fromEntries(
    Object.entries(given ?? {}).filter(([id, answer]) => kept[id] !== answer && !JOINT.test(id)),
  )
}

/** Those kept answers this workbook was read by. */
export function rememberedAnswers(
  kept: KeptAnswers,
  given: KeptAnswers,
  workbook: Pick<RecognisedWorkbook, 'answered'>,
): KeptAnswers {
  const used = new Set(workbook.answered)
  const isUsed = (id: string) => used.has(id) || /^(?:column|header|purpose|unread):/u.test(id)
  return Object.fromEntries(Object.entries(kept).filter(([id]) => !Object.hasOwn(given, id) && isUsed(id)))
}

/** Where what is kept for sheets of this shape lies. */
export function keptUnder(shape: string): readonly string[] {
  return [TOWNSHIP_WIDE, sha256(shape)]
}

/** Writes answers down, each where it holds. */
export async function keepAnswers(
  answers: KeptAnswers,
  shape: string,
  title: string,
  [tx, journal]: Parameters<Commit>,
  context: CommandContext,
): Promise<void> {
  const parts = Object.groupBy(Object.entries(answers), ([id]) => (WIDE.test(id) ? 'wide' : 'own'))
  for (const [fingerprint, part] of [
    [TOWNSHIP_WIDE, parts.wide],
    [sha256(shape), parts.own],
  ] as const)
    if (part !== undefined && part.length > 0)
      await writeImportAnswers(tx, journal, {
        id: context.newId(),
        fingerprint,
        title,
        answers: Object.fromEntries(part),
        recordedAt: context.clock.now(),
      })
}
