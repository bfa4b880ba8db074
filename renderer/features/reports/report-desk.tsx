import { useState } from 'react'
import type { Output } from '../../../electron/contract/operations.ts'
import { useAsOf } from '../../api/as-of.tsx'
import { useQuery } from '../../api/use-query.ts'
import { Paper } from '../../parts/paper.tsx'
import { useRoute } from '../../ui/route.ts'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import type { FormView } from './form-list.tsx'
import type { ReportInput } from './report-input.ts'
import { RevealIds } from './reveal-ids.tsx'
import { ReportChoice, type Chosen } from './report-choice.tsx'
import { SaveReport } from './save-report.tsx'

type ReportView = Output<'report.preview'>

/** One form: of which day or period, and its pages. */
export function ReportDesk({ form }: { readonly form: FormView }) {
  const { asOf } = useAsOf()
  // The person's page leads here with whose form it is.
  const { whose } = useRoute().params
  const [chosen, setChosen] = useState<Chosen>(whose === undefined ? {} : { person: whose })
  const input = reportInput(form, chosen, asOf)
  const question = JSON.stringify(input)
  const report = useQuery('report.preview', input)
  const [shown, setShown] = useState<{ readonly question: string; readonly view: ReportView } | null>(null)
  // What was shown stays shown for the form it was asked for; another day or unit is asked for anew.
  const view = shown?.question === question ? shown.view : report.data
  return (
    <div className="report-desk">
      <div className="report-bar">
        <ReportChoice
          form={form}
          chosen={chosen}
          answered={view}
          onChange={(part) => setChosen((now) => ({ ...now, ...part }))}
        />
        <span className="report-actions">
          {form.idNumbers && view !== undefined && (
            <RevealIds
              input={input}
              masked={view.masked}
              onShown={(own) => setShown({ question, view: own })}
              onHidden={() => setShown(null)}
            />
          )}
          <SaveReport input={input} form={form} ready={report.error === null && report.data !== undefined} />
        </span>
      </div>
      <div className="report-paper" aria-busy={report.loading}>
        {report.error !== null ? (
          <ErrorState error={report.error} onRetry={report.refetch} />
        ) : view === undefined ? (
          <Skeleton rows={12} />
        ) : (
          <Paper preview={view.preview} label={`${form.title}纸样`} fileName={`${form.title}（截至${view.asOf}）`} />
        )}
      </div>
    </div>
  )
}

/** What was chosen here, else the day the window shows. A form of a period ends with it. */
function reportInput(form: FormView, chosen: Chosen, asOf: string | undefined): ReportInput {
  const day = chosen.asOf ?? asOf
  const period =
    form.span === 'day'
      ? {}
      : {
          ...(chosen.from === undefined ? {} : { from: chosen.from }),
          ...(chosen.to === undefined ? {} : { to: chosen.to }),
        }
  return {
    form: form.id,
    ...(form.span === 'day' || chosen.to === undefined ? (day === undefined ? {} : { asOf: day }) : {}),
    ...period,
    ...(chosen.unit === undefined || chosen.unit === '' ? {} : { unit: chosen.unit }),
    ...(chosen.person === undefined || chosen.person === '' ? {} : { person: chosen.person }),
  }
}
