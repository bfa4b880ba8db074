import { remembered } from '../../vocabulary/remembered.ts'
import { withoutCode } from './code-beside.ts'

/* How names of offices look, and how two names of one office differ. */

const ENDINGS =
  /(?:办公室|办|中心|所|站|局|队|院|馆|室|科|股|厅|处|部|委|会|校|学校|小学|中学|幼儿园|班子|领导|大厅|窗口|政府|党委|人大|政协|工会|团委|妇联|纪委|公司|厂|社|社区|基地|机关)(?:[（(][^（）()]{1,20}[）)])?$/u

/** 机关第一党支部, 事业干部: words that end as offices do, and are none. */
const NO_OFFICE = /(?:支部|党总支|总支|党小组)(?:委员会)?$|干部$/u

/** （加挂安全生产监督管理办公室牌子）: a further name of the office, and no part of this one. */
const PLATES = /[（(](?:同时)?加?挂(?<names>[^（）()]{2,120}?)的?牌子?[）)]/u

/** The name before （加挂××牌子）, and the 牌子 it gives. */
export function splitPlates(text: string): { readonly name: string; readonly plates: string } {
  const found = PLATES.exec(text)
  return found === null
    ? { name: text, plates: '' }
    : { name: text.replace(PLATES, ''), plates: found.groups?.['names'] ?? '' }
}

/** Lines below an office's name that count or describe it: 行政编制8名, 列入实名制名单7名, 乡科级, 批准文号：…. */
const BESIDE_NAME = /\d[名人个]?$|^[（(].*[）)]$|级$|^批准文号|^（?续）?$/u

/** True for a cell that names an office in its first line and counts or describes it below. */
export function hasLinesBeside(text: string): boolean {
  return firstLine(text) !== text
}

/** The first line of a cell whose further lines only count or describe the office; the whole text otherwise. */
function firstLine(text: string): string {
  const [first = '', ...rest] = text.split(/\s*[\r\n]+\s*/u).filter((line) => line.trim() !== '')
  return rest.length > 0 && rest.every((line) => BESIDE_NAME.test(line.trim())) ? first : text
}

/** A city's sheets name some thousands of offices. */
const OFFICES = 4_000

/** Without a number in front and 牌子 or counts behind: 1.财政所（编制3名） → 财政所. The text may have several lines. */
export const bareUnit: (written: string) => string = remembered(
  (written) =>
    splitPlates(withoutCode(firstLine(written).trim()).replaceAll(/\s/gu, ''))
      .name.replace(
        /^(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)]?[、.．)）]|[（(][一二三四五六七八九十]{1,3}[）)])/u,
        '',
      )
      .replaceAll(/[（(](?:[^（）()]*\d[^（）()]*|续)[）)]/gu, '')
      .replace(/[:：]?(?:编制|实有|共)?\d+[名人]?$/u, ''),
  OFFICES,
)

/** 第3办公室: a number that is part of the name. */
const ORDINAL = /^第\d{1,3}(?=\p{sc=Han})/u

/** A text that ends as offices do: 党政办公室, 财政所. */
export function looksLikeUnit(text: string): boolean {
  const length = Array.from(text).length
  return (
    length >= 2 &&
    length <= 24 &&
    ENDINGS.test(text) &&
    !NO_OFFICE.test(text) &&
    !/[，。；：！？:;!?\d]|[、].*[、]/u.test(text.replace(ORDINAL, ''))
  )
}

/** A text that could stand in a 单位 column: short, no numbers, no sentence. */
export function couldBeUnit(text: string): boolean {
  const length = Array.from(text).length
  const plain = text.replace(ORDINAL, '第')
  return (
    length >= 2 && length <= 24 && /^[\p{sc=Han}（）()、·A-Za-z-]+$/u.test(plain) && !/\d|名编制|编制\d/u.test(plain)
  )
}

/** 石门村, 东街社区: no office of the township, and its people hold no 编制 of it. */
export function isVillage(text: string): boolean {
  return /^\p{sc=Han}{1,4}(?:村|社区|居委会|村委会)$/u.test(text)
}

