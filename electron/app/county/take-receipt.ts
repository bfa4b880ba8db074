import type { Input, Output } from '../../contract/operations.ts'
import type { ReceiptView } from '../../contract/package-operations.ts'
import {
  receipt as receiptShape,
  RECEIPT_SCHEMA,
  RECEIPT_VERSION,
  receiptFile,
  type Receipt,
} from '../../contract/receipt-shapes.ts'
import { assessEvent } from '../../domain/assess/assess-event.ts'
import { readHolidayFile, type HolidayFile } from '../../domain/calendar/read-holiday-file.ts'
import { applyWrites, type FactWrite } from '../../domain/ledger/planning/event-plan.ts'
import type { LocalPack } from '../../domain/model/local-pack.ts'
import { canonicalJson } from '../../domain/rules/packs/canonical-pack.ts'
import type { FactRows } from '../../store/book-database.ts'
import { readCodeWords } from '../../store/code-word-store.ts'
import { isLocked, unlockBytes } from '../../store/county/locked-file.ts'
import { sha256 } from '../../store/county/package-file.ts'
import { readFirstHash } from '../../store/journal-store.ts'
import { loadFacts } from '../../store/load-facts.ts'
import { writeHolidayTable } from '../../store/pack-store.ts'
import { readTakenReceipts, writeTakenReceipt } from '../../store/package-store.ts'
import { writeFacts } from '../../store/write-facts.ts'
import { EVENTS } from '../../vocabulary/events.ts'
import { refusalText, Refusal } from '../../vocabulary/refusals.ts'
import type { CommandContext, QueryContext, StagedFile } from '../context.ts'
import { refuseUnready } from '../ledger/add-event.ts'
import { readPackFile } from '../packs/write-pack-file.ts'
import { keepPack } from '../packs/save-pack.ts'

interface Assessed {
  readonly receipt: Receipt
  readonly items: ReceiptView['items']
  readonly writes: readonly FactWrite[]
  readonly packs: readonly LocalPack[]
  readonly holidays: readonly HolidayFile[]
}

/** What a receipt says and what each of its items would do. @throws `receipt_bad`, `receipt_other`, `package_locked` */
export async function previewReceipt(
  input: Input<'receipt.preview'>,
  context: QueryContext,
): Promise<Output<'receipt.preview'>> {
  const read = await readReceipt(input, context)
  return viewOf(assess(read, await loadFacts(context.db), context))
}

/**
 * Takes a receipt in: one transaction and one entry, in it every event with its own row, so that each stands in 沿革 and one undo takes all
 * back. Worked out again under the write lock. @throws as the preview does, `receipt_event`, `receipt_taken`
 */
export async function takeReceipt(
  input: Input<'receipt.take'>,
  context: CommandContext,
): Promise<Output<'receipt.take'>> {
  const receipt = await readReceipt(input, context)
  const verdict = receipt.accepted ? '上报已收下' : '上报被退回'
  const { result, entry } = await context.commit(
    { summary: `记入回执 ${receipt.number}：${verdict}` },
    async (tx, journal) => {
      const taken = (await readTakenReceipts(tx)).find((one) => one.number === receipt.number)
      if (taken !== undefined)
        throw new Refusal('receipt_taken', { number: receipt.number, seq: taken.takenAt.slice(0, 10) })
      const assessed = assess(receipt, await loadFacts(tx), context)
      const wrong = assessed.items.findIndex((item) => item.problem !== null)
      const item = assessed.items[wrong]
      if (item !== undefined)
        throw new Refusal('receipt_event', { place: wrong + 1, title: item.title, why: item.problem ?? '' })
      await writeFacts(journal, assessed.writes)
      for (const pack of assessed.packs) await keepPack(tx, journal, pack, context.clock.now())
      for (const { table } of assessed.holidays)
        await writeHolidayTable(
          tx,
          journal,
          { ...table, notice: table.notice === '' ? receipt.number : table.notice },
          context.clock.now(),
        )
      const known = await readCodeWords(tx)
      for (const { list, word, meant } of receipt.items.codeWords ?? []) {
        const row = known.find((one) => one.list === list && one.word === word)
        if (row !== undefined) await journal.update('code_word', row.id, { meant })
        else
          await journal.insert('code_word', [
            { id: context.newId(), list, word, meant, recorded_at: context.clock.now() },
          ])
      }
      await writeTakenReceipt(tx, journal, {
        takenAt: context.clock.now(),
        number: receipt.number,
        head: receipt.package?.head ?? '',
        accepted: receipt.accepted,
        reasons: receipt.reasons,
      })
      if (assessed.items.length > 0)
        journal.describe({ summary: `记入回执 ${receipt.number}：${verdict}，附 ${assessed.items.length} 项` })
      return viewOf(assessed)
    },
  )
  return { ...result, seq: entry.seq }
}

