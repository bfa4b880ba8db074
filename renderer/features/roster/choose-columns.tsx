import { useState } from 'react'
import { ROSTER_COLUMN_FIELDS, type PersonField } from '../../../electron/vocabulary/person-fields.ts'
import { useCatalogue } from '../../api/use-catalogue.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Checkbox } from '../../ui/form.tsx'
import { withField } from './with-field.ts'

/** 列…: which fields of the catalogue the roster shows. 姓名 stays: a roster without names is none. */
export function ChooseColumns({
  fields,
  onChange,
}: {
  readonly fields: readonly PersonField[]
  readonly onChange: (fields: readonly PersonField[]) => void
}) {
  const catalogue = useCatalogue()
  const [open, setOpen] = useState(false)
  const [draft, setDraft] = useState(fields)
  return (
    <>
      <Button
        onClick={() => {
          setDraft(fields)
          setOpen(true)
        }}
      >
        列…
      </Button>
      {open && (
        <Dialog
          title="名单显示哪些列"
          wide
          onClose={() => setOpen(false)}
          confirm={{
            label: '显示',
            onConfirm: () => {
              onChange(draft)
              setOpen(false)
            },
          }}
        >
          <div className="roster-fields">
            {catalogue.names.map((field) => (
              <Checkbox
                key={field}
                label={catalogue.entry(field).title}
                checked={draft.includes(field)}
                disabled={field === 'name'}
                onChange={(wanted) => setDraft(withField(draft, field, wanted))}
              />
            ))}
          </div>
          <p className="quiet">
            身份证号、电话只显示一部分。没有的栏目，在“自定栏目”里增设。
            <Button look="link" onClick={() => setDraft(ROSTER_COLUMN_FIELDS)}>
              恢复原样
            </Button>
          </p>
        </Dialog>
      )}
    </>
  )
}
