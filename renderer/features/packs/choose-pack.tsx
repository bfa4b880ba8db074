import { useState } from 'react'
import type { PackDetailView } from '../../../electron/contract/pack-shapes.ts'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, TextInput } from '../../ui/form.tsx'
import { Answer, ErrorLine } from '../../ui/states.tsx'
import { toastSaved } from '../../ui/toast.tsx'
import { Difference } from './difference.tsx'

/** What the switch would change, then the switch: journalled, and undone like any entry. */
export function ChoosePack({ pack, onClose }: { readonly pack: PackDetailView; readonly onClose: () => void }) {
  const preview = useQuery('pack.preview', { pack: pack.id })
  const choose = useCommand('pack.choose')
  const [reason, setReason] = useState('')
  const act = async () => {
    if ((await choose.run({ pack: pack.id, ...(reason === '' ? {} : { reason }) })) === null) return
    toastSaved(`换用“${pack.title}”`)
    onClose()
  }
  return (
    <Dialog
      title={`换用“${pack.title}”`}
      wide
      onClose={onClose}
      confirm={{ label: '换用', onConfirm: () => void act(), busy: choose.busy, disabled: preview.data === undefined }}
    >
      <Answer query={preview} rows={6}>
        {(difference) => <Difference difference={difference} />}
      </Answer>
      <Field label="理由">
        {(ids) => <TextInput {...ids} value={reason} onChange={setReason} placeholder="如 县编办要求" />}
      </Field>
      <ErrorLine error={choose.error} />
    </Dialog>
  )
}
