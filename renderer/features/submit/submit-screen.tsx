import { useAsOf } from '../../api/as-of.tsx'
import { useQuery } from '../../api/use-query.ts'
import { PaperViews } from '../../parts/paper-views.tsx'
import { Page } from '../../ui/page.tsx'
import { Answer } from '../../ui/states.tsx'
import { MakePackage } from './make-package.tsx'
import { SentPackages } from './sent-packages.tsx'
import { TakeReceipt } from './take-receipt.tsx'
import './submit.css'

/** 上报: what the bureau is told of the day, as one file; and what it answers. */
export function SubmitScreen() {
  const { asOf, shown } = useAsOf()
  const query = useQuery('package.read', asOf === undefined ? {} : { asOf })
  return (
    <Page
      title="公示与报表"
      note={
        <>
          <PaperViews current="submit" />
          <span>截至 {shown}</span>
        </>
      }
    >
      <Answer query={query} rows={10}>
        {(state) => (
          <>
            <MakePackage state={state} asOf={asOf} />
            <TakeReceipt />
            <SentPackages sent={state.sent} />
          </>
        )}
      </Answer>
    </Page>
  )
}
