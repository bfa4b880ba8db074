import { useState } from 'react'
import type { Output } from '../../../electron/contract/operations.ts'
import { checkInput } from '../../api/client.ts'
import type { ApiError } from '../../api/client.ts'
import { useAsOf } from '../../api/as-of.tsx'
import { useCommand } from '../../api/use-command.ts'
import { Paper } from '../../parts/paper.tsx'
import { hrefTo } from '../../text/paths.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState, ErrorLine, ErrorState, Skeleton } from '../../ui/states.tsx'
import { DraftSteps } from './draft-steps.tsx'
import type { SavedDraft } from './draft-steps.tsx'
import { IssueDialog } from './issue-dialog.tsx'
import type { Signed } from './issue-dialog.tsx'
import { LeftOff } from './left-off.tsx'
import { NoticeForm } from './notice-form.tsx'
import { draftInput } from './notice-draft.ts'
import type { NoticeDraft } from './notice-draft.ts'
import { useNoticePreview, type NoticePreview } from './use-notice-preview.ts'

interface DraftNoticeProps {
  readonly draft: NoticeDraft
  readonly saved: SavedDraft | null
  readonly signers: Output<'notice.list'>['signers']
  readonly today: string
  readonly onChange: (part: Partial<NoticeDraft>) => void
  readonly onDropped: () => void
}

/** Form at the left, the paper itself in the middle, who is not on it at the right. */
export function DraftNotice({ draft, saved, signers, today, onChange, onDropped }: DraftNoticeProps) {
  const { asOf } = useAsOf()
  const [issuing, setIssuing] = useState<Signed | null>(null)
  const input = draftInput(draft, asOf)
  const checked = checkInput('notice.preview', input)
  const save = useCommand('notice.saveDraft')
  const ask = useCommand('notice.draft')
  const preview = useNoticePreview(checked.ok ? checked.input : null)
  const obstacles = preview.error === null ? (preview.data?.obstacles ?? []) : []
  const errors = {
    ...Object.fromEntries(obstacles.flatMap(({ field, message }) => (field === null ? [] : [[field, message]]))),
    ...(checked.ok ? {} : checked.errors),
    ...fieldErrors(preview.error),
  }
  const elsewhere =
    preview.error !== null && Object.keys(fieldErrors(preview.error)).length === 0 ? preview.error : null
  const { data } = preview
  // The paper is shown while the reason is still being written; it is not let out before.
  const reasoned =
    draft.exceptions.length === 0 || (draft.exceptionReason.trim() !== '' && draft.exceptionBy.trim() !== '')
  const drawn = reasoned && checked.ok && preview.error === null && data !== null && !preview.loading
  const ready = drawn && obstacles.length === 0
  /** Whether what was signed still stands is asked of the draft as it is now, not as it was last saved. */
  const begin = async () => {
    if (saved === null) return setIssuing({ checked: null, reviewed: null })
    const answer = (await save.run({ content: input })) === null ? null : await ask.run({})
    if (answer !== null)
      setIssuing({ checked: answer.draft?.checked ?? null, reviewed: answer.draft?.reviewed ?? null })
  }
  return (
    <div className="notice-desk">
      <div className="notice-form-column">
        <div className="notice-form-scroll">
          <NoticeForm draft={draft} errors={errors} onChange={onChange} />
        </div>
        {/* Beside the way on, not below the fold of the form. */}
        <div className="notice-told">
          <Obstacles obstacles={obstacles.filter((one) => one.field === null)} />
          {data !== null && preview.error === null && <Warnings warnings={data.warnings} doubts={data.doubts} />}
        </div>
        {data !== null && preview.error === null && <Period preview={data} />}
        <DraftSteps input={input} saved={saved} signers={signers} today={today} drawn={drawn} onDropped={onDropped} />
        <Button
          look="main"
          busy={save.busy || ask.busy}
          disabled={!ready}
          onClick={() => void begin()}
          data-testid="notice-issue"
        >
          发布并冻结…
        </Button>
        <ErrorLine error={save.error ?? ask.error} />
      </div>
      <div className="notice-paper-column" aria-busy={preview.loading}>
        {elsewhere !== null ? (
          <Refusal error={elsewhere} />
        ) : data === null ? (
          <Skeleton rows={12} />
        ) : (
          <Paper
            preview={data.preview}
            label="公示纸样"
            fileName={`${data.number}送审稿`}
            printMark="送审稿，尚未发布"
          />
        )}
      </div>
      <LeftOff preview={elsewhere === null ? data : null} />
      {issuing !== null && checked.ok && data !== null && (
        <IssueDialog
          input={checked.input}
          preview={data}
          signed={issuing}
          signers={signers}
          today={today}
          onClose={() => setIssuing(null)}
        />
      )}
    </div>
  )
}

/** What stops her and stands at no field of the form. */
function Obstacles({ obstacles }: { readonly obstacles: NoticePreview['obstacles'] }) {
  if (obstacles.length === 0) return null
  return (
    <ul className="notice-obstacles red" aria-label="不能发布">
      {obstacles.map((obstacle) => (
        <li key={obstacle.message}>{obstacle.message}</li>
      ))}
    </ul>
  )
}

/** Nothing here stops her; it is better known before it hangs. */
function Warnings({ warnings, doubts }: Pick<NoticePreview, 'warnings' | 'doubts'>) {
  if (warnings.length + doubts.length === 0) return null
  return (
    <ul className="notice-warnings" aria-label="请留意">
      {doubts.length > 0 && (
        <li>
          <details>
            <summary>有 {doubts.length} 件事发布时要写明理由</summary>
            {doubts.map((doubt) => (
              <p key={doubt.key}>{doubt.text}</p>
            ))}
          </details>
        </li>
      )}
      {warnings.map((warning) => (
        <li key={warning}>{warning}</li>
      ))}
    </ul>
  )
}

function Period({
  preview,
}: {
  readonly preview: { readonly number: string; readonly endsOn: string | null; readonly listed: number }
}) {
  return (
    <p className="notice-period" data-testid="notice-period">
      {preview.endsOn === null ? (
        <strong>长期公开</strong>
      ) : (
        <>
          公示至 <strong>{preview.endsOn}</strong>
        </>
      )}
      ，列入 <strong>{preview.listed}</strong> 人
    </p>
  )
}

/** An empty list is no mistake of hers: it says what comes first. */
function Refusal({ error }: { readonly error: ApiError }) {
  if (error.code !== 'notice_empty') return <ErrorState error={error} />
  return <EmptyState text={error.message} action={<a href={hrefTo('import')}>去导入花名册</a>} />
}

/** Refusals that belong to one field stand at that field. */
function fieldErrors(error: ApiError | null): Readonly<Record<string, string>> {
  switch (error?.code) {
    case 'notice_phone_mobile':
      return { phone: error.message }
    case 'holiday_calendar_missing':
      return { days: error.message }
    default:
      return {}
  }
}
