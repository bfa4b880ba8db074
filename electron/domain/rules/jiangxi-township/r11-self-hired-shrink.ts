import { PACK_IDS } from '../packs/pack-ids.ts'
import type { BookSnapshot } from '../../model/book-snapshot.ts'
import { firstDayOf, type PlainDate } from '../../model/plain-date.ts'
import type { Flag, Rule } from '../rule.ts'
import { jiangxiPlan } from '../sources.ts'

/** 自聘人员 only get fewer, from the plan's first day on. */
export const selfHiredShrinkRule: Rule<'offQuotaHistory'> = {
  id: 'R000-11',
  title: '自聘人员逐步消化，不得增加',
  severity: 'error',
  effect: 'none',
  sources: [jiangxiPlan({ article: '二（二）3', clause: '自聘人员逐步予以消化' })],
  pack: PACK_IDS.jiangxiTownship,
  stage: 'facts',
  reads: ['offQuotaHistory'],
  parameters: [],
  check: ({ snapshot }) => {
    const start = snapshot.book.packFrom
    return start === null ? [] : increases(presences(snapshot.offQuotaHistory), start)
  },
}

interface Presence {
  /** Null: here before the book began, since nobody knows when. */
  readonly from: PlainDate | null
  readonly to: PlainDate | null
}

/**
 * When each was here. People of the first stock-taking whose start is not on record count as having always been here: that the book
 * begins to know them is no increase.
 */
function presences(history: BookSnapshot['offQuotaHistory']): readonly Presence[] {
  const own = history.filter((holding) => holding.offQuotaKind === 'selfHired')
  const undated = own.filter((holding) => holding.enteredOn === null).map((holding) => holding.validFrom)
  const stocktaking = undated.reduce<PlainDate | null>(
    (first, day) => (first === null || day < first ? day : first),
    null,
  )
  return own.map((holding) => {
    const known = holding.enteredOn === null ? holding.validFrom : firstDayOf(holding.enteredOn)
    return { from: holding.enteredOn === null && holding.validFrom === stocktaking ? null : known, to: holding.validTo }
  })
}

function increases(here: readonly Presence[], start: PlainDate): readonly Flag[] {
  const countOn = (day: PlainDate) =>
    here.filter((own) => (own.from === null || own.from <= day) && (own.to === null || day < own.to)).length
  const changes = here.flatMap((own) => [own.from, own.to]).filter((day) => day !== null)
  const days = [...new Set(changes)].filter((day) => day > start).sort()
  const flags: Flag[] = []
  let before = countOn(start)
  for (const day of days) {
    const now = countOn(day)
    if (now > before) {
      flags.push({
        text: `${day} 自聘人员由 ${before} 人增至 ${now} 人；方案规定自聘人员逐步消化。`,
        remedy: '核对自聘起始时间；确属新聘的，予以清退或转为经批准的用工方式。',
        facts: { 原有: before, 现有: now, 日期: day },
      })
    }
    before = now
  }
  return flags
}
