import { ENTRY_CAUSES, EXIT_CAUSES, type EventInput } from '../../electron/contract/events.ts'
import type { EventType } from '../../electron/vocabulary/events.ts'
import { checkDigitOf } from '../../electron/domain/identity/resident-id.ts'
import type {
  FactRows,
  HoldingTable,
  PostVersionTable,
  UnitVersionTable,
} from '../../electron/domain/ledger/rows/fact-rows.ts'
import { OFF_QUOTA_KINDS } from '../../electron/domain/model/person.ts'
import { addDays } from '../../electron/domain/model/plain-date.ts'
import type { QuotaCategory } from '../../electron/domain/model/quota-category.ts'
import type { UnitKind } from '../../electron/domain/model/unit.ts'
import { RETIREMENT_ARRANGEMENT_KINDS } from '../../electron/vocabulary/retirement.ts'
import type { Dice } from './dice.ts'

/* One event that could happen in the book as it stands: most can be, some cannot, and the book must say no to those. */

export interface World {
  readonly facts: FactRows
  /** 生效日 of the event to come. */
  readonly on: string
  readonly dice: Dice
  /** Counts newcomers and new units over the history, so that names and ID numbers are new. */
  readonly turn: number
}

type Maker = (world: World) => EventInput | null

const TITLES = ['科员', '办事员', '主任', '副主任', '会计', '站长', '专干'] as const
const FALLBACK: readonly QuotaCategory[] = ['administrative', 'institution', 'worker', 'institutionSelf', 'other']

interface Ranged {
  readonly valid_from: string
  readonly valid_to: string | null
}
const on = <R extends Ranged>(rows: readonly R[], day: string) =>
  rows.filter((row) => row.valid_from <= day && (row.valid_to === null || row.valid_to > day))

function units(world: World, township = false): readonly UnitVersionTable[] {
  return on(world.facts.unit_version, world.on).filter((unit) => township || unit.kind !== 'township')
}

/** By id, or the way a clerk names it. */
function unitWord({ dice }: World, unit: UnitVersionTable): string {
  return dice.chance(0.3) ? unit.name : unit.unit_id
}

function anyUnit(world: World): string | null {
  const unit = world.dice.pick(units(world, world.dice.chance(0.05)))
  return unit === undefined ? null : unitWord(world, unit)
}

/** A unit and a category it mostly has quota for. */
function line(world: World): { readonly unit: string; readonly category: QuotaCategory } | null {
  const unit = world.dice.pick(units(world))
  if (unit === undefined) return null
  const own = on(world.facts.quota, world.on).filter((row) => row.unit_id === unit.unit_id)
  const category = world.dice.chance(0.9) ? world.dice.pick(own)?.category : undefined
  return { unit: unitWord(world, unit), category: category ?? world.dice.pick(FALLBACK) ?? 'administrative' }
}

/** Somebody with such a holding on the day; sometimes anybody at all. */
function somebody(world: World, wanted: (row: HoldingTable) => boolean): string | null {
  if (world.dice.chance(0.06)) return world.dice.pick(world.facts.person)?.id ?? null
  return world.dice.pick(on(world.facts.holding, world.on).filter(wanted))?.person_id ?? null
}

const counted = (row: HoldingTable) => row.occupies_quota === 1
const ofKind =
  (...kinds: readonly HoldingTable['kind'][]) =>
  (row: HoldingTable) =>
    kinds.includes(row.kind)

function post(
  world: World,
  wanted: (row: PostVersionTable) => boolean,
): { readonly unit: string; readonly post: string } | null {
  const found = world.dice.pick(
    on(world.facts.post_version, world.on).filter((row) => wanted(row) || world.dice.chance(0.03)),
  )
  return found === undefined
    ? null
    : { unit: found.unit_id, post: world.dice.chance(0.5) ? found.title : found.post_id }
}

function title({ dice }: World): string {
  return dice.pick(TITLES) ?? '科员'
}

function document({ on: day, dice }: World) {
  return {
    number: `试编发〔${day.slice(0, 4)}〕${dice.below(6) + 1}号`,
    ...(dice.chance(0.3) ? { title: '关于调整机构编制的批复', issuer: '区机构编制委员会办公室', issuedOn: day } : {}),
  }
}

