import { bareWord, withoutCode } from './code-beside.ts'
import { educationLevel, ethnicGroup, politicalStatus } from './vocabularies.ts'
import { shownText, type RawCell } from './raw-workbook.ts'
import { countedCategory, readStandingWord } from './category-words.ts'
import { holdsNames, looksLikeName, couldBeName, POST } from './name-like.ts'
import { compact } from './sheet-grid.ts'
import { bareUnit, couldBeUnit, looksLikeUnit } from './unit-words.ts'

/** What stands in a column: shares (0 to 1) of its filled cells, and how many there are. */
export interface ColumnProfile {
  readonly filled: number
  /** Different texts among them, as a share. */
  readonly distinct: number
  readonly idNumber: number
  readonly name: number
  readonly couldBeName: number
  /** One name or several. */
  readonly names: number
  readonly sex: number
  readonly date: number
  readonly phone: number
  readonly count: number
  readonly standing: number
  readonly education: number
  readonly political: number
  readonly ethnicity: number
  readonly unit: number
  readonly couldBeUnit: number
  readonly post: number
  readonly tick: number
  readonly long: number
}

type Kind = Exclude<keyof ColumnProfile, 'filled' | 'distinct'>

const KINDS: Readonly<Record<Kind, (text: string, cell: RawCell) => boolean>> = {
  idNumber: (text) => isIdText(text),
  name: (text) => looksLikeName(text),
  couldBeName: (text) => couldBeName(text),
  names: (text, cell) => looksLikeName(text) || holdsNames(shownText(cell)),
  sex: (text) => /^(?:[\dA-Z][.．、-])?[男女](?:性)?$/u.test(text),
  date: (text, cell) => (typeof cell === 'object' && cell?.kind === 'date') || isDateText(text),
  phone: (text) => /^(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8}|\d{7,8})$/.test(text),
  count: (text) => /^\d{1,4}[名人个]?$/u.test(text),
  standing: (text) => readStandingWord(text) !== null || countedCategory(text) !== null,
  education: (text) => educationLevel(text.split(/[、，,/／（(]/u)[0] ?? '') !== null,
  political: (text) => politicalStatus(text) !== null,
  ethnicity: (text) => ethnicGroup(text) !== null,
  unit: (_, cell) => looksLikeUnit(bareUnit(linesOf(cell))),
  couldBeUnit: (_, cell) => couldBeUnit(bareUnit(linesOf(cell))),
  post: (text) => POST.test(text),
  tick: (text) => /^(?:[√✓✔☑是●○1Vv]|在)$/u.test(text),
  long: (text) => text.length > 20,
}

const KIND_NAMES = Object.keys(KINDS) as readonly Kind[]

/** The cell's text with its lines, a drop-down's code in front dropped. */
function linesOf(cell: RawCell): string {
  return withoutCode(shownText(cell).trim())
}

/** Profiles cells; blanks and ditto marks are left out. `units`: names that count as offices whatever they end in. */
export function profileOf(cells: readonly RawCell[], units: ReadonlySet<string>): ColumnProfile {
  const counts = Object.fromEntries(Object.keys(KINDS).map((kind) => [kind, 0])) as Record<Kind, number>
  const seen = new Set<string>()
  const kindsOf = new Map<string, readonly Kind[]>()
  let filled = 0
  for (const cell of cells) {
    const text = compact(bareWord((cell === null ? '' : typeof cell === 'string' ? cell : cell.shown).trim()))
    if (text === '' || isDitto(text) || /^[/\\—-]+$/u.test(text)) continue
    filled += 1
    seen.add(text)
    // A column says the same few words again and again.
    const key = typeof cell === 'string' ? cell : null
    const kinds = (key === null ? undefined : kindsOf.get(key)) ?? KIND_NAMES.filter((kind) => KINDS[kind](text, cell))
    if (key !== null) kindsOf.set(key, kinds)
    for (const kind of kinds) counts[kind] += 1
    // Asked only of what does not look like one.
    if (!kinds.includes('unit') && units.has(text)) counts.unit += 1
  }
  const share = (count: number) => (filled === 0 ? 0 : count / filled)
  return {
    ...(Object.fromEntries(Object.entries(counts).map(([kind, count]) => [kind, share(count)])) as Record<
      Kind,
      number
    >),
    filled,
    distinct: share(seen.size),
  }
}

/** 〃, 同上: the value above. */
export function isDitto(text: string): boolean {
  return text.length <= LONGEST_DITTO && DITTO.test(text)
}

const LONGEST_DITTO = 8
const DITTO = /^(?:[—－–-]{0,3}[〃々"“”″＂]{1,2}[—－–-]{0,3}|''|[（(]?(?:同上|同前|上同)[）)]?。?|……|…)$/u

/** 身份证：3300…: the label in the cell itself. */
const ID_LABEL = /^(?:(?:公民|居民|二代)*(?:身份证?|证件)(?:件)?(?:号码?)?|ID(?:NO)?)[:：.]?(?=\d)/iu

/** An ID number as it is written without its label, its brackets and the signs between its digits. */
export function bareIdText(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\s'’‘`="“”\u200b-\u200f\ufeff-]/gu, '')
    .replaceAll(/(?<=\d)[.·—–_/]+(?=[\dXx])/gu, (sign, _at: number, all: string) =>
      all.replaceAll(/\D/gu, '').length > 16 ? '' : sign,
    )
    .replace(/[（(【[](?:居民)?身份证[）)】\]]$/u, '')
    .replace(ID_LABEL, '')
    .replace(/^[[(【〔](.+)[\])】〕]$/u, '$1')
    .replace(ID_LABEL, '')
}

/** An ID number as it is written, with its odd characters; 15 to 18 places, masked ones too. */
export function isIdText(text: string): boolean {
  if (PLAIN_ID.test(text)) return true
  if (text.length < FEWEST_PLACES && PLAIN.test(text)) return false
  const bare = bareIdText(text)
  return /^\d{15}$|^\d{17}[\dXx×*]$|^\d{6}\*{8,9}[\dXx*]{3,4}$|^\d(?:\.\d+)?E\+?1\d$/u.test(bare)
}

const PLAIN_ID = /^\d{17}[\dX]$/
/** A shorter text is none, unless it is 3.6E+17 or holds signs that stand for several characters. */
const FEWEST_PLACES = 15
const PLAIN = /^[ -DF-df-~\p{sc=Han}（）、，。〔〕]*$/u

function isDateText(text: string): boolean {
  const bare = text.normalize('NFKC')
  return (
    /^(?:19|20)?\d{2}[-./年。、,，]\d{1,2}(?:[-./月。、,，]\d{0,2}[日号]?)?/u.test(bare) ||
    /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-3]\d)?$/u.test(bare) ||
    /^[一二][〇○零九][〇○零\d一二三四五六七八九]{2}年/u.test(bare)
  )
}
