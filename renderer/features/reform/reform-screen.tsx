import { useState } from 'react'
import type { ReformPlanView } from '../../../electron/contract/reform-operations.ts'
import { REFORM_STATE_NAMES } from '../../../electron/vocabulary/reform.ts'
import { useQuery } from '../../api/use-query.ts'
import { UnitViews } from '../../parts/unit-views.tsx'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/form.tsx'
import { Page, Toolbar } from '../../ui/page.tsx'
import { setParams, useRoute } from '../../ui/route.ts'
import { Answer, EmptyState } from '../../ui/states.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { CompareTab } from './compare-tab.tsx'
import { FiguresTab } from './figures-tab.tsx'
import { PeopleTab } from './people-tab.tsx'
import { PlanDesk } from './plan-desk.tsx'
import { ImportPlan, PlanForm } from './plan-form.tsx'
import './reform.css'

const TABS = [
  { value: 'draft', label: '起草' },
  { value: 'compare', label: '前后对照' },
  { value: 'people', label: '竞聘和分流' },
  { value: 'figures', label: '数字核对' },
] as const
type TabName = (typeof TABS)[number]['value']

/** 改革方案: drafts beside the book, what each comes to, the people in it, and figures of many townships. */
export function ReformScreen() {
  const { params } = useRoute()
  const [asking, setAsking] = useState<'new' | 'import' | null>(null)
  const listed = useQuery('reform.list', {})
  const tab = TABS.find(({ value }) => value === params['tab'])?.value ?? 'draft'
  const plans = listed.data?.plans ?? []
  const chosen = plans.find(({ id }) => id === params['plan']) ?? plans.at(-1)
  const ofPlan = tab === 'draft' || tab === 'compare'
  return (
    <Page
      title="机构编制"
      note={<UnitViews current="reform" />}
      actions={
        <>
          <Button onClick={() => setAsking('import')}>导入方案</Button>
          <Button look="main" onClick={() => setAsking('new')}>
            新建方案
          </Button>
        </>
      }
    >
      <Toolbar>
        <Tabs<TabName> label="改革" tabs={TABS} value={tab} onChange={(value) => setParams({ tab: value })} />
        {ofPlan && chosen !== undefined && (
          <Select
            aria-label="方案"
            width={260}
            value={chosen.id}
            onChange={(id) => setParams({ plan: id })}
            choices={plans.map((plan) => ({ value: plan.id, label: planLabel(plan) }))}
          />
        )}
      </Toolbar>
      {tab === 'people' && <PeopleTab />}
      {tab === 'figures' && <FiguresTab />}
      {ofPlan && (
        <Answer query={listed} rows={8}>
          {() =>
            chosen === undefined ? (
              <EmptyState
                text="还没有改革方案。方案在今天旁边起草，不动编制本；看好了再施行，施行也能一次撤销。"
                action={<Button onClick={() => setAsking('new')}>新建方案</Button>}
              />
            ) : tab === 'draft' ? (
              <PlanDesk key={chosen.id} plan={chosen.id} />
            ) : (
              <CompareTab key={chosen.id} plan={chosen.id} />
            )
          }
        </Answer>
      )}
      {asking === 'new' && (
        <PlanForm onClose={() => setAsking(null)} onSaved={(id) => setParams({ tab: 'draft', plan: id })} />
      )}
      {asking === 'import' && (
        <ImportPlan onClose={() => setAsking(null)} onSaved={(id) => setParams({ tab: 'draft', plan: id })} />
      )}
    </Page>
  )
}

function planLabel({ title, state, day }: ReformPlanView): string {
  return `${title}（${REFORM_STATE_NAMES[state]}，${day}）`
}
