import type { Input, Output } from '../../contract/operations.ts'
import { changesBetween } from '../../domain/county/content-changes.ts'
import type { PackageContent } from '../../domain/county/package-content.ts'
import { PACKAGE_KIND_NAMES, type PackageKind } from '../../vocabulary/county.ts'
import { isRefusalCode, Refusal } from '../../vocabulary/refusals.ts'
import { isLocked, lock, unlockBytes, type Lock } from '../../store/county/locked-file.ts'
import {
  decodePackage,
  encodeChanges,
  encodePackage,
  sha256,
  type EncodedPackage,
} from '../../store/county/package-file.ts'
import { findEntry } from '../../store/journal-store.ts'
import { readHead } from '../../store/journal.ts'
import { waitingFile } from '../../store/county/stream-file.ts'
import { readSentPackages, readTakenReceipts, writeSentPackage, writeTownshipCode } from '../../store/package-store.ts'
import { replayFacts } from '../../store/replay-journal.ts'
import type { CommandContext, QueryContext, StagedFile } from '../context.ts'
import { contentFrom, readContent } from './book-content.ts'
import { readPackage } from './read-package.ts'

/** Ending of the file: a .zip by content, ours by name. */
export const PACKAGE_EXTENSION = '.dbpkg'

interface Base {
  readonly seq: number
  readonly head: string
  /** Day the earlier package told; null: not remembered, the entry's own facts are told as of the new day. */
  readonly asOf: string | null
}

/**
 * Makes a package of the day, opens it again and compares what is read with what was meant, then journals it. Handed out only once the
 * entry is on the disk. @throws `package_base_unknown`, `package_passphrase_weak`, `package_key_bad`, `pack_changed`
 */
export async function makePackage(
  input: Input<'package.make'>,
  context: CommandContext,
): Promise<Output<'package.make'>> {
  const asOf = input.asOf ?? context.clock.today()
  const numbers = input.wholeNumbersFor === undefined ? 'masked' : 'whole'
  context.report('汇集', 0, 3)
  const content = await readContent({ asOf, numbers, code: input.code }, context)
  const base = await findBase(input, context)
  const { encoded, kind } = await encode(content, base, context)
  step(context, '校验', 1)
  checkBack(encoded, content, kind)
  const bytes = input.lock === undefined ? encoded.bytes : await locked(encoded.bytes, input.lock)
  step(context, '登记', 2)
  const fileName = `${content.head.township.name}上报数据包（${asOf}${kind === 'changes' ? '变动' : ''}）${PACKAGE_EXTENSION}`
  const digest = sha256(bytes)
  const people = content.parts.people.length
  const told = [
    `${people} 人`,
    numbers === 'masked' ? '身份证号已遮住' : '含完整身份证号',
    ...(input.lock === undefined ? [] : ['已加密']),
  ]
  const draft = {
    summary: `做上报数据包（截至 ${asOf}，${PACKAGE_KIND_NAMES[kind]}），${told.join('，')}`,
    ...(input.wholeNumbersFor === undefined ? {} : { reason: input.wholeNumbersFor }),
  }
  // On the stick it bears its name only once the entry is on the disk.
  const waiting = input.folder === undefined ? null : waitingFile(input.folder, fileName, bytes)
  const journalled = context.commit(draft, async (tx, journal) => {
    if (context.signal.aborted) throw new Refusal('cancelled')
    if ((await readHead(tx)).seq !== content.head.journal.seq) throw new Refusal('pack_changed')
    if (input.code !== undefined) await writeTownshipCode(tx, journal, input.code, context.clock.now())
    await writeSentPackage(tx, journal, context.newId(), {
      madeAt: content.head.madeAt,
      asOf,
      seq: content.head.journal.seq,
      head: content.head.journal.head,
      kind,
      numbers,
      people,
      locked: input.lock !== undefined,
      fileName,
      sha256: digest,
    })
    return waiting?.path ?? null
  })
  const { entry, result: path } = await journalled.then(
    (done) => {
      waiting?.place()
      return done
    },
    (error: unknown) => {
      waiting?.drop()
      throw error
    },
  )
  return {
    path,
    fileName,
    base64: Buffer.from(bytes).toString('base64'),
    bytes: bytes.length,
    sha256: digest,
    township: { name: content.head.township.name, code: content.head.township.code },
    townships: 1,
    people,
    asOf,
    head: content.head.journal.head,
    toldUpTo: content.head.journal.seq,
    kind,
    base: kind === 'full' || base === null ? null : { seq: base.seq, head: base.head },
    rows: encoded.rows,
    masked: numbers === 'masked',
    locked: input.lock !== undefined,
    seq: entry.seq,
  }
}

