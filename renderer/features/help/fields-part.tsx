import { personField, type PersonField } from '../../../electron/vocabulary/person-fields.ts'
import { Sheet } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/states.tsx'

/** What every field of a person means, and what workbooks call it. */
export function FieldsPart({ fields }: { readonly fields: readonly PersonField[] }) {
  if (fields.length === 0) return <EmptyState text="没有这样的字段。换个名字再找。" />
  return (
    <Sheet title="每一格的意思" note="填写时在格里按 F1，或点格名旁的“?”，看到的是同一句话">
      <table className="grid help-table help-fields">
        <thead>
          <tr>
            <th scope="col">字段</th>
            <th scope="col">意思</th>
            <th scope="col">花名册里也叫</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => {
            const { title, means, names } = personField(field)
            return (
              <tr key={field}>
                <th scope="row">{title}</th>
                <td>{means}</td>
                <td className="quiet">{names.join('、')}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Sheet>
  )
}
