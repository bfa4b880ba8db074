import { NUMBER_PENDING } from '../../vocabulary/document-number.ts'
import { Refusal } from '../../vocabulary/refusals.ts'
import type { PlainDate } from '../../domain/model/plain-date.ts'
import { packById, RULE_PACKS, type RulePack } from '../../domain/rules/packs/index.ts'
import { ensureDocument } from '../../store/document-store.ts'
import { commitCommand, type AppendedEntry, type JournalWriter } from '../../store/journal.ts'
import type { OpenBook } from '../../store/open.ts'
import { addLeadershipQuotas, addQuotas } from '../../store/quota-store.ts'
import { addUnits, type NewUnit } from '../../store/unit-store.ts'

export interface NewBook {
  readonly name: string
  readonly pack: string
  /** 文号, 日期 and 机关 of the township's own plan, where the pack sets one up; what is not said is 待补. */
  readonly documentNumber?: string | undefined
  readonly documentDate?: PlainDate | undefined
  readonly documentIssuer?: string | undefined
  readonly recordedAt: string
  readonly actor: string
  readonly newId: () => string
}

type Template = NonNullable<RulePack['template']>

/**
 * An empty book's township has been there longer than any fact that will be entered; nobody is asked since when. Before this day
 * there was nothing this book could be about.
 */
const SINCE_ALWAYS: PlainDate = '1949-10-01'

/**
 * First entry of a fresh book file: the book, the township, and what the pack's plan sets up, in one commit.
 * @throws `unknown_pack`
 */
export async function createBook(book: OpenBook, options: NewBook): Promise<AppendedEntry> {
  const pack = packById(options.pack)
  if (pack === undefined)
    throw new Refusal('unknown_pack', {
      pack: options.pack,
      available: RULE_PACKS.map(({ id }) => id).join('、'),
    })
  const { template } = pack
  const draft = {
    recordedAt: options.recordedAt,
    actor: options.actor,
    operation: 'book.create',
    effectiveOn: template === null ? null : (options.documentDate ?? null),
    documentNumber: template === null ? null : (options.documentNumber ?? null),
    summary: template === null ? '新建空的编制本' : `按“${pack.title}”新建编制本`,
  }
  const { entry } = await commitCommand(book.db, draft, async (tx, journal) => {
    await journal.insert('book', [
      {
        id: 'book',
        name: options.name,
        pack_id: pack.id,
        pack_from: template === null ? pack.packFrom : (options.documentDate ?? pack.packFrom),
        recorded_at: options.recordedAt,
      },
    ])
    if (template === null) {
      await addUnits(journal, [rootUnit(options, null, SINCE_ALWAYS)])
      return
    }
    const document = {
      number: options.documentNumber ?? NUMBER_PENDING,
      title: template.documentTitle,
      issuingBody: options.documentIssuer ?? null,
      issuedOn: options.documentDate ?? null,
    }
    const documentId = await ensureDocument(tx, journal, document, {
      id: options.newId(),
      recordedAt: options.recordedAt,
    })
    await layOut(journal, options, template, documentId)
  })
  return entry
}

/** Units, nameplates, quotas, ceilings and leadership quota of the plan, all by its document, from its day; where nobody said it, since always. */
async function layOut(
  journal: JournalWriter,
  { newId, ...options }: NewBook,
  template: Template,
  documentId: string,
): Promise<void> {
  const validFrom = options.documentDate ?? SINCE_ALWAYS
  const root = rootUnit({ newId, ...options }, documentId, validFrom)
  const fact = { documentId, validFrom, validTo: null, recordedAt: options.recordedAt }
  const planned = template.units.map((plan, index) => ({
    plan,
    unit: {
      id: newId(),
      versionId: newId(),
      parentId: root.id,
      name: plan.name,
      kind: plan.kind,
      managingBody: plan.managingBody,
      sortOrder: index + 1,
      documentId,
      nameplates: plan.nameplates.map((name) => ({ id: newId(), name })),
      validFrom,
      recordedAt: options.recordedAt,
    },
  }))
  await addUnits(journal, [root, ...planned.map(({ unit }) => unit)])
  await addQuotas(journal, [
    ...template.ceilings.map(({ category, amount }) => ({
      id: newId(),
      unitId: root.id,
      category,
      role: 'ceiling' as const,
      amount,
      ...fact,
    })),
    ...planned.flatMap(({ plan, unit }) =>
      plan.quotas.map(({ category, amount }) => ({
        id: newId(),
        unitId: unit.id,
        category,
        role: 'allocation' as const,
        amount,
        ...fact,
      })),
    ),
  ])
  await addLeadershipQuotas(
    journal,
    planned.flatMap(({ plan, unit }) =>
      plan.leadership === null
        ? []
        : [
            {
              id: newId(),
              unitId: unit.id,
              amount: plan.leadership.amount,
              chief: plan.leadership.chief,
              deputy: plan.leadership.deputy,
              ...fact,
            },
          ],
    ),
  )
}

function rootUnit({ newId, name, recordedAt }: NewBook, documentId: string | null, validFrom: PlainDate): NewUnit {
  return {
    id: newId(),
    versionId: newId(),
    parentId: null,
    name,
    kind: 'township',
    managingBody: null,
    sortOrder: 0,
    documentId,
    nameplates: [],
    validFrom,
    recordedAt,
  }
}
