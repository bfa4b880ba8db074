import type { CallInput, Input, Output } from '../../contract/operations.ts'
import { compareCopy, type CellNow, type CopyChange } from '../../domain/view-copy/compare-copy.ts'
import { copyWorkbook } from '../../domain/view-copy/copy-workbook.ts'
import { readCopy, type ReturnedCopy } from '../../domain/view-copy/read-copy.ts'
import type { Offers } from '../../domain/view-copy/unit-events.ts'
import { QUOTA_CATEGORIES, QUOTA_CATEGORY_NAMES } from '../../domain/model/quota-category.ts'
import { isKept, knownValue, maskedValue, personOnDay } from '../../domain/people/person-values.ts'
import { viewBook, type BookView } from '../../domain/views/book-view.ts'
import { readCatalogue } from '../../store/own-field-store.ts'
import { propertyOf, type PersonField } from '../../vocabulary/person-fields.ts'
import { refusalText, Refusal } from '../../vocabulary/refusals.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { readBookState } from '../read-book-state.ts'
import { correctPeople } from './correct-people.ts'
import { correctPerson } from './correct-person.ts'
import { readingTexts } from './reading-texts.ts'
import type { UnitPackage } from '../../contract/unit-package-operations.ts'
import { readUnitPackage, unitCopy, unitOffers } from './unit-package.ts'

/** The people asked for, in their order, as a workbook; personal numbers masked, as the screen has them. */
export async function makeViewCopy(
  { title, columns, personIds }: Input<'viewCopy.file'>,
  context: QueryContext,
): Promise<Output<'viewCopy.file'>> {
  const view = viewBook(await readBookState(context.db, context.clock.today()))
  const textsOf = readingTexts(
    view,
    columns.map(({ field }) => field),
  )
  const rows = personIds.flatMap((personId) => {
    const texts = textsOf(personId)
    return texts === null ? [] : [{ personId, texts: columns.map(({ field }) => texts[field] ?? '') }]
  })
  const asOf = view.state.snapshot.asOf
  const workbook = copyWorkbook({ title, asOf, columns, rows }, await readCatalogue(context.db))
  const content = await context.excel.blank(workbook, { signal: context.signal })
  return {
    fileName: `${title} ${asOf}.xlsx`,
    base64: Buffer.from(content).toString('base64'),
    people: rows.length,
  }
}

export interface Gathered {
  readonly copy: ReturnedCopy
  readonly view: BookView
  readonly fileName: string
  /** The unit, or the file. */
  readonly from: string
  readonly difference: ReturnType<typeof compareCopy>
  /** Null: a copy of a view tells no changes. */
  readonly packed: UnitPackage | null
  readonly offers: Offers | null
}

/** A copy of a view, or a unit's small package. @throws `copy_unknown` for any other workbook, and what reading the file throws. */
export async function gatherCopy(fileId: string, context: QueryContext): Promise<Gathered> {
  const file = context.stagedFile(fileId)
  const packed = readUnitPackage(file)
  const workbook =
    packed === null ? await context.excel.parse(file, { signal: context.signal, report: context.report }) : null
  const today = context.clock.today()
  const view = viewBook(await readBookState(context.db, today))
  const { catalogue } = view.index
  const copy =
    packed !== null
      ? await unitCopy(packed, view, { db: context.db, fileName: file.name })
      : workbook === null
        ? null
        : readCopy(workbook, catalogue)
  if (copy === null) throw new Refusal('copy_unknown', { file: file.name })
  const textsOf = readingTexts(
    view,
    copy.columns.map(({ field }) => field),
  )
  const places = new Map(view.roster.map((entry) => [entry.personId, entry]))
  const now = (personId: string, field: PersonField): CellNow | null => {
    const texts = textsOf(personId)
    const person = view.index.person(personId)
    const entry = places.get(personId)
    if (texts === null || person === undefined || entry === undefined) return null
    const value = isKept(field)
      ? knownValue(field, personOnDay(view.index, person, view.holding(entry.holdingId)))
      : null
    return { text: texts[field] ?? '', value }
  }
  const difference = compareCopy(copy, now, { today, catalogue })
  const offers = packed === null ? null : await unitOffers(packed, view, context.db)
  return {
    copy,
    view,
    fileName: file.name,
    from: packed?.unit ?? file.name,
    difference: packed === null || offers === null ? difference : withoutEvents(difference, packed, offers),
    packed,
    offers,
  }
}

