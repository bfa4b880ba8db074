import { pattern } from '../../vocabulary/pattern.ts'
import { codesOf } from '../../vocabulary/code-list.ts'
import { rememberText } from '../model/remember-text.ts'
import { monthOf, type PlainDate, type PlainMonth } from '../model/plain-date.ts'
import { isDuty, isMatter, isOfRelative, isOver, isPlan, isRelative, monthsIn, neverCame } from './remark-clause.ts'
import { HERE, ON_LOAN, OUTSIDE, TO_COME, WORDS, type RemarkKind } from './remark-patterns.ts'

export type { RemarkKind } from './remark-patterns.ts'

/** What a remark says of the person whose row it stands in. */
export interface RemarkReading {
  readonly kind: RemarkKind
  /** The clause that says so, as written. */
  readonly words: string
  /** The month it began or happened, where the clause names one. */
  readonly since: PlainMonth | null
}

export interface RemarkContext {
  /** What lies after this day has not happened; null: no day is judged. */
  readonly asOf: PlainDate | null
  /** The township's own name: what happens inside it is no leaving. */
  readonly township?: string | null
}

/** The gravest first. */
const GRAVITY: Readonly<Record<RemarkKind, number>> = {
  dead: 0,
  retired: 1,
  left: 2,
  onLoanHere: 3,
  lentOut: 4,
  away: 5,
  toCome: 6,
}
const ORDER = codesOf(GRAVITY).toSorted((left, right) => GRAVITY[left] - GRAVITY[right])
/** What ends when somebody is back. */
const MAY_END: Readonly<Record<RemarkKind, boolean>> = {
  dead: false,
  retired: false,
  left: true,
  lentOut: true,
  onLoanHere: true,
  away: true,
  toCome: true,
}

/**
 * Reads 备注 (or a post title): has its holder died, retired, left; is lent out (lentOut), from elsewhere (onLoanHere), long away (away),
 * not come yet (toCome)?
 * Null when it says none of these: a duty (负责离退休干部工作), a plan (拟调县局), a relative (父亲病故), the way in (由县局调入), what is
 * over (借调期满已返回) or yet to come (2027年3月退休) is none. Of several clauses the gravest counts.
 */
export function readRemark(text: string | null, context: RemarkContext = { asOf: null }): RemarkReading | null {
  if (text === null || text === '') return null
  return readerFor(context.asOf, context.township ?? '')(text)
}

type Reader = (text: string) => RemarkReading | null

/** Readers of the latest contexts: a book asks thousands of times on one day, and remarks repeat. */
const READERS: { readonly asOf: PlainDate | null; readonly township: string; readonly read: Reader }[] = []
const MOST_READERS = 8

function readerFor(asOf: PlainDate | null, township: string): Reader {
  const known = READERS.find((one) => one.asOf === asOf && one.township === township)
  if (known !== undefined) return known.read
  const read = rememberText((text) => (text.trim() === '' ? null : readAnew(text, asOf, township)))
  if (READERS.length >= MOST_READERS) READERS.shift()
  READERS.push({ asOf, township, read })
  return read
}

function readAnew(text: string, asOf: PlainDate | null, township: string): RemarkReading | null {
  const own = township === '' ? text : text.replaceAll(township, '本乡')
  const over = isOver(own)
  const refused = neverCame(own)
  const found = clausesOf(own).flatMap((clause): readonly RemarkReading[] => {
    const kinds = ORDER.filter(
      (kind) => !(MAY_END[kind] && over) && !(kind !== 'dead' && kind !== 'away' && refused) && says(clause, kind),
    )
    const kind = kinds[0]
    if (kind === undefined || !inTime(clause, kind, asOf)) return []
    return [{ kind, words: clause, since: monthsIn(clause).find((month) => !month.closes)?.first ?? null }]
  })
  return found.toSorted((left, right) => GRAVITY[left.kind] - GRAVITY[right.kind])[0] ?? null
}

/** Clauses; a comma inside brackets does not end one, and a space only between words and not inside a date. */
function clausesOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFKC')
      .split(/[,，。；;\n]+(?![^(（]*[)）])|(?<=[\p{Script=Han})）])\s+(?=[\p{Script=Han}\d])/u)
      // 自2025年6月起抽调到县局: where the time begins is no place somebody comes from.
      .map((clause) => clause.replaceAll(/\s+/gu, '').replace(/^[自从由于](?=\d{2,4}[年.])/u, ''))
      .filter((clause) => clause !== '')
  )
}