function step(context: CommandContext, what: string, done: number): void {
  if (context.signal.aborted) throw new Refusal('cancelled')
  context.report(what, done, 3)
}

/** Whole, or what differs from the base. Where nothing can be gained by it the whole is made. */
async function encode(
  content: PackageContent,
  base: Base | null,
  context: QueryContext,
): Promise<{ readonly encoded: EncodedPackage & { readonly rows: number }; readonly kind: PackageKind }> {
  if (base === null) {
    const rows = Object.values(content.parts).reduce((sum, part) => sum + part.length, 0)
    return { encoded: { ...encodePackage(content), rows }, kind: 'full' }
  }
  const facts = await replayFacts(context.db, { seq: base.seq })
  const before = await contentFrom(
    facts,
    {
      asOf: base.asOf ?? content.head.asOf,
      numbers: content.head.numbers,
      journal: { seq: base.seq, head: base.head },
      overdue: [],
    },
    context,
  )
  const changes = changesBetween(before.parts, content.parts)
  const rows = Object.values(changes).reduce((sum, part) => sum + part.rows.length, 0)
  return {
    encoded: { ...encodeChanges(content, changes, { seq: base.seq, head: base.head }), rows },
    kind: 'changes',
  }
}

/** What was written, read again as the bureau would read it: every digest, every sum. */
function checkBack(encoded: EncodedPackage, content: PackageContent, kind: PackageKind): void {
  const failed = () => new Refusal('package_file_differs', { path: content.head.township.name })
  if (kind === 'full') {
    const back = readPackage({ name: '', bytes: encoded.bytes }, () => undefined)
    if (back.contentSha256 !== encoded.contentSha256) throw failed()
    return
  }
  const raw = decodePackage(encoded.bytes)
  if ('problem' in raw || raw.damage !== null || !raw.sealed) throw failed()
}

/** Under lock, and opened again where the key allows it. */
async function locked(bytes: Uint8Array, how: Lock): Promise<Uint8Array> {
  if ('passphrase' in how) {
    if (Array.from(how.passphrase).length < 8) throw new Refusal('package_passphrase_weak')
    const made = await lock(bytes, how)
    const back = await unlockBytes(made, { passphrases: [how.passphrase], secretKeys: [] })
    if (back === null || sha256(back) !== sha256(bytes)) throw new Refusal('package_file_differs', { path: '' })
    return made
  }
  try {
    return await lock(bytes, how)
  } catch (error) {
    if (error instanceof Error && 'code' in error && isRefusalCode(error.code)) throw error
    throw new Refusal('package_key_bad', { key: how.publicKey })
  }
}

/** The package on which a new one goes on; null: tell everything. */
async function findBase({ since, sinceFileId }: Input<'package.make'>, context: QueryContext): Promise<Base | null> {
  const sent = await readSentPackages(context.db)
  if (sinceFileId !== undefined) {
    const file = context.stagedFile(sinceFileId)
    const head = await headInFile(file)
    const known = sent.find((one) => one.head === head)
    if (known !== undefined) return known
    const entry = head === null ? undefined : await findEntry(context.db, { head })
    if (entry === undefined) throw new Refusal('package_base_unknown', { base: file.name })
    return { seq: entry.seq, head: entry.hash, asOf: null }
  }
  if (since === undefined) return null
  if (/^(last|receipt|上次|回执)$/iu.test(since)) {
    const taken = await readTakenReceipts(context.db)
    const answered = sent.find((one) => taken.some((receipt) => receipt.accepted && receipt.head === one.head))
    return answered ?? null
  }
  const entry = /^\d{1,9}$/u.test(since)
    ? await findEntry(context.db, { seq: Number(since) })
    : /^[0-9a-f]{8,64}$/u.test(since)
      ? await findEntry(context.db, { head: since })
      : undefined
  if (entry === undefined) throw new Refusal('package_base_unknown', { base: since })
  return sent.find((one) => one.head === entry.hash) ?? { seq: entry.seq, head: entry.hash, asOf: null }
}

/** Head of the package that a file is, or answers. */
async function headInFile(file: StagedFile): Promise<string | null> {
  if (isLocked(file.bytes)) return null
  const raw = decodePackage(file.bytes)
  if (!('problem' in raw)) {
    const { journal } = raw.manifest
    return typeof journal === 'object' && journal !== null && 'head' in journal ? String(journal.head) : null
  }
  try {
    const value: unknown = JSON.parse(Buffer.from(file.bytes).toString('utf8'))
    const head = typeof value === 'object' && value !== null && 'package' in value ? value.package : null
    return typeof head === 'object' && head !== null && 'head' in head ? String(head.head) : null
  } catch {
    return null
  }
}
