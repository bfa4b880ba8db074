import type { PlainDate } from '../model/plain-date.ts'
import { chineseDate } from '../notice/notice-texts.ts'

/*
 * The text of one cell beside a form's table: which of its labels ask for what the book can say, and where nothing is written behind them yet.
 * Labels of signatures and telephones are known only as the end of a blank place: names of people are the clerk's to write.
 */

export interface LineFacts {
  readonly township: string
  /** The one unit the table is of; undefined: it is of the township. */
  readonly unit?: string | undefined
  /** The day of the run. */
  readonly today: PlainDate
  readonly asOf: PlainDate
}

export type LineAsk = 'township' | 'unit' | 'today' | 'asOf'

/** A blank place of a text, and what takes its place. */
export interface LineEdit {
  readonly ask: LineAsk
  /** The label as written, blanks inside it left out, its colon included. */
  readonly label: string
  readonly from: number
  readonly to: number
  readonly text: string
  /** What was said, without what only keeps the next label in its place. */
  readonly said: string
  /** Nothing at all stands behind the label: the value may belong into the next cell. */
  readonly open: boolean
}

const times = (verbs: readonly string[], nouns: readonly string[]) =>
  verbs.flatMap((verb) => nouns.map((noun) => verb + noun))

const LABELS: Readonly<Record<Exclude<LineAsk, 'unit'>, readonly string[]>> = {
  township: [
    ...times(['填报', '填表', '报送', '上报', '编报', '制表'], ['单位', '单位名称', '单位全称', '机关']),
    '单位名称',
    '单位全称',
  ],
  today: times(['填报', '填表', '填写', '报送', '上报', '制表'], ['日期', '时间']),
  asOf: [
    '截至',
    '截止',
    '统计截至',
    '统计截止',
    ...times(['截至', '截止', '统计', '统计截至', '统计截止', '数据截至', '数据截止'], ['日期', '时间']),
  ],
}

/** Labels of other things, that may stand behind a blank place. */
const OTHERS = [
  ...times(
    ['填表', '填报', '制表', '经办', '联系', '审核', '复核', '审批', '签发', '统计', '报送'],
    ['人', '人员', '人签字', '人签名'],
  ),
  ...times(
    ['', '单位', '部门', '主要', '分管', '统计', '单位主要', '单位分管'],
    ['负责人', '负责同志', '领导', '负责人签字', '领导签字'],
  ),
  ...times(['', '联系', '办公', '手机'], ['电话', '方式', '号码']),
  '手机',
  '传真',
  '邮箱',
  '电子邮箱',
  '单位',
  '计量单位',
  '金额单位',
  '编号',
  '表号',
  '文号',
  '批准文号',
  '制定机关',
  '批准机关',
  '有效期至',
  '主管部门',
]

const SPACE = String.raw`[ \t\u00A0\u3000]*`
const BLANK = String.raw`[ \t\u00A0\u3000_＿]*`
const BRACKET = String.raw`(?:${SPACE}[（(][^（）()\n]*[）)])?`
const COLON = String.raw`${SPACE}[:：]`
/** 填 报 单 位 is 填报单位; the longer word first. */
const anyOf = (words: readonly string[]) =>
  `(?:${words
    .toSorted((left, right) => right.length - left.length)
    .map((word) => Array.from(word).join(SPACE))
    .join('|')})`
/** 单位（盖章） asks for the reporting unit, a bare 单位 says what is counted in. */
const SEALED_UNIT = String.raw`单${SPACE}位(?=${SPACE}[（(][^（）()\n]*章[）)])`

