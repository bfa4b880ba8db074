import { impliedBefore, rateText, readRate, type PrintedRate, type WholeRange } from './printed-rate.ts'

/*
 * A report's own arithmetic: parts against their total, a cut against its two ends and its printed rate. What cannot be checked is
 * said to be so, with what the figures imply.
 */

/** 分项与合计. `open`: the report names only some of the parts (其中…). `total` null: none is stated. */
export interface SumStatement {
  readonly kind: 'sum'
  readonly label: string
  readonly parts: readonly number[]
  readonly total: number | null
  readonly open: boolean
}

/** 由 `from` 减为 `to`，减少 `cut`，减幅 `rate`%; null where the report does not say. */
export interface CutStatement {
  readonly kind: 'cut'
  readonly label: string
  readonly from: number | null
  readonly to: number | null
  readonly cut: number | null
  /** As printed. */
  readonly rate: string | null
}

export type Statement = SumStatement | CutStatement

export interface StatementResult {
  readonly label: string
  readonly verdict: 'agrees' | 'disagrees' | 'notCheckable'
  /** Chinese, the arithmetic itself. */
  readonly text: string
  /** What the figures imply where they cannot be checked. */
  readonly implied: {
    readonly from: WholeRange | null
    readonly cut: WholeRange | null
    readonly total: number | null
  } | null
}

const NO_RANGE = { from: null, cut: null, total: null } as const

/** Judges one statement. Numbers are whole and not negative. */
export function checkStatement(statement: Statement): StatementResult {
  return statement.kind === 'sum' ? checkSum(statement) : checkCut(statement)
}

function checkSum({ label, parts, total, open }: SumStatement): StatementResult {
  const sum = parts.reduce((running, part) => running + part, 0)
  const sentence = `${parts.join('+')}=${sum}`
  if (total === null)
    return {
      label,
      verdict: 'notCheckable',
      text: `${sentence}，文件没有写合计。`,
      implied: { ...NO_RANGE, total: sum },
    }
  if (open) {
    if (sum > total)
      return { label, verdict: 'disagrees', text: `写明的分项 ${sentence}，多于总数 ${total}。`, implied: null }
    return {
      label,
      verdict: 'agrees',
      text: sum === total ? `${sentence}，与总数相符。` : `写明 ${sum}，总数 ${total}，还有 ${total - sum} 没有写明。`,
      implied: null,
    }
  }
  return sum === total
    ? { label, verdict: 'agrees', text: `${sentence}，与合计相符。`, implied: null }
    : {
        label,
        verdict: 'disagrees',
        text: `${sentence}，合计写作 ${total}，相差 ${Math.abs(sum - total)}。`,
        implied: null,
      }
}

function checkCut(statement: CutStatement): StatementResult {
  const { label } = statement
  const rate = statement.rate === null ? null : readRate(statement.rate)
  if (statement.rate !== null && rate === null)
    return { label, verdict: 'disagrees', text: `百分比“${statement.rate}”读不出来，应写成 26.1。`, implied: null }
  const from = statement.from ?? sumOf(statement.to, statement.cut)
  if (from === null) return withoutStart(statement, rate)
  const cut = statement.cut ?? (statement.to === null ? null : from - statement.to)
  if (cut === null) return withoutEnd(label, from, rate)
  const faults = [...endsFault(statement, from, cut), ...rateFault(from, cut, rate)]
  if (faults.length > 0) return { label, verdict: 'disagrees', text: `${faults.join('；')}。`, implied: null }
  const told = [
    ...(statement.from !== null && statement.to !== null ? [`${from}−${statement.to}=${cut}`] : []),
    ...(rate === null ? [] : [`${cut}/${from}=${rateText(cut, from, rate.decimals)}%`]),
  ]
  return told.length === 0
    ? { label, verdict: 'notCheckable', text: '数字不全，没有可以核对的关系。', implied: null }
    : { label, verdict: 'agrees', text: `${told.join('，')}，相符。`, implied: null }
}

function sumOf(to: number | null, cut: number | null): number | null {
  return to === null || cut === null ? null : to + cut
}

function endsFault({ from, to }: CutStatement, start: number, cut: number): readonly string[] {
  if (from === null || to === null) return cut > start ? [`减少 ${cut}，多于原数 ${start}`] : []
  if (to > from) return [`由 ${from} 到 ${to} 是增加，不是减少`]
  return from - to === cut ? [] : [`${from}−${to}=${from - to}，写作减少 ${cut}`]
}

function rateFault(from: number, cut: number, rate: PrintedRate | null): readonly string[] {
  if (rate === null || cut < 0) return []
  if (from === 0) return ['原数为 0，算不出百分比']
  const printed = rateText(cut, from, rate.decimals)
  return printed === rate.text ? [] : [`${cut}/${from}=${printed}%，写作 ${rate.text}%`]
}

function withoutStart({ label, to }: CutStatement, rate: PrintedRate | null): StatementResult {
  if (to === null || rate === null)
    return { label, verdict: 'notCheckable', text: '数字不全，没有可以核对的关系。', implied: null }
  const from = impliedBefore(to, rate)
  if (from === null)
    return { label, verdict: 'disagrees', text: `没有一个原数减 ${rate.text}% 后是 ${to}。`, implied: null }
  const cut = { least: from.least - to, most: from.most === null ? null : from.most - to }
  return {
    label,
    verdict: 'notCheckable',
    text: `没有写原数，无法核对；按 ${rate.text}% 推算，原数为 ${rangeText(from)}，减少 ${rangeText(cut)}。`,
    implied: { ...NO_RANGE, from, cut },
  }
}

/** What is left is not told: the cut follows from the rate, as a range. */
function withoutEnd(label: string, from: number, rate: PrintedRate | null): StatementResult {
  if (rate === null) return { label, verdict: 'notCheckable', text: '数字不全，没有可以核对的关系。', implied: null }
  const whole = 2n * 100n * 10n ** BigInt(rate.decimals)
  const start = BigInt(from)
  const least = rate.units === 0n ? 0n : (start * (2n * rate.units - 1n) + whole - 1n) / whole
  const most = (start * (2n * rate.units + 1n) + whole - 1n) / whole - 1n
  if (most < least)
    return { label, verdict: 'disagrees', text: `${from} 里没有一个整数是 ${rate.text}%。`, implied: null }
  const cut = { least: Number(least), most: Number(most) }
  return {
    label,
    verdict: 'notCheckable',
    text: `没有写现数，无法核对；按 ${rate.text}% 推算，减少 ${rangeText(cut)}。`,
    implied: { ...NO_RANGE, cut },
  }
}

function rangeText({ least, most }: WholeRange): string {
  if (most === null) return `${least} 以上`
  return least === most ? String(least) : `${least}–${most}`
}
