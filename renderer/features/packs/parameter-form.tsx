import { useState } from 'react'
import type { LocalPackDraft, PackDetailView, PackParameterView } from '../../../electron/contract/pack-shapes.ts'
import { Button } from '../../ui/button.tsx'
import { DateInput } from '../../ui/date-input.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { Field, FormGrid, TextArea, TextInput } from '../../ui/form.tsx'
import { ErrorLine } from '../../ui/states.tsx'
import { draftOf, typedValue, valueLines, withParameter } from './pack-draft.ts'
import { SaveEffect } from './save-effect.tsx'
import { useSavePack } from './use-save-pack.ts'

const HINTS = { number: '只写数', text: '一段文字', list: '一行一个', numbers: '一行一个：名称 数' } as const

/** One threshold of the locality's own: nothing without its 文号 and date. */
export function ParameterForm({
  pack,
  parameter,
  onClose,
}: {
  readonly pack: PackDetailView
  readonly parameter: PackParameterView
  readonly onClose: () => void
}) {
  const [text, setText] = useState(valueLines(parameter.value))
  const [basis, setBasis] = useState({
    documentNumber: parameter.own ? (parameter.documentNumber ?? '') : '',
    date: parameter.own ? (parameter.date ?? '') : '',
    clause: parameter.own ? (parameter.clause ?? '') : '',
  })
  const [tried, setTried] = useState(false)
  const save = useSavePack(onClose)
  const own = ownOf(text, basis, parameter)
  const draft = own === null ? null : withParameter(draftOf(pack), parameter.name, own)
  const submit = () => {
    setTried(true)
    if (draft !== null) save.run(draft, parameter.title)
  }
  const need = (missing: boolean, words: string) => (tried && missing ? words : undefined)
  return (
    <Drawer title={parameter.title} label={parameter.title} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <FormGrid>
          <Field
            label={parameter.unit === null ? '值' : `值（${parameter.unit}）`}
            required
            hint={`${HINTS[parameter.shape]}；“${pack.base}”为 ${parameter.baseText}`}
            error={need(typedValue(text, parameter.shape) === null, HINTS[parameter.shape])}
          >
            {(ids) =>
              parameter.shape === 'number' || parameter.shape === 'text' ? (
                <TextInput {...ids} value={text} onChange={setText} />
              ) : (
                <TextArea {...ids} rows={8} value={text} onChange={setText} />
              )
            }
          </Field>
          <Field
            label="文号"
            required
            hint="如 山编办〔2026〕8号"
            error={need(basis.documentNumber.trim() === '', '请写明文号')}
          >
            {(ids) => (
              <TextInput
                {...ids}
                value={basis.documentNumber}
                onChange={(documentNumber) => setBasis({ ...basis, documentNumber })}
              />
            )}
          </Field>
          <Field label="发文日期" required error={need(basis.date === '', '请写明日期')}>
            {(ids) => (
              <DateInput {...ids} value={basis.date} onChange={(date) => setBasis({ ...basis, date: date ?? '' })} />
            )}
          </Field>
          <Field label="原文" hint="文件里的那句话">
            {(ids) => <TextArea {...ids} value={basis.clause} onChange={(clause) => setBasis({ ...basis, clause })} />}
          </Field>
        </FormGrid>
        <SaveEffect inForce={pack.inForce} draft={draft} />
        <ErrorLine error={save.error} />
        <div className="form-buttons">
          <Button type="submit" look="main" busy={save.busy}>
            保存
          </Button>
          {parameter.own && (
            <Button
              disabled={save.busy}
              onClick={() => save.run(withParameter(draftOf(pack), parameter.name, null), `${parameter.title}恢复原值`)}
            >
              恢复原值
            </Button>
          )}
          <Button onClick={onClose}>取消</Button>
        </div>
      </form>
    </Drawer>
  )
}

function ownOf(
  text: string,
  basis: { readonly documentNumber: string; readonly date: string; readonly clause: string },
  parameter: PackParameterView,
): LocalPackDraft['parameters'][string] | null {
  const value = typedValue(text, parameter.shape)
  const documentNumber = basis.documentNumber.trim()
  if (value === null || documentNumber === '' || basis.date === '') return null
  return {
    value,
    document: null,
    documentNumber,
    date: basis.date,
    clause: basis.clause.trim() === '' ? null : basis.clause.trim(),
  }
}
