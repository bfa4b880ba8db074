import { useState } from 'react'
import type { PackDetailView } from '../../../electron/contract/pack-shapes.ts'
import { useBook } from '../../api/book.tsx'
import { Button } from '../../ui/button.tsx'
import { DateInput } from '../../ui/date-input.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { Field, FormGrid, TextArea, TextInput } from '../../ui/form.tsx'
import { setParams } from '../../ui/route.ts'
import { ErrorLine } from '../../ui/states.tsx'
import { draftOf } from './pack-draft.ts'
import { useSavePack } from './use-save-pack.ts'

/** Name, place and days of a local pack; a copy begins from any pack. */
export function HeadForm({
  pack,
  copy,
  onClose,
}: {
  readonly pack: PackDetailView
  readonly copy: boolean
  readonly onClose: () => void
}) {
  const township = useBook()?.name ?? '本乡镇'
  const [head, setHead] = useState(
    copy
      ? { title: `${township}规则包`, locality: township, note: '', date: '', packFrom: pack.packFrom }
      : { title: pack.title, locality: pack.locality, note: pack.note, date: pack.date, packFrom: pack.packFrom },
  )
  const save = useSavePack((id) => {
    setParams({ pack: id })
    onClose()
  })
  const title = copy ? '另存为本地规则包' : '名称与说明'
  const submit = () => {
    const { id, ...draft } = { ...draftOf(pack), ...head }
    save.run(copy || id === undefined ? draft : { ...draft, id }, copy ? '新建' : '名称与说明')
  }
  return (
    <Drawer title={title} label={title} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        {copy && <p>从“{pack.title}”开始，门槛、轻重、停用都可以改；原来的规则包不变。</p>}
        <FormGrid>
          <Field label="名称" required>
            {(ids) => (
              <TextInput {...ids} value={head.title} onChange={(value) => setHead({ ...head, title: value })} />
            )}
          </Field>
          <Field label="地区">
            {(ids) => (
              <TextInput {...ids} value={head.locality} onChange={(locality) => setHead({ ...head, locality })} />
            )}
          </Field>
          <Field label="执行日期" hint="没有就留空">
            {(ids) => (
              <DateInput {...ids} value={head.date} onChange={(date) => setHead({ ...head, date: date ?? '' })} />
            )}
          </Field>
          <Field label="起算日" hint="“五年内只减不增”从哪天算起；没有就留空">
            {(ids) => (
              <DateInput
                {...ids}
                value={head.packFrom ?? ''}
                onChange={(day) => setHead({ ...head, packFrom: day === undefined || day === '' ? null : day })}
              />
            )}
          </Field>
          <Field label="说明">
            {(ids) => <TextArea {...ids} value={head.note} onChange={(note) => setHead({ ...head, note })} />}
          </Field>
        </FormGrid>
        <ErrorLine error={save.error} />
        <div className="form-buttons">
          <Button type="submit" look="main" busy={save.busy} disabled={head.title.trim() === ''}>
            保存
          </Button>
          <Button onClick={onClose}>取消</Button>
        </div>
      </form>
    </Drawer>
  )
}
