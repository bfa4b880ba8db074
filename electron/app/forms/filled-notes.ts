import type { FilledReport } from '../../contract/template-operations.ts'
import { ROSTER_LISTS, type RosterList } from '../../domain/model/finding.ts'
import type { BookView } from '../../domain/views/book-view.ts'
import type { GatheredPart, GatheredTemplate } from './gather-template.ts'
import type { PartPeople } from './part-people.ts'
import type { PartFilling } from './part-result.ts'

/* What is said of a filled form beside its cells: who was left out, what to look at, what the file is called. */

/** A part of the form with whoever is on it and what goes into it. */
export interface PreparedPart {
  readonly gathered: GatheredPart
  readonly people: PartPeople
  readonly filling: PartFilling
  readonly left: string | null
}

/** By list, whoever of the book stands on none that was filled. */
export function leftOut(view: BookView, people: readonly PreparedPart[]): FilledReport['leftOut'] {
  const asked = people.filter(
    ({ gathered }) => gathered.mapping.kind === 'people' || gathered.mapping.kind === 'counts',
  )
  if (asked.length === 0) return []
  const lists = new Set<RosterList>(asked.flatMap((part) => part.people.lists))
  return ROSTER_LISTS.filter((list) => !lists.has(list)).flatMap((list) => {
    const count = view.roster.filter((entry) => entry.list === list).length
    return count === 0 ? [] : [{ list, count }]
  })
}

/** True where whole ID numbers are written. */
export function showsIdNumbers({ mapping }: GatheredPart): boolean {
  return mapping.columns.some(
    ({ field, format }) => field === 'idNumber' && (format === 'plain' || format === 'apostrophe'),
  )
}

/** Sentences on the whole form. */
export function notesOf(
  parts: readonly GatheredPart[],
  old: boolean,
  rows: number,
  view: BookView,
  people: readonly PreparedPart[],
): string[] {
  const unasked = parts.some(({ mapping }) =>
    mapping.columns.some(({ field, format }) => field === 'idNumber' && format === null),
  )
  const lists = new Set(
    people
      .filter(({ gathered }) => gathered.mapping.kind === 'people' || gathered.mapping.kind === 'counts')
      .flatMap((part) => part.people.lists),
  )
  const within = (list: RosterList) => (lists.has(list) ? view.roster.filter((entry) => entry.list === list).length : 0)
  const [over, wrong] = [within('over-quota'), within('non-compliant')]
  return [
    ...(old
      ? [
          '旧版 .xls 只能保留文字、合并和列宽，字体、边框和打印设置会丢。请先在 WPS 里另存为 .xlsx 再填，版式就能原样保留。',
        ]
      : []),
    ...(unasked ? ['身份证号没有选定写法，已打码。要完整号码，请选定“完整号码”，以后这种表都照此填。'] : []),
    ...(lists.has('in-quota') && over + wrong > 0
      ? [
          `实有人员里含${[...(over > 0 ? [`超编 ${over} 人`] : []), ...(wrong > 0 ? [`不合规 ${wrong} 人`] : [])].join('、')}；不要列入，请在“填哪些人”里去掉。`,
        ]
      : []),
    ...(rows === 0 ? ['选定的名单是空的，表里没有写入任何一行。'] : []),
  ]
}

/** The form's name with whose it is and the day. */
export function filledName({ file, raw }: GatheredTemplate, asOf: string, people: readonly string[]): string {
  const name = file.name.replace(/\.[^.]*$/, '')
  const [person] = people
  const whose = people.length > 1 ? `${person}等${people.length}人` : person
  return `${name}${whose === undefined ? '' : `-${whose}`}（已填 ${asOf}）.${raw.format === 'xls' ? 'xlsx' : raw.format}`
}
