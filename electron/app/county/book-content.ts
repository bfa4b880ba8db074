import { LONGEST_YEARS } from '../../contract/operation-parts.ts'
import { contentOfBook } from '../../domain/county/content-of-book.ts'
import type { PackageContent, PackageHead } from '../../domain/county/package-content.ts'
import { stateFindings } from '../../domain/findings/finding-states.ts'
import { addMonthsToDay, type PlainDate } from '../../domain/model/plain-date.ts'
import { townshipName } from '../../domain/notice/notice-content.ts'
import { packInForce } from '../../domain/rules/packs/pack-in-force.ts'
import { stateOn } from '../../domain/state/state-on.ts'
import { viewBook } from '../../domain/views/book-view.ts'
import { readDutyDates } from '../../store/duty-store.ts'
import { toMark } from '../../store/finding-store.ts'
import type { FactRows } from '../../store/book-database.ts'
import { loadFacts } from '../../store/load-facts.ts'
import { readHead } from '../../store/journal.ts'
import { readFirstHash } from '../../store/journal-store.ts'
import { readTownshipCode } from '../../store/package-store.ts'
import { TOWNSHIP_TYPE_LIST } from '../../vocabulary/establishment.ts'
import type { PackageNumbers } from '../../vocabulary/county.ts'
import packageJson from '../../../package.json' with { type: 'json' }
import type { QueryContext } from '../context.ts'
import { listDuties } from '../findings/read-duties.ts'

/** How far back what was not done is looked for. */
const YEARS_BACK = Math.min(LONGEST_YEARS, 3)

export interface AskedContent {
  readonly asOf: PlainDate
  readonly numbers: PackageNumbers
  readonly code?: string | undefined
}

/** The book's day as a package tells it, with the entry it was read at. */
export async function readContent(asked: AskedContent, context: QueryContext): Promise<PackageContent> {
  const journal = await readHead(context.db)
  const overdue = await listOverdue(asked.asOf, context)
  return contentFrom(
    await loadFacts(context.db),
    { ...asked, overdue, journal: { seq: journal.seq, head: journal.hash } },
    context,
  )
}

/** The same from other facts: those of an earlier entry. */
export async function contentFrom(
  facts: FactRows,
  asked: AskedContent & {
    readonly journal: PackageHead['journal']
    readonly overdue: Awaited<ReturnType<typeof listOverdue>>
  },
  context: QueryContext,
): Promise<PackageContent> {
  const view = viewBook(stateOn(facts, asked.asOf))
  const { snapshot } = view.state
  const name = townshipName(snapshot)
  const type = snapshot.records.township.at(-1)?.townshipType ?? null
  return contentOfBook({
    view,
    findings: stateFindings(view.state.findings, facts.finding_mark.map(toMark), asked.asOf),
    overdue: asked.overdue,
    head: {
      township: {
        code: asked.code ?? (await readTownshipCode(context.db)),
        name,
        type: type === null ? typeByName(name) : TOWNSHIP_TYPE_LIST[type].title,
        ethnic: name.endsWith('族乡'),
      },
      book: await readFirstHash(context.db),
      asOf: asked.asOf,
      madeAt: context.clock.now(),
      madeBy: context.actor,
      program: packageJson.version,
      journal: asked.journal,
      numbers: asked.numbers,
      rulePack: packInForce(snapshot)?.pack.title ?? '',
    },
  })
}

/** Duties whose last day has gone by. */
export async function listOverdue(asOf: PlainDate, context: QueryContext) {
  const duties = await listDuties(context.db, {
    asOf,
    from: addMonthsToDay(asOf, -12 * YEARS_BACK),
    to: asOf,
    dates: await readDutyDates(context.db),
  })
  return duties.filter((duty) => duty.state === 'overdue')
}

function typeByName(name: string): string | null {
  return /(街道|[乡镇])(办事处|人民政府)?$/u.exec(name)?.[1] ?? null
}
