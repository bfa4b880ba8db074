import type { Input, Output } from '../../contract/operations.ts'
import type { PackDifferenceView } from '../../contract/pack-shapes.ts'
import type { Gate } from '../../domain/ledger/planning/gates.ts'
import type { BookSnapshot } from '../../domain/model/book-snapshot.ts'
import { ROSTER_LIST_NAMES } from '../../domain/model/finding.ts'
import type { LocalPack } from '../../domain/model/local-pack.ts'
import { packDifference } from '../../domain/rules/pack-difference.ts'
import { packInForce, type PackInForce } from '../../domain/rules/packs/pack-in-force.ts'
import { readLocalPacks } from '../../store/pack-store.ts'
import { Refusal } from '../../vocabulary/refusals.ts'
import type { QueryContext } from '../context.ts'
import { packFromDraft } from './draft-pack.ts'
import { readAdoptedIds } from './adopt-law.ts'
import { findPack, packDetailView, readGates } from './find-pack.ts'
import { deriveBookState } from '../../domain/state/book-state.ts'
import { readBookState } from '../read-book-state.ts'
import { viewBook } from '../../domain/views/book-view.ts'
import { findingView } from '../../domain/views/finding-view.ts'
import { offRulesView } from '../../domain/views/off-rules-view.ts'

/**
 * What choosing a pack, or saving a draft and choosing it, would change today. The same checks over the same facts; nothing is written.
 * @throws `pack_not_found`, `invalid_input`
 */
export async function previewPack(
  input: Input<'pack.preview'>,
  context: QueryContext,
): Promise<Output<'pack.preview'>> {
  const locals = await readLocalPacks(context.db)
  if (input.draft !== undefined)
    return comparePacks(
      context,
      packFromDraft(input.draft, locals, {
        newId: context.newId,
        actor: context.actor,
        today: context.clock.today(),
        adopted: await readAdoptedIds(context.db),
      }),
    )
  if (input.pack === undefined) throw new Refusal('invalid_input', { field: '规则包', problem: '没有选' })
  const local = locals.find((pack) => pack.id === input.pack)
  return comparePacks(context, local ?? findPack(input.pack, locals))
}

/** The book of today by its present pack and by another. */
export async function comparePacks(context: QueryContext, pack: LocalPack | PackInForce): Promise<PackDifferenceView> {
  const before = await readBookState(context.db, context.clock.today())
  const after = deriveBookState(underPack(before.snapshot, pack))
  const difference = packDifference(before, after)
  const [old, fresh] = [viewBook(before), viewBook(after)]
  const [from, to] = [packInForce(before.snapshot), packInForce(after.snapshot)]
  const gates = await readGates(context.db)
  const [oldRules, newRules] = [running(from), running(to)]
  return {
    from: { id: before.snapshot.book.packId, title: from?.pack.title ?? before.snapshot.book.packId },
    to: { id: after.snapshot.book.packId, title: to?.pack.title ?? after.snapshot.book.packId },
    figuresSame: JSON.stringify(before.figures) === JSON.stringify(after.figures),
    rulesAdded: [...newRules].filter((id) => !oldRules.has(id)).length,
    rulesGone: [...oldRules].filter((id) => !newRules.has(id)).length,
    created: difference.created.map((finding) => findingView(fresh, finding)),
    cured: difference.cured.map((finding) => findingView(old, finding)),
    changed: difference.changed.map((pair) => ({
      before: findingView(old, pair.before),
      after: findingView(fresh, pair.after),
    })),
    moved: difference.moved.map((one) => ({
      personId: one.personId,
      name: fresh.personName(one.personId),
      from: ROSTER_LIST_NAMES[one.from],
      to: ROSTER_LIST_NAMES[one.to],
    })),
    gates: gateChanges(from, to, gates, await readAdoptedIds(context.db)),
    off: offRulesView(to),
  }
}

function underPack(snapshot: BookSnapshot, pack: LocalPack | PackInForce): BookSnapshot {
  const [id, packFrom, localPack] =
    'base' in pack ? [pack.pack.id, pack.pack.packFrom, null] : [pack.id, pack.packFrom, pack]
  return { ...snapshot, book: { ...snapshot.book, packId: id, packFrom }, localPack }
}

function running(inForce: PackInForce | undefined): ReadonlySet<string> {
  if (inForce === undefined) return new Set()
  return new Set(
    packDetailView(inForce, null, new Map())
      .ruleList.filter((rule) => rule.off === null)
      .map((rule) => rule.id),
  )
}

/** Rules that would hinder an event otherwise than now; those that only hint and come or go are findings, not gates. */
function gateChanges(
  from: PackInForce | undefined,
  to: PackInForce | undefined,
  gates: ReadonlyMap<string, Gate>,
  adopted: ReadonlySet<string>,
): PackDifferenceView['gates'] {
  const [before, after] = [gatesOf(from, gates, adopted), gatesOf(to, gates, adopted)]
  return [...new Map([...before, ...after]).values()].flatMap(({ id, title }) => {
    const [old, now] = [before.get(id)?.gate ?? null, after.get(id)?.gate ?? null]
    return old === now || ((old ?? 'hint') === 'hint' && (now ?? 'hint') === 'hint')
      ? []
      : [{ rule: id, title, from: old, to: now }]
  })
}

function gatesOf(inForce: PackInForce | undefined, gates: ReadonlyMap<string, Gate>, adopted: ReadonlySet<string>) {
  const rules =
    inForce === undefined
      ? []
      : packDetailView(inForce, null, gates, adopted).ruleList.filter((rule) => rule.off === null)
  return new Map(rules.map((rule) => [rule.id, rule]))
}
