import { codesOf, titlesOf, type CodeEntry, type CodeList } from './code-list.ts'

/* 到期: what falls due for a person, and how it stands on a day. */

/** Kinds, in the order of the screen. */
export const DUE_KIND_LIST = {
  rank: { title: '职级晋升' },
  probation: { title: '试用期满' },
  term: { title: '任现职年限' },
  contract: { title: '聘用合同' },
  secondment: { title: '借调挂职' },
  retirement: { title: '退休' },
  review: { title: '年度考核' },
  training: { title: '培训' },
} as const satisfies CodeList
export type DueKind = keyof typeof DUE_KIND_LIST
export const DUE_KINDS = codesOf(DUE_KIND_LIST)
export const DUE_KIND_TITLES = titlesOf(DUE_KIND_LIST)

/**
 * How it stands. `past`: the day is over. `now`: it is the day, or the month where only a month is known. `ahead`: still to come. `barred`: the
 * time is told, but something recorded stands against it. `unknown`: a fact is missing, so nothing is said of the time.
 */
export const DUE_STATE_LIST = {
  past: { title: '已到' },
  now: { title: '正到' },
  ahead: { title: '未到' },
  barred: { title: '暂不能' },
  unknown: { title: '不能判断' },
} as const satisfies CodeList
export type DueState = keyof typeof DUE_STATE_LIST
export const DUE_STATES = codesOf(DUE_STATE_LIST)
export const DUE_STATE_TITLES = titlesOf(DUE_STATE_LIST)

/** 任现职满几年提醒: the years at which the national system reminds; no law fixes them for a township. */
export const TERM_YEARS: readonly number[] = [5, 8, 10]

/** 到龄退休 is announced so many months ahead. */
export const RETIREMENT_NOTICES: readonly number[] = [12, 6, 3, 1]

/** 录用 (ZB77): entries that begin with a 试用期. */
export const RECRUITED_CAUSES: readonly string[] = ['21', '22', '23', '24', '26', '27', '29']

/** Least training of a year: either is enough. */
export const TRAINING_LEAST = { hours: 90, days: 12 } as const

/** How a kind is asked for: its code or its title. */
export function dueKindNamed(text: string): DueKind | null {
  const entries: readonly (readonly [DueKind, CodeEntry])[] = DUE_KINDS.map((kind) => [kind, DUE_KIND_LIST[kind]])
  return entries.find(([kind, { title }]) => kind === text || title === text)?.[0] ?? null
}
