import type { Input, Output } from '../../contract/operations.ts'
import type { AcceptedPackageView, RefusedPackageView } from '../../contract/county-operations.ts'
import { compareContents, matchUnits } from '../../domain/county/compare-contents.ts'
import { refusalText, Refusal } from '../../vocabulary/refusals.ts'
import { PACKAGE_VERSION, type PackageContent } from '../../domain/county/package-content.ts'
import { QUOTA_CATEGORY_NAMES, type QuotaCategory } from '../../vocabulary/establishment.ts'
import { appendCountyEntry } from '../../store/county/county-journal.ts'
import {
  readCounty,
  readLedgerTotals,
  regionName,
  readToldNames,
  townshipLike,
  townshipOfBook,
  type CountyFacts,
  type TownshipRow,
} from '../../store/county/county-store.ts'
import { isLocked, unlockBytes, unlockStream, type Keys } from '../../store/county/locked-file.ts'
import { sha256 } from '../../store/county/package-file.ts'
import { dropNumberIndex, restoreNumberIndex } from '../../store/county/number-index.ts'
import { inTransaction } from '../../store/county/prepared.ts'
import {
  readSubmission,
  readSubmissionBytes,
  submissionAt,
  submissionWith,
  writeSubmission,
} from '../../store/county/submission-store.ts'
import { liftRefusals, refusedBefore, standsRefused, writeRefused } from '../../store/county/refused-store.ts'
import type { CountyContext, IncomingFile } from './county-context.ts'
import { beginning, lockedRefusal } from './locked-incoming.ts'
import { contentOfBytes, readPackage, type CheckedPackage } from './read-package.ts'
import { BundleReader } from './read-bundle.ts'

/** Files of this size and below are read whole; larger ones hold many townships and are read piece by piece. */
const READ_WHOLE = 64 * 1024 * 1024
/** Packages a commit: what is answered is on the disk, and a cut leaves whole townships. */
const A_COMMIT = 200
/** From this commit on a receiving is a large one: what is dear a row at a time is done once at its end. */
const LARGE_FROM = 3

type Received = Output<'county.receive'>

/** One package of the file handed in, or of the many inside one. */
interface Piece {
  readonly file: string
  readonly bytes: Uint8Array
  readonly regionId: number
}

/**
 * Takes in packages. Each is checked, compared with what the township handed in before, and written whole or refused with its reason, which is
 * kept too; what is there already is not written again. Up to 200 townships a commit.
 */
export async function receivePackages(input: Input<'county.receive'>, context: CountyContext): Promise<Received> {
  const facts = readCounty(context.county)
  const keys: Keys = {
    passphrases: input.passphrase === undefined ? [] : [input.passphrase],
    secretKeys: [facts.secretKey],
  }
  const receiver = new Receiver(context, facts, input.overOther === true)
  try {
    for (const [done, asked] of input.files.entries()) {
      if (context.signal.aborted) throw new Refusal('cancelled')
      context.report('收件', done, input.files.length)
      await receiveFile(context.incoming(asked), keys, receiver)
    }
    receiver.flush()
  } finally {
    restoreNumberIndex(context.county)
  }
  return receiver.result()
}

/** Packages made here (the sample): the same way in as those of a file. */
export function receiveMade(context: CountyContext): {
  readonly take: (piece: Piece) => void
  readonly done: () => Received
} {
  const receiver = new Receiver(context, readCounty(context.county), false)
  return {
    take: (piece) => receiver.take(piece),
    done: () => {
      receiver.flush()
      restoreNumberIndex(context.county)
      return receiver.result()
    },
  }
}

async function receiveFile(file: IncomingFile, keys: Keys, receiver: Receiver): Promise<void> {
  if (file.size > READ_WHOLE) return receiveStream(file, keys, receiver)
  const bytes = file.bytes()
  if (!isLocked(bytes)) return receiveBytes(file, bytes, receiver)
  const opened = await unlockBytes(bytes, keys)
  if (opened === null) receiver.refuse(file.name, bytes, lockedRefusal(file.name, keys))
  else await receiveBytes(file, opened, receiver)
}

async function receiveBytes(file: IncomingFile, bytes: Uint8Array, receiver: Receiver): Promise<void> {
  if (!BundleReader.begins(bytes)) {
    receiver.take({ file: file.name, bytes, regionId: 1 })
    return
  }
  await receiver.takeBundle(file.name, new Blob([bytes as Uint8Array<ArrayBuffer>]).stream())
}

