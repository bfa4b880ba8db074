import { useState } from 'react'
import type { Output } from '../../../electron/contract/operations.ts'
import { OWN_KIND_LIST } from '../../../electron/vocabulary/own-fields.ts'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { PeopleViews } from '../../parts/people-views.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Page } from '../../ui/page.tsx'
import { Answer, EmptyState, ErrorLine } from '../../ui/states.tsx'
import { toastSaved } from '../../ui/toast.tsx'
import { OwnFieldForm } from './own-field-form.tsx'
import './own-fields.css'

type Listed = Output<'ownField.list'>
export type OwnFieldRow = Listed['fields'][number]

/** 自定栏目: what the township itself wants to know of people, beside what every roster has. */
export function OwnFieldsScreen() {
  const query = useQuery('ownField.list', {})
  const [editing, setEditing] = useState<OwnFieldRow | 'new' | null>(null)
  const [removing, setRemoving] = useState<OwnFieldRow | null>(null)
  const left = query.data?.left ?? 0
  return (
    <Page
      title="人员"
      note={<PeopleViews current="fields" />}
      actions={
        <Button look="main" disabled={left === 0} onClick={() => setEditing('new')}>
          增设栏目
        </Button>
      }
    >
      <p className="quiet own-fields-about">
        上面的表要、编制本又没有的，在这里增设一栏。增设以后，人员页、更正、导入认列、比对、自定花名册、名单的列、填上级表和空白表都有它；公示上没有。
        {query.data !== undefined && `还可以增设 ${left} 栏。`}
      </p>
      <Answer query={query} rows={4}>
        {({ fields }) =>
          fields.length === 0 ? (
            <EmptyState
              text="还没有自定栏目。导入花名册时认不出的列，也可以在那里一次记成自定栏目。"
              action={<Button onClick={() => setEditing('new')}>增设栏目</Button>}
            />
          ) : (
            <FieldTable fields={fields} onEdit={setEditing} onRemove={setRemoving} />
          )
        }
      </Answer>
      {editing !== null && (
        <OwnFieldForm
          key={editing === 'new' ? 'new' : editing.field}
          field={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
      {removing !== null && <RemoveField field={removing} onClose={() => setRemoving(null)} />}
    </Page>
  )
}

function FieldTable({
  fields,
  onEdit,
  onRemove,
}: {
  readonly fields: readonly OwnFieldRow[]
  readonly onEdit: (field: OwnFieldRow) => void
  readonly onRemove: (field: OwnFieldRow) => void
}) {
  return (
    <table className="grid own-fields">
      <thead>
        <tr>
          <th>栏目</th>
          <th>填什么</th>
          <th>选项</th>
          <th>平时遮住</th>
          <th className="number">已填人数</th>
          <th aria-label="操作" />
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field.field}>
            <td>
              <strong>{field.title}</strong>
            </td>
            <td>{OWN_KIND_LIST[field.kind].title}</td>
            <td>{field.choices.length === 0 ? '—' : field.choices.join('、')}</td>
            <td>{field.masked ? '是' : '否'}</td>
            <td className="number">{field.people}</td>
            <td>
              <span className="own-fields-do">
                <Button small onClick={() => onEdit(field)}>
                  修改
                </Button>
                <Button small onClick={() => onRemove(field)}>
                  撤去
                </Button>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function RemoveField({ field, onClose }: { readonly field: OwnFieldRow; readonly onClose: () => void }) {
  const remove = useCommand('ownField.remove')
  const confirm = async () => {
    if ((await remove.run({ field: field.field })) === null) return
    toastSaved(`撤去自定栏目“${field.title}”`)
    onClose()
  }
  return (
    <Dialog
      title={`撤去“${field.title}”`}
      onClose={onClose}
      confirm={{ label: '撤去', onConfirm: () => void confirm(), busy: remove.busy }}
    >
      <p>
        各处不再有这一栏。{field.people > 0 && `${field.people} 人填过的内容留在编制本里，`}
        撤销这一步，栏目和内容都回来。
      </p>
      <ErrorLine error={remove.error} />
    </Dialog>
  )
}
