/*
 * What a page says over a table, outside of it: <caption>, headings, 单位：党建办公室. It becomes the table's first row, where a workbook has its
 * titles. Menus and greetings of a page are no titles: of other text only labels and titles of lists count.
 */

const TABLE = /<(?<end>\/?)table\b[^<>]*>/giu
const CAPTION = /^\s*<caption\b[^<>]*>(?<text>[\s\S]*?)<\/caption\s*>/iu
const HEADING = /^<(?:h[1-6]|legend|caption)\b/iu
/** Where one text of a page ends and the next begins. */
const BLOCKS = 'h[1-6]|legend|p|div|center|li|ul|ol|section|header|footer|nav'
const BLOCK = new RegExp(`(?=<(?:${BLOCKS}|br|hr|form|fieldset)\\b)|(?<=</(?:${BLOCKS})\\s*>)`, 'giu')
const LABELLED =
  /^.{0,20}(?:单位|部门|科室|机构|站所|办公室|(?:编制|用编|占编|人员)(?:性质|类型|类别|形式))(?:名称|全称)?(?:[:：]|[—－–-]{1,3}).+/u
const LIST =
  /(?:名单|名册|花名册|一览表|情况表|信息表|统计表|登记表|明细表|台账|名录|汇总表|核定表)(?:[（(].{1,20}[）)])?$/u
/** Longer ones are notices. */
const LONGEST = 60

/** The page with each table's titles as rows of it; a table inside a cell of another has its caption alone. */
export function withPageTitles(page: string): string {
  let [out, end] = ['', 0]
  for (const { 0: tag, index, groups } of page.matchAll(TABLE)) {
    const before = page.slice(end, index)
    out += before + tag
    end = index + tag.length
    if (groups?.['end'] === '/') continue
    const caption = CAPTION.exec(page.slice(end))
    if (caption !== null) end += caption[0].length
    const outside = /<t[rdh]\b/iu.test(before) ? [] : titlesIn(before)
    const titles = [...outside, textOf(caption?.groups?.['text'] ?? '')].filter((text) => text !== '')
    out += titles.map((text) => `<tr><td>${text}</td></tr>`).join('')
  }
  return out + page.slice(end)
}

function titlesIn(before: string): readonly string[] {
  return before.split(BLOCK).flatMap((part) => {
    const text = textOf(part)
    if (text === '' || text.length > LONGEST) return []
    return HEADING.test(part.trimStart()) || LABELLED.test(text) || LIST.test(text) ? [text] : []
  })
}

/** Its text, entities as they are. */
function textOf(part: string): string {
  return part
    .replaceAll(/<[^<>]*>/gu, ' ')
    .replaceAll(/[<>]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim()
}
