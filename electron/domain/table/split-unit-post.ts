import { shownText } from './raw-workbook.ts'
import type { DraftRecord } from './read-table.ts'
import { compact } from './sheet-grid.ts'
import type { UnitContext } from './unit-context.ts'
import { looksLikeUnit, withoutTownship } from './unit-words.ts'

const POST_WORD =
  /(?:主任|助理|书记|乡长|镇长|所长|站长|队长|局长|部长|组长|科长|股长|院长|馆长|校长|科员|干事|委员|主席|会计|出纳|职员|办事员|主任科员|调研员|工勤|岗位?|级|员|师|长|工|负责人|干部|秘书|司机|驾驶员)(?:[（(].*[）)])?$/u

/** A text that ends as posts do: 党委书记, 副所长. */
export function isPost(text: string): boolean {
  return POST_WORD.test(text) && !/[工员]作|学员|党员|团员/u.test(text)
}

/** Bodies whose head is called by their name: 纪委书记 sits among the leaders of the township, not in 纪委. */
const HEADED = /(?:纪委|党委|人大|政协|武装部|团委|妇联|工会|监委)$/u
const HEAD = /^(?:副?书记|副?主席|副?部长|副?主任|委员)/u

/** 职务 党政办公室干事 where no column names the office: office and post apart, where the office is one that is known. */
export function splitPostOffice(record: DraftRecord, context: UnitContext, byEnding: boolean): void {
  const value = record.values.get('post')
  if (value === undefined || record.values.has('unit') || record.group.unit !== null) return
  const split = splitBy(compact(shownText(value.cell)), context) ?? (byEnding ? officeInPost(record) : null)
  if (split === null || split.post === '' || (HEADED.test(split.unit) && HEAD.test(split.post))) return
  const from = `取自 ${value.letters} 列“${value.header}”`
  record.values.set('unit', { ...value, cell: split.unit, from: `单位${from}` })
  record.values.set('post', { ...value, cell: split.post, from: `职务${from}` })
}

/** The office a post begins with and the rest, by how offices end; null: it begins with none for certain. */
export function officeInPost({ values }: DraftRecord): Split | null {
  const found =
    /^(?<unit>\p{sc=Han}{0,20}(?:办公室|中心|[所站局馆院]|大队|武装部|纪委|团委|妇联))(?<post>(?![长员])\p{sc=Han}.*)$/u.exec(
      compact(shownText(values.get('post')?.cell)),
    )?.groups
  const [unit, post] = [found?.['unit'] ?? '', found?.['post'] ?? '']
  return unit !== '' && looksLikeUnit(unit) && POST_WORD.test(post.replace(/[（(].*$/u, ''))
    ? HEADED.test(unit) && HEAD.test(post)
      ? null
      : { unit, post }
    : null
}

/** 云溪乡党政办公室科员: office and post out of one cell, by the offices that are known, else by the ending of the office and the word of a post. */
export function splitUnitPost(record: DraftRecord, context: UnitContext): void {
  const value = record.values.get('unitPost')
  if (value === undefined || record.values.has('unit')) return
  const written = compact(shownText(value.cell))
  const split = splitBy(written, context) ?? splitByEnding(written, context)
  const from = `取自 ${value.letters} 列“${value.header}”`
  // 副镇长 names no office, and 党委副书记、镇长 is a post as a whole: where they sit the heading says, or it is asked.
  const wholePost = split === null || (HEADED.test(split.unit) && HEAD.test(split.post))
  if (!wholePost) record.values.set('unit', { ...value, cell: split.unit, from: `单位${from}` })
  const post = wholePost ? written : split.post
  const told = record.values.get('post')
  // What 职务职级 says of the post is said for short.
  if (post !== '' && (told === undefined || told.letters === record.values.get('postRank')?.letters))
    record.values.set('post', { ...value, cell: post, from: `职务${from}` })
}

interface Split {
  readonly unit: string
  readonly post: string
}

function splitBy(written: string, { named, known }: UnitContext): Split | null {
  const bare = withoutTownship(written, known.township)
  let best: Split | null = null
  for (const text of new Set([written, bare]))
    for (const unit of named)
      if (text.startsWith(unit) && (best === null || unit.length > best.unit.length))
        best = { unit, post: trimmed(text.slice(unit.length)) }
  return best
}

/** 财政所所长 is 财政所 and 所长, not 财政所所 and 长. */
function isWhole(unit: string, post: string): boolean {
  return post === '' || (POST_WORD.test(post) && Array.from(post).length > 1 && !/(.{1,2})\1$/u.test(unit))
}

function splitByEnding(written: string, { known }: UnitContext): Split | null {
  const bare = withoutTownship(written, known.township)
  for (let end = bare.length; end >= 2; end -= 1) {
    const [unit, post] = [bare.slice(0, end), trimmed(bare.slice(end))]
    if (looksLikeUnit(unit) && isWhole(unit, post) && !/[、兼]/u.test(unit) && !POST_WORD.test(unit))
      return { unit, post }
  }
  return null
}

function trimmed(text: string): string {
  return text.replace(/^[的、,，\-—:：/]+/u, '')
}
