import { pattern } from '../../vocabulary/pattern.ts'
import type { OwnField } from '../../vocabulary/own-fields.ts'
import { CATEGORY_LABEL, officeLabel } from './label-words.ts'
import { compact } from './sheet-grid.ts'
import { readStandingWord } from './category-words.ts'
import { joinCounts, NO_COUNTS, readHeadingCounts, type HeadingCounts } from './heading-counts.ts'
import { couldBeUnit, isWholeTownship, looksLikeUnit, splitPlates, withoutTownship } from './unit-words.ts'

/** What is known before a sheet is read: names that need no proof. */
export interface KnownNames {
  /** Offices of the book, with their 加挂牌子, and of the workbook's own quota tables. */
  readonly units: ReadonlySet<string>
  /** 云溪乡; null where the book has no name yet. */
  readonly township: string | null
  /** The township's own fields, whose names head columns. */
  readonly own: readonly OwnField[]
}

/** What a row between the people, the title of a sheet or its name says of those below it. */
export interface SectionTitle {
  /** The text as it stands, and without numbering, counts and words such as 人员名单. */
  readonly written: string
  readonly bare: string
  /** The office it names; null: none. */
  readonly unit: string | null
  /** True where the name is known or ends as offices do. */
  readonly sureUnit: boolean
  /** A word for their 编制: 行政编制, 编外人员, 离退休人员. */
  readonly category: string | null
  /** Numbers it gives: 编制4名, 实有3名, 4人. */
  readonly counts: HeadingCounts
  /** How deep its numbering puts it: 一、 1, （一） 2, 1、 3, （1） 4; null: it has none. */
  readonly depth: number | null
  /** 在职人员: says nothing new. */
  readonly neutral: boolean
  /** 内设机构, 事业单位: a heading over offices. */
  readonly group: boolean
  /** 人员名单, 花名册: the title of a list of its own. */
  readonly list: boolean
}

const NUMBERING =
  /^(?:[（(][一二三四五六七八九十\d]{1,3}[）)][、.．]?|[一二三四五六七八九十]{1,3}[、.．，:：]|\d{1,2}[、.．)）](?!\d)|第[一二三四五六七八九十\d]{1,3}(?:部分|[章节组])[、：:]?|[①-⑳㈠-㈩]|[■●◆★▲□○◇※*·—－-]+)/u
