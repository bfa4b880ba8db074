import type { Input, Output } from '../../contract/operations.ts'
import { reformFile } from '../../contract/reform-operations.ts'
import {
  REFORM_SCHEMA,
  REFORM_VERSION,
  sharedReform,
  sharedText,
  stepsForBook,
  type SharedReform,
} from '../../domain/reform/reform-file.ts'
import { assessDraft } from '../../domain/reform/assess-draft.ts'
import { checksumOf } from '../../store/pack-store.ts'
import { loadFacts } from '../../store/load-facts.ts'
import { Refusal } from '../../vocabulary/refusals.ts'
import type { CommandContext, QueryContext, StagedFile } from '../context.ts'
import { parsedFile } from '../packs/write-pack-file.ts'
import { insertPlan, conflictsOf, refuseTitle } from './edit-plan.ts'
import { assessed, documentOf, frameOf, keptSteps, planOf, toolsOf } from './plan-rows.ts'

/** A draft as a file for a colleague with a copy of the book: readable JSON with its checksum. @throws `reform_unknown` */
export async function exportPlan(
  input: Input<'reform.export'>,
  context: QueryContext,
): Promise<Output<'reform.export'>> {
  const facts = await loadFacts(context.db)
  const plan = planOf(facts, input.plan)
  const steps = keptSteps(facts, plan.id)
  const own = plan.state === 'draft' ? assessed(facts, plan, context).facts : facts
  const shared = sharedReform(own, { title: plan.title, day: plan.day, document: documentOf(plan) }, steps)
  const file = { schema: REFORM_SCHEMA, version: REFORM_VERSION, sha256: checksumOf(sharedText(shared)), plan: shared }
  return {
    fileName: `${plan.title.replaceAll(/[\\/:*?"<>|]/gu, '')}.改革方案.json`,
    base64: Buffer.from(`${JSON.stringify(file, null, 2)}\n`, 'utf8').toString('base64'),
  }
}

/** @throws `reform_file_bad` with what is wrong, in Chinese */
function readPlanFile(file: StagedFile, township: string): SharedReform {
  const bad = (problem: string) => new Refusal('reform_file_bad', { file: file.name, problem })
  const content = parsedFile(file)
  if (content === null || content['schema'] !== REFORM_SCHEMA) throw bad('内容不是改革方案')
  if (typeof content['version'] === 'number' && content['version'] > REFORM_VERSION)
    throw bad('由更新版本的定编写成，请升级程序')
  const parsed = reformFile.safeParse(content)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw bad(`文件不完整：${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim())
  }
  // Taken over what is in the file, not over what was read of it.
  if (content['sha256'] !== checksumOf(sharedText(content['plan'] as SharedReform)))
    throw bad('校验码不符，文件不完整或被改动过，请向对方重新要一份')
  const shared = parsed.data.plan as unknown as SharedReform
  if (shared.township !== township) throw bad(`它是“${shared.township}”的方案，编制本是“${township}”`)
  return shared
}

/** Takes a colleague's draft in beside those that are there. @throws `reform_file_bad`, `reform_title_taken` */
export async function importPlan(
  input: Input<'reform.import'>,
  context: CommandContext,
): Promise<Output<'reform.import'>> {
  const file = context.stagedFile(input.fileId)
  const id = context.newId()
  const { result, entry } = await context.commit({ summary: '导入改革方案' }, async (tx, journal) => {
    const facts = await loadFacts(tx)
    const shared = readPlanFile(file, facts.book[0]?.name ?? '')
    const title = input.title ?? shared.title
    refuseTitle(facts, title, null)
    await insertPlan(tx, journal, { id, title, day: shared.day, document: shared.document }, context)
    const steps = stepsForBook(shared, facts).map((one) => ({ id: context.newId(), ...one }))
    await journal.insert(
      'reform_step',
      steps.map((one, place) => ({
        id: one.id,
        plan_id: id,
        place,
        content: JSON.stringify(one.step),
        said: one.said,
        recorded_at: context.clock.now(),
      })),
    )
    journal.describe({ summary: `导入改革方案“${title}”，${steps.length} 步` })
    const after = await loadFacts(tx)
    const plan = planOf(after, id)
    const draft = assessDraft(after, steps, frameOf(plan), toolsOf(context), true)
    return { title, steps: steps.length, conflicts: [...conflictsOf(draft, steps, plan)] }
  })
  return { id, seq: entry.seq, ...result }
}
