import { useState } from 'react'
import {
  OBJECTION_OUTCOME_TITLES,
  objectionOutcome,
  type ObjectionOutcomeName,
} from '../../../electron/contract/notice-life-operations.ts'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, FormGrid, Select, TextArea, TextInput } from '../../ui/form.tsx'
import { ErrorLine } from '../../ui/states.tsx'
import { toastSaved } from '../../ui/toast.tsx'
import type { NoticeLife } from './notice-life.ts'

const OUTCOMES = objectionOutcome.options.map((value) => ({ value, label: OBJECTION_OUTCOME_TITLES[value] }))
/** The entry that put the book right is a recent one. */
const OFFERED = 30

/** The answer: 维持, or 更正 with the entry that put the book right, chosen from the ledger. */
export function CloseObjection({
  objection,
  today,
  onClose,
}: {
  readonly objection: NoticeLife['objections'][number]
  readonly today: string
  readonly onClose: () => void
}) {
  const close = useCommand('objection.close')
  const [filled, setFilled] = useState<{
    readonly closedOn: string
    readonly closedBy: string
    readonly answer: string
    readonly outcome: ObjectionOutcomeName
    readonly seq: string
  }>({ closedOn: today, closedBy: '', answer: '', outcome: 'kept', seq: '' })
  const change = (part: Partial<typeof filled>) => setFilled({ ...filled, ...part })
  const history = useQuery('history.read', filled.outcome === 'corrected' ? { limit: OFFERED } : null)
  const entries = (history.data?.entries ?? []).filter(
    (entry) =>
      entry.reverses === undefined &&
      entry.reversedBy === undefined &&
      !/^(notice|objection|book)\./.test(entry.operation),
  )
  const choices = [
    { value: '', label: '选更正编制本的那一条' },
    ...entries.map((entry) => ({ value: String(entry.seq), label: `第 ${entry.seq} 条 ${entry.text}` })),
  ]
  const ready =
    filled.closedBy.trim() !== '' && filled.answer.trim() !== '' && (filled.outcome === 'kept' || filled.seq !== '')
  const confirm = async () => {
    const { seq, ...rest } = filled
    if (
      (await close.run({
        id: objection.id,
        ...rest,
        ...(filled.outcome === 'corrected' ? { correctingSeq: Number(seq) } : {}),
      })) === null
    )
      return
    toastSaved(`异议办结：${OBJECTION_OUTCOME_TITLES[filled.outcome]}`)
    onClose()
  }
  return (
    <Dialog
      title="办结异议"
      onClose={onClose}
      wide
      confirm={{ label: '办结', onConfirm: () => void confirm(), busy: close.busy, disabled: !ready }}
    >
      <p>{objection.content}</p>
      <FormGrid columns={2}>
        <Field label="办结日期" required>
          {(ids) => (
            <DateInput
              {...ids}
              value={filled.closedOn}
              onChange={(closedOn) => closedOn !== undefined && change({ closedOn })}
            />
          )}
        </Field>
        <Field label="办结人" required>
          {(ids) => (
            <TextInput {...ids} autoFocus value={filled.closedBy} onChange={(closedBy) => change({ closedBy })} />
          )}
        </Field>
        <Field
          label="结果"
          hint={
            filled.outcome === 'corrected' ? '先在“变动”或“人员”里更正，再在这里指明那一条' : '名单没有错，编制本不动'
          }
          full
        >
          {(ids) => (
            <Select
              {...ids}
              value={filled.outcome}
              onChange={(outcome) => change({ outcome })}
              choices={OUTCOMES}
              width={120}
            />
          )}
        </Field>
        {filled.outcome === 'corrected' && (
          <Field label="更正台账" required full>
            {(ids) => <Select {...ids} value={filled.seq} onChange={(seq) => change({ seq })} choices={choices} />}
          </Field>
        )}
        <Field label="答复" required full>
          {(ids) => <TextArea {...ids} rows={3} value={filled.answer} onChange={(answer) => change({ answer })} />}
        </Field>
      </FormGrid>
      <ErrorLine error={close.error} />
    </Dialog>
  )
}