async function receiveStream(file: IncomingFile, keys: Keys, receiver: Receiver): Promise<void> {
  const first = await beginning(file.stream())
  if (!isLocked(first)) return receiver.takeBundle(file.name, file.stream())
  let opened: ReadableStream<Uint8Array>
  try {
    opened = await unlockStream(file.stream(), keys)
  } catch {
    receiver.refuse(file.name, first, lockedRefusal(file.name, keys))
    return
  }
  await receiver.takeBundle(file.name, opened)
}

/** Gathers what was read until there is enough for a commit. */
class Receiver {
  readonly #context: CountyContext
  readonly #facts: CountyFacts
  readonly #overOther: boolean
  readonly #accepted: AcceptedPackageView[] = []
  readonly #refused: RefusedPackageView[] = []
  readonly #waiting: Piece[] = []
  #commits = 0
  constructor(context: CountyContext, facts: CountyFacts, overOther: boolean) {
    this.#context = context
    this.#facts = facts
    this.#overOther = overOther
  }

  take(piece: Piece): void {
    this.#waiting.push(piece)
    if (this.#waiting.length >= A_COMMIT) this.flush()
  }

  async takeBundle(file: string, source: ReadableStream<Uint8Array>): Promise<void> {
    const { county, signal } = this.#context
    const reader = new BundleReader(file, { county, facts: this.#facts })
    try {
      await reader.read(source, (piece) => this.take(piece), signal)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      if (error.code === 'cancelled') throw error
      this.refuse(file, Buffer.from(file), error)
    }
  }

  refuse(file: string, bytes: Uint8Array, refusal: Refusal): void {
    inTransaction(this.#context.county, () => this.#writeRefusal(file, bytes, refusal))
  }

  flush(): void {
    const pieces = this.#waiting.splice(0)
    if (pieces.length === 0) return
    const { county } = this.#context
    if (++this.#commits === LARGE_FROM) dropNumberIndex(county)
    const done = { accepted: this.#accepted.length, refused: this.#refused.length }
    try {
      inTransaction(county, () => {
        for (const piece of pieces) this.#takeOne(piece)
      })
    } catch (error) {
      this.#accepted.length = done.accepted
      this.#refused.length = done.refused
      throw error
    }
  }

  result(): Received {
    return {
      accepted: this.#accepted,
      refused: this.#refused,
      people: this.#accepted.reduce((sum, one) => sum + one.people, 0),
      townships: this.#accepted.length,
    }
  }

  #takeOne(piece: Piece): void {
    const { county } = this.#context
    try {
      const checked = readPackage({ name: piece.file, bytes: piece.bytes }, (book, head) => {
        const township = townshipOfBook(county, book)
        const base = township === undefined ? undefined : submissionAt(county, township.id, head)
        return base === undefined ? undefined : contentOfBytes(readSubmissionBytes(county, base.id))
      })
      this.#accepted.push(this.#write(piece, checked))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      this.#writeRefusal(piece.file, piece.bytes, error)
    }
  }

  #write(piece: Piece, checked: CheckedPackage): AcceptedPackageView {
    const { county, clock, actor } = this.#context
    const { content } = checked
    const { head } = content
    const known = this.#findTownship(piece, content)
    const told = {
      file: piece.file,
      township: head.township.name,
      code: head.township.code,
      region: regionName(county, known?.regionId ?? piece.regionId),
      people: content.parts.people.length,
      asOf: head.asOf,
      kind: checked.kind,
      upgradedFrom: checked.formatVersion === PACKAGE_VERSION ? null : checked.formatVersion,
    }
    const same = submissionWith(county, checked.contentSha256)
    if (same !== undefined && same.townshipId === known?.id) {
      this.#lift(piece, head.township.name)
      return {
        ...told,
        unchanged: true,
        current: same.id === known.currentSubmission,
        differences: 0,
        unmatched: [],
        notes: ['和已收下的完全一样，没有重复记'],
      }
    }
    const before =
      known === undefined || known.currentSubmission === null
        ? undefined
        : readSubmission(county, known.currentSubmission)
    const current =
      before === undefined ||
      head.asOf > before.asOf ||
      (head.asOf === before.asOf && head.journal.seq >= before.journalSeq) ||
      known?.book !== head.book
    const compared = before === undefined ? null : this.#compare(known, before.id, content)
    const seq = appendCountyEntry(county, {
      recordedAt: clock.now(),
      actor,
      operation: 'county.receive',
      summary: `收下${head.township.name}截至 ${head.asOf} 的上报数据，${content.parts.people.length} 人`,
    })
    writeSubmission(county, {
      township: known ?? { regionId: piece.regionId },
      content,
      kind: checked.kind,
      formatVersion: checked.formatVersion,
      fileName: piece.file,
      fileSha256: sha256(piece.bytes),
      contentSha256: checked.contentSha256,
      bytes: checked.bytes,
      receivedSeq: seq,
      current,
    })
    return {
      ...told,
      unchanged: false,
      current,
      differences: compared?.differences ?? null,
      unmatched: compared?.unmatched ?? [],
      notes: [
        ...(told.upgradedFrom === null ? [] : [`由旧格式（${told.upgradedFrom}）升级读入`]),
        ...(current ? [] : [`是较早的情况，已收进上报记录，汇总仍用 ${before?.asOf ?? ''} 的`]),
        ...(before !== undefined && current && head.book === known?.book && head.journal.seq < before.journalSeq
          ? ['台账条数比上次少，乡镇可能从备份恢复过，请核对']
          : []),
      ],
    }
  }

  /** What was refused before and agrees now (the ledger was put right) is no longer sent back. */
  #lift({ bytes }: Piece, township: string): void {
    const { county, clock, actor } = this.#context
    const fileSha256 = sha256(bytes)
    if (!standsRefused(county, fileSha256)) return
    const seq = appendCountyEntry(county, {
      recordedAt: clock.now(),
      actor,
      operation: 'county.receive',
      summary: `${township}退回过的数据包再收，已经相符`,
    })
    liftRefusals(county, fileSha256, seq)
  }

  #compare(known: TownshipRow | undefined, submissionId: number, content: PackageContent) {
    const { county } = this.#context
    const before = contentOfBytes(readSubmissionBytes(county, submissionId))
    const names = known === undefined ? new Map<string, string>() : readToldNames(county, known.id)
    const unmatched = matchUnits(before.parts.units, content.parts.units, names).filter((match) => match.how === 'none')
    return {
      differences: compareContents(before, content, names).length,
      unmatched: unmatched.map((match) => match.name),
    }
  }

  /** The township a package is of; undefined: it hands in for the first time. @throws `package_other_township`, `package_ledger` */
  #findTownship({ file, regionId }: Piece, content: PackageContent): TownshipRow | undefined {
    const { county } = this.#context
    const { name, code } = content.head.township
    const other = (problem: string) => new Refusal('package_other_township', { file, township: name, problem })
    const above = this.#facts.code
    if (code !== null && above !== null && !code.startsWith(trimmed(above)))
      throw other(`代码 ${code} 不在${this.#facts.name}（${above}）以内`)
    const ofBook = townshipOfBook(county, content.head.book)
    const like = townshipLike(county, { regionId: ofBook?.regionId ?? regionId, name, code })
    if (ofBook !== undefined && like !== undefined && like.id !== ofBook.id)
      throw other(`名称或代码和编制本里的${like.name}重了`)
    if (ofBook !== undefined && code !== null && ofBook.code !== null && ofBook.code !== code)
      throw other(`上次报的代码是 ${ofBook.code}，这次是 ${code}`)
    const known = ofBook ?? like
    if (known !== undefined && known.book !== content.head.book && !this.#overOther)
      throw other('和上次报的不是同一本编制本；确实换了新的一本，请选“改收这一本”再收')
    if (known !== undefined) this.#refuseOtherTotals(known, content)
    return known
  }

  /** A7: approved totals that differ from the bureau's own ledger are not received. */
  #refuseOtherTotals(known: TownshipRow, { totals, head }: PackageContent): void {
    for (const { category, amount } of readLedgerTotals(this.#context.county, known.id)) {
      const own = totals.categories.find((one) => one.category === category)
      const told = own?.quota ?? 0
      if (told !== amount)
        throw new Refusal('package_ledger', {
          township: head.township.name,
          problem: `${QUOTA_CATEGORY_NAMES[category as QuotaCategory]}核定 ${told} 名（台账 ${amount} 名）`,
        })
    }
  }

  #writeRefusal(file: string, bytes: Uint8Array, { code, details }: Refusal): void {
    const { county, clock, actor } = this.#context
    const township = typeof details['township'] === 'string' ? details['township'] : null
    const message = refusalText(code, details)
    const row = { fileName: file, fileSha256: sha256(bytes), township, code, message }
    if (!refusedBefore(county, row)) {
      const receivedSeq = appendCountyEntry(county, {
        recordedAt: clock.now(),
        actor,
        operation: 'county.refuse',
        summary: `没有收下 ${file}${township === null ? '' : `（${township}）`}`,
      })
      writeRefused(county, { ...row, receivedSeq })
    }
    this.#refused.push({ file, township, code, message })
  }
}

/** A county's code 361002 or 361002000000 both begin a township's. */
function trimmed(code: string): string {
  return code.length === 12 ? code.replace(/(000)+$/u, '') : code.replace(/(00)+$/u, '')
}
