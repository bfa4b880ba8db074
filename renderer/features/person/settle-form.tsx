import { useState } from 'react'
import type { Output } from '../../../electron/contract/operations.ts'
import { useForm } from '../../api/use-form.ts'
import { Button } from '../../ui/button.tsx'
import { Field, FormGrid, Select, TextArea, TextInput } from '../../ui/form.tsx'
import { ErrorLine } from '../../ui/states.tsx'
import { toastSaved } from '../../ui/toast.tsx'

type PersonView = Output<'person.read'>

/** 争议处理: whose the number is, and what becomes of the other. */
export function SettleForm({ data, onDone }: { readonly data: PersonView; readonly onDone: () => void }) {
  const { person, disputedWith } = data
  const first = disputedWith[0]
  const [otherId, setOtherId] = useState(first?.personId ?? '')
  const other = disputedWith.find((one) => one.personId === otherId) ?? first
  const form = useForm('identity.settle', {
    ownerId: person.personId,
    otherId: first?.personId ?? '',
    otherIdNumber: null,
  })
  const mine = form.values.ownerId === person.personId
  const loser = mine ? other?.name : person.name
  const choose = (ownerId: string, opponent: string) => {
    form.set('ownerId', ownerId)
    form.set('otherId', ownerId === person.personId ? opponent : person.personId)
  }
  const submit = async () => {
    const saved = await form.submit()
    if (saved === null) return
    toastSaved('身份证号争议处理')
    onDone()
  }
  if (other === undefined) return null
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <h3>身份证号争议处理</h3>
      <p className="quiet">同一个号码登记在两人名下。请先看两人的身份证原件，再登记。</p>
      <FormGrid>
        {disputedWith.length > 1 && (
          <Field label="另一人">
            {(ids) => (
              <Select
                {...ids}
                value={otherId}
                onChange={(value) => {
                  setOtherId(value)
                  choose(mine ? person.personId : value, value)
                }}
                choices={disputedWith.map((one) => ({ value: one.personId, label: `${one.unit} ${one.name}` }))}
              />
            )}
          </Field>
        )}
        <Field label="号码属于" required>
          {(ids) => (
            <Select
              {...ids}
              value={form.values.ownerId ?? ''}
              onChange={(value) => choose(value, other.personId)}
              choices={[
                { value: person.personId, label: `${person.unit} ${person.name}` },
                { value: other.personId, label: `${other.unit} ${other.name}` },
              ]}
            />
          )}
        </Field>
        <Field label={`${loser ?? ''}的号码`} error={form.errors['otherIdNumber']} hint="还没见到原件的，先留空">
          {(ids) => (
            <TextInput
              {...ids}
              mono
              value={form.values.otherIdNumber ?? ''}
              onChange={(value) => form.set('otherIdNumber', value === '' ? null : value)}
            />
          )}
        </Field>
        <Field label="理由" required error={form.errors['reason']} hint="如 已看两人身份证原件；记入台账">
          {(ids) => (
            <TextArea {...ids} value={form.values.reason ?? ''} onChange={(value) => form.set('reason', value)} />
          )}
        </Field>
      </FormGrid>
      <p className="arithmetic">
        登记后：争议的号码归 {mine ? person.name : other.name}；{loser}{' '}
        {(form.values.otherIdNumber ?? '') === '' ? '暂无号码，列入待补' : '用新填的号码'}
        。两人不再因这个号码留在公示之外。
      </p>
      <ErrorLine error={form.error} />
      <div className="form-buttons">
        <Button type="submit" look="main" busy={form.busy}>
          登记
        </Button>
        <Button onClick={onDone}>取消</Button>
      </div>
    </form>
  )
}