/** What most events say beside what they are about; a clerk who is asked why, by what and until when has an answer. */
function told(world: World) {
  return { on: world.on, document: document(world), ...(world.dice.chance(0.06) ? {} : { reason: '按上级批复办理' }) }
}

function later(world: World, days: number): string {
  return addDays(world.on, world.dice.below(days) + 1)
}

function newcomer(world: World) {
  const birth = addDays('1966-01-01', (world.turn * 37) % 14_000)
  const first17 = `362201${birth.replaceAll('-', '')}99${world.turn % 10}`
  return {
    name: `新人${world.turn}`,
    idNumber: first17 + checkDigitOf(first17),
    birth,
    ...(world.dice.chance(0.5) ? { sex: '男' as const, education: '大学本科' } : {}),
  }
}

function fresh(world: World): string | ReturnType<typeof newcomer> {
  const known = world.dice.chance(0.15) ? world.dice.pick(world.facts.person)?.id : undefined
  return known ?? newcomer(world)
}

function withLine(make: (world: World, place: NonNullable<ReturnType<typeof line>>) => EventInput | null): Maker {
  return (world) => {
    const place = line(world)
    return place === null ? null : make(world, place)
  }
}

function withPerson(
  wanted: (row: HoldingTable) => boolean,
  make: (world: World, person: string) => EventInput | null,
): Maker {
  return (world) => {
    const person = somebody(world, wanted)
    return person === null ? null : make(world, person)
  }
}

function withUnit(make: (world: World, unit: string) => EventInput | null): Maker {
  return (world) => {
    const unit = anyUnit(world)
    return unit === null ? null : make(world, unit)
  }
}

function withPost(
  wanted: (row: PostVersionTable) => boolean,
  make: (world: World, place: NonNullable<ReturnType<typeof post>>) => EventInput,
): Maker {
  return (world) => {
    const place = post(world, wanted)
    return place === null ? null : make(world, place)
  }
}

const KINDS: readonly UnitKind[] = ['office', 'institution', 'institution', 'special']

function approvalOn(world: World, person: string | null): string | undefined {
  const open = on(world.facts.entry_approval, world.on).filter(
    (row) => row.person_id === null || row.person_id === person,
  )
  return world.dice.pick(open)?.number
}

/** An entry by approval goes where the approval is for, mostly. */
const entry: Maker = withLine((world, place) => {
  const { dice, facts } = world
  const person = fresh(world)
  const number = dice.chance(0.6) ? approvalOn(world, typeof person === 'string' ? person : null) : undefined
  const approved =
    number === undefined || dice.chance(0.05)
      ? undefined
      : on(facts.entry_approval, world.on).find((row) => row.number === number)
  const arrives = dice.chance(0.5)
    ? {}
    : { arrivesOn: dice.chance(0.5) ? null : dice.chance(0.5) ? world.on : later(world, 200) }
  return {
    type: 'entry',
    ...told(world),
    person,
    post: title(world),
    ...(approved === undefined ? place : { unit: approved.unit_id, category: approved.category }),
    cause: dice.pick(Object.keys(ENTRY_CAUSES)) ?? '6',
    ...(number === undefined ? {} : { approval: number }),
    ...arrives,
    ...(dice.chance(0.1) ? { leadership: 'deputy' as const } : {}),
    overUntil: later(world, 900),
  }
})

const arrival: Maker = (world) => {
  const waiting = on(world.facts.entry_approval, world.on).flatMap((row) => row.person_id ?? [])
  const person = world.dice.pick(world.dice.chance(0.95) ? waiting : world.facts.person.map((row) => row.id))
  return person === undefined ? null : { type: 'arrival', ...told(world), person, post: title(world) }
}

const merge: Maker = (world) => {
  const [one, two, third] = Array.from({ length: 3 }, () => world.dice.pick(units(world)))
  if (one === undefined || two === undefined || third === undefined) return null
  const into = world.dice.chance(0.5)
    ? { into: unitWord(world, third) }
    : { into: `合并单位${world.turn}`, kind: one.kind }
  const merged = world.dice.chance(0.4) ? [one, two] : [one]
  return {
    type: 'unit.merge',
    ...told(world),
    units: [...new Set(merged.map((unit) => unitWord(world, unit)))],
    ...into,
  }
}

