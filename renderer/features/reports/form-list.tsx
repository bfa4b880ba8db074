import type { Output } from '../../../electron/contract/operations.ts'

export type FormView = Output<'report.list'>['forms'][number]

/** The roster she puts together herself, beside the bureau's forms. */
export const ADHOC = 'adhoc'
const OWN = {
  id: ADHOC,
  title: '自定花名册',
  about: '自己选栏目、人员、次序，按组小计',
  due: '领导、部门临时要名单时',
} as const

/** Every form with one line what it is and one when it is due. */
export function FormList({
  forms,
  chosen,
  onChoose,
}: {
  readonly forms: readonly FormView[]
  readonly chosen: string
  readonly onChoose: (id: string) => void
}) {
  return (
    <nav className="report-list" aria-label="报表">
      {[OWN, ...forms].map((form) => (
        <button
          key={form.id}
          type="button"
          aria-current={form.id === chosen ? 'true' : undefined}
          onClick={() => onChoose(form.id)}
          data-testid={`form-${form.id}`}
        >
          <strong>{form.title}</strong>
          <span>{form.about}</span>
          <span className="quiet">何时报：{form.due}</span>
        </button>
      ))}
    </nav>
  )
}
