import type { NoticeContent } from './notice-content.ts'
import type { NoticeLayout } from './notice-layout.ts'
import { indistinctNames } from './same-names.ts'

/** What the clerk should know before the sheet hangs, in her words. Nothing here stops it. */
export function noticeWarnings(content: NoticeContent, layout: NoticeLayout): string[] {
  const units = content.sections.flatMap((section) => section.units)
  const people = units.flatMap((unit) => unit.people)
  const alike = indistinctNames(people).map(
    (who) => `${who}有同名的人，岗位也一样，榜上分不出。请在“人员”里补编制卡号。`,
  )
  const withoutDuties = layout === 'units' ? units.filter((unit) => unit.duties === '') : []
  const duties =
    withoutDuties.length === 0
      ? []
      : [
          `${withoutDuties.length} 个机构还没有登记主要职责，这一栏空着：${withoutDuties.map((unit) => unit.name).join('、')}。`,
        ]
  const withoutCard = layout === 'nine' ? people.filter((person) => person.cardNumber === '').length : 0
  return [...alike, ...duties, ...(withoutCard === 0 ? [] : [`${withoutCard} 人没有登记编制卡（证）号，这一栏空着。`])]
}