const LABEL = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}])(?:`,
    `(?<township>${anyOf(LABELS.township)}|${SEALED_UNIT})|(?<today>${anyOf(LABELS.today)})|(?<asOf>${anyOf(LABELS.asOf)})`,
    `)${BRACKET}(?<colon>${COLON})?`,
  ].join(''),
  'gu',
)
const NEXT_LABEL = new RegExp(
  `^(?:${anyOf([...Object.values(LABELS).flat(), ...OTHERS])}|${SEALED_UNIT})${BRACKET}${COLON}`,
  'u',
)
const SEAL = /^[（(][^（）()\n]*章[）)]/u
/** 年月日 still to be written in, 20 or the year perhaps printed before it. */
const BLANK_DAY = new RegExp(String.raw`^${BLANK}(?:(?<year>\d{2}|\d{4})${BLANK})?年${BLANK}月(?<day>${BLANK}日)?`, 'u')
const WRITTEN_YEAR = new RegExp(String.raw`^(?:\d{2,4})?${BLANK}年`, 'u')

/** The blank places of a text, from left to right. */
export function lineEdits(text: string, facts: LineFacts): readonly LineEdit[] {
  // Most cells are no labels, and looking for all of them in each takes its time.
  if (!/[:：年]/u.test(text)) return []
  return [...text.matchAll(LABEL)].flatMap((match) => {
    const ask = askOf(match.groups)
    const from = match.index + match[0].length
    const rest = text.slice(from)
    const place = placeOf(ask, rest, facts)
    // With 年月日 printed behind it 截至 needs no colon; by itself it is a word of a sentence.
    if (place === null || (match.groups?.['colon'] === undefined && !place.drawn)) return []
    return [
      {
        ask,
        label: match[0].replaceAll(/\s/gu, ''),
        from,
        to: from + place.length,
        text: place.text,
        said: place.said,
        open: rest === '',
      },
    ]
  })
}

const BARE_UNIT = new RegExp(`^${SPACE}单${SPACE}位${COLON}(?<blank>${BLANK})$`, 'u')

/**
 * A bare 单位： with nothing behind it. Where it stands decides what it asks for: whoever draws a table writes what it counts in himself, 单位：人,
 * and leaves the name to whoever fills it. Null: no such label.
 */
export function bareUnitEdit(text: string, facts: LineFacts): LineEdit | null {
  const blank = BARE_UNIT.exec(text)?.groups?.['blank']
  if (blank === undefined) return null
  const said = valueOf('unit', facts)
  const from = text.length - blank.length
  return { ask: 'unit', label: '单位：', from, to: text.length, text: said, said, open: blank === '' }
}

/** A cell that holds nothing but the place for a value whose label stands before it. Null: it holds a value. */
export function editOfPlace(
  ask: LineAsk,
  text: string,
  facts: LineFacts,
): Omit<LineEdit, 'label' | 'ask' | 'open'> | null {
  const place = placeOf(ask, text, facts)
  return place === null ? null : { from: 0, to: place.length, text: place.text, said: place.said }
}

/** True for a text that begins with a label: what stands before it is not its value. */
export function beginsWithLabel(text: string): boolean {
  return NEXT_LABEL.test(text.trimStart())
}

/** The value as it is written where the form says nothing of its look. */
export function valueOf(ask: LineAsk, facts: LineFacts): string {
  if (ask === 'unit') return facts.unit ?? facts.township
  return ask === 'township' ? facts.township : chineseDate(facts[ask])
}

/** The text with its places written. */
export function withEdits(text: string, edits: readonly Pick<LineEdit, 'from' | 'to' | 'text'>[]): string {
  return edits.toReversed().reduce((now, edit) => now.slice(0, edit.from) + edit.text + now.slice(edit.to), text)
}

function askOf(groups: Readonly<Record<string, string | undefined>> | undefined): LineAsk {
  if (groups?.['township'] !== undefined) return 'township'
  return groups?.['today'] === undefined ? 'asOf' : 'today'
}

const isName = (ask: LineAsk) => ask === 'township' || ask === 'unit'

interface Place {
  readonly length: number
  readonly text: string
  readonly said: string
  /** 年, 月 and 日 are printed. */
  readonly drawn: boolean
}

function placeOf(ask: LineAsk, rest: string, facts: LineFacts): Place | null {
  const said = valueOf(ask, facts)
  const drawn = isName(ask) ? null : BLANK_DAY.exec(rest)
  if (drawn !== null) {
    const { year = '', day } = drawn.groups ?? {}
    // Another year printed, or a day of the month: somebody has begun to write something else.
    if (!said.startsWith(year) || (day === undefined && /^\s*\d/u.test(rest.slice(drawn[0].length)))) return null
    const written = day === undefined ? said.replace(/\d+日$/u, '') : said
    return { length: drawn[0].length, text: written, said: written, drawn: true }
  }
  const blank = new RegExp(`^${BLANK}`, 'u').exec(rest)?.[0] ?? ''
  const after = rest.slice(blank.length)
  if (after === '' || after.startsWith('\n') || after.startsWith('\r') || (isName(ask) && SEAL.test(after)))
    return { length: blank.length, text: said, said, drawn: false }
  // A value that touches the next label looks like a longer label: only behind a blank can nothing have been written.
  if (blank === '' || !(NEXT_LABEL.test(after) || (isName(ask) && WRITTEN_YEAR.test(after)))) return null
  const kept = keptBlanks(blank, said)
  return { length: blank.length - kept.length, text: kept === '' ? `${said}  ` : said, said, drawn: false }
}

const FEWEST_BLANKS = 2

/** The end of a blank place that stays when a value stands in it: the next label keeps about its place, and is parted from the value. */
function keptBlanks(blank: string, value: string): string {
  const tail = blank.replace(/^.*[_＿]/u, '')
  const room = Math.max(FEWEST_BLANKS, widthOf(tail) - (tail === blank ? widthOf(value) : 0))
  let width = 0
  let from = tail.length
  while (from > 0 && width + widthOf(tail.charAt(from - 1)) <= room) {
    from -= 1
    width += widthOf(tail.charAt(from))
  }
  return tail.slice(from)
}

/** Chinese characters and the wide blank are two columns wide. */
function widthOf(text: string): number {
  return Array.from(text).reduce((width, character) => width + (character > '\u2E7F' ? 2 : 1), 0)
}
