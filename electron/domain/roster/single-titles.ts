import { madeOf } from '../model/made-of.ts'
import { rememberText } from '../model/remember-text.ts'

/*
 * Titles that one person holds: 党委书记, 乡长, 人大主席, 纪委书记, 武装部长 in the township; the head in each office and station. 副…, …助理 and
 * 主任科员 are others. A post may carry several titles (党委副书记、镇长), and may say its unit's name again (农业站站长).
 */

/** Which titles have one holder. An entry may give other writings of the same title after ｜. */
export interface SingleTitleLists {
  /** One in the township. */
  readonly township: readonly string[]
  /** One in each unit: the head. */
  readonly unit: readonly string[]
}

/** What is meant where no rule pack says otherwise. */
export const SINGLE_TITLES: SingleTitleLists = {
  township: [
    '党委书记｜党工委书记',
    '乡长｜镇长｜街道办事处主任',
    '人大主席｜人大主席团主席｜人大工委主任',
    '纪委书记｜纪工委书记',
    '武装部长｜武装部部长｜人武部长｜人武部部长｜专武部长',
  ],
  unit: ['主任', '站长', '所长', '队长', '大队长', '馆长', '院长', '部长', '书记', '主席'],
}

/** Where a post stands. */
export interface TitlePlace {
  /** The township's own name: its posts may begin with it. */
  readonly township: string
  readonly unitId: string
  readonly unitName: string
  /** 加挂牌子: the head of the plate is the head of the unit. */
  readonly nameplates: readonly string[]
}

export interface SingleTitle {
  /** The same for two posts whose titles are one. */
  readonly key: string
  /** As it is said: 纪委书记, 主任. */
  readonly title: string
}

/** The titles of a post that only one person holds, e.g. 党委副书记、镇长 → 镇长. None for 副主任 or 四级主任科员. */
export function singleTitlesOf(postTitle: string, place: TitlePlace, lists: SingleTitleLists): readonly SingleTitle[] {
  if (!mayBeSingle(lists)(postTitle)) return NONE
  const found = titleParts(postTitle).flatMap(
    (part) => townshipTitle(part, place, lists.township) ?? headTitle(part, place, lists.unit) ?? [],
  )
  return [...new Map(found.map((single) => [single.key, single])).values()]
}

const NONE: readonly SingleTitle[] = []

/** False for a post none of whose titles ends like one of the lists, wherever it is: most posts of a book. */
export const mayBeSingle = madeOf((lists: SingleTitleLists) => {
  const ends = [...lists.township.flatMap((entry) => entry.split('｜')), ...lists.unit, ...SPOKEN]
  return rememberText((postTitle) => titleParts(postTitle).some((part) => ends.some((end) => part.endsWith(end))))
})

/** The titles a post carries, without what stands in brackets: 党委委员、纪委书记（正科级） → 党委委员, 纪委书记. */
export const titleParts = rememberText((postTitle): readonly string[] =>
  postTitle
    .replaceAll(/[（(【[][^）)】\]]*[）)】\]]/gu, '')
    .split(/[、，,;；/／\s]|兼任|兼/u)
    .filter((part) => part !== ''),
)

/** What may stand before a title of the township: its name, 乡镇 or 政府, and 代理. Another organ's 纪委书记 is another title. */
const OWN_ORGAN = /^(?:中共)?(?:[\p{sc=Han}]{0,10}[乡镇]|[\p{sc=Han}]{0,10}街道)?(?:人民政府|政府)?(?:代理?)?$/u

const SPOKEN = ['书记', '部长', '主席', '主任']

function townshipTitle(part: string, place: TitlePlace, list: readonly string[]): SingleTitle | undefined {
  const own = stripped(part, place.township)
  // 书记 in 山溪乡纪委, 部长 in 人武部: the unit says the rest.
  const spoken = SPOKEN.includes(own) ? [stripped(place.unitName, place.township) + own, own] : [own]
  for (const entry of list) {
    const [title = entry, ...others] = entry.split('｜')
    for (const form of [title, ...others]) {
      const said = spoken.find((one) => one.endsWith(form) && OWN_ORGAN.test(one.slice(0, -form.length)))
      if (said !== undefined) return { key: `township:${title}`, title: form }
    }
  }
  return undefined
}

/** Ends of the name of an organ of its own: 民政办主任 beside 社会事务办主任. */
const ORGAN = /(?:办|办公室|站|所|中心|队|局|科|部|馆)$/u

function headTitle(part: string, place: TitlePlace, list: readonly string[]): SingleTitle | undefined {
  const own = stripped(part, place.township)
  const head = list.filter((title) => own.endsWith(title)).toSorted((one, other) => other.length - one.length)[0]
  if (head === undefined) return undefined
  const before = own.slice(0, -head.length)
  if (/副|助理|原|前任/u.test(before)) return undefined
  const names = [place.unitName, ...place.nameplates]
  if (names.some((name) => isShortFor(before, name))) return { key: `unit:${place.unitId}:${head}`, title: head }
  return ORGAN.test(before) ? { key: `unit:${place.unitId}:${own}`, title: own } : undefined
}

/** 党政办 is short for 党政综合办公室: its letters stand in it in their order. Nothing is short for anything. */
function isShortFor(short: string, name: string): boolean {
  let from = 0
  for (const letter of short) {
    const at = name.indexOf(letter, from)
    if (at === -1) return false
    from = at + 1
  }
  return true
}

function stripped(text: string, township: string): string {
  return text.startsWith(township) ? text.slice(township.length) : text
}