/** 附件1行政, 表2：事业人员. */
const ANNEX = /^(?:附件|附表|表)[一二三四五六七八九十\d]{1,2}(?:[-－]\d)?[、.．:：_-]?(?=[\p{sc=Han}（])/u
/** 01党政办公室, 3-财政所: a number before an office's name, with or without a sign between; 12345热线 and 第3办公室 keep theirs. */
const BARE_NUMBER = /^\d{1,2}[-_—－ ]?(?=\p{sc=Han})/u
/** 【党政办公室】, ☆财政所☆, --农业农村办公室--. */
const DECORATION = /^[【〖〔[「『《<☆★◆◇●○■□▲△▼※*#=~|_»▌▍►▶·•—–-]+|[】〗〕\]」』》>☆★◆◇●○■□▲△▼※*#=~|_«◄◀·•—–-]+$/gu
/** 【财政所】人员名单: a frame round the name alone. */
const FRAMED = /[【〖「『](?<inside>[^【】〖〗「」『』]+)[】〗」』]/u
/** 党政领导【核定4名 在职3名】: other brackets around what is counted. */
const COUNTED_FRAME = /(?<=\p{sc=Han})[【〖「『](?<counts>[^【】〖〗「」『』]*\d[^【】〖〗「」『』]*)[】〗」』]/u
/** 【行政编制】7人: so many people of it, and no number approved. */
const FRAMED_GROUP =
  /^[【〖「『](?<inside>[^【】〖〗「」『』]+)[】〗」』][:：]?(?:共|计|合计)?(?<count>\d{1,4})[人名]$/u
const DEPTHS = [
  /^第[一二三四五六七八九十\d]{1,3}(?:部分|[章节组])/u,
  /^[一二三四五六七八九十]{1,3}[、.．，:：]/u,
  /^（[一二三四五六七八九十]{1,3}）/u,
  /^\d{1,2}[、.．)）](?!\d)/u,
  /^（\d{1,2}）/u,
  /^[①-⑳]/u,
]
const LIST_WORDS =
  /(?:(?:在职在编|在编在岗|工作|在职|在编|在岗)?人员)?(?:信息|基本情况|基本信息|情况|编制|实名制|实名)?(?:名单|名册|花名册|一览表|情况表|信息表|统计表|登记表|明细表|明细|台账|名录|汇总表|公示表|公示栏|表)$/u
const LIST_TITLE = /(?:名单|名册|花名册|一览表|情况表|信息表|统计表|登记表|明细表|台账|名录|汇总表|公示表)$/u
const PEOPLE_WORDS = /(?:在编在岗|在职在编|在编|在职|在岗|现有|全体|工作)?(?:干部职工|干部|职工|工作人员|人员|教职工)$/u
const LABEL = new RegExp(
  `^(?:${officeLabel()}|${CATEGORY_LABEL}` +
    '|(?:财政)?(?:经费|供给|供养|拨款)(?:来源|渠道|形式|方式|性质|类型)(?=[:：].{0,6}(?:全额|差额|自收自支|经费自理)))' +
    '(?:[（(][^（）()]{1,8}[）)])?(?:[:：]|[—－–-]{1,3})',
  'u',
)
/** Labels of a line over a table: each begins what it says. */
const LABELS = new RegExp(
  [
    `${officeLabel('|主管')}(?:[（(][^（）()]{1,8}[）)])?(?:[:：]|[—－–-]{2,3})`,
    // 编制类型——行政编制: a dash for the colon.
    `${CATEGORY_LABEL}(?:[:：]|[—－–-]{1,3})`,
    '(?:财政)?(?:经费|供给|供养|拨款)(?:来源|渠道|形式|方式|性质|类型)[:：]',
    '(?:填报|填表|制表|报送|上报|截[至止])?(?:日期|时间)[:：]',
    '(?:填报|填表|制表|报送|审核|复核|经办|联系|负责|制)人(?:员|[（(]签[名章字][）)])?[:：]',
    // Who signs; 负责人：… without a word of signing is who leads the office before it.
    '(?:单位|部门|科室|主要|分管)?(?:填报人|填表人|制表人|审核人|经办人|负责人|领导)[（(]?签[名章字][）)]?[:：]',
    '(?:联系)?电话[:：]|(?:实有|现有|在编|核定)?(?:编制数|人数)[:：]|(?:实有|现有|核定)(?:编制|人员)?[:：]',
  ].join('|'),
  'gu',
)

const OF_CATEGORY = new RegExp(`^${CATEGORY_LABEL}`, 'u')

/** 填报站所：水利站 编制性质：差额拨款 填报人：…: what a line of labels says, each for itself; the whole line where it has one label or none. */
export function labelParts(text: string): readonly string[] {
  // 财政所（编制数：6）: what stands in brackets is the office's.
  const found = [...text.matchAll(LABELS)].filter(
    ({ index }) => !/[（(]/u.test(text.slice(Math.max(0, index - 1), index)),
  )
  const starts = found.map(({ index }) => index)
  // 【党建办公室】 编制类型——行政编制: what stands before the label is a text of its own.
  const behind = (starts[0] ?? 0) > 1 && OF_CATEGORY.test(found[0]?.[0] ?? '')
  if (starts.length < 2 && !behind) return [text]
  return withCounts(
    [0, ...starts.filter((start) => start > 0)].map((start, place, all) => text.slice(start, all[place + 1])),
  )
}

const COUNT = /^(?:总|实有|现有|在编|核定|批准)?(?:人数|人员数|编制数?)[:：]\s*\d{1,4}\s*[名人]?[；;，,]?$/u

/** The number of people behind 部门：财政所 belongs to the office before it, and heads nobody itself. */
function withCounts(parts: readonly string[]): readonly string[] {
  const joined: string[] = []
  for (const part of parts) {
    const office = joined.findLastIndex((before) => OFFICE.test(before.trim()))
    if (office >= 0 && COUNT.test(part.trim()))
      joined[office] = `${(joined[office] ?? '').trim()}（${part.trim().replace(/[；;，,]$/u, '')}）`
    else joined.push(part)
  }
  return joined
}
const OFFICE = /^\p{sc=Han}{0,4}(?:单位|部门|科室|机构|站所)(?:名称|全称)?(?:[（(][^（）()]{1,8}[）)])?[:：].+$/u

/** 负责人：… behind an office: who leads it, and no part of its name. */
const LEADERS =
  /[（(]?(?:主要负责人|负责人|分管领导|主管领导|联系领导|包联领导|牵头领导|联系人|联系电话|办公电话|电话|地址|副?主任|副?[所站队组局院校]长)[:：].*$/u
const NEUTRAL =
  /^(?:超编|不合规|在职在编|在编在岗|在职|在编|在岗|现有|实有|在册)(?:干部职工|干部|职工|人员)?(?:情况|名单)?$/u
const GROUPS = pattern`
    ^(?:(?:[乡镇县区市]|街道)属(?:事业单位|单位|站所|机构)|[乡镇县]?(?:机关|政府机关|党政机关|直属单位|直属事业单位)|街道机关|内设机构|党政内设机构|党政机构|党政机关|机关|行政机构|行政机关|机关单位|综合办事机构
    |党政综合办事机构|事业单位|直属事业单位|下属事业单位|所属事业单位|事业机构|事业站所|站所|下属单位|直属单位|机关事业单位|乡直单位|镇直单位|其他|其它|人员|基本情况)$
  `

/** Reads a heading. `written` is any text: what it is not is null. */
export function readSectionTitle(written: string, known: KnownNames): SectionTitle {
  let counts = NO_COUNTS
  let text = splitPlates(
    compact(written)
      .normalize('NFKC')
      .replaceAll('(', '（')
      .replaceAll(')', '）')
      .replace(COUNTED_FRAME, '（$<counts>）')
      .replace(FRAMED_GROUP, '$<inside>（$<count>人）')
      .replace(FRAMED, '$<inside>'),
  ).name
  const sure = (name: string) => known.units.has(name)
  const depth = depthOf(text)
  const undecorated = () => (sure(text) ? text : text.replace(DECORATION, ''))
  text = undecorated()
  while (NUMBERING.test(text) && !sure(text)) text = text.replace(NUMBERING, '')
  if (!sure(text)) text = text.replace(ANNEX, '')
  const unnumbered = text.replace(BARE_NUMBER, '')
  if (!sure(text) && (sure(unnumbered) || looksLikeUnit(unnumbered))) text = unnumbered
  text = text
    .replace(LABEL, '')
    .replace(LEADERS, (said, at: number) => (at >= 2 ? '' : said))
    .replace(/[；;]+$/u, '')
    .replace(/（(?:单位)?(?:公|盖|签|印)?章）$|盖章$/u, '')
    .replace(/^\d{4}年(?:度|\d{1,2}月(?:份)?)?/u, '')
  // 以下2名同志已退休: the number is of the sentence, and not a count after a name.
  const whole = text.replace(/[:：、，。；;]+$/u, '')
  for (const take of [(bare: string) => takeBrackets(bare, sure), takeTrailingCounts]) {
    if (sure(text)) break
    const taken = take(text)
    text = taken.text
    counts = joinCounts(counts, taken.counts)
  }
  text = undecorated().replace(/[:：、，。；;]+$/u, '')
  const bare = sure(text) ? text : withoutListWords(text, sure)
  const empty = {
    depth,
    neutral: NEUTRAL.test(bare),
    list: depth === null && LIST_TITLE.test(text),
    written: compact(written),
    bare,
    counts,
    category: counts.category,
  }
  if (!sure(whole) && readStandingWord(whole)?.kind === 'left')
    return { ...empty, bare: whole, unit: null, sureUnit: false, category: whole, group: false }
  const unit = unitIn(bare, known)
  if (unit !== null) return { ...empty, unit, sureUnit: true, group: false }
  if (GROUPS.test(bare) || isWholeTownship(bare, known.township)) {
    const word = readStandingWord(bare)
    const meant =
      word !== null && /人员|编制|编/u.test(compact(written)) && !/单位|机构|机关|站所/u.test(bare)
        ? bare
        : counts.category
    return { ...empty, unit: null, sureUnit: false, category: meant, group: true }
  }
  const local = withoutTownship(bare, known.township)
  if (GROUPS.test(local.replace(/(?:干部职工|干部|职工|人员)$/u, '')) && !/^(?:事业|行政)人员$/u.test(local))
    return { ...empty, unit: null, sureUnit: false, group: true }
  const both = unitAndCategory(local, known)
  if (both !== null) return { ...empty, ...both, sureUnit: true, group: false }
  if (readStandingWord(local) !== null)
    return { ...empty, unit: null, sureUnit: false, category: finer(local, counts.category), group: false }
  if (readStandingWord(text) !== null) return { ...empty, unit: null, sureUnit: false, category: text, group: false }
  // 维稳信息员（编制1名，实有1名）: what has an approved number and people of its own is an office, whatever it is called.
  const hasSeats =
    counts.quotas.length > 0 && counts.actual !== null && couldBeUnit(local) && !/(?:人员|干部|职工|名单)$/u.test(local)
  if (looksLikeUnit(local) || hasSeats) return { ...empty, unit: local, sureUnit: true, group: false }
  return { ...empty, unit: null, sureUnit: false, group: false }
}

const UNIT_AND_KIND = new RegExp(
  '^(?<unit>.{2,}?)[-—－·]?(?<category>(?:(?:机关|参公|全额|差额)?(?:行政|事业|工勤|参公|全额|差额|公务员)(?:在编|编制|编)?(?:在职|在编|在岗)?' +
    '|劳务派遣|公益性岗位|临时聘用|编外聘用|政府购买服务|临聘)(?:人员|干部|职工)?)$',
  'u',
)
/** 便民服务中心事业编制, 农业综合服务中心-劳务派遣: an office and what its people are, in one title. */
function unitAndCategory(text: string, known: KnownNames): { readonly unit: string; readonly category: string } | null {
  const found = UNIT_AND_KIND.exec(text)?.groups
  const [unit, category] = [found?.['unit'] ?? '', found?.['category'] ?? '']
  const kind = readStandingWord(category)?.kind
  if (unit === '' || GROUPS.test(unit) || (kind !== 'quota' && kind !== 'offQuota')) return null
  return known.units.has(unit) || looksLikeUnit(unit) ? { unit, category } : null
}

/** 事业编制（参公）: the bracket tells which 事业编制 it is. */
function finer(word: string, inBrackets: string | null): string {
  const [plain, more] = [readStandingWord(word), readStandingWord(inBrackets ?? '')]
  const isFiner = plain?.kind === 'quota' && plain.category === 'institution' && more?.kind === 'quota'
  return isFiner && inBrackets !== null && more.category.startsWith('institution') ? inBrackets : word
}

function depthOf(text: string): number | null {
  const at = DEPTHS.findIndex((numbering) => numbering.test(text))
  return at === -1 ? null : at
}

function unitIn(bare: string, known: KnownNames): string | null {
  if (known.units.has(bare)) return bare
  const local = withoutTownship(bare, known.township)
  if (known.units.has(local)) return local
  return null
}

interface Taken {
  readonly text: string
  readonly counts: HeadingCounts
}

/** Brackets that count (编制4名，实有3名) or name a 编制 (行政) are no part of the name; others are. */
function takeBrackets(text: string, sure: (name: string) => boolean): Taken {
  let counts = NO_COUNTS
  const take = (whole: string, inside: string) => {
    if (sure(text)) return whole
    if (/\d/u.test(inside) || /^(?:编制|实有|现有|在编|空编)|编制.{0,3}[一二三四五六七八九十][名人]/u.test(inside)) {
      counts = joinCounts(counts, readHeadingCounts(inside))
      return ''
    }
    const word = readStandingWord(inside)
    if (word === null) return /^(?:续|接上页|续表|共.*人)$/u.test(inside) ? '' : whole
    counts = { ...counts, category: inside }
    return ''
  }
  // 编制8名（行政5名，事业3名）: the inner brackets first.
  let bare = text
  for (let before = ''; before !== bare;) {
    before = bare
    bare = bare.replaceAll(/（([^（）]*)）/gu, take)
  }
  return { text: bare, counts }
}

function takeTrailingCounts(text: string): Taken {
  const found =
    /(?:[:：，、；]|[—－–-]{1,3})?(?:(?:共|计|合计)?\d{1,4}[人名]$|(?:核定)?(?:行政|事业)?编制(?:数)?[:：]?\d+|(?:实有|现有|在编|在岗|实际)(?:人数|人员)?[:：]?\d+|(?:共|计|合计)?\d+[人名]).*$/u.exec(
      text,
    )
  // 事业编制：6人 is of people, and 编制 its name.
  const taken = found === null || found.index >= 2 ? found : /[:：—－–-]+(?:共|计|合计)?\d{1,4}[人名]$/u.exec(text)
  if (taken === null || taken.index < 2) return { text, counts: NO_COUNTS }
  return { text: text.slice(0, taken.index), counts: readHeadingCounts(taken[0]) }
}

function withoutListWords(text: string, sure: (name: string) => boolean): string {
  let bare = text
  for (let before = ''; before !== bare && !sure(bare);) {
    before = bare
    bare = bare.replace(LIST_WORDS, '')
    if (!sure(bare) && looksLikeRest(bare.replace(PEOPLE_WORDS, ''))) bare = bare.replace(PEOPLE_WORDS, '')
    bare = bare.replace(/(?:机关事业单位|机关|实名制|实名|编制|基本)$/u, (word, at: number) =>
      at >= 2 && word !== '编制' ? '' : word,
    )
  }
  return bare === '' ? text : bare
}

/** 行政人员 keeps its 人员 for the vocabulary; 党政办公室人员 loses it. */
function looksLikeRest(rest: string): boolean {
  return rest === '' || looksLikeUnit(rest) || readStandingWord(rest) !== null
}
