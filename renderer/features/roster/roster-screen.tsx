import { useMemo } from 'react'
import { rosterList, ROSTER_LIST_TITLES } from '../../../electron/contract/shapes.ts'
import type { RosterListName, RosterPersonView } from '../../../electron/contract/shapes.ts'
import { useAsOf } from '../../api/as-of.tsx'
import { useQuery } from '../../api/use-query.ts'
import { PeopleViews } from '../../parts/people-views.tsx'
import { matchesPerson } from '../../text/match-person.ts'
import { goTo, openPerson } from '../../text/paths.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { Select, TextInput } from '../../ui/form.tsx'
import { Page, Toolbar } from '../../ui/page.tsx'
import { setParams, useRoute } from '../../ui/route.ts'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { ROSTER_COLUMNS } from './roster-columns.tsx'
import './roster.css'

type ListTab = RosterListName | 'all'
const TABS: readonly ListTab[] = [...rosterList.options, 'all']

/** The named lists. Nobody stands on two, nobody on none; only the first goes on the public sheet. */
export function RosterScreen() {
  const { asOf, believedOn, shown } = useAsOf()
  const { params } = useRoute()
  const roster = useQuery('roster.read', { asOf, believedOn })
  const tab = TABS.find((one) => one === params['list']) ?? 'in-quota'
  const people = roster.data?.people
  const rows = useMemo(() => filterPeople(people ?? [], tab, params), [people, tab, params])
  const change = (next: Readonly<Record<string, string | null>>) => setParams(next, { replace: true })
  const count = (one: ListTab) => (one === 'all' ? (people?.length ?? 0) : (roster.data?.counts[one] ?? 0))
  return (
    <Page title="人员" note={<><PeopleViews current="lists" /><span>{`截至 ${shown}${people === undefined ? '' : `，共 ${people.length} 人`}`}</span></>} fill>
      {roster.error !== null && <ErrorState error={roster.error} onRetry={roster.refetch} />}
      {roster.error === null && people === undefined && <Skeleton rows={14} />}
      {roster.error === null && people !== undefined && people.length === 0 && (
        <EmptyState text="还没有人。把手头的花名册导进来，程序会分好在编、超编、不合规、编外和借入五张名单。" action={<Button look="main" onClick={() => goTo('import')}>导入花名册</Button>} />
      )}
      {roster.error === null && people !== undefined && people.length > 0 && (
        <>
          <Tabs label="名单" value={tab} onChange={(list) => change({ list })} tabs={TABS.map((one) => ({ value: one, label: one === 'all' ? '全部' : ROSTER_LIST_TITLES[one], count: count(one) }))} />
          <Filters people={people} params={params} shown={rows.length} onChange={change} />
          <DataTable
            key={tab}
            label={tab === 'all' ? '全部人员' : ROSTER_LIST_TITLES[tab]}
            memory={`roster ${[tab, params['q'], params['unit'], params['category']].join(' ')}`}
            columns={ROSTER_COLUMNS}
            rows={rows}
            rowKey={(person) => person.personId}
            openedKey={params['person'] ?? null}
            onOpen={(person) => openPerson(person.personId)}
            empty={<NoHits people={people} tab={tab} params={params} onChange={change} />}
          />
        </>
      )}
    </Page>
  )
}

type Change = (next: Readonly<Record<string, string | null>>) => void
type Params = Readonly<Record<string, string>>

function Filters({ people, params, shown, onChange }: { readonly people: readonly RosterPersonView[]; readonly params: Params; readonly shown: number; readonly onChange: Change }) {
  const units = useMemo(() => distinct(people.map((person) => person.unit)), [people])
  const categories = useMemo(() => distinct(people.map((person) => person.category)), [people])
  const filtered = ['q', 'unit', 'category'].some((name) => params[name] !== undefined)
  return (
    <Toolbar>
      <TextInput type="search" width={280} aria-label="在名单里找" placeholder="姓名、拼音首字母、身份证尾号、岗位" value={params['q'] ?? ''} onChange={(q) => onChange({ q })} />
      <Select width={200} aria-label="机构" value={params['unit'] ?? ''} onChange={(unit) => onChange({ unit })} choices={[{ value: '', label: '全部机构' }, ...units]} />
      <Select width={180} aria-label="编制类型" value={params['category'] ?? ''} onChange={(category) => onChange({ category })} choices={[{ value: '', label: '全部编制类型' }, ...categories]} />
      {filtered && (
        <Button look="link" onClick={() => onChange({ q: null, unit: null, category: null })}>
          清除条件
        </Button>
      )}
      <span className="roster-count quiet">{shown} 人</span>
    </Toolbar>
  )
}

/** Says where the person is, if not on this list. */
function NoHits({ people, tab, params, onChange }: { readonly people: readonly RosterPersonView[]; readonly tab: ListTab; readonly params: Params; readonly onChange: Change }) {
  const elsewhere = filterPeople(people, 'all', params).length
  if (elsewhere > 0 && tab !== 'all') {
    return <EmptyState text={`这张名单里没有，别的名单里有 ${elsewhere} 人。`} action={<Button onClick={() => onChange({ list: 'all' })}>看全部</Button>} />
  }
  const filtered = ['q', 'unit', 'category'].some((name) => params[name] !== undefined)
  return <EmptyState text={filtered ? '没有符合条件的人。' : '这张名单是空的。'} action={filtered ? <Button onClick={() => onChange({ q: null, unit: null, category: null })}>清除条件</Button> : undefined} />
}

function filterPeople(people: readonly RosterPersonView[], tab: ListTab, params: Params): readonly RosterPersonView[] {
  const { q = '', unit, category } = params
  return people.filter((person) => (tab === 'all' || person.list === tab) && (unit === undefined || person.unit === unit) && (category === undefined || person.category === category) && matchesPerson(person, q))
}

function distinct(values: readonly string[]): readonly { readonly value: string; readonly label: string }[] {
  return [...new Set(values)].filter((value) => value !== '').map((value) => ({ value, label: value }))
}
