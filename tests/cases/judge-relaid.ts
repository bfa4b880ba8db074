import { createHash } from 'node:crypto'
import { planImport } from '../../electron/domain/import-plan/plan-import.ts'
import type { ImportPlan } from '../../electron/domain/import-plan/import-plan.ts'
import { QUOTA_CATEGORY_NAMES } from '../../electron/domain/model/quota-category.ts'
import { EMPTY_BOOK } from '../../electron/domain/table/known-book.ts'
import type { RawSheet } from '../../electron/domain/table/raw-workbook.ts'
import { understandWorkbook } from '../../electron/domain/table/understand-workbook.ts'
import { dice } from '../kit/dice.ts'
import { emptyState } from '../kit/import-plan.ts'
import { surround } from './compose-around.ts'
import { relayRoster, type Relaid, type ToldKey } from './compose-relaid.ts'
import { peopleFor } from './judge-composed.ts'
import type { Person } from './kit/people.ts'

/* Rosters laid out anew, planned for an empty book, held against who is in them and what the sheets tell of them. */

const BOOK = { ...EMPTY_BOOK, township: '云溪乡' }

/** A layout by its number. Every third has something around it. */
export function relaidFor(seed: number): Relaid {
  const people = peopleFor(seed)
  const plain = relayRoster(people, dice(seed * 13 + 5))
  if (seed % 3 !== 0) return plain
  const { sheets, about } = surround(plain.sheets, people, dice(seed + 7000))
  return { ...plain, sheets, about: `[${about}] ${plain.about}` }
}

export interface RelaidOutcome {
  /** `refused`: who is missing is named with a reason. `lost`: everybody is where they belong, and a fact the sheet tells is not read. */
  readonly state: 'right' | 'asked' | 'refused' | 'lost' | 'wrong'
  readonly problem: string
  readonly about: string
}

/** Plans a layout. `control`: one person is told another office, so that every layout is wrong. */
export function judgeRelaid(seed: number, control = false): RelaidOutcome {
  const all = peopleFor(seed)
  const people = control ? all.map((one, at) => (at === 0 ? { ...one, unit: '水利站' } : one)) : all
  const { sheets, told, about } = relaidFor(seed)
  const first = planned(sheets, {})
  if (first.questions.length === 0) {
    const { misplaced, refused, lost } = compare(people, told, first.plan)
    const state =
      misplaced.length > refused.length ? 'wrong' : refused.length > 0 ? 'refused' : lost.length > 0 ? 'lost' : 'right'
    return { state, problem: [...misplaced, ...lost].slice(0, 4).join(' / '), about }
  }
  // Asked: with the answers the program proposes it must come out right, where it proposes any.
  let answers: Record<string, string> = {}
  let now = first
  for (let round = 0; round < 4 && now.questions.length > 0; round += 1) {
    answers = {
      ...answers,
      ...Object.fromEntries(
        now.questions.flatMap(({ id, suggested }) => (suggested === null ? [] : [[id, suggested]])),
      ),
    }
    now = planned(sheets, answers)
  }
  const open = now.questions.map(({ text }) => `? ${text}`)
  const { misplaced, lost } = open.length > 0 ? { misplaced: open, lost: [] } : compare(people, told, now.plan)
  return {
    state: 'asked',
    problem: [...first.questions.slice(0, 2).map(({ text }) => text), '→', ...[...misplaced, ...lost].slice(0, 3)].join(
      ' / ',
    ),
    about,
  }
}

function planned(sheets: readonly RawSheet[], answers: Readonly<Record<string, string>>) {
  const read = understandWorkbook({ format: 'xlsx', sheets }, { book: BOOK, answers })
  const plan = planImport(read, emptyState({ bookName: '云溪乡' }), {
    today: '2026-11-22',
    digest: (text) => createHash('sha256').update(text).digest('hex'),
  })
  return { questions: read.questions, plan }
}

const quotaName = (category: keyof typeof QUOTA_CATEGORY_NAMES | null) =>
  category === null ? null : QUOTA_CATEGORY_NAMES[category]

type Read = Readonly<Record<ToldKey, string | null>>

function readBy({ writes }: ImportPlan): ReadonlyMap<string, readonly Read[]> {
  const posts = new Map(writes.posts.map((post) => [post.id, post]))
  const units = new Map(writes.units.map((unit) => [unit.id, unit.name]))
  const versions = new Map(writes.personVersions.map((one) => [one.personId, one]))
  const files = new Map(
    writes.records.filter(({ kind }) => kind === 'personFile').map((one) => [one.personId, one.content]),
  )
  const holdings = new Map(writes.holdings.map((one) => [one.personId, one]))
  return Map.groupBy(
    writes.people.map((one) => {
      const holding = holdings.get(one.id)
      const post = posts.get(holding?.postId ?? '')
      const file = files.get(one.id)
      const text = (value: unknown) => (typeof value === 'string' ? value : null)
      return {
        name: one.name,
        unit: units.get(post?.unitId ?? '') ?? null,
        category: quotaName(holding?.category ?? null),
        id: one.idNumber,
        sex: one.sex,
        birth: one.birth,
        nation: one.ethnicity,
        politics: versions.get(one.id)?.politicalStatus ?? null,
        education: versions.get(one.id)?.education ?? null,
        work: one.workStarted,
        entered: holding?.enteredOn ?? null,
        party: text(file?.['partyJoined']),
        phone: text(file?.['phone']),
        post: post?.title ?? null,
      }
    }),
    ({ name }) => name,
  )
}

function compare(people: readonly Person[], told: ReadonlySet<ToldKey>, plan: ImportPlan) {
  const found = readBy(plan)
  const [misplaced, lost]: [string[], string[]] = [[], []]
  for (const person of people) {
    const same = found.get(person.name) ?? []
    const [only] = same
    if (only === undefined || same.length > 1) {
      misplaced.push(`${person.name}: ${same.length} rows`)
      continue
    }
    for (const key of told) {
      const meant = person[key]
      const value = only[key]
      const isSame = key === 'birth' ? value?.slice(0, 7) === meant?.slice(0, 7) : value === meant
      if (isSame) continue
      const line = `${person.name}.${key}: ${value} for ${meant}`
      if (key === 'unit' || key === 'category' || key === 'id') misplaced.push(line)
      else lost.push(line)
    }
  }
  const extra = [...found.keys()].filter((name) => !people.some((one) => one.name === name))
  const refused = plan.rows.filter(
    ({ action, title }) => action === 'refuse' && people.some(({ name }) => name === title),
  )
  return { misplaced: [...misplaced, ...extra.map((name) => `extra ${name}`)], refused, lost }
}