function says(clause: string, kind: RemarkKind): boolean {
  if (isDuty(clause) || isOfRelative(clause)) return false
  switch (kind) {
    case 'dead':
      return !isRelative(clause) && happened(clause, WORDS.dead)
    case 'retired':
      return !isRelative(clause) && happened(clause, WORDS.retired) && !/(?:内部|离岗)退休/u.test(clause)
    case 'left':
      return saysLeft(clause)
    case 'onLoanHere':
      return (
        ON_LOAN.test(clause) &&
        !DOWN_TO_OUTSIDE.test(clause) &&
        !isPlan(before(clause, ON_LOAN), behind(clause, ON_LOAN)) &&
        !/手续|选调生/u.test(clause)
      )
    case 'lentOut':
      return saysLentOut(clause)
    case 'away':
      return saysAway(clause)
    case 'toCome':
      return TO_COME.test(clause)
  }
}

const before = (clause: string, words: RegExp): string => clause.slice(0, words.exec(clause)?.index ?? 0)
function behind(clause: string, words: RegExp): string {
  const match = words.exec(clause)
  return match === null ? '' : clause.slice(match.index + match[0].length)
}

const EVERY_PLACE = new WeakMap<RegExp, RegExp>()
function everyPlaceOf(words: RegExp): RegExp {
  const known = EVERY_PLACE.get(words)
  if (known !== undefined) return known
  const made = new RegExp(words, 'gu')
  EVERY_PLACE.set(words, made)
  return made
}

/** The words stand there, once at least, as neither a plan nor a matter somebody deals with. */
function happened(clause: string, words: RegExp): boolean {
  return [...clause.matchAll(everyPlaceOf(words))].some((match) => {
    const rest = clause.slice(match.index + match[0].length)
    return !isPlan(clause.slice(0, match.index), rest) && !isMatter(rest)
  })
}

