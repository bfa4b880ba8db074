import { useState } from 'react'
import type { Output } from '../../../electron/contract/operations.ts'
import { useCommand } from '../../api/use-command.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Checkbox, Field, FormGrid, TextInput } from '../../ui/form.tsx'
import { setParams } from '../../ui/route.ts'
import { ErrorLine } from '../../ui/states.tsx'
import { toastSaved } from '../../ui/toast.tsx'
import { DespiteList } from './despite-list.tsx'
import type { NoticeInput } from './notice-draft.ts'
import type { SavedDraft } from './draft-steps.tsx'
import { REVIEW_STATEMENT } from './sign-dialog.tsx'
import type { NoticePreview } from './use-notice-preview.ts'

/** What stands under the draft. */
export type Signed = Pick<SavedDraft, 'checked' | 'reviewed'>

interface IssueDialogProps {
  readonly input: NoticeInput
  readonly preview: NoticePreview
  readonly signed: Signed
  /** Who signed the last one. */
  readonly signers: Output<'notice.list'>['signers']
  readonly today: string
  readonly onClose: () => void
}

/** The one step here that cannot be taken back: who checked it, who made the 保密审查, and all of it said in full before it is taken. */
export function IssueDialog({ input, preview, signed: before, signers, today, onClose }: IssueDialogProps) {
  const issue = useCommand('notice.issue')
  const usual = today < input.from ? today : input.from
  const [signed, setSigned] = useState(() => {
    const [check, review] = [
      signerOf(before.checked, signers.checkedBy, usual),
      signerOf(before.reviewed, signers.reviewedBy, usual),
    ]
    return {
      checkedBy: check.by,
      checkedOn: check.on,
      reviewedBy: review.by,
      reviewedOn: review.on,
      reviewed: before.reviewed?.stands === true,
    }
  })
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [reason, setReason] = useState('')
  const [known, setKnown] = useState(false)
  const { doubts } = preview
  // What depends on who signed and when is told by the refusal: it is taken note of as a whole.
  const more = issue.error?.code === 'notice_needs_reason'
  const asked = doubts.length > 0 || more || known
  const answered =
    doubts.every((doubt) => ticked.has(doubt.key)) && (!more || known) && (!asked || reason.trim() !== '')
  const oneSigner = signed.checkedBy.trim() !== '' && plain(signed.checkedBy) === plain(signed.reviewedBy)
  const stale = [before.checked, before.reviewed].some((sign) => sign !== null && !sign.stands)
  const change = (part: Partial<typeof signed>) => setSigned({ ...signed, ...part })
  const ready =
    signed.checkedBy.trim() !== '' && signed.reviewedBy.trim() !== '' && !oneSigner && signed.reviewed && answered
  const confirm = async () => {
    const { reviewed: _reviewed, ...signOffs } = signed
    const notice = await issue.run({
      ...input,
      ...signOffs,
      ...(asked ? { despite: { keys: known ? ['all'] : doubts.map((doubt) => doubt.key), reason } } : {}),
    })
    if (notice === null) return
    toastSaved(`${notice.number} 已冻结，可下载打印`)
    onClose()
    setParams({ view: 'issued', notice: notice.id })
  }
  return (
    <Dialog
      title="发布并冻结这份公示？"
      onClose={onClose}
      wide
      confirm={{ label: '发布并冻结', onConfirm: () => void confirm(), busy: issue.busy, disabled: !ready }}
    >
      <p>
        《{preview.title}》，编号 {preview.number}，按 {preview.asOf} 的名单，列入 {preview.listed} 人，不上公示名单{' '}
        {preview.leftOff.length} 人，共 {preview.preview.pages.length} 页 {preview.preview.paper}。
      </p>
      <p>
        {preview.endsOn === null
          ? `${input.from} 张贴，长期公开。`
          : `${input.from} 张贴，公示 ${input.days ?? ''} 个工作日，至 ${preview.endsOn} 止。`}
      </p>
      {stale && <p className="red">登记初审或保密审查以后，名单或版面有变动：请重新审过再填。</p>}
      <FormGrid columns={2}>
        <Field label="初审人" required>
          {(ids) => (
            <TextInput
              {...ids}
              value={signed.checkedBy}
              onChange={(checkedBy) => change({ checkedBy })}
              autoFocus={signed.checkedBy === ''}
            />
          )}
        </Field>
        <Field label="初审日期">
          {(ids) => (
            <DateInput
              {...ids}
              value={signed.checkedOn}
              onChange={(checkedOn) => checkedOn !== undefined && change({ checkedOn })}
            />
          )}
        </Field>
        <Field label="保密审查人" required error={oneSigner ? '与初审人是同一个人，请换一个人审查' : undefined}>
          {(ids) => <TextInput {...ids} value={signed.reviewedBy} onChange={(reviewedBy) => change({ reviewedBy })} />}
        </Field>
        <Field label="审查日期">
          {(ids) => (
            <DateInput
              {...ids}
              value={signed.reviewedOn}
              onChange={(reviewedOn) => reviewedOn !== undefined && change({ reviewedOn })}
            />
          )}
        </Field>
      </FormGrid>
      <DespiteList
        doubts={doubts}
        asked={asked}
        ticked={ticked}
        reason={reason}
        onTick={setTicked}
        onReason={setReason}
      />
      {(more || known) && <Checkbox checked={known} onChange={setKnown} label="下面提示的事已知悉，按上面的理由发布" />}
      <Checkbox checked={signed.reviewed} onChange={(reviewed) => change({ reviewed })} label={REVIEW_STATEMENT} />
      <p className="red">发布后内容冻结，不能修改，也不能撤销；以后重印与这一份一字不差。名单如有变动，请另发一份。</p>
      <ErrorLine error={issue.error} />
    </Dialog>
  )
}

/** Who signed the draft, as long as that stands; nobody where it does not; else who signed the last notice. */
function signerOf(sign: Signed['checked'], last: string, usual: string): { readonly by: string; readonly on: string } {
  if (sign === null) return { by: last, on: usual }
  return sign.stands ? sign : { by: '', on: usual }
}

function plain(name: string): string {
  return name.replaceAll(/\s/gu, '')
}
