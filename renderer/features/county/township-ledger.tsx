import { useState } from 'react'
import type { Output } from '../../../electron/contract/operations.ts'
import {
  QUOTA_CATEGORIES,
  QUOTA_CATEGORY_NAMES,
  type QuotaCategory,
} from '../../../electron/vocabulary/establishment.ts'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { Button } from '../../ui/button.tsx'
import { DateInput } from '../../ui/date-input.tsx'
import { Field, FormGrid, NumberInput, Select, TextInput } from '../../ui/form.tsx'
import { Sheet } from '../../ui/page.tsx'
import { ErrorLine } from '../../ui/states.tsx'
import { toastSaved } from '../../ui/toast.tsx'

type Township = Output<'county.township'>

const CATEGORIES = QUOTA_CATEGORIES.map((value) => ({ value, label: QUOTA_CATEGORY_NAMES[value] }))

/** 编办台账: the totals that the township's packages must have; told here, moved by receipts. */
export function TownshipLedger({ asked, answer }: { readonly asked: string; readonly answer: Township }) {
  const set = useCommand('county.setLedger')
  const [category, setCategory] = useState<QuotaCategory>('administrative')
  const [amount, setAmount] = useState<number | undefined>()
  const [document, setDocument] = useState('')
  const save = async () => {
    if (amount === undefined) return
    const done = await set.run({
      township: asked,
      totals: [{ category, amount }],
      ...(document.trim() === '' ? {} : { documentNumber: document.trim() }),
    })
    if (done === null) return
    setAmount(undefined)
    setDocument('')
    toastSaved(`已登记${QUOTA_CATEGORY_NAMES[category]} ${amount} 名；以后报来的核定数不是它，就收不下`)
  }
  return (
    <Sheet title="编办台账" note="编办自己核定的总数；报来的和它不一致就退回，写明差在哪里">
      {answer.ledger.length > 0 && (
        <table className="grid county-grid" aria-label="编办台账">
          <thead>
            <tr>
              <th scope="col">编制类型</th>
              <th scope="col" className="number">
                编办台账
              </th>
              <th scope="col" className="number">
                报来的
              </th>
              <th scope="col">文号</th>
            </tr>
          </thead>
          <tbody>
            {answer.ledger.map((one) => (
              <tr key={one.categoryCode}>
                <th scope="row">{one.category}</th>
                <td className="number">{one.amount}</td>
                <td className={toldOf(answer, one.categoryCode) === one.amount ? 'number' : 'number red'}>
                  {toldOf(answer, one.categoryCode)}
                </td>
                <td>{one.documentNumber ?? ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="county-form">
        <FormGrid>
          <Field label="编制类型">
            {(ids) => <Select {...ids} value={category} onChange={setCategory} choices={CATEGORIES} width={200} />}
          </Field>
          <Field label="台账数" required>
            {(ids) => <NumberInput {...ids} min={0} width={90} value={amount} onChange={setAmount} />}
          </Field>
          <Field label="依据文号">{(ids) => <TextInput {...ids} value={document} onChange={setDocument} />}</Field>
        </FormGrid>
        <ErrorLine error={set.error} />
        <div>
          <Button disabled={amount === undefined} busy={set.busy} onClick={() => void save()} data-testid="set-ledger">
            登记台账数
          </Button>
        </div>
      </div>
    </Sheet>
  )
}

/** What the township's newest package says of a category. */
function toldOf({ units }: Township, category: QuotaCategory): number {
  return units.reduce((sum, unit) => sum + (unit.lines.find((line) => line.categoryCode === category)?.quota ?? 0), 0)
}

/** 撤并: from a day on it is added up no more; what it handed in stays. */
export function EndTownship({ asked, answer }: { readonly asked: string; readonly answer: Township }) {
  const end = useCommand('county.endTownship')
  const others = useQuery('county.townships', {}).data?.townships ?? []
  const [open, setOpen] = useState(false)
  const [on, setOn] = useState<string | undefined>()
  const [into, setInto] = useState('')
  const save = async () => {
    if (on === undefined) return
    const done = await end.run({ township: asked, on, ...(into === '' ? {} : { into }) })
    if (done === null) return
    setOpen(false)
    toastSaved(`${answer.township.name}自 ${on} 起不再汇总，以前的数照样查得到`)
  }
  if (!open)
    return (
      <div className="county-lists">
        <Button look="quiet" onClick={() => setOpen(true)}>
          登记撤并…
        </Button>
      </div>
    )
  return (
    <Sheet title="登记撤并" note="从这一天起不再汇总它；以前的日子、改革前后对照里它还在">
      <div className="county-form">
        <FormGrid>
          <Field label="自哪天起" required>
            {(ids) => <DateInput {...ids} value={on} onChange={setOn} />}
          </Field>
          <Field label="并入">
            {(ids) => (
              <Select
                {...ids}
                value={into}
                onChange={setInto}
                choices={[
                  { value: '', label: '没有并入哪个乡镇' },
                  ...others
                    .filter((one) => one.id !== answer.township.id)
                    .map((one) => ({ value: one.code ?? one.name, label: one.name })),
                ]}
                width={200}
              />
            )}
          </Field>
        </FormGrid>
        <ErrorLine error={end.error} />
        <div className="county-line">
          <Button look="main" disabled={on === undefined} busy={end.busy} onClick={() => void save()}>
            登记撤并
          </Button>
          <Button onClick={() => setOpen(false)}>不登记</Button>
        </div>
      </div>
    </Sheet>
  )
}
