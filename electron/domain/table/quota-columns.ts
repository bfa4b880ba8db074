import type { QuotaCategory } from '../model/quota-category.ts'
import { headerKey } from './fields.ts'

/*
 * Tables of offices with the 编制类型 across: 核定编制 over 行政, 事业, 工勤. Only approved numbers are read; 实有, 空编 and 超编 are what the
 * book works out itself.
 */

export type QuotaColumn =
  | { readonly kind: 'quota'; readonly category: QuotaCategory; readonly key: string }
  | { readonly kind: 'total'; readonly key: string }
  | { readonly kind: 'leaders'; readonly part: 'all' | 'chief' | 'deputy'; readonly key: string }

const CATEGORIES: readonly (readonly [RegExp, QuotaCategory])[] = [
  [/政法专项|政法编/u, 'politicalLegal'],
  [/纪检(?:监察)?(?:专项|行政)?编?/u, 'discipline'],
  [/非参公|非参照/u, 'institution'],
  [/参公|参照/u, 'institutionCivilService'],
  [/工勤/u, 'worker'],
  [/全额/u, 'institutionFull'],
  [/差额/u, 'institutionPartial'],
  [/自收自支|经费自理/u, 'institutionSelf'],
  [/行政|公务员/u, 'administrative'],
  [/事业/u, 'institution'],
]
const NOT_APPROVED =
  /实有|现有|实配|现配|空编|空缺|缺编|空额|余编|超编|超配|超员|在编|在岗|在册|未到位|退休|离休|编外|借|临时|聘用|遗属|姓名|人员名单|比例|增减|变动|调整|差额数|备注/u
const APPROVED = /核定|编制|应配|核编|职数|批准|定编/u

/** What a column of a table of offices counts; null: nothing that is approved. */
export function quotaColumnOf(path: readonly string[]): QuotaColumn | null {
  if (path.length === 0) return null
  const whole = path.map(headerKey).join('/')
  if (whole.length > 60 || NOT_APPROVED.test(whole)) return null
  const leaf = headerKey(path.at(-1) ?? '')
  if (/职数|领导/u.test(whole)) {
    if (/正职|正$/u.test(leaf) || /正职/u.test(whole)) return { kind: 'leaders', part: 'chief', key: 'leaders:chief' }
    if (/副职|副$/u.test(leaf) || /副职/u.test(whole)) return { kind: 'leaders', part: 'deputy', key: 'leaders:deputy' }
    return /职数|^小计$|^合计$|核定|应配/u.test(leaf) ? { kind: 'leaders', part: 'all', key: 'leaders:all' } : null
  }
  const category = CATEGORIES.find(([words]) => words.test(leaf)) ?? CATEGORIES.find(([words]) => words.test(whole))
  const approved = APPROVED.test(whole)
  if (category !== undefined) {
    const rest = leaf
      .replace(category[0], '')
      .replaceAll(/编制|数|人员|机关|单位|拨款|补贴|管理|事业|核定|编|公务员法?/gu, '')
    if (rest !== '' && !/^(?:小计|合计)$/u.test(rest)) return null
    return approved || path.length === 1 ? { kind: 'quota', category: category[1], key: `quota:${category[1]}` } : null
  }
  return approved && /^(?:小计|合计|总计|总数|计|核定编制总数|编制总数|总编制数|核定总数)$/u.test(leaf)
    ? { kind: 'total', key: 'total' }
    : null
}
