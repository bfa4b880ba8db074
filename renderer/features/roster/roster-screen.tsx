import { useEffect, useMemo } from 'react'
import type { ReactNode } from 'react'
import { rosterList, ROSTER_LIST_TITLES } from '../../../electron/contract/shapes.ts'
import type { ListedPersonView, RosterListName } from '../../../electron/contract/shapes.ts'
import {
  PERSON_FIELD_NAMES,
  personField,
  propertyOf,
  ROSTER_COLUMN_FIELDS,
  type PersonField,
} from '../../../electron/vocabulary/person-fields.ts'
import { useAsOf } from '../../api/as-of.tsx'
import { useCatalogue } from '../../api/use-catalogue.ts'
import { useQuery } from '../../api/use-query.ts'
import { SheetViews } from '../../parts/sheet-views.tsx'
import { useSheetLayout } from '../../parts/use-sheet-layout.ts'
import { choosePeople } from '../../parts/chosen-people.ts'
import { SeenListButtons } from '../../parts/seen-list.tsx'
import { PeopleViews } from '../../parts/people-views.tsx'
import { learnSounds, makeFinder } from '../../text/match-person.ts'
import { goTo, openPerson, openPersonForm } from '../../text/paths.ts'
import { Button } from '../../ui/button.tsx'
import type { SheetLayout } from '../../ui/sheet/sheet-view.ts'
import type { SeenSheet } from '../../ui/sheet/seen-sheet.ts'
import { Sheet } from '../../ui/sheet/sheet.tsx'
import { FindInput } from '../../ui/find-input.tsx'
import { Select } from '../../ui/form.tsx'
import { Page, Toolbar } from '../../ui/page.tsx'
import { setParams, useRoute } from '../../ui/route.ts'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { ChooseColumns } from './choose-columns.tsx'
import { CopyButtons, type SeenPeople } from './copy-buttons.tsx'
import { FLAGS, rosterColumns, unitOrderOf } from './roster-columns.tsx'
import { useRosterPatch } from './use-roster-patch.ts'
import './roster.css'

type ListTab = RosterListName | 'all'
const TABS: readonly ListTab[] = [...rosterList.options, 'all']

/** The named lists. Nobody stands on two, nobody on none; only the first goes on the public sheet. */
export function RosterScreen() {
  const { asOf, believedOn, shown, isToday } = useAsOf()
  const { params } = useRoute()
  const kept = useSheetLayout('roster', OPENING)
  const { layout, onLayout: setLayout } = kept
  const catalogue = useCatalogue()
  const fields = useMemo(
    () => catalogue.names.filter((field) => layout.columns.includes(field)),
    [layout.columns, catalogue],
  )
  const patch = useRosterPatch()
  const roster = useQuery('roster.read', kept.ready ? { asOf, believedOn, fields: [...fields] } : null)
  const tab = TABS.find((one) => one === params['list']) ?? 'in-quota'
  const people = roster.data?.people
  const columns = useMemo(
    () =>
      rosterColumns(fields, { catalogue, mayType: isToday, onOpen: openCell, unitOrder: unitOrderOf(people ?? []) }),
    [fields, catalogue, isToday, people],
  )
  const { q, unit, category } = params
  const find = useMemo(() => makeFinder(people ?? []), [people])
  const rows = useMemo(() => narrowed(find(q ?? ''), tab, { unit, category }), [find, tab, q, unit, category])
  useEffect(() => learnSounds((people ?? []).map(({ name }) => name)), [people])
  const change = (next: Readonly<Record<string, string | null>>) => setParams(next, { replace: true })
  const count = (one: ListTab) => (one === 'all' ? (people?.length ?? 0) : (roster.data?.counts[one] ?? 0))
  return (
    <Page
      title="人员"
      note={
        <>
          <PeopleViews current="lists" />
          <span>{`截至 ${shown}${people === undefined ? '' : `，共 ${people.length} 人`}`}</span>
        </>
      }
      fill
    >
      {roster.error !== null && <ErrorState error={roster.error} onRetry={roster.refetch} />}
      {roster.error === null && people === undefined && <Skeleton rows={14} />}
      {roster.error === null && people !== undefined && people.length === 0 && (
        <EmptyState
          text="还没有人。把手头的花名册导进来，程序会分好在编、超编、不合规、编外和借入五张名单。"
          action={
            <Button look="main" onClick={() => goTo('import')}>
              导入花名册
            </Button>
          }
        />
      )}
      {roster.error === null && people !== undefined && people.length > 0 && (
        <>
          <Tabs
            label="名单"
            value={tab}
            onChange={(list) => change({ list })}
            tabs={TABS.map((one) => ({
              value: one,
              label: one === 'all' ? '全部' : ROSTER_LIST_TITLES[one],
              count: count(one),
            }))}
          />
          <Filters people={people} params={params} shown={rows.length} onChange={change}>
            <SheetViews kept={kept} columns={columns} />
            <ChooseColumns
              fields={layout.columns.filter(isField)}
              onChange={(next) => setLayout({ ...layout, columns: [...next, FLAGS] })}
            />
          </Filters>
          <Sheet
            key={tab}
            label={tab === 'all' ? '全部人员' : ROSTER_LIST_TITLES[tab]}
            unit="人"
            columns={columns}
            rows={rows}
            rowKey={personKey}
            rowName={personName}
            layout={layout}
            onLayout={setLayout}
            openedKey={params['person'] ?? null}
            renderTools={(seen) => (
              <>
                {isToday && (
                  <Button
                    small
                    onClick={() => {
                      choosePeople(seen().selectedKeys)
                      goTo('journal', { tab: 'register', many: 'yes' })
                    }}
                  >
                    为选中的人登记…
                  </Button>
                )}
                {isToday && (
                  <CopyButtons
                    title={tab === 'all' ? '全部人员' : ROSTER_LIST_TITLES[tab]}
                    seen={() => peopleOf(seen())}
                  />
                )}
                <SeenListButtons
                  title={tab === 'all' ? '全部人员' : ROSTER_LIST_TITLES[tab]}
                  note={`截至 ${shown}`}
                  seen={seen}
                />
              </>
            )}
            onOpen={(person) => openPerson(person.personId)}
            {...(isToday ? patch : {})}
            empty={<NoHits people={people} tab={tab} params={params} onChange={change} />}
          />
        </>
      )}
    </Page>
  )
}

