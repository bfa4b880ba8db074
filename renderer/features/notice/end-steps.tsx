import { useState, type ReactNode } from 'react'
import { useCommand } from '../../api/use-command.ts'
import type { ApiError } from '../../api/client.ts'
import { Button } from '../../ui/button.tsx'
import { DateInput } from '../../ui/date-input.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, FormGrid, TextArea, TextInput } from '../../ui/form.tsx'
import { ErrorLine } from '../../ui/states.tsx'
import { toastSaved } from '../../ui/toast.tsx'
import { LifeStep } from './life-step.tsx'
import type { NoticeLife } from './notice-life.ts'

interface EndProps {
  readonly life: NoticeLife
  readonly today: string
}

/** 办结: offered once the period is over and no objection is open; says why where it is not. */
export function ClosingStep({ life, today }: EndProps) {
  const [asking, setAsking] = useState(false)
  const close = useCommand('notice.close')
  const { notice, closing } = life
  const why =
    notice.objections.open > 0
      ? `还有 ${notice.objections.open} 件异议没有办结`
      : notice.endsOn !== null && today <= notice.endsOn
        ? `${notice.endsOn} 期满后办结`
        : null
  const confirm = async (filled: Filled) => {
    if (
      (await close.run({ noticeId: notice.id, closedOn: filled.on, closedBy: filled.by, note: filled.note })) === null
    )
      return
    toastSaved(`${notice.number}办结`)
    setAsking(false)
  }
  return (
    <LifeStep title="办结" on={closing?.on ?? null} done={closing !== null}>
      {closing !== null ? (
        <Done step={closing} />
      ) : why !== null ? (
        <span className="quiet">{why}</span>
      ) : (
        <Button small onClick={() => setAsking(true)} data-testid="notice-close">
          公示办结…
        </Button>
      )}
      {asking && (
        <EndDialog
          title={`${notice.number}办结`}
          label="办结"
          dayLabel="办结日期"
          byLabel="办结人"
          noteHint="可以不写"
          today={today}
          busy={close.busy}
          error={close.error}
          onConfirm={confirm}
          onClose={() => setAsking(false)}
        >
          <p>{life.sentence}。办结后不再登记异议。</p>
        </EndDialog>
      )}
    </LifeStep>
  )
}

/** 归档: after the end, with the photo of the wall or a word why there is none. */
export function ArchiveStep({ life, today }: EndProps) {
  const [asking, setAsking] = useState(false)
  const command = useCommand('notice.archive')
  const { notice, archive } = life
  const confirm = async (filled: Filled) => {
    if (
      (await command.run({ noticeId: notice.id, archivedOn: filled.on, archivedBy: filled.by, note: filled.note })) ===
      null
    )
      return
    toastSaved(`${notice.number}归档`)
    setAsking(false)
  }
  return (
    <LifeStep title="归档" on={archive?.on ?? null} done={archive !== null}>
      {archive !== null ? (
        <Done step={archive} />
      ) : life.closing === null ? (
        <span className="quiet">办结后归档</span>
      ) : (
        <Button small onClick={() => setAsking(true)} data-testid="notice-archive">
          归档…
        </Button>
      )}
      {asking && (
        <EndDialog
          title={`${notice.number}归档`}
          label="归档"
          dayLabel="归档日期"
          byLabel="归档人"
          noteHint={life.photos.length === 0 ? '没有照片，请写明为什么' : '原件存放处，可以不写'}
          today={today}
          busy={command.busy}
          error={command.error}
          onConfirm={confirm}
          onClose={() => setAsking(false)}
        >
          <p>
            归档内容：成品文件（校验值 {notice.sha256.slice(0, 8)}），照片 {life.photos.length} 张，{life.sentence}。
          </p>
        </EndDialog>
      )}
    </LifeStep>
  )
}

function Done({ step }: { readonly step: { readonly by: string; readonly note: string | null } }) {
  return (
    <>
      {step.by}
      {step.note !== null && `：${step.note}`}
    </>
  )
}

interface Filled {
  readonly on: string
  readonly by: string
  readonly note: string
}

interface EndDialogProps {
  readonly title: string
  readonly label: string
  readonly dayLabel: string
  readonly byLabel: string
  readonly noteHint: string
  readonly today: string
  readonly busy: boolean
  readonly error: ApiError | null
  readonly onConfirm: (filled: Filled) => Promise<void>
  readonly onClose: () => void
  readonly children: ReactNode
}

function EndDialog({
  title,
  label,
  dayLabel,
  byLabel,
  noteHint,
  today,
  busy,
  error,
  onConfirm,
  onClose,
  children,
}: EndDialogProps) {
  const [filled, setFilled] = useState<Filled>({ on: today, by: '', note: '' })
  const change = (part: Partial<Filled>) => setFilled({ ...filled, ...part })
  return (
    <Dialog
      title={title}
      onClose={onClose}
      wide
      confirm={{ label, onConfirm: () => void onConfirm(filled), busy, disabled: filled.by.trim() === '' }}
    >
      {children}
      <FormGrid columns={2}>
        <Field label={dayLabel} required>
          {(ids) => <DateInput {...ids} value={filled.on} onChange={(on) => on !== undefined && change({ on })} />}
        </Field>
        <Field label={byLabel} required>
          {(ids) => <TextInput {...ids} autoFocus value={filled.by} onChange={(by) => change({ by })} />}
        </Field>
        <Field label="说明" hint={noteHint} full>
          {(ids) => <TextArea {...ids} value={filled.note} onChange={(note) => change({ note })} />}
        </Field>
      </FormGrid>
      <ErrorLine error={error} />
    </Dialog>
  )
}