/** 云溪乡, 云溪乡人民政府, 中共云溪乡委员会, 县, 机关: the whole, no office in it. */
export function isWholeTownship(text: string, township: string | null): boolean {
  const bare = text
    .replace(/^中共/u, '')
    .replace(/(?:人民政府|政府|党委|委员会|机关|本级|党政机关|机关事业单位)+$/u, '')
  return bare === '' || bare === township || /^[\p{sc=Han}]{1,12}(?:省|市|县|区|旗|乡|镇|街道|街道办事处)$/u.test(bare)
}

/** 云溪乡卫生院, 云溪乡中心小学: bodies of their own whose name begins with the township's. */
const OF_ITS_OWN = /(?:卫生院|医院|学校|小学|中学|幼儿园|敬老院|养老院|福利院)$/u

/** Without the township in front: 云溪乡党政办公室 → 党政办公室. The text itself where nothing stands in front. */
export function withoutTownship(text: string, township: string | null): string {
  // 云溪乡人民政府 is the whole, and 人民政府 no office of it.
  if (OF_ITS_OWN.test(text) || isWholeTownship(text, township)) return text
  for (const front of township === null ? [] : [`${township}人民政府`, `${township}党委`, township]) {
    const rest = text.startsWith(front) ? text.slice(front.length) : ''
    if (Array.from(rest).length >= 2) return rest
  }
  const rest =
    /^(?:[\p{sc=Han}]{2,8}(?:省|市|县|区))?[\p{sc=Han}]{2,4}(?:乡|镇|街道)(?:人民政府)?(?<rest>[\p{sc=Han}].{2,})$/u.exec(
      text,
    )?.groups?.['rest']
  return township === null && rest !== undefined && looksLikeUnit(rest) ? rest : text
}

/** The known names a text may mean: one contains the other, or one leaves out characters of the other (党政办 — 党政综合办公室). Best first. */
export function similarUnits(text: string, known: readonly string[]): readonly string[] {
  const bare = strip(text)
  return known
    .map((name) => ({ name, score: likeness(bare, strip(name)) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || a.name.length - b.name.length)
    .map(({ name }) => name)
}

function strip(text: string): string {
  return text.replaceAll(/[（(][^）)]*[）)]/gu, '').replaceAll(/[\s、·]/gu, '')
}

function likeness(one: string, other: string): number {
  if (one === other) return 3
  // 第2服务中心 and 第12服务中心 are two offices.
  const [number, second] = [one, other].map((name) => /^第[\d一二三四五六七八九十]{1,3}/u.exec(name)?.[0])
  if (number !== undefined && second !== undefined && number !== second) return 0
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (Array.from(short).length < 2) return 0
  if (long.includes(short)) return 2
  if (leavesOut(short, long)) return 1
  // A slip of one character in a long name.
  return short.length >= 5 && short.length === long.length && differing(short, long) === 1 ? 1 : 0
}

/** Shorter than this, what tells an office from others is a word and not a name with a slip in it. */
const LONG_STEM = 4

/** 财政办公室 and 党政办公室: alike in what offices end in, and in little else. More likely two offices than one with a slip. */
export function areOtherOffices(one: string, other: string): boolean {
  const [stem, second] = [withoutEnding(strip(one)), withoutEnding(strip(other))]
  return stem.length < LONG_STEM && stem.length === second.length && differing(stem, second) > 0
}

/** 党政综合 of 党政综合办公室. */
function withoutEnding(name: string): string {
  return name.replace(
    /(?:办公室|服务中心|服务站|管理站|管理所|工作站|中心|大队|中队|办|所|站|局|队|院|馆|室|科|股)$/u,
    '',
  )
}

/** Every character of the short name stands in the long one in order, and both begin alike. */
function leavesOut(short: string, long: string): boolean {
  if (short.at(0) !== long.at(0)) return false
  let at = 0
  for (const character of long) if (character === short[at]) at += 1
  return at === short.length
}

function differing(one: string, other: string): number {
  return Array.from(one).filter(
    (character, index) => character !== other[index] && !/[一二三四五六七八九十东西南北上下]/u.test(character),
  ).length
}
