import type { Transaction } from 'kysely'
import type { Input, Output } from '../../contract/operations.ts'
import { withNames } from '../../domain/ledger/journal/person-marks.ts'
import type { FactRows, ReformPlanTable } from '../../domain/ledger/rows/fact-rows.ts'
import { assessDraft, type DraftAssessed } from '../../domain/reform/assess-draft.ts'
import { sentenceOn, type KeptStep, type ReformStep } from '../../domain/reform/reform-step.ts'
import type { BookDatabase } from '../../store/book-database.ts'
import { readHead, type JournalWriter } from '../../store/journal.ts'
import { loadFacts } from '../../store/load-facts.ts'
import { draftStepTitle } from '../../vocabulary/reform.ts'
import { Refusal } from '../../vocabulary/refusals.ts'
import type { CommandContext } from '../context.ts'
import { assessed, draftOf, frameOf, keptSteps, toolsOf } from './plan-rows.ts'

/* Drafting: each act is an entry of its own, so that it can be taken back like everything else. */

type Tx = Transaction<BookDatabase>

/** Begins a draft without steps. @throws `reform_title_taken` */
export async function createPlan(
  input: Input<'reform.create'>,
  context: CommandContext,
): Promise<Output<'reform.create'>> {
  const id = context.newId()
  const { entry } = await context.commit({ summary: `新建改革方案“${input.title}”` }, async (tx, journal) => {
    refuseTitle(await loadFacts(tx), input.title, null)
    await insertPlan(tx, journal, { id, ...input, document: input.document ?? null }, context)
  })
  return { id, seq: entry.seq }
}

/** Puts the row of a new draft down, held against the book of now. */
export async function insertPlan(
  tx: Tx,
  journal: JournalWriter,
  plan: { readonly id: string; readonly title: string; readonly day: string; readonly document: object | null },
  context: CommandContext,
): Promise<void> {
  await journal.insert('reform_plan', [
    {
      id: plan.id,
      title: plan.title,
      day: plan.day,
      document: plan.document === null ? null : JSON.stringify(plan.document),
      state: 'draft',
      base_seq: (await readHead(tx)).seq,
      outcome: null,
      recorded_at: context.clock.now(),
    },
  ])
}

/** @throws `reform_title_taken` */
export function refuseTitle(facts: FactRows, title: string, except: string | null): void {
  if (facts.reform_plan.some((plan) => plan.title === title && plan.id !== except))
    throw new Refusal('reform_title_taken', { title })
}

/** Changes title, day or document. @throws `reform_unknown`, `reform_in_force`, `reform_title_taken` */
export async function changePlan(
  input: Input<'reform.change'>,
  context: CommandContext,
): Promise<Output<'reform.change'>> {
  const { result, entry } = await context.commit({ summary: '修改改革方案' }, async (tx, journal) => {
    const facts = await loadFacts(tx)
    const plan = draftOf(facts, input.plan)
    const title = input.title ?? plan.title
    refuseTitle(facts, title, plan.id)
    await journal.update('reform_plan', plan.id, {
      title,
      day: input.day ?? plan.day,
      ...(input.document === undefined
        ? {}
        : { document: input.document === null ? null : JSON.stringify(input.document) }),
    })
    journal.describe({ summary: `修改改革方案“${title}”` })
    return plan.id
  })
  return { id: result, seq: entry.seq }
}

/** Lets a draft go; undoing the entry brings it back. @throws `reform_unknown`, `reform_in_force` */
export async function removePlan(
  input: Input<'reform.remove'>,
  context: CommandContext,
): Promise<Output<'reform.remove'>> {
  const { result, entry } = await context.commit({ summary: '删去改革方案' }, async (tx, journal) => {
    const facts = await loadFacts(tx)
    const plan = draftOf(facts, input.plan)
    const steps = keptSteps(facts, plan.id).map(({ id }) => id)
    if (steps.length > 0) await journal.removeMany('reform_step', steps)
    await journal.remove('reform_plan', plan.id)
    journal.describe({ summary: `删去改革方案“${plan.title}”` })
    return plan.id
  })
  return { id: result, seq: entry.seq }
}

/**
 * Adds steps where they can be done on the draft as it stands there, all of them or none.
 * @throws `reform_unknown`, `reform_in_force`, `reform_step_refused` naming the step and why
 */
export async function addSteps(
  input: Input<'reform.addSteps'>,
  context: CommandContext,
): Promise<Output<'reform.addSteps'>> {
  const fresh = input.steps.map(
    // The contract has checked each against its own schema.
    (step): KeptStep => ({ id: context.newId(), step: step as unknown as ReformStep, said: '' }),
  )
  const { result, entry } = await context.commit({ summary: '改革方案加入步骤' }, async (tx, journal) => {
    const facts = await loadFacts(tx)
    const plan = draftOf(facts, input.plan)
    const kept = keptSteps(facts, plan.id)
    const place = placeBefore(kept, input.before)
    const all = [...kept.slice(0, place), ...fresh, ...kept.slice(place)]
    const draft = assessDraft(facts, all, frameOf(plan), toolsOf(context), true)
    const says = saidOf(draft, fresh)
    await moveBack(facts, kept.slice(place), fresh.length, journal)
    await journal.insert(
      'reform_step',
      fresh.map(({ id, step }, index) => ({
        id,
        plan_id: plan.id,
        place: place + index,
        content: JSON.stringify(step),
        said: says[index] ?? '',
        recorded_at: context.clock.now(),
      })),
    )
    const words = fresh.length === 1 ? (says[0] ?? '') : `${fresh.length} 步`
    journal.describe({ summary: `改革方案“${plan.title}”加入：${sentenceOn(words, plan.day)}` })
    const names = new Map(draft.facts.person.map((person) => [person.id, person.name]))
    return says.map((text) => withNames(sentenceOn(text, plan.day), names))
  })
  return { ids: fresh.map(({ id }) => id), seq: entry.seq, texts: result }
}

