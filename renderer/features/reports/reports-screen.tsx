import './reports.css'
import { useQuery } from '../../api/use-query.ts'
import { PaperViews } from '../../parts/paper-views.tsx'
import { Page } from '../../ui/page.tsx'
import { setParams, useRoute } from '../../ui/route.ts'
import { Answer } from '../../ui/states.tsx'
import { AdhocDesk } from './adhoc-desk.tsx'
import { ADHOC, FormList } from './form-list.tsx'
import { ReportDesk } from './report-desk.tsx'

/** The bureau's forms: which, of which day, and the paper as it will be. */
export function ReportsScreen() {
  const { params } = useRoute()
  const list = useQuery('report.list', {})
  return (
    <Page title="公示与报表" note={<PaperViews current="reports" />} fill>
      <Answer query={list} rows={12}>
        {({ forms }) => {
          const adhoc = params['form'] === ADHOC
          const form = forms.find((own) => own.id === params['form']) ?? forms[0]
          return (
            <div className="reports">
              <FormList
                forms={forms}
                chosen={adhoc ? ADHOC : (form?.id ?? '')}
                onChoose={(id) => setParams({ form: id })}
              />
              {adhoc && <AdhocDesk />}
              {!adhoc && form !== undefined && <ReportDesk key={form.id} form={form} />}
            </div>
          )
        }}
      </Answer>
    </Page>
  )
}
