import { useState } from 'react'
import {
  OBJECTION_CHANNEL_TITLES,
  objectionChannel,
  type ObjectionChannelName,
} from '../../../electron/contract/notice-life-operations.ts'
import { useCommand } from '../../api/use-command.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, FormGrid, Select, TextArea, TextInput } from '../../ui/form.tsx'
import { ErrorLine } from '../../ui/states.tsx'
import { toastSaved } from '../../ui/toast.tsx'
import type { NoticeLife } from './notice-life.ts'

const CHANNELS = objectionChannel.options.map((value) => ({ value, label: OBJECTION_CHANNEL_TITLES[value] }))

/** What somebody said about the sheet, when and how. Who it was stays in the book and may be left out. */
export function ReceiveObjection({
  notice,
  today,
  onClose,
}: {
  readonly notice: NoticeLife['notice']
  readonly today: string
  readonly onClose: () => void
}) {
  const receive = useCommand('objection.receive')
  const [filled, setFilled] = useState<{
    readonly receivedOn: string
    readonly channel: ObjectionChannelName
    readonly raisedBy: string
    readonly content: string
  }>({ receivedOn: today, channel: 'call', raisedBy: '', content: '' })
  const change = (part: Partial<typeof filled>) => setFilled({ ...filled, ...part })
  const confirm = async () => {
    if ((await receive.run({ noticeId: notice.id, ...filled })) === null) return
    toastSaved('收到异议 1 件')
    onClose()
  }
  return (
    <Dialog
      title={`登记对${notice.number}的异议`}
      onClose={onClose}
      wide
      confirm={{
        label: '登记',
        onConfirm: () => void confirm(),
        busy: receive.busy,
        disabled: filled.content.trim() === '',
      }}
    >
      <FormGrid columns={2}>
        <Field label="收到日期" required>
          {(ids) => (
            <DateInput
              {...ids}
              value={filled.receivedOn}
              onChange={(receivedOn) => receivedOn !== undefined && change({ receivedOn })}
            />
          )}
        </Field>
        <Field label="反映方式">
          {(ids) => (
            <Select {...ids} value={filled.channel} onChange={(channel) => change({ channel })} choices={CHANNELS} />
          )}
        </Field>
        <Field label="反映人" hint="可以不写" full>
          {(ids) => <TextInput {...ids} value={filled.raisedBy} onChange={(raisedBy) => change({ raisedBy })} />}
        </Field>
        <Field label="反映内容" required full>
          {(ids) => (
            <TextArea {...ids} rows={3} autoFocus value={filled.content} onChange={(content) => change({ content })} />
          )}
        </Field>
      </FormGrid>
      <ErrorLine error={receive.error} />
    </Dialog>
  )
}
