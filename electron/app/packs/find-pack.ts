import type { PackDetailView, PackSummaryView } from '../../contract/pack-shapes.ts'
import { ALWAYS_BLOCKS, defaultGate, GATES, type Gate } from '../../domain/ledger/planning/gates.ts'
import { localPackInForce, shippedPack, type PackInForce } from '../../domain/rules/packs/pack-in-force.ts'
import { parameterShape } from '../../domain/rules/packs/rule-pack.ts'
import { valueText } from '../../domain/rules/packs/value-text.ts'
import { RULES } from '../../domain/rules/registry.ts'
import type { Rule } from '../../domain/rules/rule.ts'
import { combinedSource } from '../../domain/rules/citation.ts'
import { weightOf, type Ground } from '../../domain/rules/weight-in-force.ts'
import { readLocalPacks, readSettings } from '../../store/pack-store.ts'
import type { LocalPack } from '../../domain/model/local-pack.ts'
import type { QueryContext } from '../context.ts'
import { Refusal } from '../../vocabulary/refusals.ts'

const GATE_SETTING = 'gate.'

/** The setting that holds the book's own gate of a rule. */
export function gateSetting(rule: string): string {
  return GATE_SETTING + rule
}

/** The book's own gates, by rule. */
export async function readGates(db: QueryContext['db']): Promise<ReadonlyMap<string, Gate>> {
  const rows = await readSettings(db, GATE_SETTING)
  return new Map(
    rows.flatMap(({ id, value }) =>
      GATES.filter((gate) => gate === value).map((gate) => [id.slice(GATE_SETTING.length), gate] as const),
    ),
  )
}

/** A pack by its id: shipped, or one of the book's. @throws `pack_not_found` */
export function findPack(id: string, locals: readonly LocalPack[]): PackInForce {
  const local = locals.find((pack) => pack.id === id)
  const found = local === undefined ? shippedPack(id) : localPackInForce(local)
  if (found === undefined) throw new Refusal('pack_not_found')
  return found
}

/** `findPack` over the book. */
export async function readPack(db: QueryContext['db'], id: string): Promise<PackInForce> {
  return findPack(id, await readLocalPacks(db))
}

/** Rules a pack is about: the national ones and its base's, switched off or not. */
export function rulesOf({ base }: PackInForce): readonly Rule[] {
  return RULES.filter((rule) => rule.pack === null || rule.pack === base.id)
}

/** A line of the list of packs. */
export function packSummaryView(inForce: PackInForce, chosen: string | null): PackSummaryView {
  const { pack, base, own, rules } = inForce
  const all = rulesOf(inForce)
  const off = all.filter((rule) => (rules[rule.id]?.off ?? null) !== null).length
  return {
    id: pack.id,
    title: pack.title,
    locality: pack.locality,
    date: pack.date,
    note: pack.note,
    local: pack.id !== base.id,
    basePackId: base.id,
    base: base.title,
    inForce: pack.id === chosen,
    rules: all.length - off,
    off,
    ownParameters: own.size,
    masked: Object.values(pack.parameters).filter((parameter) => parameter.value === null).length,
  }
}

const NONE_ADOPTED: ReadonlySet<string> = new Set()

/** A pack with its parameters and rules; `gates`: the book's own. */
export function packDetailView(
  inForce: PackInForce,
  chosen: string | null,
  gates: ReadonlyMap<string, Gate>,
  adopted: ReadonlySet<string> = NONE_ADOPTED,
): PackDetailView {
  const all = rulesOf(inForce)
  return {
    ...packSummaryView(inForce, chosen),
    packFrom: inForce.pack.packFrom,
    parameters: Object.entries(inForce.pack.parameters).map(([name, parameter]) =>
      parameterView(inForce, name, parameter, all),
    ),
    ruleList: all.map((rule) => ruleView({ inForce, adopted }, rule, gates)),
  }
}

function parameterView(
  inForce: PackInForce,
  name: string,
  parameter: PackInForce['pack']['parameters'][string],
  rules: readonly Rule[],
): PackDetailView['parameters'][number] {
  const base = inForce.base.parameters[name] ?? parameter
  const { value, title, unit, document, documentNumber, date, clause } = parameter
  return {
    name,
    title,
    unit,
    document,
    documentNumber,
    date,
    clause,
    shape: parameterShape(base),
    value: copied(value),
    text: valueText(parameter),
    own: inForce.own.has(name),
    baseText: valueText(base),
    rules: rules.filter((rule) => rule.parameters.includes(name)).map((rule) => rule.id),
  }
}

/** The contract's shapes are mutable lists and records. */
function copied(
  value: PackInForce['pack']['parameters'][string]['value'],
): PackDetailView['parameters'][number]['value'] {
  if (value === null || typeof value === 'number' || typeof value === 'string') return value
  return isList(value) ? [...value] : { ...value }
}

function isList(value: readonly string[] | Readonly<Record<string, number>>): value is readonly string[] {
  return Array.isArray(value)
}

function ruleView(
  ground: Ground & { readonly inForce: PackInForce },
  rule: Rule,
  gates: ReadonlyMap<string, Gate>,
): PackDetailView['ruleList'][number] {
  const { rules } = ground.inForce
  const { severity, grounds } = weightOf(rule, ground)
  const own = rule.id === ALWAYS_BLOCKS ? undefined : gates.get(rule.id)
  const gateDefault = defaultGate({ rule: rule.id, effect: rule.effect, severity })
  return {
    id: rule.id,
    title: rule.title,
    national: rule.pack === null,
    source: combinedSource(grounds),
    severity,
    baseSeverity: weightOf(rule, { ...ground, inForce: { ...ground.inForce, rules: {} } }).severity,
    off: rules[rule.id]?.off ?? null,
    gate: own ?? gateDefault,
    gateDefault,
    gateOwn: own !== undefined,
  }
}
