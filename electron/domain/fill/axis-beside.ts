import type { Condition } from './counted-person.ts'
import { isUnder, type Draft } from './axis-draft.ts'
import { plainLabel } from './condition-words.ts'
import { holdsCategory, ORGAN_CATEGORIES } from './form-categories.ts'

/* What a label of a counting table means by what stands beside it: 参公, 预备党员, 工勤 and 编外 with a place of their own. */

/** 机关 beside 事业编制 is of 编制 too: whoever holds 事业编制 in an office is counted once, and not twice. */
export function withOneOrgan(drafts: readonly Draft[], workersApart: boolean): readonly Draft[] {
  const own = (test: (one: Condition) => boolean) => drafts.some(({ conditions }) => conditions.some(test))
  const institutions = own(
    ({ aspect, says }) => aspect === 'category' && /^(?:其[他它])?(?:事业|参公|参照)/u.test(says),
  )
  if (!institutions || own(({ aspect, says }) => aspect === 'nature' && says.startsWith('事业'))) return drafts
  const wanted = workersApart ? ORGAN_CATEGORIES : [...ORGAN_CATEGORIES, 'worker' as const]
  return drafts.map((draft) => ({
    ...draft,
    conditions: draft.conditions.map((one) =>
      one.aspect === 'nature'
        ? { aspect: 'category', says: one.says, holds: (person) => holdsCategory(wanted, person.category) }
        : one,
    ),
  }))
}

/** 工勤 beside 机关, not among its parts. */
export function namesWorkersApart(paths: readonly (readonly string[])[], rows: boolean): boolean {
  const within = (at: number) => /^\s*(?:其\s*中|#)/u.test(paths[at]?.at(-1) ?? '')
  return paths.some(
    (path, at) =>
      /^(?:机关)?工勤(?!技能)/u.test(plainLabel(path.at(-1) ?? '')) &&
      !within(at) &&
      !(rows && (within(at - 1) || isUnder(paths, at, /机关/u))) &&
      !path.slice(0, -1).some((text) => text.includes('机关')),
  )
}

export const OFF_QUOTA = /编外|编制外|非在编|不在编|临聘|劳务派遣|公益性?岗|购买服务/u

/** Headings over people on the quota and others too: 现有人员 over 在编 and 编外. */
export function groupsOfSeveral(paths: readonly (readonly string[])[], drafts: readonly Draft[]): ReadonlySet<string> {
  return new Set(
    drafts.flatMap(({ conditions }, at) =>
      conditions.some(({ lists }) => lists !== undefined)
        ? (paths[at] ?? []).map((_, end) => pathTo(paths[at] ?? [], end))
        : [],
    ),
  )
}

const pathTo = (path: readonly string[], end: number) => path.slice(0, end + 1).join('/')

/** Whether a place stands under 在编人员, or is of them itself. */
export function isInPost(path: readonly string[], { inPostAt }: Draft, mixed: ReadonlySet<string>): boolean {
  return inPostAt.some((at) => !mixed.has(pathTo(path, at)))
}

/** 参公 beside 事业, not within it: 其中：参公, and 参公 under 事业编制, are part of what they stand under. */
export function namesCivilServiceApart(path: readonly string[]): boolean {
  const at = path.findIndex((text) => {
    const label = plainLabel(text)
    return /^参(?:公|照)/u.test(label) || label.endsWith('(参公)') || /^(?!.*事业)(?:.*机关|公务员).*含参/u.test(label)
  })
  return (
    at >= 0 &&
    !path.slice(0, at).some((text) => text.includes('事业') || /其\s*中/u.test(text)) &&
    !/^\s*(?:其\s*中|#)/u.test(path[at] ?? '')
  )
}

/** 预备党员 beside 中共党员 is no part of it; behind 其中, or where 党员总数 is asked for too, it is. */
export function namesProbationApart(paths: readonly (readonly string[])[]): boolean {
  const texts = paths.flat().map((text) => text.normalize('NFKC').replaceAll(/\s/gu, ''))
  if (texts.some((text) => /^(?:\d+[.、])?(?:中共)?党员(?:总数|总人数|合计|小计|总计)/u.test(text))) return false
  return texts.some((text) => /预备党员/u.test(text) && !/含预备|^其中|^#/u.test(text))
}
