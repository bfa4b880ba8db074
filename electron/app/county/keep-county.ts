import type { Input, Output } from '../../contract/operations.ts'
import { wordKey } from '../../vocabulary/code-list.ts'
import { Refusal } from '../../vocabulary/refusals.ts'
import { bundleStream, BUNDLE_FORMAT, BUNDLE_VERSION, type BundledPackage } from '../../store/county/bundle-file.ts'
import { appendCountyEntry, readCountyHead } from '../../store/county/county-journal.ts'
import type { CountyBook } from '../../store/county/county-book.ts'
import {
  readCounty,
  readRegions,
  readTownships,
  writeLedgerTotal,
  writeToldName,
} from '../../store/county/county-store.ts'
import { lockStream } from '../../store/county/locked-file.ts'
import { inTransaction } from '../../store/county/prepared.ts'
import { sumStanding } from '../../store/county/rollup-store.ts'
import { writeStreamWhole } from '../../store/county/stream-file.ts'
import { endTownship, readSubmissionBytes } from '../../store/county/submission-store.ts'
import type { CountyContext } from './county-context.ts'
import { findTownship } from './read-township.ts'

/** A unit's new name was another before: from now on the two are one in every comparison of this township. */
export async function matchUnitName(
  input: Input<'county.matchUnit'>,
  { county, clock, actor }: CountyContext,
): Promise<Output<'county.matchUnit'>> {
  const township = findTownship(county, input.township)
  const seq = inTransaction(county, () => {
    writeToldName(county, township.id, wordKey(input.name), wordKey(input.former))
    return appendCountyEntry(county, {
      recordedAt: clock.now(),
      actor,
      operation: 'county.matchUnit',
      summary: `${township.name}：“${input.name}”就是以前的“${input.former}”`,
    })
  })
  return { seq }
}

/** Approved totals of the bureau's own ledger: from now on a package must have them. */
export async function setLedgerTotals(
  input: Input<'county.setLedger'>,
  { county, clock, actor }: CountyContext,
): Promise<Output<'county.setLedger'>> {
  const township = findTownship(county, input.township)
  const seq = inTransaction(county, () => {
    for (const { category, amount } of input.totals)
      writeLedgerTotal(county, {
        townshipId: township.id,
        category,
        amount,
        documentNumber: input.documentNumber ?? null,
      })
    return appendCountyEntry(county, {
      recordedAt: clock.now(),
      actor,
      operation: 'county.setLedger',
      summary: `登记${township.name}的编办台账数`,
    })
  })
  return { seq }
}

/** A township that was merged away: what it handed in stays, and counts for days before. @throws `township_unknown` */
export async function endTownshipOn(
  input: Input<'county.endTownship'>,
  { county, clock, actor }: CountyContext,
): Promise<Output<'county.endTownship'>> {
  const township = findTownship(county, input.township)
  const into = input.into === undefined ? null : findTownship(county, input.into)
  const seq = inTransaction(county, () => {
    endTownship(county, township, { on: input.on, into: into?.id ?? null })
    return appendCountyEntry(county, {
      recordedAt: clock.now(),
      actor,
      operation: 'county.endTownship',
      summary: `${township.name}自 ${input.on} 起撤销${into === null ? '' : `，并入${into.name}`}`,
    })
  })
  return { seq }
}

/** Everything this book shows, as one file for the level above; each township's package as it was handed in. */
export async function makeCountyPackage(
  input: Input<'county.package'>,
  context: CountyContext,
): Promise<Output<'county.package'>> {
  const { county, clock, actor } = context
  const facts = readCounty(county)
  const head = readCountyHead(county)
  const townships = readTownships(county).filter((one) => one.currentSubmission !== null)
  const { people } = sumStanding(county, { asOf: null, region: null })
  if (input.lock !== undefined && 'passphrase' in input.lock && Array.from(input.lock.passphrase).length < 8)
    throw new Refusal('package_passphrase_weak')
  const plain = bundleStream(
    {
      format: BUNDLE_FORMAT,
      version: BUNDLE_VERSION,
      name: facts.name,
      level: facts.level,
      code: facts.code,
      madeAt: clock.now(),
      townships: townships.length,
      people,
      head,
      regions: readRegions(county),
    },
    packagesOf(county, townships, context),
  )
  const written = await writeStreamWhole(input.path, await underLock(plain, input.lock))
  if ('differs' in written) throw new Refusal('package_file_differs', { path: input.path })
  inTransaction(county, () =>
    appendCountyEntry(county, {
      recordedAt: clock.now(),
      actor,
      operation: 'county.package',
      summary: `做汇总上报包，${townships.length} 个乡镇，${people} 人${input.lock === undefined ? '' : '，已加密'}`,
    }),
  )
  return {
    file: input.path,
    townships: townships.length,
    people,
    head,
    sha256: written.sha256,
    bytes: written.bytes,
    locked: input.lock !== undefined,
  }
}

async function underLock(
  plain: ReadableStream<Uint8Array>,
  lock: Input<'county.package'>['lock'],
): Promise<ReadableStream<Uint8Array>> {
  if (lock === undefined) return plain
  try {
    return await lockStream(plain, lock)
  } catch {
    throw new Refusal('package_key_bad', { key: 'publicKey' in lock ? lock.publicKey : '' })
  }
}

function* packagesOf(
  county: CountyBook,
  townships: ReturnType<typeof readTownships>,
  context: CountyContext,
): Generator<BundledPackage> {
  for (const [done, township] of townships.entries()) {
    if (context.signal.aborted) throw new Refusal('cancelled')
    if (done % 100 === 0) context.report('写入', done, townships.length)
    if (township.currentSubmission === null) continue
    yield {
      region: township.regionId,
      name: `${township.name}.dbpkg`,
      bytes: readSubmissionBytes(county, township.currentSubmission),
    }
  }
}