function placeBefore(kept: readonly KeptStep[], before: string | undefined): number {
  if (before === undefined) return kept.length
  const place = kept.findIndex(({ id }) => id === before)
  if (place < 0) throw new Refusal('reform_step_gone')
  return place
}

/** @throws `reform_step_refused` for the first of the new steps that cannot be done */
function saidOf(draft: DraftAssessed, fresh: readonly KeptStep[]): readonly string[] {
  const outcomes = new Map(draft.outcomes.map((outcome) => [outcome.id, outcome]))
  return fresh.map(({ id, step }, index) => {
    const outcome = outcomes.get(id)
    if (outcome?.says === null || outcome === undefined)
      throw new Refusal('reform_step_refused', {
        step: `${fresh.length === 1 ? '' : `第 ${index + 1} 步`}“${draftStepTitle(step.type)}”`,
        why: outcome?.problem ?? '',
      })
    return outcome.says
  })
}

/** Later steps make room: each keeps its order. */
async function moveBack(
  facts: FactRows,
  later: readonly KeptStep[],
  by: number,
  journal: JournalWriter,
): Promise<void> {
  const places = new Map(facts.reform_step.map((row) => [row.id, row.place]))
  await journal.updateMany(
    'reform_step',
    later.map(({ id }) => ({ id, patch: { place: (places.get(id) ?? 0) + by } })),
  )
}

/** Takes steps out; those that rested on them are shown as not to be done. @throws `reform_step_gone` */
export async function dropSteps(
  input: Input<'reform.dropSteps'>,
  context: CommandContext,
): Promise<Output<'reform.dropSteps'>> {
  const ids = [...new Set(input.steps)]
  const { entry } = await context.commit({ summary: '改革方案去掉步骤' }, async (tx, journal) => {
    const facts = await loadFacts(tx)
    const plan = draftOf(facts, input.plan)
    const known = new Set(keptSteps(facts, plan.id).map(({ id }) => id))
    if (ids.some((id) => !known.has(id))) throw new Refusal('reform_step_gone')
    await journal.removeMany('reform_step', ids)
    journal.describe({ summary: `改革方案“${plan.title}”去掉 ${ids.length} 步` })
  })
  return { dropped: ids.length, seq: entry.seq }
}

/**
 * 重新核对: the draft is held against the book of now. Steps that say something else take their new sentence; those that cannot be done any
 * more are named, and dropped only where that is asked for.
 * @throws `reform_unknown`, `reform_in_force`, `reform_conflicts`
 */
export async function rebasePlan(
  input: Input<'reform.rebase'>,
  context: CommandContext,
): Promise<Output<'reform.rebase'>> {
  const { result, entry } = await context.commit({ summary: '改革方案重新核对' }, async (tx, journal) => {
    const facts = await loadFacts(tx)
    const plan = draftOf(facts, input.plan)
    const steps = keptSteps(facts, plan.id)
    const draft = assessed(facts, plan, context)
    const conflicts = conflictsOf(draft, steps, plan)
    if (conflicts.length > 0 && input.dropConflicts !== true)
      throw new Refusal('reform_conflicts', { count: conflicts.length, list: conflicts.join('') })
    const lost = draft.outcomes.filter(({ state }) => state === 'conflict').map(({ id }) => id)
    if (lost.length > 0) await journal.removeMany('reform_step', lost)
    const changed = draft.outcomes.filter(({ state }) => state === 'changed')
    await journal.updateMany(
      'reform_step',
      changed.map(({ id, says, said }) => ({ id, patch: { said: says ?? said } })),
    )
    await journal.update('reform_plan', plan.id, { base_seq: (await readHead(tx)).seq })
    journal.describe({ summary: `改革方案“${plan.title}”按现在的编制本重新核对` })
    const names = new Map(draft.facts.person.map((person) => [person.id, person.name]))
    return {
      changed: changed.map(({ says, said }) => withNames(sentenceOn(says ?? said, plan.day), names)),
      dropped: [...conflicts],
    }
  })
  return { seq: entry.seq, ...result }
}

/** The steps that cannot be done, each with its number, what it was to do, and why not. */
export function conflictsOf(
  draft: DraftAssessed,
  steps: readonly KeptStep[],
  plan: Pick<ReformPlanTable, 'day'>,
): readonly string[] {
  const names = new Map(draft.facts.person.map((person) => [person.id, person.name]))
  return draft.outcomes.flatMap(({ state, said, problem }, place) => {
    const step = steps[place]
    if (state !== 'conflict' || step === undefined) return []
    const words = said === '' ? draftStepTitle(step.step.type) : withNames(sentenceOn(said, plan.day), names)
    return [`第 ${place + 1} 步“${words}”：${problem ?? ''}`]
  })
}
