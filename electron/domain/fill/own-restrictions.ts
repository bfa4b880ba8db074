import { ABSENCE_KIND_NAMES } from '../../vocabulary/standing.ts'
import { readLabel } from './condition-words.ts'
import { PLAIN, type NamedUnit } from './label-context.ts'
import type { Condition } from './counted-person.ts'
import type { FormScope } from './form-scope.ts'
import type { FormPart } from './read-form.ts'

/*
 * A counting table's title says whom it is about, unless the table itself holds others too: 妇女干部统计表 with 干部总数 beside 女干部 counts
 * everybody.
 */

/** The scope without what the part's own rows and columns show to be no restriction. */
export function withOwnLabels(scope: FormScope, part: FormPart, units: readonly NamedUnit[]): FormScope {
  if (part.kind !== 'counts' && part.kind !== 'units') return scope
  const sides = [part.columns.map(({ header }) => header.split('/')), part.printed.map(({ labels }) => labels)].map(
    (paths) => labelsOf(paths, units),
  )
  return { ...scope, conditions: scope.conditions.filter((own) => !sides.some((side) => widens(own, side))) }
}

interface Side {
  readonly total: boolean
  readonly conditions: readonly Condition[]
}

function labelsOf(paths: readonly (readonly string[])[], units: readonly NamedUnit[]): Side {
  const context = { ...PLAIN, units }
  const read = paths.flatMap((path) => path.map((text) => readLabel(text, context)))
  return {
    total: read.some(({ kind }) => kind === 'total'),
    conditions: read.flatMap((label) => (label.kind === 'condition' ? [label.condition] : [])),
  }
}

/** Whether a side of the table asks for people the title leaves out, or for those it names beside a total of more. */
function widens(own: Condition, { total, conditions }: Side): boolean {
  const same = conditions.filter(({ aspect }) => aspect === own.aspect)
  if (OPPOSITES.get(own.says)?.some((word) => same.some(({ says }) => says === word)) === true) return true
  return total && same.some((one) => one.says === own.says || sameBand(one, own))
}

const OPPOSITES: ReadonlyMap<string, readonly string[]> = new Map([
  ['女', ['男']],
  ['男', ['女']],
  ['少数民族', ['汉族']],
  ['不在岗', ['在岗']],
  [ABSENCE_KIND_NAMES.offPost, ['在岗']],
  ['在岗', ['不在岗', '借出', '长期病休', '脱产学习', ...Object.values(ABSENCE_KIND_NAMES)]],
  ['中共党员', ['非中共党员', '群众', '共青团员', '民主党派']],
])

function sameBand(one: Condition, other: Condition): boolean {
  return (
    one.band !== undefined &&
    other.band !== undefined &&
    one.band.from === other.band.from &&
    one.band.to === other.band.to
  )
}
