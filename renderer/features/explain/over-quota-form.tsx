import type { FigureLineView, RosterPersonView } from '../../../electron/contract/shapes.ts'
import { useForm } from '../../api/use-form.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox, Field, FormGrid, TextArea } from '../../ui/form.tsx'
import { ErrorLine } from '../../ui/states.tsx'
import { toastSaved } from '../../ui/toast.tsx'

interface OverQuotaFormProps {
  readonly line: FigureLineView
  readonly people: readonly RosterPersonView[]
  readonly onDone: () => void
}

/** Which of the counted people stand on the over-quota list. The non-compliant are off the sheet already and use up seats of the excess first. */
export function OverQuotaForm({ line, people, onDone }: OverQuotaFormProps) {
  const candidates = people.filter((person) => person.list !== 'non-compliant')
  const offAlready = people.length - candidates.length
  const needed = line.over - offAlready
  const chosenNow = people.filter((person) => person.list === 'over-quota').map((person) => person.personId)
  const form = useForm('overQuota.choose', { unitId: line.unitId, category: line.categoryCode, personIds: chosenNow })
  const chosen = form.values.personIds ?? []
  const names = candidates.filter((person) => chosen.includes(person.personId)).map((person) => person.name)
  const submit = async () => {
    const saved = await form.submit()
    if (saved === null) return
    toastSaved(`${line.unit}${line.category}的超编人员`)
    onDone()
  }
  return (
    <form
      className="inline-form"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <h3>
        指定超编人员：选 {needed} 人，已选 {chosen.length} 人
      </h3>
      <ul className="choose-list">
        {candidates.map((person) => (
          <li key={person.personId}>
            <Checkbox
              checked={chosen.includes(person.personId)}
              label={`${person.name}（${person.enteredOn ?? '入编时间未登记'}）`}
              onChange={(checked) =>
                form.set(
                  'personIds',
                  checked ? [...chosen, person.personId] : chosen.filter((id) => id !== person.personId),
                )
              }
            />
          </li>
        ))}
      </ul>
      <p className="arithmetic">
        核定 {line.quota}，实有 {line.actual}，超编 {line.over}
        {offAlready > 0 ? `，其中 ${offAlready} 人已在不合规名单` : ''}。
        {names.length === 0 ? '还没有指定。' : `${names.join('、')} 列入超编名单，不上公示。`}
      </p>
      <FormGrid>
        <Field label="理由" required error={form.errors['reason']} hint="记入台账">
          {(ids) => (
            <TextArea {...ids} value={form.values.reason ?? ''} onChange={(value) => form.set('reason', value)} />
          )}
        </Field>
      </FormGrid>
      <ErrorLine error={form.error} />
      <div className="form-buttons">
        <Button type="submit" look="main" busy={form.busy} disabled={chosen.length !== needed}>
          登记
        </Button>
        <Button onClick={onDone}>取消</Button>
      </div>
    </form>
  )
}
