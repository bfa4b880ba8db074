import { useState } from 'react'
import { useCommand } from '../api/use-command.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field, FormGrid, Select, TextInput } from '../ui/form.tsx'
import type { SheetColumn } from '../ui/sheet/sheet-shape.ts'
import { ErrorLine } from '../ui/states.tsx'
import { toastSaved } from '../ui/toast.tsx'
import { writable, type KeptSheet } from './use-sheet-layout.ts'
import './sheet-views.css'

const OPENING = ''

/** 视图 and 分组: take a saved view, keep the present one by a name, divide the rows. */
export function SheetViews<T>({
  kept,
  columns,
}: {
  readonly kept: KeptSheet
  readonly columns: readonly SheetColumn<T>[]
}) {
  const { layout, views, name, opening, onView, onLayout } = kept
  const [asked, setAsked] = useState(false)
  const from = views.find((view) => view.name === name)?.layout ?? opening
  const changed = JSON.stringify(writable(from)) !== JSON.stringify(writable(layout))
  const mark = (one: string | null, words: string) => (one === name && changed ? `${words}（改过）` : words)
  return (
    <>
      <Select
        width={140}
        aria-label="视图"
        value={name ?? OPENING}
        onChange={(chosen) => {
          const view = views.find((one) => one.name === chosen)
          onView(view?.name ?? null, view?.layout ?? opening)
        }}
        choices={[
          { value: OPENING, label: mark(null, '默认视图') },
          ...views.map((view) => ({ value: view.name, label: mark(view.name, view.name) })),
        ]}
      />
      <Button onClick={() => setAsked(true)}>视图…</Button>
      <Select
        width={130}
        aria-label="分组"
        value={layout.group ?? OPENING}
        onChange={(group) => onLayout({ ...layout, group: group === OPENING ? null : group })}
        choices={[
          { value: OPENING, label: '不分组' },
          ...columns
            .filter(({ key, number, masked }) => layout.columns.includes(key) && number !== true && masked !== true)
            .map(({ key, title }) => ({ value: key, label: `按${title}` })),
        ]}
      />
      {asked && <ViewsDialog kept={kept} changed={changed} onClose={() => setAsked(false)} />}
    </>
  )
}

function ViewsDialog({
  kept,
  changed,
  onClose,
}: {
  readonly kept: KeptSheet
  readonly changed: boolean
  readonly onClose: () => void
}) {
  const { list, layout, views, name, opening, onView } = kept
  const [words, setWords] = useState(name ?? '')
  const save = useCommand('sheetView.save')
  const remove = useCommand('sheetView.remove')
  const wanted = words.trim()
  const known = views.some((view) => view.name === wanted)
  const keep = async () => {
    const done = await save.run({ list, name: wanted, layout: writable(layout) })
    if (done === null) return
    onView(wanted, layout)
    toastSaved(`视图“${wanted}”`)
    onClose()
  }
  const drop = async (gone: string) => {
    const done = await remove.run({ list, name: gone })
    if (done !== null && gone === name) onView(null, opening)
  }
  return (
    <Dialog
      title="视图"
      onClose={onClose}
      confirm={{
        label: known ? '保存，代替原来的' : '保存',
        onConfirm: () => void keep(),
        busy: save.busy,
        disabled: wanted === '',
      }}
    >
      <p className="quiet">视图记下显示哪些列、列宽、冻结、筛选、排序和分组，存在这本编制本里。</p>
      <FormGrid>
        <Field label="存为">
          {(ids) => <TextInput {...ids} autoFocus placeholder="如 党员名册" value={words} onChange={setWords} />}
        </Field>
      </FormGrid>
      {views.length > 0 && (
        <ul className="kept-views" aria-label="保存的视图">
          {views.map((view) => (
            <li key={view.name}>
              <span>{view.name}</span>
              <Button
                small
                onClick={() => {
                  onView(view.name, view.layout)
                  onClose()
                }}
              >
                换到
              </Button>
              <Button small look="link" busy={remove.busy} onClick={() => void drop(view.name)}>
                删除
              </Button>
            </li>
          ))}
        </ul>
      )}
      {changed && (
        <Button
          look="link"
          onClick={() => {
            onView(null, opening)
            onClose()
          }}
        >
          恢复默认的样子
        </Button>
      )}
      <ErrorLine error={save.error ?? remove.error} />
    </Dialog>
  )
}