const batch: Maker = withUnit((world, unit) => {
  const people = [...new Set(Array.from({ length: world.dice.below(3) + 1 }, () => somebody(world, counted)))].filter(
    (person) => person !== null,
  )
  return people.length === 0
    ? null
    : {
        type: 'batch.transfer',
        ...told(world),
        people,
        unit,
        ...(world.dice.chance(0.2) ? { category: world.dice.pick(FALLBACK) ?? 'administrative' } : {}),
      }
})

const restore: Maker = withLine((world, place) => {
  const gone = world.facts.holding.filter(
    (row) => row.exit_cause !== null && row.valid_to !== null && row.valid_to <= world.on,
  )
  const person = world.dice.pick(world.dice.chance(0.9) ? gone : world.facts.holding)?.person_id
  return person === undefined ? null : { type: 'restore', ...told(world), person, post: title(world), ...place }
})

const exit = withPerson(counted, (world, person) => {
  const cause = world.dice.pick(Object.keys(EXIT_CAUSES)) ?? '37'
  return { type: 'exit', ...told(world), person, cause, proofs: [...(EXIT_CAUSES[cause]?.proofs ?? [])] }
})

const tolerance: Maker = (world) => {
  const place = world.dice.chance(0.8) ? line(world) : null
  const { dice } = world
  return {
    type: 'tolerance.set',
    ...told(world),
    ...(place === null ? {} : dice.chance(0.5) ? place : { unit: place.unit }),
    ...(dice.chance(0.5) ? { amount: dice.below(4) } : { percent: dice.below(60) }),
    ...(dice.chance(0.5) ? { until: later(world, 900) } : {}),
  }
}

