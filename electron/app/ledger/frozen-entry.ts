import { isOperationName, type OperationName } from '../../contract/operations.ts'
import type { HistoryRecord } from '../../domain/ledger/journal/journal-record.ts'

const FROZEN: Readonly<Partial<Record<OperationName, string>>> = {
  'notice.issue': '张榜的公示不能撤销，另发更正公示',
  'book.create': '它建立了这本编制本，撤销了就没有编制本了',
  'backup.restore': '恢复备份换的是整个文件，没有可以逐项撤回的改动',
  'person.erase': '清除的个人信息已经不在了，没有可以恢复的内容',
  'person.reveal': '它只是查看，没有改动数据',
  'template.fill': '它只是填了一张表，没有改动数据',
}

/** Why an entry can never be taken back, in Chinese; null where it can. */
export function whyFrozen(record: HistoryRecord): string | null {
  const { operation } = record
  const frozen = isOperationName(operation) ? FROZEN[operation] : undefined
  return frozen ?? (record.changes === 0 ? '它没有改动数据' : null)
}
