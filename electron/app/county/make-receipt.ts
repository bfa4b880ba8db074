import type { Input, Output } from '../../contract/operations.ts'
import { RECEIPT_SCHEMA, RECEIPT_VERSION, type Receipt, type ReceiptItems } from '../../contract/receipt-shapes.ts'
import { canonicalJson } from '../../domain/rules/packs/canonical-pack.ts'
import { countAnswers, writeAnswer } from '../../store/county/answer-store.ts'
import { appendCountyEntry } from '../../store/county/county-journal.ts'
import type { CountyBook } from '../../store/county/county-book.ts'
import { readCounty, readLedgerTotals, writeLedgerTotal, type TownshipRow } from '../../store/county/county-store.ts'
import { sha256 } from '../../store/county/package-file.ts'
import { inTransaction } from '../../store/county/prepared.ts'
import { readSubmission } from '../../store/county/submission-store.ts'
import { lastRefusal } from '../../store/county/refused-store.ts'
import { COUNTY_LEVEL_NAMES } from '../../vocabulary/county.ts'
import { Refusal } from '../../vocabulary/refusals.ts'
import { readHolidayFile } from '../../domain/calendar/read-holiday-file.ts'
import { parsedFile, readPackFile } from '../packs/write-pack-file.ts'
import type { CountyContext } from './county-context.ts'
import { findTownship } from './read-township.ts'

/**
 * A receipt for a township: its newest package accepted or sent back with reasons, and what the bureau decides. 核增核减 in it move the
 * bureau's own ledger where it has a number of that category, so that the township's next package agrees with it.
 * @throws `township_unknown`, `reason_required`, `pack_file_bad`, `holiday_file_bad`
 */
export async function makeReceipt(
  input: Input<'county.receipt'>,
  context: CountyContext,
): Promise<Output<'county.receipt'>> {
  const { county, clock, actor } = context
  const facts = readCounty(county)
  const to = addressee(county, input.township)
  const accepted = input.accepted ?? to.refusal === null
  const given = input.reasons ?? []
  const reasons = given.length > 0 || accepted ? given : to.refusal === null ? [] : [to.refusal]
  if (!accepted && reasons.length === 0) throw new Refusal('reason_required')
  const items = withFiles(input.items ?? {}, input.fileIds ?? [], context)
  const made = inTransaction(county, () => {
    const number = `${facts.name}回执〔${clock.today().slice(0, 4)}〕${countAnswers(county) + 1}号`
    const receipt: Receipt = {
      number,
      bureau: { name: facts.name, level: COUNTY_LEVEL_NAMES[facts.level] },
      madeAt: clock.now(),
      madeBy: actor,
      township: { name: to.name, code: to.row?.code ?? null, book: to.row?.book ?? null },
      package: accepted ? to.received : to.refusal === null ? to.received : null,
      accepted,
      reasons,
      items,
    }
    const text = receiptText(receipt)
    const seq = appendCountyEntry(county, {
      recordedAt: clock.now(),
      actor,
      operation: 'county.receipt',
      summary: `给${to.name}的回执 ${number}：${accepted ? '收下' : '退回'}，附 ${countItems(items)} 项`,
    })
    writeAnswer(county, {
      townshipId: to.row?.id ?? null,
      township: to.name,
      submissionId: to.row?.currentSubmission ?? null,
      number,
      accepted: accepted ? 1 : 0,
      content: text,
      madeSeq: seq,
    })
    if (to.row !== undefined) moveLedger(county, to.row, items)
    return { number, text, seq }
  })
  const bytes = Buffer.from(made.text, 'utf8')
  return {
    number: made.number,
    township: to.name,
    accepted,
    reasons,
    items: countItems(items),
    fileName: `${to.name}回执（${clock.today()}）.dbreceipt`,
    base64: bytes.toString('base64'),
    sha256: sha256(bytes),
    seq: made.seq,
  }
}

interface Addressee {
  readonly row: TownshipRow | undefined
  readonly name: string
  /** Its newest package that was received. */
  readonly received: Receipt['package']
  /** Why its newest package was refused; null: it was received. */
  readonly refusal: string | null
}

/** The township and its newest package: one that was received, or one sent back since. */
function addressee(county: CountyBook, text: string): Addressee {
  let row: TownshipRow | undefined
  try {
    row = findTownship(county, text)
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'township_unknown' || lastRefusal(county, text) === undefined)
      throw error
  }
  const name = row?.name ?? text
  const refusal = lastRefusal(county, name)
  const submission =
    row === undefined || row.currentSubmission === null ? undefined : readSubmission(county, row.currentSubmission)
  const since = refusal !== undefined && refusal.receivedSeq > (submission?.receivedSeq ?? 0) ? refusal.message : null
  return {
    row,
    name,
    received:
      submission === undefined ? null : { head: submission.head, asOf: submission.asOf, seq: submission.journalSeq },
    refusal: since,
  }
}

/** Packs and 放假安排 read and checked before they go out. */
function withFiles(items: ReceiptItems, fileIds: readonly string[], context: CountyContext): ReceiptItems {
  const [packs, holidays] = [[...(items.packs ?? [])], [...(items.holidays ?? [])]]
  for (const id of fileIds) {
    const file = context.stagedFile(id)
    const content = parsedFile(file)
    if (content?.['schema'] === 'dingbian-rule-pack') {
      readPackFile(file)
      packs.push(content)
      continue
    }
    const read = readHolidayFile(content)
    if ('problem' in read) throw new Refusal('holiday_file_bad', { file: file.name, problem: read.problem })
    if (content !== null) holidays.push(content)
  }
  return {
    ...items,
    ...(packs.length === 0 ? {} : { packs }),
    ...(holidays.length === 0 ? {} : { holidays }),
  }
}

function moveLedger(county: CountyBook, township: TownshipRow, items: ReceiptItems): void {
  for (const event of items.events ?? []) {
    if (event.type !== 'quota.increase' && event.type !== 'quota.decrease') continue
    const known = readLedgerTotals(county, township.id).find((one) => one.category === event.category)
    if (known === undefined) continue
    writeLedgerTotal(county, {
      townshipId: township.id,
      category: event.category,
      amount: Math.max(0, known.amount + (event.type === 'quota.increase' ? event.by : -event.by)),
      documentNumber: event.document.number,
    })
  }
}

export function countItems(items: ReceiptItems): number {
  return Object.values(items).reduce((sum, list) => sum + (list?.length ?? 0), 0)
}

/** The file: readable JSON, its checksum over the receipt; the package it answers stands outside too, for whoever only looks for that. */
export function receiptText(receipt: Receipt): string {
  const content = {
    schema: RECEIPT_SCHEMA,
    version: RECEIPT_VERSION,
    sha256: sha256(Buffer.from(canonicalJson(receipt))),
    package: receipt.package,
    receipt,
  }
  return `${JSON.stringify(content, null, 1)}\n`
}
