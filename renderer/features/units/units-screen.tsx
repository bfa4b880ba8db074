import { useCallback, useMemo, useState } from 'react'
import { useAsOf } from '../../api/as-of.tsx'
import { useQuery } from '../../api/use-query.ts'
import { UnitViews } from '../../parts/unit-views.tsx'
import { goTo } from '../../text/paths.ts'
import { Button } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { openParam, useRoute } from '../../ui/route.ts'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { ChronicleDrawer } from './chronicle-drawer.tsx'
import { LeadershipForm } from './leadership-form.tsx'
import { PostsView } from './posts-view.tsx'
import { QuotaForm } from './quota-form.tsx'
import type { QuotaTarget } from './quota-form.tsx'
import { UnitForm } from './unit-form.tsx'
import { unitRows } from './unit-rows.ts'
import { UnitTable } from './unit-table.tsx'
import './units.css'

type Work =
  | { readonly form: 'unit' }
  | { readonly form: 'quota'; readonly target: QuotaTarget }
  | { readonly form: 'leadership'; readonly unitId: string }

/** 机构编制: the sheet of quotas, or the list of posts. */
export function UnitsScreen() {
  return useRoute().params['view'] === 'posts' ? <PostsScreen /> : <TableScreen />
}

function PostsScreen() {
  return (
    <Page title="机构编制" note={<UnitViews current="posts" />} fill>
      <PostsView />
    </Page>
  )
}

/** Units and what each may hold, line by line, with the document that says so. */
function TableScreen() {
  const { asOf, believedOn, shown } = useAsOf()
  const units = useQuery('units.read', { asOf, believedOn })
  const figures = useQuery('figures.read', { asOf, believedOn })
  const [work, setWork] = useState<Work | null>(null)
  const { unit: wanted, chronicle } = useRoute().params
  const error = units.error ?? figures.error
  const ready = units.data !== undefined && figures.data !== undefined
  const rows = useMemo(() => unitRows(units.data?.units ?? [], figures.data?.lines ?? []), [units.data, figures.data])
  const onQuota = useCallback((target: QuotaTarget) => setWork({ form: 'quota', target }), [])
  const onLeadership = useCallback((unitId: string) => setWork({ form: 'leadership', unitId }), [])
  const actions = (
    <>
      <Button onClick={() => setWork({ form: 'quota', target: {} })} disabled={!ready}>
        核定编制
      </Button>
      <Button look="main" onClick={() => setWork({ form: 'unit' })}>
        设立机构
      </Button>
    </>
  )
  return (
    <Page title="机构编制" note={<UnitViews current="table" />} actions={actions} fill>
      {error !== null && (
        <ErrorState
          error={error}
          onRetry={() => {
            units.refetch()
            figures.refetch()
          }}
        />
      )}
      {error === null && !ready && <Skeleton rows={12} />}
      {error === null && ready && units.data.units.length === 0 && (
        <EmptyState
          text="还没有机构。导入带“机构编制”表的花名册，或先设立一个机构。"
          action={<Button onClick={() => goTo('import')}>导入花名册</Button>}
        />
      )}
      {error === null && ready && units.data.units.length > 0 && (
        <UnitTable
          rows={rows}
          shown={shown}
          totals={figures.data.totals}
          wanted={wanted}
          onQuota={onQuota}
          onLeadership={onLeadership}
          onChronicle={openChronicle}
        />
      )}
      {chronicle !== undefined && (
        <ChronicleDrawer
          key={chronicle}
          unitId={chronicle}
          unit={units.data?.units.find((unit) => unit.unitId === chronicle)?.name ?? ''}
        />
      )}
      {work?.form === 'unit' && <UnitForm onClose={() => setWork(null)} />}
      {work?.form === 'quota' && ready && (
        <QuotaForm
          key={JSON.stringify(work.target)}
          target={work.target}
          units={units.data.units}
          onClose={() => setWork(null)}
        />
      )}
      {work?.form === 'leadership' && ready && (
        <LeadershipForm key={work.unitId} unitId={work.unitId} units={units.data.units} onClose={() => setWork(null)} />
      )}
    </Page>
  )
}

const openChronicle = (unitId: string): void => openParam('chronicle', unitId)
