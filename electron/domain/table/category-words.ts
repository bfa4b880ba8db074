import { pattern } from '../../vocabulary/pattern.ts'
import { remembered } from '../../vocabulary/remembered.ts'
import type { OffQuotaKind } from '../model/person.ts'
import type { QuotaCategory } from '../model/quota-category.ts'
import { guestKind, offQuotaKind, quotaCategory } from './vocabularies.ts'

/* What a word for somebody's 编制 says, whichever of its many wordings a sheet uses. */

export type StandingWord =
  | { readonly kind: 'quota'; readonly category: QuotaCategory }
  | { readonly kind: 'offQuota'; readonly offQuota: OffQuotaKind }
  | { readonly kind: 'guest'; readonly guest: 'secondedIn' | 'attached' }
  | { readonly kind: 'left' }

/** 事业单位工勤人员 sit on 事业编制. */
const WORKER = /(?:机关|行政|公务员).*(?:工勤|工人|后勤服务)|^工勤/u

/** Parts of words, the more special first; a word that two lines of different meaning fit is not taken. */
const PARTS: readonly (readonly [RegExp, QuotaCategory])[] = [
  [/政法专项|政法编/u, 'politicalLegal'],
  [/纪检|纪委监察/u, 'discipline'],
  [/参公|参照.*公务员|公务员.*参照|参照管理|参管/u, 'institutionCivilService'],
  [WORKER, 'worker'],
  [/差额|差供/u, 'institutionPartial'],
  [/自收自支|经费自理|自筹/u, 'institutionSelf'],
  [/全额|财政(?:全额)?拨款|全供/u, 'institutionFull'],
  [/公务员|机关行政|行政/u, 'administrative'],
  [/事业/u, 'institution'],
]
const OFF_PARTS: readonly (readonly [RegExp, OffQuotaKind])[] = [
  [/劳务派遣|派遣/u, 'agency'],
  [/购买服务/u, 'purchasedService'],
  [/公益性?岗/u, 'publicWelfare'],
  [/临时|临聘/u, 'temporary'],
  [/自聘|乡聘|镇聘/u, 'selfHired'],
]
/** What a word may have around its meaning without changing it. */
const FILLING =
  /编制|人员|编内|在编|干部|职工|身份|单位|性质|管理|机关|国家|正式|类别|类|岗位?|聘用|录用|\(|\)|（|）|\[|\]|[、/／·\-—_:：.]/gu

/** 以下3名同志今年, 另, 下列人员于2026年3月: what points at the rows below a line and says nothing of them. */
const POINTING = pattern`
  ^(?:
    (?:以下|下列|下面|如下|另外|另有|另|原)(?:有|系|为|是)?
    |[\d一二两三四五六七八九十]{1,3}[名位个人]
    |(?:\d{4}年(?:度|底|初|\d{1,2}月(?:份|底)?)?|\d{1,2}月(?:份|底)?|本年度?|今年(?:以来)?|去年|上年|当年|近年来?|历年|年内)
    |(?:在编)?(?:人员|同志|干部|职工|老同志|人)
    |[于在从自均都皆因已经，,、:：]
  )+
`
const LEFT_WORDS = pattern`
  ^(?:(?:本年|今年|当年|近年|历年|已|已经|办理)?
    (?:离休|退休|离退休|离退|退职|调出|调离|调走|转出|辞职|辞退|离职|离岗|开除|解聘|出编|减员|减少|故|死亡|去世|病故|逝世)[和、及或／/]?
  )+
  (?:了|手续)?(?:本[乡镇]|我[乡镇])?(?:的)?(?:老?人员|老?干部|职工|老?同志|教师|情况|名单)*[:：。]?$
`

/** Reads a word of a 编制类型 or 人员身份 column, codes in front (1.行政) dropped. Null: it says nothing certain. */
export const readStandingWord: (text: string) => StandingWord | null = remembered((text): StandingWord | null => {
  const bare = text.replace(/^[\dA-Za-z]{1,2}[.．、\-—:：)）]\s*/u, '').replaceAll(/\s/gu, '')
  if (bare === '') return null
  const plain = bare
    .replace(/^(?:占用?|使用|用)(?=.{2})/u, '')
    .replace(/[（(](?:\d{4}[年.\-/][^（）()]{0,8}|(?:[共计]|合计|实有)?\d{1,4}[名人个])[）)]$/u, '')
    .replace(/^([行事])编$/u, (_, word: string) => (word === '行' ? '行政编制' : '事业编制'))
  const category = quotaCategory(plain)
  if (category !== null) return { kind: 'quota', category }
  const offQuota = offQuotaKind(bare)
  if (offQuota !== null) return { kind: 'offQuota', offQuota }
  const guest = guestKind(bare)
  if (guest !== null) return { kind: 'guest', guest }
  if (LEFT_WORDS.test(bare.replace(POINTING, ''))) return { kind: 'left' }
  if (Array.from(bare).length > 20 || /[非不无未原曾拟]|机关事业|行政事业|机关单位|行政单位/u.test(bare)) return null
  const off = OFF_PARTS.find(([part]) => part.test(bare))
  if (off !== undefined && !/在编/u.test(bare)) return { kind: 'offQuota', offQuota: off[1] }
  if (/编外|合同制|临时/u.test(bare)) return null
  return fromParts(plain)
})

