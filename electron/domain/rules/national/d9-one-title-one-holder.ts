import { madeOf } from '../../model/made-of.ts'
import { mayBeSingle, singleTitlesOf, type SingleTitle, type SingleTitleLists } from '../../roster/single-titles.ts'
import type { Holding, Person } from '../../model/person.ts'
import type { PresentPerson, SnapshotIndex } from '../../model/snapshot-index.ts'
import type { Flag, RuleInput } from '../rule.ts'
import { ruleByGroup } from '../rule-by-group.ts'
import { SINGLE_TITLE_PARAMETERS, singleTitleLists } from '../single-titles-in-force.ts'
import { dateText, nameList, placeName, unitIdOf } from '../wording.ts'
import { civilServantLaw } from '../sources.ts'

interface Holder {
  readonly person: Person
  readonly holding: Holding
  readonly single: SingleTitle
}

/**
 * One title, one holder. Two without a handover on record stand off the sheet until it is settled, for nobody can say whose name belongs
 * there; a handover that has run past its end, or has none, is told and changes nothing else.
 */
export const oneTitleOneHolderRule = ruleByGroup({
  id: 'D9',
  title: '一个职务只能由一人担任',
  severity: 'error',
  effect: 'eligibility',
  sources: [
    civilServantLaw({
      article: '第四十三条',
      clause: '公务员任职应当在规定的编制限额和职数内进行，并有相应的职位空缺。',
    }),
  ],
  pack: null,
  stage: 'facts',
  reads: ['units'],
  parameters: SINGLE_TITLE_PARAMETERS,
  told: ({ snapshot, parameters }: RuleInput<'units'>) => ({
    township: snapshot.units.find((unit) => unit.kind === 'township')?.name ?? snapshot.book.name,
    lists: singleTitleLists(parameters),
  }),
  keysOf: (present, { township, lists }) => {
    const titles = titlesOf(present, township, lists)
    return titles.length === 0 ? NO_KEYS : titles.map(({ single }) => single.key)
  },
  ofGroup: (key, members, { asOf, index, told: { township, lists } }) => {
    if (members.length < 2) return NOTHING
    const own = members.flatMap((one) => titlesOf(one, township, lists).filter(({ single }) => single.key === key))
    return judge([...new Map(own.map((holder) => [holder.person.id, holder])).values()], asOf, index)
  },
})

const NOTHING: readonly Flag[] = []
const NO_KEYS: readonly string[] = []
const NOBODY: readonly Holder[] = []

/** Of one person. Most hold no such title: nothing is made or kept for them. */
function titlesOf(present: PresentPerson, township: string, lists: SingleTitleLists): readonly Holder[] {
  const isSingle = mayBeSingle(lists)
  for (const { post } of present.seats)
    if (post !== undefined && isSingle(post.title)) return heldTitles(present, township, lists)
  return NOBODY
}

/** Kept as long as their own facts, the township's name and the lists are the same. */
const heldTitles = madeOf(
  ({ person, holdings, seats }: PresentPerson, township: string, lists: SingleTitleLists): readonly Holder[] =>
    holdings.flatMap((holding, at): readonly Holder[] => {
      const { post, unit } = seats[at] ?? {}
      if (post === undefined || unit === undefined || !HOLDS.has(holding.kind)) return []
      const place = { township, unitId: unit.id, unitName: unit.name, nameplates: unit.nameplates }
      return singleTitlesOf(post.title, place, lists).map((single) => ({ person, holding, single }))
    }),
)

/** 挂职 and 借入 people hold no post of the township, 编外 people none at all. */
const HOLDS: ReadonlySet<Holding['kind']> = new Set<Holding['kind']>(['substantive', 'concurrent'])

function judge(holders: readonly Holder[], asOf: string, index: SnapshotIndex): readonly Flag[] {
  if (holders.length < 2) return NOTHING
  const settled = holders.filter((holder) => !handsOver(holder, holders))
  if (settled.length > 1) return settled.map((holder) => twoHolders(holder, settled, index))
  return holders.flatMap((holder) => {
    const { dueOn } = holder.holding
    return !settled.includes(holder) && (dueOn === null || dueOn < asOf) ? [overdue(holder, holders, index)] : []
  })
}

/** A handover is with whoever was there while it ran: an old one says nothing of somebody who came after its end. */
function handsOver({ person, holding }: Holder, holders: readonly Holder[]): boolean {
  const { overlapAllowed, dueOn } = holding
  return (
    overlapAllowed &&
    holders.some((other) => other.person.id !== person.id && (dueOn === null || other.holding.validFrom <= dueOn))
  )
}

function twoHolders({ person, holding, single }: Holder, holders: readonly Holder[], index: SnapshotIndex): Flag {
  const others = holders.filter((other) => other.person.id !== person.id).map((other) => other.person)
  return {
    unitId: unitIdOf(index, person.id),
    personId: person.id,
    text: `${person.name}（${placeName(index, holding)}）与${nameList(others)}都登记为${single.title}，没有登记交接。查清之前都不列入公示名单。`,
    remedy: '已经接替的，给前任登记免职或调整；正在交接的，登记交接和结束日；职务名称写错的，更正职务名称。',
    facts: { 职务: single.title, 任职人数: holders.length },
  }
}

function overdue({ person, holding, single }: Holder, holders: readonly Holder[], index: SnapshotIndex): Flag {
  const others = holders.filter((other) => other.person.id !== person.id).map((other) => other.person)
  const end = holding.dueOn === null ? '没有登记结束日' : `已于${dateText(holding.dueOn)}到期，仍有两人任职`
  return {
    unitId: unitIdOf(index, person.id),
    personId: person.id,
    effect: 'none',
    text: `${person.name}与${nameList(others)}交接${single.title}，${end}。`,
    remedy: '交接已完成的，给前任登记免职或调整；还要交接的，重新登记结束日。',
    facts: { 职务: single.title, 交接结束日: holding.dueOn ?? '未登记' },
  }
}