/** Reads and checks the file: that it is a receipt, whole, and this book's. */
async function readReceipt(
  { fileId, passphrase }: { readonly fileId: string; readonly passphrase?: string | undefined },
  context: QueryContext,
): Promise<Receipt> {
  const file = context.stagedFile(fileId)
  const bad = (problem: string) => new Refusal('receipt_bad', { file: file.name, problem })
  const parsed = receiptFile.safeParse(parsedJson(await opened(file, passphrase)))
  if (!parsed.success) throw bad('内容不是编办的回执')
  if (parsed.data.version > RECEIPT_VERSION) throw bad('由更新版本的定编做成，请升级本程序')
  if (parsed.data.sha256 !== sha256(Buffer.from(canonicalJson(parsed.data.receipt))))
    throw bad('不完整或被改动过，请向编办重新要一份')
  const read = receiptShape.safeParse(parsed.data.receipt)
  if (!read.success) {
    const issue = read.error.issues[0]
    throw bad(`${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim())
  }
  const { township } = read.data
  const facts = await loadFacts(context.db)
  const own = facts.book[0]?.name ?? ''
  const root = facts.unit_version.filter((row) => row.kind === 'township').map((row) => row.name)
  const mine =
    township.book === null
      ? [own, ...root].includes(township.name)
      : township.book === (await readFirstHash(context.db))
  if (!mine) throw new Refusal('receipt_other', { file: file.name, township: township.name, name: own })
  return read.data
}

async function opened(file: StagedFile, passphrase: string | undefined): Promise<Uint8Array> {
  if (!isLocked(file.bytes)) return file.bytes
  const bytes = await unlockBytes(file.bytes, {
    passphrases: passphrase === undefined ? [] : [passphrase],
    secretKeys: [],
  })
  if (bytes === null)
    throw new Refusal('package_locked', {
      file: file.name,
      problem: passphrase === undefined ? '请输入口令' : '口令不对',
    })
  return bytes
}

function parsedJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/^\uFEFF/, ''))
  } catch {
    return { schema: `not ${RECEIPT_SCHEMA}` }
  }
}

/** Each item on top of those before it: what it would write, and what stands against it. */
function assess(receipt: Receipt, facts: FactRows, context: QueryContext): Assessed {
  const tools = { newId: context.newId, recordedAt: context.clock.now(), today: context.clock.today() }
  const items: ReceiptView['items'] = []
  const writes: FactWrite[] = []
  let book = facts
  for (const event of receipt.items.events ?? []) {
    const title = EVENTS[event.type].title
    try {
      const assessed = assessEvent(book, { event }, tools)
      const { outcome } = assessed
      items.push({
        kind: 'event',
        title,
        text: outcome.text,
        problem: problemOf(() => refuseUnready(outcome)),
        sentences: [...outcome.sentences],
      })
      writes.push(...assessed.writes)
      book = applyWrites(book, assessed.writes)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      items.push({
        kind: 'event',
        title,
        text: `${title}（${event.on}）`,
        problem: refusalText(error.code, error.details),
        sentences: [],
      })
    }
  }
  const packs = (receipt.items.packs ?? []).flatMap((content) => readInto(items, content, receipt.number))
  const holidays = (receipt.items.holidays ?? []).flatMap((content) => readHolidays(items, content))
  for (const { list, word, meant } of receipt.items.codeWords ?? [])
    items.push({
      kind: 'codeWord',
      title: '代码对照',
      text: `${list}：“${word}”对应“${meant}”`,
      problem: null,
      sentences: [],
    })
  return { receipt, items, writes, packs, holidays }
}

function readInto(items: ReceiptView['items'], content: unknown, number: string): readonly LocalPack[] {
  const bytes = Buffer.from(JSON.stringify(content), 'utf8')
  let pack: LocalPack | null = null
  const problem = problemOf(() => {
    pack = readPackFile({ id: '', name: number, bytes })
  })
  const title = (pack as LocalPack | null)?.title ?? ''
  items.push({ kind: 'pack', title: '规则包', text: `规则包“${title}”，记入后在“核查”里换用`, problem, sentences: [] })
  return pack === null ? [] : [pack]
}

function readHolidays(items: ReceiptView['items'], content: unknown): readonly HolidayFile[] {
  const read = readHolidayFile(content)
  if ('problem' in read) {
    items.push({ kind: 'holiday', title: '放假安排', text: '放假安排', problem: read.problem, sentences: [] })
    return []
  }
  items.push({
    kind: 'holiday',
    title: '放假安排',
    text: `${read.table.year} 年放假安排`,
    problem: null,
    sentences: [...read.notes],
  })
  return [read]
}

function problemOf(work: () => void): string | null {
  try {
    work()
    return null
  } catch (error) {
    if (error instanceof Refusal) return refusalText(error.code, error.details)
    throw error
  }
}

function viewOf({ receipt, items }: Assessed): ReceiptView {
  return {
    number: receipt.number,
    bureau: receipt.bureau.name,
    accepted: receipt.accepted,
    reasons: [...receipt.reasons],
    asOf: receipt.package?.asOf ?? null,
    items,
  }
}