/** How often, and what. */
export const EVENT_MAKERS: Readonly<Record<EventType, readonly [number, Maker]>> = {
  'quota.increase': [
    5,
    withLine((world, place) => ({ type: 'quota.increase', ...told(world), ...place, by: world.dice.below(3) + 1 })),
  ],
  'quota.decrease': [
    4,
    withLine((world, place) => ({ type: 'quota.decrease', ...told(world), ...place, by: world.dice.below(2) + 1 })),
  ],
  'quota.transfer': [
    5,
    withLine((world, place) => {
      const to = anyUnit(world)
      return to === null ? null : { type: 'quota.transfer', ...told(world), ...place, to, by: world.dice.below(2) + 1 }
    }),
  ],
  'unit.establish': [
    2,
    (world) => ({
      type: 'unit.establish',
      ...told(world),
      name: `新设单位${world.turn}`,
      kind: world.dice.pick(KINDS) ?? 'office',
      quotas: [{ category: world.dice.pick(FALLBACK) ?? 'administrative', amount: world.dice.below(5) }],
      ...(world.dice.chance(0.3) ? { nameplates: [`牌子${world.turn}`] } : {}),
    }),
  ],
  'unit.rename': [
    2,
    withUnit((world, unit) => ({ type: 'unit.rename', ...told(world), unit, name: `更名单位${world.turn}` })),
  ],
  'unit.merge': [3, merge],
  'unit.abolish': [2, withUnit((world, unit) => ({ type: 'unit.abolish', ...told(world), unit }))],
  'unit.reassign': [
    1,
    withUnit((world, unit) => ({
      type: 'unit.reassign',
      ...told(world),
      unit,
      managingBody: world.dice.chance(0.7) ? '区农业农村局' : '',
    })),
  ],
  'nameplate.hang': [
    1,
    withUnit((world, unit) => ({ type: 'nameplate.hang', ...told(world), unit, name: `牌子${world.turn}` })),
  ],
  'nameplate.remove': [
    1,
    (world) => {
      const plate = world.dice.pick(on(world.facts.nameplate, world.on))
      return plate === undefined
        ? null
        : { type: 'nameplate.remove', ...told(world), unit: plate.unit_id, name: plate.name }
    },
  ],
  'leadershipQuota.set': [
    1,
    withUnit((world, unit) => {
      const [chief, deputy] = [world.dice.below(3), world.dice.below(4)]
      return {
        type: 'leadershipQuota.set',
        ...told(world),
        unit,
        amount: chief + deputy,
        ...(world.dice.chance(0.5) ? { chief, deputy } : { chief: null, deputy: null }),
      }
    }),
  ],
  'rankQuota.set': [
    1,
    withUnit((world, unit) => ({
      type: 'rankQuota.set',
      ...told(world),
      unit,
      pool: '一级和二级主任科员',
      amount: world.dice.below(4),
    })),
  ],
  'tolerance.set': [2, tolerance],
  'offQuotaControl.set': [
    1,
    (world) => ({
      type: 'offQuotaControl.set',
      ...told(world),
      kind: world.dice.pick(OFF_QUOTA_KINDS) ?? 'agency',
      amount: world.dice.below(5),
    }),
  ],
  'post.plan': [
    2,
    withUnit((world, unit) => ({
      type: 'post.plan',
      ...told(world),
      unit,
      post: title(world),
      ...(world.dice.chance(0.2) ? { leadership: 'deputy' as const } : {}),
    })),
  ],
  'post.freeze': [
    2,
    withPost(
      (row) => row.state === 'planned' || row.state === 'inUse',
      (world, place) => ({ type: 'post.freeze', ...told(world), ...place }),
    ),
  ],
  'post.unfreeze': [
    3,
    withPost(
      (row) => row.state === 'frozen',
      (world, place) => ({ type: 'post.unfreeze', ...told(world), ...place }),
    ),
  ],
  'post.abolish': [
    2,
    withPost(
      (row) => row.state !== 'abolished',
      (world, place) => ({ type: 'post.abolish', ...told(world), ...place }),
    ),
  ],
  'approval.grant': [
    6,
    withLine((world, place) => ({
      type: 'approval.grant',
      ...told(world),
      ...place,
      count: world.dice.below(3) + 1,
      number: `用编〔${world.on.slice(0, 4)}〕${world.turn}号`,
      ...(world.dice.chance(0.4) ? { expiresOn: later(world, 700) } : {}),
    })),
  ],
  'approval.cancel': [
    2,
    (world) => {
      const number = approvalOn(world, null)
      return number === undefined ? null : { type: 'approval.cancel', ...told(world), number }
    },
  ],
  entry: [16, entry],
  arrival: [6, arrival],
  move: [
    8,
    withPerson(counted, (world, person) => {
      const place = line(world)
      return place === null
        ? null
        : {
            type: 'move',
            ...told(world),
            person,
            unit: place.unit,
            post: title(world),
            ...(world.dice.chance(0.5) ? { category: place.category } : {}),
            ...(world.dice.chance(0.1) ? { leadership: 'deputy' as const } : {}),
            overUntil: later(world, 900),
          }
    }),
  ],
  appoint: [
    3,
    withPerson(counted, (world, person) => ({
      type: 'appoint',
      ...told(world),
      person,
      post: title(world),
      leadership: world.dice.chance(0.7) ? 'deputy' : null,
    })),
  ],
  dismiss: [
    2,
    withPerson(
      (row) => row.occupies_leadership === 1,
      (world, person) => ({
        type: 'dismiss',
        ...told(world),
        person,
        ...(world.dice.chance(0.6) ? { newPost: title(world) } : {}),
      }),
    ),
  ],
  'rank.promote': [
    2,
    withPerson(counted, (world, person) => ({
      type: 'rank.promote',
      ...told(world),
      person,
      rank: '四级主任科员',
      ...(world.dice.chance(0.5) ? { occupiedRank: '四级主任科员' } : {}),
    })),
  ],
  'concurrent.begin': [
    3,
    withPerson(counted, (world, person) => {
      const unit = anyUnit(world)
      return unit === null ? null : { type: 'concurrent.begin', ...told(world), person, unit, post: title(world) }
    }),
  ],
  'concurrent.end': [
    3,
    (world) => {
      const row = world.dice.pick(on(world.facts.holding, world.on).filter(ofKind('concurrent')))
      const seat = on(world.facts.post_version, world.on).find((candidate) => candidate.post_id === row?.post_id)
      return row === undefined || seat === undefined
        ? null
        : { type: 'concurrent.end', ...told(world), person: row.person_id, unit: seat.unit_id, post: seat.title }
    },
  ],
  'secondment.out': [
    3,
    withPerson(counted, (world, person) => ({
      type: 'secondment.out',
      ...told(world),
      person,
      to: '区委组织部',
      ...(world.dice.chance(0.6) ? { until: later(world, 400) } : {}),
    })),
  ],
  'secondment.in': [
    2,
    withUnit((world, unit) => ({
      type: 'secondment.in',
      ...told(world),
      person: fresh(world),
      unit,
      post: title(world),
      from: '区林业局',
      until: later(world, 400),
    })),
  ],
  'attachment.in': [
    1,
    withUnit((world, unit) => ({
      type: 'attachment.in',
      ...told(world),
      person: fresh(world),
      unit,
      post: title(world),
      from: '省农科院',
      until: later(world, 800),
    })),
  ],
  'attachment.out': [
    1,
    withPerson(counted, (world, person) => ({
      type: 'attachment.out',
      ...told(world),
      person,
      to: '市信访局',
      until: later(world, 400),
    })),
  ],
  'term.renew': [
    1,
    withPerson(ofKind('secondedIn', 'secondedOut', 'attached'), (world, person) => ({
      type: 'term.renew',
      ...told(world),
      person,
      until: later(world, 800),
    })),
  ],
  'term.end': [
    3,
    withPerson(ofKind('secondedIn', 'secondedOut', 'attached'), (world, person) => ({
      type: 'term.end',
      ...told(world),
      person,
    })),
  ],
  'absence.begin': [
    4,
    withPerson(counted, (world, person) => ({
      type: 'absence.begin',
      ...told(world),
      person,
      kind: world.dice.pick(['sickLeave', 'study', 'offPost', 'suspended'] as const) ?? 'study',
    })),
  ],
  'absence.end': [
    5,
    (world) => {
      const row = world.dice.pick(on(world.facts.absence, world.on))
      return row === undefined ? null : { type: 'absence.end', ...told(world), person: row.person_id }
    },
  ],
  'retirement.arrange': [
    4,
    withPerson(counted, (world, person) => {
      const birth = world.facts.person.find((row) => row.id === person)?.birth
      if (birth === undefined || birth === null) return null
      const year = Number(birth.slice(0, 4)) + 51 + world.dice.below(12)
      return {
        type: 'retirement.arrange',
        ...told(world),
        person,
        kind: world.dice.pick(RETIREMENT_ARRANGEMENT_KINDS) ?? 'illness',
        month: `${year}-${birth.slice(5, 7)}`,
      }
    }),
  ],
  exit: [9, exit],
  restore: [4, restore],
  'batch.transfer': [3, batch],
  'offQuota.begin': [
    2,
    withUnit((world, unit) => ({
      type: 'offQuota.begin',
      ...told(world),
      person: fresh(world),
      unit,
      post: title(world),
      kind: world.dice.pick(OFF_QUOTA_KINDS) ?? 'agency',
    })),
  ],
  'offQuota.end': [
    3,
    withPerson(ofKind('offQuota'), (world, person) => ({ type: 'offQuota.end', ...told(world), person })),
  ],
  'runOff.plan': [
    1,
    (world) => ({
      type: 'runOff.plan',
      ...told(world),
      kind: 'selfHired',
      year: 2027 + world.dice.below(4),
      amount: world.dice.below(3),
    }),
  ],
}

const DRAWN: readonly EventType[] = (Object.keys(EVENT_MAKERS) as EventType[]).flatMap((type) =>
  Array.from({ length: EVENT_MAKERS[type][0] }, () => type),
)

/** An event of any type that the world has the people, posts and units for. */
export function randomEvent(world: World): EventInput {
  for (let attempt = 0; attempt < 500; attempt += 1) {
    const type = world.dice.pick(DRAWN)
    const event = type === undefined ? null : EVENT_MAKERS[type][1](world)
    if (event !== null) return event
  }
  throw new Error('nothing can happen in this book')
}
