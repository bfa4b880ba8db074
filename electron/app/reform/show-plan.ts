import type { Kysely } from 'kysely'
import type { Input, Output } from '../../contract/operations.ts'
import type {
  ReformPlanView,
  ReformShapeView,
  ReformStepView,
  ReformUnitView,
} from '../../contract/reform-operations.ts'
import { withNames } from '../../domain/ledger/journal/person-marks.ts'
import type { FactRows, ReformPlanTable } from '../../domain/ledger/rows/fact-rows.ts'
import { QUOTA_CATEGORY_NAMES } from '../../domain/model/quota-category.ts'
import type { DraftAssessed } from '../../domain/reform/assess-draft.ts'
import { shapeOf, type BookShape, type ShapeUnit } from '../../domain/reform/book-shape.ts'
import { sentenceOn, type KeptStep } from '../../domain/reform/reform-step.ts'
import { canonicalJson } from '../../domain/rules/packs/canonical-pack.ts'
import { setApartName } from '../../domain/model/person.ts'
import type { BookState } from '../../domain/state/book-state.ts'
import { viewBook } from '../../domain/views/book-view.ts'
import { findingView } from '../../domain/views/finding-view.ts'
import type { BookDatabase } from '../../store/book-database.ts'
import { loadFacts } from '../../store/load-facts.ts'
import { checksumOf } from '../../store/pack-store.ts'
import { readMovedOn } from '../../store/reform-store.ts'
import { draftStepTitle } from '../../vocabulary/reform.ts'
import { POST_STATE_NAMES } from '../../vocabulary/standing.ts'
import type { QueryContext } from '../context.ts'
import { fillNames } from '../ledger/fill-names.ts'
import { assessed, documentOf, keptSteps, planOf } from './plan-rows.ts'

/** Every draft, the newest last. */
export async function listPlans(_input: Input<'reform.list'>, { db }: QueryContext): Promise<Output<'reform.list'>> {
  const facts = await loadFacts(db)
  return { plans: await Promise.all(facts.reform_plan.map((plan) => planView(db, facts, plan))) }
}

export async function planView(
  db: Kysely<BookDatabase>,
  facts: FactRows,
  plan: ReformPlanTable,
): Promise<ReformPlanView> {
  return {
    id: plan.id,
    title: plan.title,
    day: plan.day,
    document: documentOf(plan),
    state: plan.state,
    steps: keptSteps(facts, plan.id).length,
    movedOn: plan.state === 'draft' ? (await readMovedOn(db, plan.base_seq)).length : 0,
  }
}

const MOST_MOVED = 50

/** A draft with its steps, what it does and the board it leads to. @throws `reform_unknown` */
export async function showPlan(input: Input<'reform.show'>, context: QueryContext): Promise<Output<'reform.show'>> {
  const facts = await loadFacts(context.db)
  const plan = planOf(facts, input.plan)
  const draft = assessed(facts, plan, context)
  const [old, now] = [viewBook(draft.before), viewBook(draft.after)]
  const moved = plan.state === 'draft' ? await readMovedOn(context.db, plan.base_seq) : []
  return {
    plan: await planView(context.db, facts, plan),
    steps: stepViews(draft, keptSteps(facts, plan.id), plan.day),
    created: draft.created.map(({ finding, gate }) => ({ ...findingView(now, finding), gate })),
    cured: draft.cured.map((finding) => findingView(old, finding)),
    needs: [...draft.needs],
    before: shapeView(shapeOf(draft.before)),
    after: shapeView(shapeOf(draft.after)),
    board: boardOf(draft.after),
    fingerprint: fingerprintOf(plan, draft),
    moved: await Promise.all(
      moved.slice(-MOST_MOVED).map(async ({ seq, summary }) => ({ seq, text: await fillNames(context.db, summary) })),
    ),
  }
}

/** Stands for a draft as it works out now: another one, where anything it does or brings is another. */
export function fingerprintOf(plan: ReformPlanTable, draft: DraftAssessed): string {
  const { counts, units } = shapeOf(draft.after)
  return checksumOf(
    canonicalJson({
      day: plan.day,
      document: plan.document,
      steps: draft.outcomes.map(({ id, says, problem }) => [id, says, problem]),
      counts,
      units: units.map(({ name, lines, leaders, plates }) => ({ name, lines, leaders, plates })),
      created: draft.created.map(({ finding, gate }) => [finding.rule, finding.text, gate]),
    }),
  )
}

/** The steps as the screen lists them. */
export function stepViews(draft: DraftAssessed, steps: readonly KeptStep[], day: string): ReformStepView[] {
  const names = new Map(draft.facts.person.map((person) => [person.id, person.name]))
  const told = (sentence: string) => withNames(sentenceOn(sentence, day), names)
  return steps.map(({ id, step, said }, place) => {
    const outcome = draft.outcomes[place]
    const state = outcome?.state ?? 'conflict'
    return {
      id,
      place,
      type: step.type,
      title: draftStepTitle(step.type),
      state,
      text: told(outcome?.says ?? said),
      was: state === 'changed' ? told(said) : null,
      problem: outcome?.problem ?? null,
      content: { ...step },
    }
  })
}

/** A shape as it crosses a door. */
export function shapeView(shape: BookShape): ReformShapeView {
  return {
    asOf: shape.asOf,
    counts: { ...shape.counts },
    categories: shape.categories.map(lineView),
    units: shape.units.map(unitView),
  }
}

export function unitView(unit: ShapeUnit): ReformUnitView {
  return {
    ...unit,
    plates: [...unit.plates],
    lines: unit.lines.map(lineView),
    services: unit.services.map((service) => ({ ...service })),
  }
}

function lineView({ category, quota, actual }: BookShape['categories'][number]) {
  return { category: QUOTA_CATEGORY_NAMES[category], categoryCode: category, quota, actual }
}

function boardOf({ snapshot }: BookState): Output<'reform.show'>['board'] {
  const names = new Map(snapshot.people.map((person) => [person.id, person.name]))
  const holders = Map.groupBy(snapshot.holdings, ({ postId }) => postId ?? '')
  const posts = Map.groupBy(snapshot.posts, ({ unitId }) => unitId)
  return snapshot.units
    .filter(({ kind }) => kind !== 'township')
    .toSorted((left, right) => left.sortOrder - right.sortOrder)
    .map((unit) => ({
      unitId: unit.id,
      unit: unit.name,
      kind: unit.kind,
      seats: (posts.get(unit.id) ?? [])
        .filter(({ state }) => state !== 'abolished')
        .map((post) => ({
          post: post.title,
          postId: post.id,
          state: POST_STATE_NAMES[post.state],
          people: (holders.get(post.id) ?? []).map((holding) => ({
            personId: holding.personId,
            name: names.get(holding.personId) ?? '',
            category: holding.category === null ? setApartName(holding) : QUOTA_CATEGORY_NAMES[holding.category],
            main: holding.occupiesQuota,
          })),
        })),
    }))
}
