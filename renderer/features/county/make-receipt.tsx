import { useState } from 'react'
import type { CallInput, Output } from '../../../electron/contract/operations.ts'
import {
  QUOTA_CATEGORIES,
  QUOTA_CATEGORY_NAMES,
  type QuotaCategory,
} from '../../../electron/vocabulary/establishment.ts'
import { toApiError } from '../../api/client.ts'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { stageFile, type StagedFile } from '../../parts/stage-file.ts'
import { Button } from '../../ui/button.tsx'
import { DateInput } from '../../ui/date-input.tsx'
import { DropPlace } from '../../ui/drop-place.tsx'
import { Field, FormGrid, NumberInput, Select, TextArea, TextInput } from '../../ui/form.tsx'
import { Sheet } from '../../ui/page.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { ErrorLine } from '../../ui/states.tsx'
import { toastRefused, toastSaved } from '../../ui/toast.tsx'

type Kind = 'quota.increase' | 'quota.decrease' | 'approval.grant'
type Events = NonNullable<NonNullable<CallInput<'county.receipt'>['items']>['events']>

interface Item {
  readonly key: number
  readonly kind: Kind
  readonly unit: string
  readonly category: QuotaCategory
  readonly amount: number | undefined
  readonly document: string
  readonly on: string | undefined
}

const KINDS: readonly { readonly value: Kind; readonly label: string }[] = [
  { value: 'quota.increase', label: '核增编制' },
  { value: 'quota.decrease', label: '核减编制' },
  { value: 'approval.grant', label: '用编核准' },
]
const CATEGORIES = QUOTA_CATEGORIES.map((value) => ({ value, label: QUOTA_CATEGORY_NAMES[value] }))

/** 回执: the newest package accepted or sent back, with what the bureau decides; handed over as one file. */
export function MakeReceipt({
  asked,
  units,
}: {
  readonly asked: string
  readonly units: Output<'county.township'>['units']
}) {
  const make = useCommand('county.receipt')
  const today = useQuery('county.status', {}).data?.today
  const [accepted, setAccepted] = useState<'yes' | 'no'>('yes')
  const [reason, setReason] = useState('')
  const [items, setItems] = useState<readonly Item[]>([])
  const [files, setFiles] = useState<readonly StagedFile[]>([])
  const [attaching, setAttaching] = useState(false)
  const attach = async (chosen: readonly File[]) => {
    try {
      for (const file of chosen) {
        const staged = await stageFile(file)
        setFiles((all) => [...all, staged])
      }
    } catch (cause) {
      toastRefused(toApiError(cause).message)
    }
  }
  const ready = (accepted === 'yes' || reason.trim() !== '') && items.every(isComplete)
  const change = (key: number, part: Partial<Item>) =>
    setItems((all) => all.map((item) => (item.key === key ? { ...item, ...part } : item)))
  const add = () =>
    setItems((all) => [
      ...all,
      {
        key: (all.at(-1)?.key ?? 0) + 1,
        kind: 'quota.increase',
        unit: units.find((unit) => unit.lines.length > 0)?.name ?? '',
        category: 'administrative',
        amount: undefined,
        document: '',
        on: today,
      },
    ])
  const run = async () => {
    const made = await make.run({
      township: asked,
      accepted: accepted === 'yes',
      ...(reason.trim() === '' ? {} : { reasons: [reason.trim()] }),
      ...(items.length === 0 ? {} : { items: { events: items.map(eventOf) } }),
      ...(files.length === 0 ? {} : { fileIds: files.map((file) => file.fileId) }),
    })
    if (made === null) return
    saveFile(made.fileName, made.base64, 'application/json')
    setItems([])
    setFiles([])
    setAttaching(false)
    setReason('')
    toastSaved(`回执 ${made.number} 已存到下载文件夹，拷给乡镇`)
  }
  return (
    <Sheet title="做回执" note="一个文件答复乡镇：收下或退回，连同核增核减、用编核准、规则包、放假安排；乡镇先看再记入">
      <div className="county-form">
        <FormGrid>
          <Field label="这次上报">
            {(ids) => (
              <Select
                {...ids}
                value={accepted}
                onChange={setAccepted}
                choices={[
                  { value: 'yes', label: '收下' },
                  { value: 'no', label: '退回' },
                ]}
                width={140}
              />
            )}
          </Field>
          <Field label={accepted === 'yes' ? '说明' : '退回原因'} required={accepted === 'no'}>
            {(ids) => <TextArea {...ids} value={reason} onChange={setReason} />}
          </Field>
        </FormGrid>
        {items.map((item) => (
          <ItemLine
            key={item.key}
            item={item}
            units={units}
            onChange={(part) => change(item.key, part)}
            onRemove={() => setItems((all) => all.filter((one) => one.key !== item.key))}
          />
        ))}
        {attaching && (
          <DropPlace
            words="要一并发下去的规则包、放假安排，把文件拖到这里"
            label="附规则包或放假安排"
            accept=".json"
            testId="receipt-packs"
            onFiles={(chosen) => void attach(chosen)}
          />
        )}
        {files.map((file) => (
          <div key={file.fileId} className="county-line">
            <span>附：{file.name}</span>
            <Button look="quiet" onClick={() => setFiles((all) => all.filter((one) => one !== file))}>
              去掉
            </Button>
          </div>
        ))}
        <ErrorLine error={make.error} />
        <div className="county-line">
          <Button onClick={add}>附一项核增、核减或用编核准</Button>
          {!attaching && <Button onClick={() => setAttaching(true)}>附规则包或放假安排</Button>}
          <Button look="main" disabled={!ready} busy={make.busy} onClick={() => void run()} data-testid="make-receipt">
            做回执
          </Button>
        </div>
      </div>
    </Sheet>
  )
}

