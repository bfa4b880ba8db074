import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { verifyOpenBook } from '../../electron/app/book/verify-book.ts'
import { backupFolderOf, createBackup } from '../../electron/store/backup.ts'
import { FACT_TABLES } from '../../electron/store/book-database.ts'
import { commitCommand } from '../../electron/store/journal.ts'
import { showJournal } from '../../electron/store/journal-rows.ts'
import { closeBookFile, createBookFile, openBookFile } from '../../electron/store/open.ts'
import { RECORDED_AT, temporaryFolder } from '../kit/book.ts'
import { makeContext } from '../kit/context.ts'
import { dice, type Dice } from '../kit/dice.ts'
import { addPeople, foundTownship } from '../store/invented-township.ts'
import { tamper } from '../store/tamper.ts'
import { SEED, tell } from './kill-harness.ts'
import { trials } from './rows.ts'
import { sayRow } from './say-row.ts'

/*
 * R17: somebody with a SQLite shell changes a closed book. Every change is named, with the first entry it touches; a cut tail, a journal
 * written anew and a forged restore are told from the copies.
 */

let folder: ReturnType<typeof temporaryFolder>
let base: string
/** Entries of the book. */
const ENTRIES = 9
/** Rows a clerk's book has, with the newest entry that wrote each. */
let rows: readonly { readonly table: string; readonly id: string; readonly seq: number }[]

beforeAll(async () => {
  folder = temporaryFolder()
  base = join(folder.path, 'base')
  mkdirSync(base)
  const path = join(base, '试验乡.dingbian')
  const book = await createBookFile(path)
  await foundTownship(book)
  for (const batch of ['a', 'b', 'c', 'd']) {
    await addPeople(book, batch, 2)
    const draft = { recordedAt: RECORDED_AT, actor: '经办人', operation: 'person.correct', summary: '更正人员信息' }
    await commitCommand(book.db, draft, (_, journal) => journal.update('person', `p-${batch}-0`, { ethnicity: '畲族' }))
  }
  await createBackup(book, { reason: '退出', folder: backupFolderOf(path), at: RECORDED_AT })
  await closeBookFile(book)
  const raw = new Database(path)
  showJournal(raw)
  rows = raw
    .prepare<[], { table: string; id: string; seq: number }>(
      `SELECT table_name AS "table", row_id AS id, max(seq) AS seq FROM journal_change GROUP BY table_name, row_id`,
    )
    .all()
    .filter(({ table }) => (FACT_TABLES as readonly string[]).includes(table) && table !== 'book')
  raw.close()
})
afterAll(() => folder.dispose())

interface Tampering {
  readonly statements: readonly string[]
  /** The first entry that must be named; null: named without one. */
  readonly seq: number | null
}

type Maker = (roll: Dice) => Tampering

const row = (roll: Dice) => roll.pick(rows) ?? { table: 'quota', id: 'q1', seq: 1 }
const inside = (roll: Dice) => 2 + roll.below(ENTRIES - 2)
const hex = (roll: Dice, bytes: number) =>
  Array.from({ length: bytes }, () => roll.below(256).toString(16).padStart(2, '0')).join('')
const day = (roll: Dice) => `20${10 + roll.below(40)}-0${1 + roll.below(9)}-1${roll.below(10)}`

const cutFrom = (seq: number) => [
  ...rows.filter((one) => one.seq >= seq).map(({ table, id }) => `DELETE FROM ${table} WHERE id = '${id}'`),
  `DELETE FROM journal_row WHERE seq >= ${seq}`,
  `DELETE FROM journal WHERE seq >= ${seq}`,
]

