import { createHash } from 'node:crypto'
import type Database from 'better-sqlite3-multiple-ciphers'
import type { JournalChangeTable, JournalTable } from './book-database.ts'
import { changeLine, entryHash, GENESIS, imageHash } from './canonical.ts'
import type { Check } from './integrity-problem.ts'

/** Recomputes the chain from the first entry: sequence, previous hash, digest of the changes, hash of the entry, hash of every image. */
export function* walkChain(raw: Database.Database): Check<{ readonly entries: number; readonly head: string }> {
  const changes = raw.prepare<[], JournalChangeTable>('SELECT * FROM journal_change ORDER BY seq, ordinal').iterate()
  let change = changes.next()
  let previous = { seq: 0, hash: GENESIS }
  let entries = 0
  try {
    for (const entry of raw.prepare<[], JournalTable>('SELECT * FROM journal ORDER BY seq').iterate()) {
      entries += 1
      if (entry.seq !== previous.seq + 1) yield { seq: previous.seq + 1, text: `台账缺少第 ${previous.seq + 1} 条${entry.seq - previous.seq > 2 ? `至第 ${entry.seq - 1} 条` : ''}` }
      else if (entry.previous_hash !== previous.hash) yield { seq: entry.seq, text: `台账第 ${entry.seq} 条接不上前一条：前一条被改过，或顺序被动过` }
      if (entry.hash !== entryHash(chained(entry))) yield { seq: entry.seq, text: `台账第 ${entry.seq} 条的内容与其摘要不符` }
      const digest = createHash('sha256')
      let counted = 0
      for (; change.done !== true && change.value.seq <= entry.seq; change = changes.next()) {
        const row = change.value
        if (row.seq < entry.seq) {
          yield { seq: row.seq, text: `台账第 ${row.seq} 条不存在，却有它的明细` }
          continue
        }
        counted += 1
        digest.update(changeLine({ ordinal: row.ordinal, table: row.table_name, rowId: row.row_id, beforeHash: row.before_hash, afterHash: row.after_hash }))
        const intact = row.before_hash === imageHash(row.salt, row.before_json) && row.after_hash === imageHash(row.salt, row.after_json)
        yield intact ? null : { seq: row.seq, text: `台账第 ${row.seq} 条第 ${row.ordinal} 项明细的内容与其摘要不符` }
      }
      if (counted !== entry.change_count) yield { seq: entry.seq, text: `台账第 ${entry.seq} 条应有 ${entry.change_count} 项明细，现有 ${counted} 项` }
      else if (digest.digest('hex') !== entry.changes_digest) yield { seq: entry.seq, text: `台账第 ${entry.seq} 条的明细与其摘要不符` }
      previous = { seq: entry.seq, hash: entry.hash }
      yield null
    }
    for (; change.done !== true; change = changes.next()) yield { seq: change.value.seq, text: `台账第 ${change.value.seq} 条不存在，却有它的明细` }
  } finally {
    changes.return?.()
  }
  return { entries, head: previous.hash }
}

function chained(entry: JournalTable): Parameters<typeof entryHash>[0] {
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
    changesDigest: entry.changes_digest,
    previousHash: entry.previous_hash,
  }
}
