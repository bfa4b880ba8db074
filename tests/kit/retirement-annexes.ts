/*
 * The three tables the 2024 measure carries (《国务院关于渐进式延迟法定退休年龄的办法》附件1 男职工、附件2 原法定退休年龄五十五周岁女职工、
 * 附件3 原法定退休年龄五十周岁女职工 延迟法定退休年龄对照表), written out row by row as they are printed: band after band, each of 4 (附件3: 2)
 * birth months, one month of age more from band to band. Only stepping to the next month, no division and no formula; the published anchors
 * (first and last row, row counts, December results) are asserted where the tables are used.
 */

export interface AnnexRow {
  readonly category: 'male60' | 'female55' | 'female50'
  readonly birth: string
  readonly years: number
  readonly months: number
  readonly retire: string
  readonly delay: number
}

interface Stepping {
  year: number
  month: number
}

function step(at: Stepping): void {
  at.month += 1
  if (at.month === 13) {
    at.month = 1
    at.year += 1
  }
}

const written = (at: Stepping) => `${at.year}-${String(at.month).padStart(2, '0')}`

function annex(
  category: AnnexRow['category'],
  bornFrom: number,
  age: number,
  bands: number,
  birthsInBand: number,
): readonly AnnexRow[] {
  const rows: AnnexRow[] = []
  const birth = { year: bornFrom, month: 1 }
  // Who is born in the first month would have retired in January 2025.
  const retire = { year: 2025, month: 1 }
  const old = { years: age, months: 0 }
  for (let band = 1; band <= bands; band += 1) {
    step(retire)
    old.months += 1
    if (old.months === 12) {
      old.months = 0
      old.years += 1
    }
    for (let row = 0; row < birthsInBand; row += 1) {
      rows.push({
        category,
        birth: written(birth),
        years: old.years,
        months: old.months,
        retire: written(retire),
        delay: band,
      })
      step(birth)
      step(retire)
    }
  }
  return rows
}

export const ANNEXES = {
  male60: annex('male60', 1965, 60, 36, 4),
  female55: annex('female55', 1970, 55, 36, 4),
  female50: annex('female50', 1975, 50, 60, 2),
} as const

export const ANNEX_ROWS: readonly AnnexRow[] = [...ANNEXES.male60, ...ANNEXES.female55, ...ANNEXES.female50]
