import { useState } from 'react'
import type { CallInput, Output } from '../../../electron/contract/operations.ts'
import { isOwnField } from '../../../electron/vocabulary/own-fields.ts'
import { SENSITIVE_PARTS } from '../../../electron/vocabulary/sensitive-parts.ts'
import { useCommand } from '../../api/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, FormGrid, TextInput } from '../../ui/form.tsx'
import { ErrorLine } from '../../ui/states.tsx'

export type Part = CallInput<'person.look'>['part']
export type Looked = Output<'person.look'>

const PARTS = Object.keys(SENSITIVE_PARTS) as readonly (keyof typeof SENSITIVE_PARTS)[]

/** The part a field is looked at by; null: it has none of its own. */
export function partNamed(field: string): Part | null {
  if (isOwnField(field)) return field
  return PARTS.find((part) => part === field) ?? null
}

/** Usual reasons, one click each. */
const REASONS = ['核对档案', '填报上级表', '本人要求']

/** 查看: asks why, and shows the part once that is written down. */
export function LookButton({
  personId,
  name,
  part,
  title,
  onShown,
}: {
  readonly personId: string
  readonly name: string
  readonly part: Part
  readonly title: string
  readonly onShown: (looked: Looked) => void
}) {
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const look = useCommand('person.look')
  const run = async () => {
    const looked = await look.run({ personId, part, reason })
    if (looked === null) return
    onShown(looked)
    setAsking(false)
  }
  return (
    <>
      <Button look="link" onClick={() => setAsking(true)}>
        查看{title}
      </Button>
      {asking && (
        <Dialog
          title={`查看${title}`}
          onClose={() => setAsking(false)}
          confirm={{ label: '查看', onConfirm: () => void run(), busy: look.busy, disabled: reason.trim() === '' }}
        >
          <p>
            什么时候、为什么看了 {name} 的{title}，会记入台账，不能取消；台账里不写看到的内容。
          </p>
          <FormGrid>
            <Field label="理由" required>
              {(ids) => <TextInput {...ids} autoFocus value={reason} onChange={setReason} />}
            </Field>
          </FormGrid>
          <p className="person-reasons">
            {REASONS.map((one) => (
              <Button key={one} small onClick={() => setReason(one)}>
                {one}
              </Button>
            ))}
          </p>
          <ErrorLine error={look.error} />
        </Dialog>
      )}
    </>
  )
}
