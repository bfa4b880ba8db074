import type { MonthOrDate } from '../model/plain-date.ts'
import type { IdReading } from './resident-id.ts'

/** What the number was set against. */
export interface IdentityComparison {
  /** Chinese, one sentence a contradiction. Never contains the number. */
  readonly mismatches: readonly string[]
  /** Chinese: what could not be compared. */
  readonly uncompared: readonly string[]
}

/**
 * Sets birth and sex as read from a number against what is on record. A birth of month precision is compared by month. Which of the
 * two is right the number cannot say: 劳社部发〔1999〕8号 gives the file's first record precedence.
 */
export function compareIdentity(
  reading: Pick<IdReading, 'verdict' | 'birth' | 'sex'>,
  recorded: { readonly birth: MonthOrDate | null; readonly sex: '男' | '女' | null },
): IdentityComparison {
  if (reading.verdict === 'invalid') return { mismatches: [], uncompared: [] }
  const mismatches: string[] = []
  const uncompared: string[] = []
  if (recorded.birth !== null) {
    if (reading.birth === null) uncompared.push('号码里没有出生日期，没有比对出生日期')
    else if (!reading.birth.startsWith(recorded.birth))
      mismatches.push(
        `号码里的出生日期是 ${reading.birth}，登记的是 ${recorded.birth}。请核对原件；与档案不一致时以档案最先记载的为准（劳社部发〔1999〕8号）`,
      )
  }
  if (recorded.sex !== null) {
    if (reading.sex === null) uncompared.push('号码里没有性别，没有比对性别')
    else if (reading.sex !== recorded.sex)
      mismatches.push(`号码里的性别是 ${reading.sex}，登记的是 ${recorded.sex}。请核对原件`)
  }
  return { mismatches, uncompared }
}
