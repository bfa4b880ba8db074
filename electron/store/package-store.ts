import type { Kysely, Transaction } from 'kysely'
import type { PackageKind, PackageNumbers } from '../vocabulary/county.ts'
import type { BookDatabase } from './book-database.ts'
import type { JournalWriter } from './journal.ts'
import { readSettings, writeSetting } from './pack-store.ts'

/** A package that was made, as the book remembers it. */
export interface SentPackage {
  readonly madeAt: string
  readonly asOf: string
  /** Entry up to which it told. */
  readonly seq: number
  readonly head: string
  readonly kind: PackageKind
  readonly numbers: PackageNumbers
  readonly people: number
  readonly locked: boolean
  readonly fileName: string
  readonly sha256: string
}

/** A receipt that was taken in. */
export interface TakenReceipt {
  readonly takenAt: string
  readonly number: string
  /** Head of the package it answers; '' where none was handed in. */
  readonly head: string
  readonly accepted: boolean
  readonly reasons: readonly string[]
}

const SENT = 'package.sent.'
const TAKEN = 'receipt.taken.'
const CODE = 'package.code'

/** Newest first. */
export async function readSentPackages(db: Kysely<BookDatabase>): Promise<readonly SentPackage[]> {
  return newestFirst<SentPackage>(db, SENT)
}

export async function writeSentPackage(
  tx: Transaction<BookDatabase>,
  journal: JournalWriter,
  id: string,
  sent: SentPackage,
): Promise<void> {
  await writeSetting(tx, journal, `${SENT}${id}`, JSON.stringify(sent), sent.madeAt)
}

/** Newest first. */
export async function readTakenReceipts(db: Kysely<BookDatabase>): Promise<readonly TakenReceipt[]> {
  return newestFirst<TakenReceipt>(db, TAKEN)
}

export async function writeTakenReceipt(
  tx: Transaction<BookDatabase>,
  journal: JournalWriter,
  taken: TakenReceipt,
): Promise<void> {
  await writeSetting(tx, journal, `${TAKEN}${taken.number}`, JSON.stringify(taken), taken.takenAt)
}

/** 区划代码 of the township as it was told once; null: never. */
export async function readTownshipCode(db: Kysely<BookDatabase>): Promise<string | null> {
  const [row] = await readSettings(db, CODE)
  return row?.value ?? null
}

export async function writeTownshipCode(
  tx: Transaction<BookDatabase>,
  journal: JournalWriter,
  code: string,
  recordedAt: string,
): Promise<void> {
  await writeSetting(tx, journal, CODE, code, recordedAt)
}

async function newestFirst<T>(db: Kysely<BookDatabase>, prefix: string): Promise<readonly T[]> {
  const rows = await readSettings(db, prefix)
  return rows
    .toSorted((left, right) => right.recorded_at.localeCompare(left.recorded_at))
    .map((row) => JSON.parse(row.value) as T)
}
