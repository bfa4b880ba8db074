import { useState } from 'react'
import { DRAFT_STEP_TITLES } from '../../../electron/contract/notice-draft-operations.ts'
import type { DraftStep } from '../../../electron/contract/notice-draft-operations.ts'
import type { Output } from '../../../electron/contract/operations.ts'
import { useCommand } from '../../api/use-command.ts'
import { formatInstant } from '../../text/format.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorLine } from '../../ui/states.tsx'
import { toastSaved } from '../../ui/toast.tsx'
import type { NoticeInput } from './notice-draft.ts'
import { SignDialog } from './sign-dialog.tsx'

export type SavedDraft = NonNullable<Output<'notice.draft'>['draft']>

interface DraftStepsProps {
  readonly input: NoticeInput
  readonly saved: SavedDraft | null
  readonly signers: Output<'notice.list'>['signers']
  readonly today: string
  /** The paper can be drawn: only what is seen is signed. */
  readonly drawn: boolean
  /** The draft was given up: the form begins anew. */
  readonly onDropped: () => void
}

/** 送审: the draft kept in the book while it goes to whoever checks it and whoever makes the secrecy review. */
export function DraftSteps({ input, saved, signers, today, drawn, onDropped }: DraftStepsProps) {
  const [signing, setSigning] = useState<DraftStep | null>(null)
  const save = useCommand('notice.saveDraft')
  const drop = useCommand('notice.dropDraft')
  const same = saved !== null && sameContent(input, saved.content)
  const keep = async () => {
    if ((await save.run({ content: input })) !== null) toastSaved('拟稿已保存，下次打开还在这里')
  }
  const giveUp = async () => {
    if ((await drop.run({})) !== null) onDropped()
  }
  return (
    <section className="draft-steps" aria-label="送审">
      <ol>
        <Step
          step="checked"
          sign={saved?.checked ?? null}
          waits={drawn ? null : '纸样好了再初审'}
          onSign={setSigning}
        />
        <Step
          step="reviewed"
          sign={saved?.reviewed ?? null}
          waits={saved?.checked?.stands === true ? null : '先初审'}
          onSign={setSigning}
        />
      </ol>
      <p className="draft-kept">
        <Button small busy={save.busy} disabled={same} onClick={() => void keep()} data-testid="draft-save">
          保存拟稿
        </Button>
        {saved !== null && (
          <Button look="link" busy={drop.busy} onClick={() => void giveUp()}>
            放弃
          </Button>
        )}
        <span className="quiet">
          {saved === null ? '没有保存' : same ? `${formatInstant(saved.savedAt)} 已保存` : '有改动没有保存'}
        </span>
      </p>
      <ErrorLine error={save.error ?? drop.error} />
      {signing !== null && (
        <SignDialog
          step={signing}
          input={input}
          usual={signing === 'checked' ? signers.checkedBy : signers.reviewedBy}
          today={today}
          onClose={() => setSigning(null)}
        />
      )}
    </section>
  )
}

interface StepProps {
  readonly step: DraftStep
  readonly sign: SavedDraft['checked']
  /** What comes first; null: it can be done now. */
  readonly waits: string | null
  readonly onSign: (step: DraftStep) => void
}

function Step({ step, sign, waits, onSign }: StepProps) {
  const title = DRAFT_STEP_TITLES[step]
  const stands = sign !== null && sign.stands
  return (
    <li className={stands ? 'draft-step draft-step-done' : 'draft-step'}>
      <strong>{title}</strong>
      <span>
        {sign === null ? (
          <span className="quiet">{waits ?? '未办'}</span>
        ) : (
          <>
            {sign.by}{' '}
            <span className="number" title={sign.on}>
              {sign.on.slice('2026-'.length)}
            </span>
          </>
        )}
      </span>
      {(sign !== null || waits === null) && (
        <Button small disabled={waits !== null} onClick={() => onSign(step)} data-testid={`draft-${step}`}>
          {sign === null ? `登记…` : '重办…'}
        </Button>
      )}
      {sign !== null && !sign.stands && <span className="red draft-stale">此后名单或版面有变动，要重新{title}</span>}
    </li>
  )
}

/** Saved content has its keys in the schema's order, and leaves out what was not given. */
function sameContent(input: NoticeInput, saved: SavedDraft['content']): boolean {
  const ordered = (content: object) =>
    JSON.stringify(Object.entries(content).toSorted(([one], [other]) => one.localeCompare(other)))
  return ordered(input) === ordered(saved)
}