/** 行政编制人员 within a longer title; not 事业编制外, 编制数, 行政事业编制人员. */
const OF_PEOPLE =
  /(?:政法专项|纪检监察|机关工勤|参公事业|参照管理事业|全额(?:拨款)?事业|差额(?:拨款)?事业|自收自支事业|行政|事业|参公|工勤)(?:单位)?编制?(?:在编在岗|在编|在岗|在职)?(?:工作)?(?:人员|干部|职工)/gu

/** The one 编制 whose people a title is of, whatever else it says: 2025年度行政编制人员年度考核结果汇总表. Null: none, or several. */
export function categoryInTitle(text: string): string | null {
  if (/机关事业|行政事业|行政[、和及与]事业|编外|非在编|编制外|所有|全体/u.test(text)) return null
  const words = [...text.matchAll(OF_PEOPLE)].map(([word]) => word)
  const [only, ...more] = new Set(words)
  if (only === undefined || more.length > 0 || !only.includes('编')) return null
  return readStandingWord(only)?.kind === 'quota' ? only : null
}

const WORD = '(?:政法专项|纪检监察|机关工勤|参公事业|全额事业|差额事业|行政|事业|参公|工勤)编制'
const KIND = '(?:[（(](?:参公|参照[^（）()]{0,6}|全额[^（）()]{0,4}|差额[^（）()]{0,4}|自收自支|经费自理)[）)])?'
const COUNTED = new RegExp(`(?<word>${WORD}${KIND})(?:数)?[:：]?(?<amount>\\d{1,4})名?`, 'gu')
const OTHER_COUNTS = /(?:领导职数|实有|现有|在编|空编|超编|列入实名制名单)(?:人数)?[:：]?\d{1,4}[名人]?|[，,、；;\s]/gu
const IN_POST = /^[，,、；;\s（(]*(?:实有|现有|在编|列入实名制名单)(?:人数)?[:：]?(?<actual>\d{1,4})/u

/** 行政编制5名、实有4名: the one 编制 a cell of counts speaks of; null where it speaks of none, of several, or of something else as well. */
export function countedCategory(text: string): string | null {
  const words = new Set([...text.matchAll(COUNTED)].map((match) => match.groups?.['word'] ?? ''))
  const [only] = words
  if (words.size !== 1 || only === undefined) return null
  return text.replaceAll(COUNTED, '').replaceAll(OTHER_COUNTS, '') === '' ? only : null
}

/** A 编制 of a text that counts several, and how many have it. */
export interface CountedPart {
  readonly word: string
  readonly actual: number
}

/** 行政编制6名，实有5名；机关工勤编制2名，实有1名: each 编制 and how many have it; empty where it does not tell that of two or more. */
export function countedParts(text: string): readonly CountedPart[] {
  const found = [...text.matchAll(COUNTED)]
  const parts = found.flatMap(({ index, 0: whole, groups }): readonly CountedPart[] => {
    const actual = IN_POST.exec(text.slice(index + whole.length))?.groups?.['actual']
    return actual === undefined ? [] : [{ word: groups?.['word'] ?? '', actual: Number(actual) }]
  })
  return parts.length === found.length && new Set(parts.map(({ word }) => word)).size > 1 ? parts : []
}

/** 行政编制5名；机关工勤编制1名: each 编制 and its number; empty where the cell says anything else. */
export function countedAmounts(text: string): readonly { readonly word: string; readonly amount: number }[] {
  const plain = text.replaceAll(/\s/gu, '')
  if (plain.replaceAll(COUNTED, '').replaceAll(/[，,、；;和及。人个]/gu, '') !== '') return []
  return [...plain.matchAll(COUNTED)].map(({ groups }) => ({
    word: groups?.['word'] ?? '',
    amount: Number(groups?.['amount'] ?? 0),
  }))
}

function fromParts(bare: string): StandingWord | null {
  // 占行政编的工勤人员, 公务员（含参公）: the word speaks of two, and which of them is meant nobody can say.
  if (/行政编制?(?:的|中的?|内的?)?(?:工勤|工人)/u.test(bare)) return null
  if (
    /公务员.{0,2}[含或和与及、/／].{0,3}(?:参公|参照)|(?:参公|参照管理).{0,2}[含或和与及、/／].{0,3}公务员/u.test(bare)
  )
    return null
  const found = PARTS.find(([part]) => part.test(bare) && !(part === WORKER && /事业/u.test(bare)))
  if (found === undefined) return null
  const [part, category] = found
  const rest = bare
    .replace(part, '')
    .replaceAll(
      /事业|行政|公务员|工勤|编|制|财政|拨款|补贴|补助|供给|供养|全额|法|技术工人?|参照|专业技术|技能|工人|后勤服务|公益[一二]类|乡镇|街道|[乡镇县]|在职|在岗|工作|[的在占]/gu,
      '',
    )
    .replaceAll(FILLING, '')
  if (Array.from(rest).length > 1) return null
  // 行政/事业, 公务员或事业: two meanings in one cell.
  if (category === 'administrative' && /事业/u.test(bare)) return null
  if (category === 'institutionFull' && /差额|自收自支/u.test(bare)) return null
  return { kind: 'quota', category }
}
