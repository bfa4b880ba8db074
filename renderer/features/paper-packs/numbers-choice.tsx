import { Checkbox, Field, FormGrid, TextInput } from '../../ui/form.tsx'

interface NumbersChoiceProps {
  /** Null: masked. '' : asked for, and the reason not yet written. */
  readonly reason: string | null
  readonly onChange: (reason: string | null) => void
}

/** Numbers are masked; whoever wants them whole says why, and the journal keeps it. */
export function NumbersChoice({ reason, onChange }: NumbersChoiceProps) {
  return (
    <>
      <Checkbox
        checked={reason !== null}
        onChange={(whole) => onChange(whole ? '' : null)}
        label="表里要完整的身份证号（平时遮住中间各位）"
      />
      {reason !== null && (
        <FormGrid>
          <Field label="理由" required hint="如 县委巡察组第 3 号调阅单；谁、何时、为什么，记入台账">
            {(ids) => <TextInput {...ids} autoFocus value={reason} onChange={onChange} />}
          </Field>
        </FormGrid>
      )}
    </>
  )
}
