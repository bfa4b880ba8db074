import { createHash } from 'node:crypto'
import type Database from 'better-sqlite3-multiple-ciphers'
import type { JournalTable } from './book-database.ts'
import { readErasures } from './erasure-record.ts'
import { everyChange } from './journal-rows.ts'
import { changeLine, entryHash, GENESIS, imageHash, wholeDigest } from './canonical.ts'
import type { Check } from './integrity-problem.ts'

/** Recomputes the chain from the first entry: sequence, previous hash, digest of the changes, hash of the entry, hash of every image. */
export function* walkChain(raw: Database.Database): Check<{ readonly entries: number; readonly head: string }> {
  const changes = everyChange(raw)
  const erasures = readErasures(raw)
  let change = changes.next()
  let previous = { seq: 0, hash: GENESIS }
  let entries = 0
  try {
    for (const entry of raw.prepare<[], JournalTable>('SELECT * FROM journal ORDER BY seq').iterate()) {
      entries += 1
      if (entry.seq !== previous.seq + 1)
        yield {
          seq: previous.seq + 1,
          text: `台账缺少第 ${previous.seq + 1} 条${entry.seq - previous.seq > 2 ? `至第 ${entry.seq - 1} 条` : ''}`,
        }
      else if (entry.previous_hash !== '' && entry.previous_hash !== previous.hash)
        yield { seq: entry.seq, text: `台账第 ${entry.seq} 条接不上前一条：前一条被改过，或顺序被动过` }
      // An entry that does not repeat the hash before it cannot be judged where that entry is missing.
      const follows = entry.previous_hash !== '' || entry.seq === previous.seq + 1
      if (follows && entry.hash !== entryHash(chained(entry, previous.hash)))
        yield { seq: entry.seq, text: `台账第 ${entry.seq} 条的内容与其摘要不符` }
      const digest = createHash('sha256')
      let counted = 0
      for (; change.done !== true && change.value.seq <= entry.seq; change = changes.next()) {
        const row = change.value
        if (row.seq < entry.seq) {
          yield { seq: row.seq, text: `台账第 ${row.seq} 条不存在，却有它的明细` }
          continue
        }
        counted += 1
        digest.update(
          changeLine({
            ordinal: row.ordinal,
            table: row.table_name,
            rowId: row.row_id,
            beforeHash: row.before_hash,
            afterHash: row.after_hash,
          }),
        )
        const intact =
          row.salt === ''
            ? erasures.take(row.seq, row.ordinal, row.before_json, row.after_json)
            : row.before_hash === imageHash(row.salt, row.before_json) &&
              row.after_hash === imageHash(row.salt, row.after_json)
        yield intact ? null : { seq: row.seq, text: `台账第 ${row.seq} 条第 ${row.ordinal} 项明细的内容与其摘要不符` }
      }
      if (counted !== entry.change_count)
        yield { seq: entry.seq, text: `台账第 ${entry.seq} 条应有 ${entry.change_count} 项明细，现有 ${counted} 项` }
      else if (digest.digest('hex') !== wholeDigest(entry.changes_digest))
        yield { seq: entry.seq, text: `台账第 ${entry.seq} 条的明细与其摘要不符` }
      previous = { seq: entry.seq, hash: entry.hash }
      yield null
    }
    for (; change.done !== true; change = changes.next())
      yield { seq: change.value.seq, text: `台账第 ${change.value.seq} 条不存在，却有它的明细` }
    yield* erasures.problems()
  } finally {
    changes.return(undefined)
  }
  return { entries, head: previous.hash }
}

/** `before`: the hash of the entry before, for one that does not repeat it. */
function chained(entry: JournalTable, before: string): Parameters<typeof entryHash>[0] {
  return {
    seq: entry.seq,
    recordedAt: entry.recorded_at,
    actor: entry.actor,
    operation: entry.operation,
    effectiveOn: entry.effective_on,
    documentNumber: entry.document_number,
    reason: entry.reason,
    summary: entry.summary,
    reverses: entry.reverses,
    changeCount: entry.change_count,
    changesDigest: wholeDigest(entry.changes_digest),
    previousHash: entry.previous_hash === '' ? before : entry.previous_hash,
  }
}