/** What changes a cell that is not typed over: the person's page, their correction, or 内部调整. */
function openCell(person: ListedPersonView, field: PersonField | null): void {
  if (field === null) openPerson(person.personId)
  else if (field === 'unit') goTo('journal', { tab: 'register', event: 'move', who: person.personId })
  else if (field === 'post' || personField(field).guarded === true)
    openPersonForm(person.personId, 'correct', propertyOf(field))
  else openPerson(person.personId)
}

/** The fields and people of what is seen, for the copy. */
function peopleOf({ columns, columnKeys, rowKeys }: SeenSheet): SeenPeople {
  return {
    columns: columnKeys.flatMap((key, place) =>
      isField(key) ? [{ field: key, title: columns[place]?.title ?? '' }] : [],
    ),
    personIds: rowKeys,
  }
}

const personKey = (person: ListedPersonView): string => person.personId
const personName = (person: ListedPersonView): string => person.name

function isField(key: string): key is PersonField {
  return PERSON_FIELD_NAMES.some((field) => field === key)
}

const OPENING: SheetLayout = {
  columns: [...ROSTER_COLUMN_FIELDS, FLAGS],
  widths: {},
  frozen: 2,
  sort: [],
  filters: {},
  group: null,
}

type Change = (next: Readonly<Record<string, string | null>>) => void
type Params = Readonly<Record<string, string>>

function Filters({
  people,
  params,
  shown,
  onChange,
  children,
}: {
  readonly people: readonly ListedPersonView[]
  readonly params: Params
  readonly shown: number
  readonly onChange: Change
  readonly children: ReactNode
}) {
  const units = useMemo(() => distinct(people.map((person) => person.unit)), [people])
  const categories = useMemo(() => distinct(people.map((person) => person.category)), [people])
  const filtered = ['q', 'unit', 'category'].some((name) => params[name] !== undefined)
  return (
    <Toolbar>
      <FindInput
        label="在名单里找"
        placeholder="姓名、拼音、尾号、岗位"
        width={216}
        value={params['q'] ?? ''}
        onFind={(q) => onChange({ q })}
      />
      <Select
        width={160}
        aria-label="机构"
        value={params['unit'] ?? ''}
        onChange={(unit) => onChange({ unit })}
        choices={[{ value: '', label: '全部机构' }, ...units]}
      />
      <Select
        width={150}
        aria-label="编制类型"
        value={params['category'] ?? ''}
        onChange={(category) => onChange({ category })}
        choices={[{ value: '', label: '全部编制类型' }, ...categories]}
      />
      {filtered && (
        <Button look="link" onClick={() => onChange({ q: null, unit: null, category: null })}>
          清除条件
        </Button>
      )}
      <span className="roster-count quiet">{shown} 人</span>
      {children}
    </Toolbar>
  )
}

/** Says where the person is, if not on this list. */
function NoHits({
  people,
  tab,
  params,
  onChange,
}: {
  readonly people: readonly ListedPersonView[]
  readonly tab: ListTab
  readonly params: Params
  readonly onChange: Change
}) {
  const elsewhere = narrowed(makeFinder(people)(params['q'] ?? ''), 'all', params).length
  if (elsewhere > 0 && tab !== 'all') {
    return (
      <EmptyState
        text={`这张名单里没有，别的名单里有 ${elsewhere} 人。`}
        action={<Button onClick={() => onChange({ list: 'all' })}>看全部</Button>}
      />
    )
  }
  const filtered = ['q', 'unit', 'category'].some((name) => params[name] !== undefined)
  return (
    <EmptyState
      text={filtered ? '没有符合条件的人。' : '这张名单是空的。'}
      action={
        filtered ? (
          <Button onClick={() => onChange({ q: null, unit: null, category: null })}>清除条件</Button>
        ) : undefined
      }
    />
  )
}

interface Conditions {
  readonly unit?: string | undefined
  readonly category?: string | undefined
}

function narrowed(
  people: readonly ListedPersonView[],
  tab: ListTab,
  { unit, category }: Conditions,
): readonly ListedPersonView[] {
  return people.filter(
    (person) =>
      (tab === 'all' || person.list === tab) &&
      (unit === undefined || person.unit === unit) &&
      (category === undefined || person.category === category),
  )
}

function distinct(values: readonly string[]): readonly { readonly value: string; readonly label: string }[] {
  return [...new Set(values)].filter((value) => value !== '').map((value) => ({ value, label: value }))
}
