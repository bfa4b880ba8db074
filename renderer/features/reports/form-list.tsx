import type { Output } from '../../../electron/contract/operations.ts'

export type FormView = Output<'report.list'>['forms'][number]

/** Every form with one line what it is and one when it is due. */
export function FormList({ forms, chosen, onChoose }: { readonly forms: readonly FormView[]; readonly chosen: string; readonly onChoose: (id: string) => void }) {
  return (
    <nav className="report-list" aria-label="报表">
      {forms.map((form) => (
        <button key={form.id} type="button" aria-current={form.id === chosen ? 'true' : undefined} onClick={() => onChoose(form.id)} data-testid={`form-${form.id}`}>
          <strong>{form.title}</strong>
          <span>{form.about}</span>
          <span className="quiet">何时报：{form.due}</span>
        </button>
      ))}
    </nav>
  )
}