function ItemLine({
  item,
  units,
  onChange,
  onRemove,
}: {
  readonly item: Item
  readonly units: Output<'county.township'>['units']
  readonly onChange: (part: Partial<Item>) => void
  readonly onRemove: () => void
}) {
  const id = `item-${item.key}`
  return (
    <div className="county-items" role="group" aria-label={`附带事项 ${item.key}`}>
      <Select
        id={`${id}-kind`}
        aria-label="事项"
        value={item.kind}
        onChange={(kind) => onChange({ kind })}
        choices={KINDS}
      />
      <Select
        id={`${id}-unit`}
        aria-label="机构"
        value={item.unit}
        onChange={(unit) => onChange({ unit })}
        choices={units.map((unit) => ({ value: unit.name, label: unit.name }))}
      />
      <Select
        id={`${id}-category`}
        aria-label="编制类型"
        value={item.category}
        onChange={(category) => onChange({ category })}
        choices={CATEGORIES}
      />
      <NumberInput
        id={`${id}-amount`}
        aria-label="名额"
        min={1}
        width={76}
        value={item.amount}
        onChange={(amount) => onChange({ amount })}
      />
      <TextInput
        id={`${id}-document`}
        aria-label="文号"
        placeholder="文号"
        value={item.document}
        onChange={(document) => onChange({ document })}
      />
      <DateInput id={`${id}-on`} aria-label="生效日" value={item.on} onChange={(on) => onChange({ on })} />
      <Button look="quiet" onClick={onRemove}>
        去掉
      </Button>
    </div>
  )
}

function isComplete({ unit, amount, document, on }: Item): boolean {
  return unit !== '' && amount !== undefined && amount > 0 && document.trim() !== '' && on !== undefined
}

function eventOf({ kind, unit, category, amount = 0, document, on = '' }: Item): Events[number] {
  const number = document.trim()
  return kind === 'approval.grant'
    ? { type: kind, on, unit, category, count: amount, number, document: { number } }
    : { type: kind, on, unit, category, by: amount, document: { number } }
}
