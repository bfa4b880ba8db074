import { Refusal } from '../../vocabulary/refusals.ts'
import type { LocalPackDraft } from '../../contract/pack-shapes.ts'
import { LOCAL_PACK_PREFIX, type LocalPack, type LocalRule } from '../../domain/model/local-pack.ts'
import type { PlainDate } from '../../domain/model/plain-date.ts'
import { packById, RULE_PACKS } from '../../domain/rules/packs/index.ts'
import { parameterShape, shapeOf, type RulePack } from '../../domain/rules/packs/rule-pack.ts'
import { shippedPack } from '../../domain/rules/packs/pack-in-force.ts'
import { weightOf } from '../../domain/rules/weight-in-force.ts'
import { ruleById } from '../../domain/rules/registry.ts'

const SHAPE_NAMES = { number: '数', text: '一段文字', list: '一串名称', numbers: '名称和数' } as const

/** Who writes it and when: kept with every rule that is switched off. */
export interface DraftTools {
  readonly newId: () => string
  readonly actor: string
  readonly today: PlainDate
  /** Sources the book goes by: a weight that is the rule's anyway is none of the locality's own. */
  readonly adopted: ReadonlySet<string>
}

/**
 * A local pack from what was written, checked against its base: parameters the base has, values of their kind, rules that it runs.
 * A rule that was off before keeps who and when. @throws `unknown_pack`, `pack_not_found`, `invalid_input`
 */
export function packFromDraft(draft: LocalPackDraft, locals: readonly LocalPack[], tools: DraftTools): LocalPack {
  const base = baseOf(draft)
  const known = draft.id === undefined ? undefined : locals.find((pack) => pack.id === draft.id)
  if (draft.id !== undefined && known === undefined) throw new Refusal('pack_not_found')
  if (
    locals.some((pack) => pack.title === draft.title && pack.id !== draft.id) ||
    RULE_PACKS.some((pack) => pack.title === draft.title)
  )
    throw new Refusal('invalid_input', { field: '名称', problem: `已有名为“${draft.title}”的规则包` })
  const problem = parameterProblem(draft.parameters, base) ?? ruleProblem(Object.keys(draft.rules), base)
  if (problem !== null) throw new Refusal('invalid_input', problem)
  const { basePackId, title, locality, note, date, packFrom, parameters } = draft
  return {
    id: draft.id ?? `${LOCAL_PACK_PREFIX}${tools.newId()}`,
    basePackId,
    title,
    locality,
    note,
    date,
    packFrom,
    parameters,
    rules: rulesFromDraft(draft.rules, known, base, tools),
  }
}

function baseOf({ basePackId }: LocalPackDraft): RulePack {
  const base = packById(basePackId)
  if (base === undefined)
    throw new Refusal('unknown_pack', { pack: basePackId, available: RULE_PACKS.map(({ id }) => id).join('、') })
  return base
}

type Problem = Readonly<Record<'field' | 'problem', string>>

/** A parameter the base does not have, or a value of another kind; null: none. */
export function parameterProblem(parameters: LocalPack['parameters'], base: RulePack): Problem | null {
  for (const [name, { value }] of Object.entries(parameters)) {
    const parameter = base.parameters[name]
    if (parameter === undefined) return { field: name, problem: `不是“${base.title}”的参数` }
    const shape = parameterShape(parameter)
    if (shapeOf(value) !== shape) return { field: parameter.title, problem: `应是${SHAPE_NAMES[shape]}` }
  }
  return null
}

/** A rule the base does not run; null: none. */
export function ruleProblem(ids: readonly string[], base: RulePack): Problem | null {
  const stranger = ids.find((id) => {
    const rule = ruleById(id)
    return rule === undefined || (rule.pack !== null && rule.pack !== base.id)
  })
  return stranger === undefined ? null : { field: '规则', problem: `${stranger} 不是“${base.title}”的规则` }
}

function rulesFromDraft(
  rules: LocalPackDraft['rules'],
  known: LocalPack | undefined,
  base: RulePack,
  { actor, today, adopted }: DraftTools,
): LocalPack['rules'] {
  const told = Object.entries(rules).flatMap(([id, { severity, off }]): readonly (readonly [string, LocalRule])[] => {
    const before = known?.rules[id]?.off ?? null
    const rule = ruleById(id)
    const shipped = rule === undefined ? undefined : weightOf(rule, { inForce: shippedPack(base.id), adopted }).severity
    const own = severity === shipped ? null : severity
    const switched = off === null ? null : before?.reason === off ? before : { reason: off, by: actor, on: today }
    return own === null && switched === null ? [] : [[id, { severity: own, off: switched }]]
  })
  return Object.fromEntries(told)
}