const HERE_WORDS = new RegExp(HERE, 'u')
const FROM = /^(?:\d[\d年.\-/月日]*)?(?:原)?(?:由|从|自|经)(?!于|本|我|该)/u
const INWARD = /(?:转|调|划|考|招|分配|交流|选调|安置|录用|聘)(?:任)?(?:来|入本|入我|进入|进本|进我)|进入$|考入$|转入$/u
const TO_OUTSIDE = new RegExp(
  `(?:(?<!抽|借|协|商)调|商调|(?<![报备参应])考|转任|调任|提任|提拔任?|升任|划转|划归` +
    `|划入|上划|转隶|转|公选|遴选|选调|交流|商调|录用|招录|安置|分流|工作调动|考录|考取|考入|考上|改任|调动|随迁` +
    `|公招|公考|招考|应聘|竞聘|赴任|到任|履新|派任|入职|当选|安排|转业|已进|去了)(?:到|至|往|去|入|任|为|于|进|上|取)*${OUTSIDE}`,
  'u',
)
const BY_OUTSIDE = new RegExp(`被${OUTSIDE}[^，]{0,4}(?:遴选|选调|调走|调去|录用|录取|招走|考录)`, 'u')
const POST_OUTSIDE = new RegExp(
  `^(?:现|现已|已|目前)?(?:到|在|去|于)${OUTSIDE}[^，]{0,10}任(?!务|教)|^(?:现|现已|已|\\d[\\d年.\\-/月日起始]*)?任${OUTSIDE}[^，]{0,8}(?:书记|长|主任|委员(?!会)|主席)$`,
  'u',
)
const REPORTED_TO = new RegExp(`(?:到|去|向)${OUTSIDE}[^，]{0,4}报到`, 'u')
/** Where 调至、调到 lead when it is neither an outside body nor a room of the township. */
const MOVED = /(?<!抽|借|协)调(?:至|到|往|去)(?<place>[^，(（]{2,})/u
const ROOM = /^(?:本|我|该)|(?:中心|站|所|办|办公室|村|社区|岗|岗位|线|组|队|大队|窗口)(?:工作|任职|上班|帮忙)?$/u
const GONE =
  /调任他用|已调用|已办(?:理|好|完|结)?(?:调动|调离|离职|辞职)手续|(?<!抽|借|协)调(?:出|离|走|往)|(?:已|已经)(?:调转|调任|调入|转任|调动|调到|上划|划走|转走)|随迁|跨(?:省|市|县|区)[^，]{0,2}调(?:动|走|出)/u
const STUDY = /代表(?:$|[（(])|政协委员|研究生|证书|资格|职称|函授|本科|大专|学位|驾/u

function saysLeft(clause: string): boolean {
  if (happened(clause, WORDS.leftStrong) && !/辞去(?!公).*职务/u.test(clause)) return true
  if (HERE_WORDS.test(clause) && !/调离|调出|离开/u.test(clause)) return false
  if (FROM.test(clause) || INWARD.test(clause) || STUDY.test(clause)) return false
  if (happened(clause, GONE) || movedAway(clause)) return true
  for (const words of [TO_OUTSIDE, BY_OUTSIDE, POST_OUTSIDE, REPORTED_TO]) {
    if (words.test(clause) && !isPlan(before(clause, words), behind(clause, words)) && !/手续|借/u.test(clause))
      return true
  }
  return false
}

function movedAway(clause: string): boolean {
  const place = MOVED.exec(clause)?.groups?.['place']
  return place !== undefined && !ROOM.test(place) && happened(clause, MOVED)
}

const LENT_PLAIN = pattern`
    支教|支医|(?:赴|驻)(?:外|\p{Script=Han}{2,3})招商|抽调在[^，本我]{0,3}外|(?:赴|到|去)[^，本我]{1,10}支援|^支援(?:西藏|新疆|青海)|借出|上挂|外挂|跟班学习|跟班锻炼|援(?:疆|藏|青|琼|外|非|川|甘|滇|黔|桂|渝
    |宁)(?!建)|外派|派往|以案代训|以干代训|被[^，]{1,14}(?:借|抽)|(?:借|抽|要)(?:走|去)|外借|借调中|在外借[调用]|(?:借[调用]|抽调)在外|长期借调|^(?:现|目前|长期|已)?(?:在外)?(?:借调|抽调)(?:人员|干部|在外|中)?$
  `
const LENT_TO = new RegExp(
  `(?:借调|借用|暂借|借|抽调|抽|挂职|选派|派驻|派|跟班|顶岗|支援|援建|跟岗|挂任|对口帮扶|对口协作)` +
    `(?:锻炼|学习|参加|参与|人员)*(?:到|至|往|去|在|于|赴|给|入|进)*${OUTSIDE}`,
  'u',
)
const LENT_BY = new RegExp(
  `^(?:现|目前|长期|仍|已|\\d[\\d年.\\-/月日起至今]*)*(?:被|由|在|到|于|赴|去)?${OUTSIDE}[^，来]{0,12}?(?:借调|借用|抽调|抽去|挂职|挂任|跟班|跟岗|顶岗` +
    `|抽用|帮助工作|帮工|帮忙|协助工作|协助办案|协助|代训|锻炼|驻点)`,
  'u',
)
const WORKS_OUTSIDE = new RegExp(
  `^(?:现|目前|长期|一直|仍|实际|本人|人|已|在)*(?:在|到|去|赴)${OUTSIDE}[^，]{0,8}(?:工作|上班|办公|办案|锻炼|坐班|窗口|帮忙)` +
    `|驻外|驻[^，村]{1,6}(?:办事处|联络处|工作)|^(?:现|目前|长期|一直)在${OUTSIDE}[^，]{0,8}$`,
  'u',
)
const TASK_FORCE =
  /(?:抽调|抽到|抽去|抽至|借调|借用)(?:到|至|去|参加)?[^，本我]*(?:专班|指挥部|工作组|巡察组|专案组|项目部|工作队)/u
/** 下派 away from the township: into a company, a district. */
const DOWN_TO_OUTSIDE = new RegExp(`下派(?:到|至|往)(?!${HERE}|[乡镇])${OUTSIDE}`, 'u')
const PERSON_ELSEWHERE = new RegExp(
  `人(?:员)?(?:已|现|一直)?在${OUTSIDE}|不在(?:${HERE})[^，]{0,2}(?:上班|工作|办公)`,
  'u',
)

function saysLentOut(clause: string): boolean {
  if (ON_LOAN.test(clause) && !DOWN_TO_OUTSIDE.test(clause)) return false
  if (happened(clause, LENT_PLAIN)) return true
  if (HERE_WORDS.test(clause) && !PERSON_ELSEWHERE.test(clause)) return false
  return [DOWN_TO_OUTSIDE, LENT_TO, LENT_BY, WORKS_OUTSIDE, TASK_FORCE, PERSON_ELSEWHERE].some(
    (words) =>
      words.test(clause) &&
      !isPlan(before(clause, words), behind(clause, words)) &&
      !/^(?:手续|管理|登记|考勤)/u.test(behind(clause, words)) &&
      !FROM.test(clause),
  )
}

function saysAway(clause: string): boolean {
  if (!WORDS.away.test(clause)) return false
  const rest = behind(clause, WORDS.away)
  return (
    !/拟|申请|计划|准备|未批|将于|撤销|解除|取消|不存在|没有|无(?!故)/u.test(before(clause, WORDS.away)) &&
    !neverCame(clause) &&
    !isMatter(rest) &&
    !/^(?:号|儿童|人口|保险|劳动力|处理规定)/u.test(rest)
  )
}

/** Begun by the day, and not over before it. What happens once (死亡、退休、调出) is not over by having an end. */
function inTime(clause: string, kind: RemarkKind, asOf: PlainDate | null): boolean {
  // Who is yet to come may well have a day to come on.
  if (asOf === null || kind === 'toCome') return true
  const now = monthOf(asOf)
  const months = monthsIn(clause)
  const ends = MAY_END[kind] && kind !== 'left'
  return months.every((month) => (month.closes && ends ? month.last >= now : month.first <= now))
}