/** Who came, moved or left by a change that was registered is told as that change, not as cells and rows besides. */
function withoutEvents(
  difference: Gathered['difference'],
  packed: UnitPackage,
  { told, offered }: Offers,
): Gathered['difference'] {
  const moved = new Set(offered.flatMap(({ personId }) => personId ?? []))
  return {
    ...difference,
    changes: difference.changes.filter(
      ({ way, personId }) => way === 'typed' || way === 'correct' || !moved.has(personId),
    ),
    gone: difference.gone.filter((personId) => !told.has(personId)),
    added: difference.added.filter(({ row }) => !told.has(packed.people[row - 1]?.id ?? '')),
  }
}

/** What was changed in a copy, cell by cell. */
export async function readViewCopy(
  { fileId }: Input<'viewCopy.read'>,
  context: QueryContext,
): Promise<Output<'viewCopy.read'>> {
  const { copy, view, fileName, difference, packed } = await gatherCopy(fileId, context)
  const titles = new Map(copy.columns.map(({ field, title }) => [field, title]))
  const unitOf = (personId: string) => readingTexts(view, ['unit'])(personId)?.['unit'] ?? ''
  const nameIn = (row: { readonly texts: ReadonlyMap<PersonField, string> }) => row.texts.get('name') ?? ''
  return {
    fromUnit: packed !== null,
    fileName,
    asOf: copy.asOf,
    rows: copy.rows.length,
    changes: difference.changes.map((change) => ({
      ...change,
      theirs: shownAs(change, view),
      name: view.personName(change.personId),
      unit: unitOf(change.personId),
      title: titles.get(change.field) ?? '',
    })),
    settled: difference.settled,
    gone: difference.gone.map((personId) => ({
      personId,
      name: view.index.person(personId)?.name ?? copy.origin.get(personId)?.get('name') ?? '',
      unit: unitOf(personId),
    })),
    heads: [...copy.heads],
    added: difference.added.map((row) => ({ row: row.row, name: nameIn(row), cells: [...row.cells] })),
    twice: copy.twice.map((row) => ({ row: row.row, name: nameIn(row) })),
    unknown: [...copy.unknown],
  }
}

/** A personal number leaves the core masked, whoever wrote it. */
export function shownAs({ field, theirs }: CopyChange, view: BookView): string {
  return theirs.includes('*') ? theirs : (maskedValue(field, theirs, view.index.catalogue) ?? '')
}

type Refused = Output<'viewCopy.accept'>['refused'][number]

/**
 * Takes in cells of a copy. The file is compared anew: what the book says already is not written a second time. Plain cells are one entry;
 * a person's key fields are a correction of their own. What cannot be taken in comes back with why.
 */
export async function acceptViewCopy(
  input: Input<'viewCopy.accept'>,
  context: CommandContext,
): Promise<Output<'viewCopy.accept'>> {
  const { difference, fileName } = await gatherCopy(input.fileId, context)
  const wanted = new Set(input.cells.map(({ personId, field }) => `${personId} ${field}`))
  const chosen = difference.changes.filter(({ personId, field }) => wanted.has(`${personId} ${field}`))
  const refused: Refused[] = chosen.flatMap(({ personId, field, way, problem }) =>
    problem !== null
      ? [{ personId, field, problem }]
      : way === 'typed' || way === 'correct'
        ? []
        : [{ personId, field, problem: way === 'event' ? '要登记变动，不能直接改' : '由别的栏目推出，不能直接改' }],
  )
  const open = chosen.filter(({ problem }) => problem === null)
  const seqs: number[] = []
  let cells = 0
  const reason = input.reason ?? `取回“${fileName}”里的修改`
  const corrected = Map.groupBy(
    open.filter(({ way }) => way === 'correct'),
    ({ personId }) => personId,
  )
  for (const [personId, changes] of corrected) {
    try {
      const done = await correctPerson({ personId, reason, changes: correctionOf(changes) }, context)
      seqs.push(done.seq)
      cells += changes.length
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const problem = refusalText(error.code, error.details)
      refused.push(...changes.map(({ field }) => ({ personId, field, problem })))
    }
  }
  const typed = Map.groupBy(
    open.filter(({ way }) => way === 'typed'),
    ({ personId }) => personId,
  )
  if (typed.size > 0) {
    const rows = [...typed].map(([personId, changes]) => ({
      personId,
      fields: Object.fromEntries(changes.map(({ field, theirs }) => [field, theirs])),
    }))
    const done = await correctPeople({ rows, reason }, context)
    if (done.seq !== null) seqs.push(done.seq)
    cells += done.cells
    refused.push(...done.refused)
  }
  return { seqs, cells, refused }
}

export function correctionOf(changes: readonly CopyChange[]): CallInput<'person.correct'>['changes'] {
  return Object.fromEntries(
    changes.map(({ field, theirs }) =>
      field === 'category'
        ? ['categoryCode', QUOTA_CATEGORIES.find((code) => QUOTA_CATEGORY_NAMES[code] === theirs)]
        : [propertyOf(field), theirs],
    ),
  )
}
