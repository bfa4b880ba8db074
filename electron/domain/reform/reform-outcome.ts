import { QUOTA_CATEGORY_NAMES } from '../model/quota-category.ts'
import type { BookShape, ShapeUnit } from './book-shape.ts'
import type { UnitSuccession } from './pair-units.ts'

/** What a draft came to when it was taken into force, kept with it: the book of its day without it and with it. */
export interface ReformOutcome {
  readonly before: BookShape
  readonly draft: BookShape
  readonly successions: readonly UnitSuccession[]
}

/** The sentence of the journal: “机构 13 → 11，编制 51 → 49，领导职数 8 → 8，实有 44 → 44”. */
export function outcomeWords({ before, draft }: ReformOutcome): string {
  const [from, to] = [before.counts, draft.counts]
  return [
    `机构 ${from.units} → ${to.units}`,
    `编制 ${from.quota} → ${to.quota}`,
    `领导职数 ${from.leaderQuota} → ${to.leaderQuota}`,
    `实有 ${from.people} → ${to.people}`,
  ].join('，')
}

/** Where the book is something else than the draft said it would be, unit by unit, one sentence each. */
export function driftOf(draft: BookShape, now: BookShape): readonly string[] {
  const there = new Map(now.units.map((unit) => [unit.id, unit]))
  const meant = new Set(draft.units.map(({ id }) => id))
  return [
    ...draft.units.flatMap((unit) => {
      const real = there.get(unit.id)
      return real === undefined ? [`${unit.name}：方案里有，现在没有`] : unitDrift(unit, real)
    }),
    ...now.units.filter(({ id }) => !meant.has(id)).map(({ name }) => `${name}：方案里没有，现在有`),
  ]
}

function unitDrift(meant: ShapeUnit, real: ShapeUnit): readonly string[] {
  const title = real.name
  const quotaOf = (unit: ShapeUnit, category: string) =>
    unit.lines.find((line) => line.category === category)?.quota ?? 0
  const categories = [...new Set([...meant.lines, ...real.lines].map(({ category }) => category))]
  const plates = (unit: ShapeUnit) => unit.plates.toSorted().join('、') || '无'
  return [
    ...(meant.name === real.name ? [] : [`${title}：方案里名称是${meant.name}`]),
    ...categories.flatMap((category) => {
      const [plan, fact] = [quotaOf(meant, category), quotaOf(real, category)]
      return plan === fact ? [] : [`${title}：${QUOTA_CATEGORY_NAMES[category]}方案核定 ${plan} 名，现为 ${fact} 名`]
    }),
    ...((meant.leaders?.quota ?? 0) === (real.leaders?.quota ?? 0)
      ? []
      : [`${title}：领导职数方案 ${meant.leaders?.quota ?? 0} 名，现为 ${real.leaders?.quota ?? 0} 名`]),
    ...(plates(meant) === plates(real) ? [] : [`${title}：牌子方案为${plates(meant)}，现为${plates(real)}`]),
  ]
}
