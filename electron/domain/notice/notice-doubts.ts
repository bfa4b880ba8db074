import type { Finding } from '../model/finding.ts'
import { addDays, type PlainDate } from '../model/plain-date.ts'
import { QUOTA_CATEGORY_NAMES } from '../model/quota-category.ts'
import type { OverQuotaPerson } from '../roster/over-quota-order.ts'
import type { NoticeContent } from './notice-content.ts'
import type { NoticeOptions } from './notice-texts.ts'
import { hasTelephone } from './personal-number.ts'

/*
 * What may be right and mostly is not: the notice is frozen only with the clerk's reason for each, and the reason stands on its page.
 */

export interface Doubt {
  /** Names it on the command line and in what is frozen. */
  readonly key: string
  /** A sentence, ending in a full stop. */
  readonly text: string
}

/** Why a notice was frozen all the same: frozen with it. */
export interface Overruled {
  readonly reason: string
  readonly doubts: readonly Doubt[]
}

/** Every key at once. */
export const ALL_DOUBTS = 'all'

export interface DoubtFacts {
  readonly options: NoticeOptions
  readonly today: PlainDate
  readonly content: NoticeContent
  /** Facts that are open on the list's day, with their keys. */
  readonly open: readonly { readonly key: string; readonly finding: Pick<Finding, 'severity' | 'personId' | 'text'> }[]
  readonly overQuota: readonly OverQuotaPerson[]
  readonly unitName: (unitId: string) => string
}

/** Days after which a notice should have been entered long ago, after which a list is old, and beyond which nobody plans a posting. */
const [LATE, OLD, FAR] = [10, 60, 60] as const

/** Every doubt of a notice, the dates first. */
export function noticeDoubts(facts: DoubtFacts): readonly Doubt[] {
  return [...dates(facts), ...telephone(facts), ...orders(facts), ...errors(facts)]
}

/** Doubts the clerk has not given a reason for. */
export function unansweredDoubts(doubts: readonly Doubt[], keys: readonly string[]): readonly Doubt[] {
  return keys.includes(ALL_DOUBTS) ? [] : doubts.filter((doubt) => !keys.includes(doubt.key))
}

function dates({ options: { from, asOf }, today }: DoubtFacts): readonly Doubt[] {
  return [
    ...(from < addDays(today, -LATE)
      ? [{ key: 'posted-long-past', text: `张贴日 ${from} 早已过去，今天是 ${today}。` }]
      : []),
    ...(from > addDays(today, FAR)
      ? [{ key: 'posted-far-ahead', text: `张贴日 ${from} 还远，今天是 ${today}：到那天名单多半已有变动。` }]
      : []),
    ...(asOf > today ? [{ key: 'list-ahead', text: `名单截至 ${asOf}，这一天还没到，今天是 ${today}。` }] : []),
    ...(asOf < addDays(from, -OLD)
      ? [{ key: 'list-old', text: `名单截至 ${asOf}，到张贴日 ${from} 已过 ${OLD} 天以上。` }]
      : []),
  ]
}

function telephone({ options }: DoubtFacts): readonly Doubt[] {
  return hasTelephone(options.phone ?? '')
    ? []
    : [{ key: 'no-telephone', text: '没有写监督电话：群众有异议打不通电话。' }]
}

/** Who stands over in a line is her word or a document's; where neither was given, it is only the order of entry. */
function orders({ overQuota, unitName }: DoubtFacts): readonly Doubt[] {
  const lines = Map.groupBy(
    overQuota.filter((person) => person.by === 'latest'),
    (person) => `${person.unitId}:${person.category}`,
  )
  return [...lines].flatMap(([line, [first]]) =>
    first === undefined
      ? []
      : [
          {
            key: `over-quota-order:${line}`,
            text: `${unitName(first.unitId)}${QUOTA_CATEGORY_NAMES[first.category]}超编，谁列为超编还没有指定，现在按进入这个机构的先后排。`,
          },
        ],
  )
}

function errors({ content, open }: DoubtFacts): readonly Doubt[] {
  const listed = new Set(
    content.sections.flatMap((section) =>
      section.units.flatMap((unit) => unit.people.map((person) => person.personId)),
    ),
  )
  return open
    .filter(({ finding }) => finding.severity === 'error' && finding.personId !== null && listed.has(finding.personId))
    .map(({ key, finding }) => ({ key: `open-error:${key}`, text: `榜上的人有违规问题没有处理：${finding.text}` }))
}
