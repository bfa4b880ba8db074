import { readCountText } from './count-text.ts'

/* What a heading says in numbers: 行政编制4名、事业编制2名，实有5名. */

/** One approved number of a heading. `word` null: it does not say of which 编制. */
export interface HeadingQuota {
  readonly word: string | null
  readonly amount: number
}

export interface HeadingCounts {
  /** Each 编制 once; empty where it gives no approved number. */
  readonly quotas: readonly HeadingQuota[]
  /** False where its own numbers do not go together: 编制8名（行政5名，事业2名）. */
  readonly agree: boolean
  readonly actual: number | null
  /** The one word for a 编制 it has; null: none, or several. */
  readonly category: string | null
}

export const NO_COUNTS: HeadingCounts = { quotas: [], agree: true, actual: null, category: null }

const WORDS = '(?:政法专项|纪检监察|机关工勤|机关行政|参公事业|全额事业|差额事业|自收自支事业|行政|事业|参公|工勤)'
/** 编制4名, 核定编制数：4, 行政编制4名; not 空余编制, 使用编制, 编制外. */
const APPROVED = new RegExp(
  `(?<!空余?|余|缺|超|占用?|使用|已用|剩余|闲置|实有|减少|增加)(?:核定|批准|核准|定)?(?<word>${WORDS})?(?:编制|定编|核编)(?:总?数|人数|名额)?(?:为|共|是|[:：])*(?<amount>\\d{1,4})`,
  'gu',
)
/** 编制：行政5、事业3. */
const LISTED = new RegExp(
  `(?:编制|定编|核编)(?:总?数)?[:：](?<list>${WORDS}(?:编制)?\\d{1,4}[名人]?(?:[、，,]${WORDS}(?:编制)?\\d{1,4}[名人]?)*)`,
  'u',
)
/** 行编3，事编2. */
const SHORT = /(?<![\p{sc=Han}])(?<word>行|事|参|工)编(?:数)?[:：]?(?<amount>\d{1,3})/gu
const SHORT_WORDS: Readonly<Record<string, string>> = { 行: '行政', 事: '事业', 参: '参公', 工: '工勤' }
const BARE = /核定(?:人数|总?数|人员)?[:：]?(?<amount>\d{1,4})[名人个]/u
const ACTUAL = /(?:实有|现有|在编|在岗|实际|实配|列入实名制名单)(?:人数|人员)?[:：]?(\d{1,4})/u

/** Reads the numbers of a heading's text, whether in brackets or behind its name. */
export function readHeadingCounts(written: string): HeadingCounts {
  const text = withDigits(written)
  const { quotas, agree } = readApproved(text)
  const actual = ACTUAL.exec(text)?.[1] ?? (quotas.length === 0 ? /(\d{1,4})[人名]/u.exec(text)?.[1] : undefined)
  const words = new Set([...text.matchAll(/(?:行政|事业|参公|工勤)编制/gu)].map(([word]) => word))
  return {
    quotas,
    agree,
    actual: actual === undefined ? null : Number(actual),
    // 行政编制23名，事业编制28名: neither is that of everybody below.
    category: words.size === 1 ? ([...words][0] ?? null) : null,
  }
}

/** Several brackets, or a bracket and what stands behind it, are one heading's numbers. */
export function joinCounts(one: HeadingCounts, more: HeadingCounts): HeadingCounts {
  const joined = settle([...one.quotas, ...more.quotas])
  return {
    quotas: joined.quotas,
    agree: one.agree && more.agree && joined.agree,
    actual: one.actual ?? more.actual,
    category: one.category ?? more.category,
  }
}

function readApproved(text: string): Pick<HeadingCounts, 'quotas' | 'agree'> {
  const listed = LISTED.exec(text)?.groups?.['list']
  const short = [...text.matchAll(SHORT)].map(({ groups }) =>
    quotaOf(SHORT_WORDS[groups?.['word'] ?? ''], groups?.['amount']),
  )
  if (short.length > 0) return settle(short)
  const found =
    listed === undefined
      ? [...text.matchAll(APPROVED)].map(({ groups }) => quotaOf(groups?.['word'], groups?.['amount']))
      : [...listed.matchAll(new RegExp(`(?<word>${WORDS})(?:编制)?(?<amount>\\d{1,4})`, 'gu'))].map(({ groups }) =>
          quotaOf(groups?.['word'], groups?.['amount']),
        )
  const bare = found.length === 0 ? BARE.exec(text)?.groups?.['amount'] : undefined
  return settle(bare === undefined ? found : [quotaOf(undefined, bare)])
}

function quotaOf(word: string | undefined, amount: string | undefined): HeadingQuota {
  return { word: word === undefined ? null : `${word}编制`, amount: Number(amount ?? 0) }
}

/** A total beside its parts is no number of its own. */
function settle(found: readonly HeadingQuota[]): Pick<HeadingCounts, 'quotas' | 'agree'> {
  const parts = found.filter(({ word }) => word !== null)
  const totals = found.filter(({ word }) => word === null)
  const sum = parts.reduce((all, { amount }) => all + amount, 0)
  const [total] = totals
  const apart = new Set(parts.map(({ word }) => word)).size === parts.length && totals.length <= 1
  if (parts.length === 0) return { quotas: totals, agree: apart }
  return { quotas: parts, agree: apart && (total === undefined || total.amount === sum) }
}

/** 编制四名，实有十二人 → 编制4名，实有12人. */
function withDigits(text: string): string {
  return text.replaceAll(
    /(?<=编制|定编|核编|数|实有|现有|在编|在岗|核定|[:：]|行政|事业|参公|工勤)[一二三四五六七八九十]{1,3}(?=[名人个])/gu,
    (numeral) => String(readCountText(numeral) ?? numeral),
  )
}