const KINDS: Readonly<Record<string, Maker>> = {
  'a fact edited': (roll) => {
    const { table, id, seq } = row(roll)
    return {
      statements: [`UPDATE ${table} SET recorded_at = '${day(roll)}T0${roll.below(10)}:00:00.000Z' WHERE id = '${id}'`],
      seq,
    }
  },
  'a fact removed': (roll) => {
    const { table, id, seq } = row(roll)
    return { statements: [`DELETE FROM ${table} WHERE id = '${id}'`], seq }
  },
  'a fact put in': (roll) => ({
    statements: [`INSERT INTO setting VALUES ('k${hex(roll, 4)}', '${roll.below(99)}', '${RECORDED_AT}')`],
    seq: null,
  }),
  'an entry reworded': (roll) => {
    const seq = 1 + roll.below(ENTRIES)
    const column = roll.pick(['summary', 'actor', 'operation', 'recorded_at']) ?? 'summary'
    return { statements: [`UPDATE journal SET ${column} = '${day(roll)}${hex(roll, 3)}' WHERE seq = ${seq}`], seq }
  },
  'an entry’s hash set': (roll) => {
    const seq = 1 + roll.below(ENTRIES)
    return { statements: [`UPDATE journal SET hash = '${hex(roll, 32)}' WHERE seq = ${seq}`], seq }
  },
  'an entry cut out': (roll) => {
    const seq = 1 + roll.below(ENTRIES - 1)
    return { statements: [`DELETE FROM journal WHERE seq = ${seq}`], seq }
  },
  'two entries exchanged': (roll) => {
    const seq = inside(roll)
    const other = seq + 1
    return {
      statements: [
        `UPDATE journal SET seq = 99 WHERE seq = ${seq}`,
        `UPDATE journal SET seq = ${seq} WHERE seq = ${other}`,
        `UPDATE journal SET seq = ${other} WHERE seq = 99`,
      ],
      seq,
    }
  },
  'an entry put in': (roll) => {
    const seq = inside(roll)
    return {
      statements: [
        `UPDATE journal SET seq = seq + 1000 WHERE seq >= ${seq}`,
        `UPDATE journal SET seq = seq - 999 WHERE seq > 1000`,
        `INSERT INTO journal SELECT ${seq}, recorded_at, actor, operation, NULL, NULL, NULL, '别的事', NULL, 0,
          changes_digest, previous_hash, '${hex(roll, 32)}' FROM journal WHERE seq = ${seq + 1}`,
      ],
      seq,
    }
  },
  'a detail edited': (roll) => {
    const seq = 1 + roll.below(ENTRIES)
    return {
      statements: [
        `UPDATE journal_row SET images = CAST(substr(images, 1, length(images) - 1) || x'${hex(roll, 1)}b0' AS BLOB) WHERE seq = ${seq} AND ordinal = 1`,
      ],
      seq,
    }
  },
  'a detail dropped': (roll) => {
    const seq = 1 + roll.below(ENTRIES)
    return { statements: [`DELETE FROM journal_row WHERE seq = ${seq} AND ordinal = 1`], seq }
  },
  'another salt': (roll) => {
    const seq = 1 + roll.below(ENTRIES)
    return { statements: [`UPDATE journal_row SET salt = x'${hex(roll, 16)}' WHERE seq = ${seq} AND ordinal = 1`], seq }
  },
  'the tail cut, facts and all': (roll) => ({ statements: cutFrom(inside(roll)), seq: null }),
}

/** The tail is cut, and an entry that says a copy was restored is to excuse it. Whoever forges it may compute the chain aright. */
function forgedRestore(roll: Dice): Tampering {
  const seq = inside(roll)
  const at = `20${10 + roll.below(60)}-01-1${roll.below(10)}T00:00:00.000Z`
  return {
    statements: [
      ...cutFrom(seq),
      `INSERT INTO journal SELECT ${seq}, '${at}', actor, 'backup.restore', NULL, NULL, NULL, '从备份 试验乡.dingbian 恢复', NULL, 0,
        changes_digest, hash, '${hex(roll, 32)}' FROM journal WHERE seq = ${seq - 1}`,
    ],
    seq: null,
  }
}

/** @returns '' where the change was named as it must be */
async function tryOne({ statements, seq }: Tampering): Promise<string> {
  const place = join(folder.path, 'desk')
  rmSync(place, { recursive: true, force: true })
  cpSync(base, place, { recursive: true })
  const path = join(place, '试验乡.dingbian')
  if (tamper(path, ...statements) === 0) return 'nothing was changed'
  const book = await openBookFile(path).catch(() => null)
  // Refused at the door is named, too.
  if (book === null) return ''
  try {
    const { ok, problems } = await verifyOpenBook({}, makeContext(book))
    if (ok) return 'passed'
    if (seq === null) return ''
    // What follows from it is named after it.
    const first = problems.find((problem) => problem.seq !== null)?.seq ?? null
    return first === seq ? '' : `first named ${first}, touched ${seq}`
  } finally {
    await closeBookFile(book)
  }
}

it('every change of a closed book is named with the first entry it touches', async () => {
  let tried = 0
  const roll = dice(SEED)
  const names = Object.keys(KINDS)
  const wrong: string[] = []
  for (const round of trials('R17')) {
    tried += 1
    const name = names[round % names.length] ?? ''
    const tampering = KINDS[name]?.(roll)
    const said = tampering === undefined ? 'no such kind' : await tryOne(tampering)
    if (said !== '') wrong.push(`${name}: ${said} (${tampering?.statements[0]?.slice(0, 120) ?? ''})`)
  }
  expect(wrong).toEqual([])
  const forged = Math.ceil(tried / 5)
  let passed = 0
  for (let round = 0; round < forged; round += 1) if ((await tryOne(forgedRestore(roll))) === 'passed') passed += 1
  tell('tampering', { tried, forged, passed })
  expect(passed).toBe(0)
  // Control: taking the triggers off and putting them back is no change, and is not called one; nor does a wrong guess of the entry pass.
  expect(await tryOne({ statements: [`UPDATE journal SET seq = seq WHERE seq = 1`], seq: null })).toBe('passed')
  expect(await tryOne({ statements: [`UPDATE journal SET summary = 'x' WHERE seq = 5`], seq: 4 })).toContain(
    'touched 4',
  )
  sayRow({ row: 'R17', done: tried, seed: SEED, control: 'failed-as-it-must', note: `forged=${forged}` })
})
