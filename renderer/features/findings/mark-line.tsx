import type { FindingMarkView } from '../../../electron/contract/finding-operations.ts'

const WORDS = { explained: '说明', reopened: '重新打开' } as const

/** One thing that was said of a finding: when, by whom, why, on what paper, until when. */
export function MarkLine({ mark, lead }: { readonly mark: FindingMarkView; readonly lead?: string }) {
  return (
    <p className="mark-line">
      <span className="number">{mark.on}</span> {lead ?? WORDS[mark.kind]}
      {mark.by !== null && `（${mark.by}）`}：{mark.reason}
      {mark.documentNumber !== null && `，${mark.documentNumber}`}
      {mark.kind === 'explained' && (
        <span className="quiet">，{mark.until === null ? '长期有效' : `有效至 ${mark.until}`}</span>
      )}
    </p>
  )
}
