import { useState } from 'react'
import type { RosterLayout } from '../../../electron/contract/adhoc-operations.ts'
import type { Output } from '../../../electron/contract/operations.ts'
import { useCommand } from '../../api/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, Select, TextInput } from '../../ui/form.tsx'
import { ErrorLine } from '../../ui/states.tsx'

interface KeptLayoutsProps {
  readonly layouts: Output<'rosterLayout.list'>['layouts']
  /** As it stands on the screen. */
  readonly layout: RosterLayout
  readonly onChoose: (layout: RosterLayout) => void
}

/** Layouts kept by name: taken up, kept, let go. Letting go can be undone. */
export function KeptLayouts({ layouts, layout, onChoose }: KeptLayoutsProps) {
  const [chosen, setChosen] = useState('')
  const [name, setName] = useState<string | null>(null)
  const save = useCommand('rosterLayout.save')
  const remove = useCommand('rosterLayout.remove')
  const known = layouts.some((own) => own.name === chosen) ? chosen : ''
  const choose = (wanted: string) => {
    setChosen(wanted)
    const own = layouts.find((one) => one.name === wanted)
    if (own !== undefined) onChoose(own.layout)
  }
  const keep = async () => {
    if (name === null || (await save.run({ name: name.trim(), layout })) === null) return
    setChosen(name.trim())
    setName(null)
  }
  return (
    <>
      <span className="report-choice">
        <span>版式</span>
        <Select
          aria-label="版式"
          value={known}
          onChange={choose}
          choices={[
            { value: '', label: layouts.length === 0 ? '还没有保存的版式' : '（不用版式）' },
            ...layouts.map((own) => ({ value: own.name, label: own.name })),
          ]}
          width={150}
        />
      </span>
      <Button onClick={() => setName(known === '' ? layout.title : known)} data-testid="layout-keep">
        保存为版式…
      </Button>
      {known !== '' && (
        <Button look="quiet" busy={remove.busy} onClick={() => void remove.run({ name: known })}>
          删除版式
        </Button>
      )}
      <ErrorLine error={remove.error} />
      {name !== null && (
        <Dialog
          title="保存为版式"
          onClose={() => setName(null)}
          confirm={{ label: '保存', onConfirm: () => void keep(), busy: save.busy, disabled: name.trim() === '' }}
        >
          <p>栏目、人员条件、次序和纸张一起记下，下次选版式名就能用。统计日期不记。</p>
          <Field
            label="版式名"
            required
            hint={layouts.some((own) => own.name === name.trim()) ? '已有同名版式，保存后换成现在的样子。' : undefined}
          >
            {(ids) => <TextInput {...ids} value={name} onChange={setName} autoFocus />}
          </Field>
          <ErrorLine error={save.error} />
        </Dialog>
      )}
    </>
  )
}
