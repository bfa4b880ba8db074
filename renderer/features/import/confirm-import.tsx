import { useState } from 'react'
import { useBook } from '../../api/book.tsx'
import { proposedKeys, StandsOver } from '../../parts/stands-over.tsx'
import { Button } from '../../ui/button.tsx'
import { Sheet } from '../../ui/page.tsx'
import { CountsTable } from './counts-table.tsx'
import { OutcomeLine } from './outcome-line.tsx'
import { refusalText, refusedRowCount } from './proof-model.ts'
import type { ImportPreview } from './proof-model.ts'
import { RefusedFile } from './refused-file.tsx'
import type { Import } from './use-import.ts'

/** Everything that will happen, on one sheet, before the one button that does it. */
export function ConfirmImport({ run, preview }: { readonly run: Import; readonly preview: ImportPreview }) {
  const book = useBook()
  const refused = refusedRowCount(preview)
  const [named, setNamed] = useState<readonly string[]>([])
  const standsOver = named.length > 0 ? named : proposedKeys(preview.standing)
  return (
    <div className="confirm-import">
      <Sheet title={`导入 ${preview.fileName}`} note={`写入“${book?.name ?? ''}”编制本`}>
        <div className="confirm-body">
          <CountsTable counts={preview.counts} />
          <ul className="confirm-notes">
            <li>行里没有写日期的，从 {preview.effectiveOn} 起算。</li>
            <li>写入前自动留一份校验过的备份；要么全部写入，要么一行也不动；台账里记一条。</li>
            {preview.absent !== undefined && preview.absent > 0 && (
              <li>
                编制本里另有 {preview.absent} 名在职人员不在这份表上，导入不动他们。是否已调出，请在“人员”里核对。
              </li>
            )}
            {Object.keys(run.state.options.answers).length > 0 && (
              <li>您回答的 {Object.keys(run.state.options.answers).length} 个问题一起记下，同样的表下次不再问。</li>
            )}
            {refused > 0 && <li className="red">被拒绝的 {refused} 行不导入，见下。</li>}
          </ul>
          <StandsOver questions={preview.standing} chosen={named} onChange={setNamed} />
          <OutcomeLine error={run.state.error} />
          <div className="confirm-buttons">
            <Button onClick={() => run.goTo('preview')}>返回预览</Button>
            <Button look="main" onClick={() => void run.commit(standsOver)} data-testid="import-commit">
              确认导入
            </Button>
          </div>
        </div>
      </Sheet>
      {refused > 0 && <Refusals run={run} refused={preview.refused} title={`不导入的 ${refused} 行`} />}
    </div>
  )
}

const SHOWN_REFUSALS = 300

/** Refused rows in full: sheet, row, column, reason. */
export function Refusals({
  run,
  refused,
  title,
}: {
  readonly run: Import
  readonly refused: ImportPreview['refused']
  readonly title: string
}) {
  return (
    <Sheet title={title} actions={<RefusedFile run={run} />}>
      <ul className="refusals">
        {refused.slice(0, SHOWN_REFUSALS).map((refusal) => (
          <li key={`${refusal.sheet} ${refusal.row} ${refusal.column} ${refusal.code}`}>{refusalText(refusal)}</li>
        ))}
        {refused.length > SHOWN_REFUSALS && (
          <li className="quiet">另有 {refused.length - SHOWN_REFUSALS} 处，未一一列出。</li>
        )}
      </ul>
    </Sheet>
  )
}
