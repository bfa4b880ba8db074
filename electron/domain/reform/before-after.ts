import type { ChangeVerdict } from '../../vocabulary/reform.ts'
import { checkStatement } from '../report-arithmetic/check-statement.ts'
import { rateText, readRate, type WholeRange } from '../report-arithmetic/printed-rate.ts'

/*
 * 改革前后 of many townships, or of a whole city: figures as a report states them, each cut and each rate worked out anew and judged.
 */

/** One figure of a report; null where it does not say. `rate` as printed. */
export interface StatedChange {
  /** Whose it is: a township, or the whole. '' where there is one alone. */
  readonly place: string
  /** What is counted: 乡镇个数, 领导职数, 行政编制. */
  readonly item: string
  readonly from: number | null
  readonly to: number | null
  readonly cut: number | null
  readonly rate: string | null
}

export interface JudgedChange extends StatedChange {
  /** `equal`: exactly; `rounding`: once rounded as printed; `wrong`: does not add up; `implied`: only what it implies can be said. */
  readonly verdict: ChangeVerdict
  /** The arithmetic, in Chinese. */
  readonly text: string
  /** Worked out: what the two ends give. Null where an end is missing. */
  readonly realCut: number | null
  /** With one decimal more than printed, so that the rounding can be seen; null where it cannot be worked out. */
  readonly realRate: string | null
  /** Of what the report does not state. */
  readonly impliedFrom: WholeRange | null
  readonly impliedCut: WholeRange | null
}

/** Sums over the places of one item, beside what the report states for the whole. */
export interface ItemTotal {
  readonly item: string
  readonly places: number
  readonly from: number
  readonly to: number
  readonly cut: number
  readonly rate: string | null
  /** Where the report's own line for the whole says something else, what; null: it agrees, or there is none. */
  readonly fault: string | null
}

export interface BeforeAfter {
  readonly rows: readonly JudgedChange[]
  readonly totals: readonly ItemTotal[]
}

/** How the whole is called in a table of places. */
const WHOLE = new Set(['合计', '总计', '全市', '全县', '全区', '全乡', '小计'])

/** Judges every figure, and adds up the places of each item. */
export function judgeChanges(stated: readonly StatedChange[]): BeforeAfter {
  return { rows: stated.map(judgeChange), totals: totalsOf(stated) }
}

function judgeChange(stated: StatedChange): JudgedChange {
  const { from, to, cut, rate } = stated
  const checked = checkStatement({ kind: 'cut', label: stated.item, from, to, cut, rate })
  const realCut = from === null || to === null ? null : from - to
  const start = from ?? (to === null || cut === null ? null : to + cut)
  const fall = realCut ?? cut
  const printed = rate === null ? null : readRate(rate)
  const realRate =
    start === null || fall === null || start <= 0 || fall < 0
      ? null
      : rateText(fall, start, (printed?.decimals ?? 1) + 2)
  return {
    ...stated,
    verdict:
      checked.verdict === 'disagrees'
        ? 'wrong'
        : checked.verdict === 'notCheckable'
          ? 'implied'
          : isExact(fall, start, printed)
            ? 'equal'
            : 'rounding',
    text: checked.text,
    realCut,
    realRate,
    impliedFrom: checked.implied?.from ?? null,
    impliedCut: checked.implied?.cut ?? null,
  }
}

/** The printed rate is the rate itself, not one rounded; without a rate the whole numbers agree. */
function isExact(cut: number | null, from: number | null, rate: ReturnType<typeof readRate>): boolean {
  if (rate === null || cut === null || from === null) return true
  return BigInt(cut) * 100n * 10n ** BigInt(rate.decimals) === rate.units * BigInt(from)
}

function totalsOf(stated: readonly StatedChange[]): readonly ItemTotal[] {
  return [...Map.groupBy(stated, ({ item }) => item)].flatMap(([item, rows]): ItemTotal[] => {
    const places = rows.filter(({ place, from, to }) => !WHOLE.has(place) && from !== null && to !== null)
    if (places.length < 2) return []
    const sum = (pick: (row: StatedChange) => number | null) =>
      places.reduce((total, row) => total + (pick(row) ?? 0), 0)
    const [from, to] = [sum((row) => row.from), sum((row) => row.to)]
    const whole = rows.find(({ place }) => WHOLE.has(place))
    const faults =
      whole === undefined
        ? []
        : [
            ...(whole.from === null || whole.from === from ? [] : [`改革前合计应为 ${from}，写作 ${whole.from}`]),
            ...(whole.to === null || whole.to === to ? [] : [`改革后合计应为 ${to}，写作 ${whole.to}`]),
          ]
    return [
      {
        item,
        places: places.length,
        from,
        to,
        cut: from - to,
        rate: from > 0 && from >= to ? rateText(from - to, from, 1) : null,
        fault: faults.length === 0 ? null : `${faults.join('；')}。`,
      },
    ]
  })
}
