import { forcePlan } from '../../electron/app/reform/force-plan.ts'
import { showPlan } from '../../electron/app/reform/show-plan.ts'
import { addSteps, createPlan } from '../../electron/app/reform/edit-plan.ts'
import { reformStep } from '../../electron/contract/reform-steps.ts'
import type { CallInput, Input } from '../../electron/contract/operations.ts'
import { FACT_TABLES } from '../../electron/domain/ledger/rows/fact-rows.ts'
import { loadFacts } from '../../electron/store/load-facts.ts'
import type { OpenBook } from '../../electron/store/open.ts'
import { makeContext } from './context.ts'

/* Drafts of a reform as a clerk would write them. */

export type StepInput = CallInput<'reform.addSteps'>['steps'][number]
export const REFORM_PAPER = { number: '山编发〔2026〕9号', title: '深化乡镇机构改革实施方案', issuer: '山区编委' }
export const REFORM_DAY = '2026-12-01'
export const PLAN = '深化改革'

export async function startPlan(book: OpenBook, title = PLAN, day = REFORM_DAY): Promise<string> {
  const made = await createPlan(
    { title, day, document: REFORM_PAPER },
    makeContext(book, { operation: 'reform.create' }),
  )
  return made.id
}

export const readSteps = (steps: readonly StepInput[]): Input<'reform.addSteps'>['steps'] =>
  steps.map((step) => reformStep.parse(step))

export const draft = (book: OpenBook, plan: string, ...steps: readonly StepInput[]) =>
  addSteps({ plan, steps: readSteps(steps) }, makeContext(book, { operation: 'reform.addSteps' }))

export const show = (book: OpenBook, plan: string) => showPlan({ plan }, makeContext(book))

export const force = (book: OpenBook, plan: string, more: Partial<Input<'reform.force'>> = {}) =>
  forcePlan({ plan, ...more }, makeContext(book, { operation: 'reform.force' }))

/** Every fact of the book as one text. */
export async function factsText(book: OpenBook): Promise<string> {
  const facts = await loadFacts(book.db)
  return FACT_TABLES.map((table) =>
    JSON.stringify([table, facts[table].map((row) => JSON.stringify(row, Object.keys(row).toSorted())).toSorted()]),
  ).join('\n')
}
