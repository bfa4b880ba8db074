import { useEffect } from 'react'
import { AsOfProvider } from './api/as-of.tsx'
import { BookProvider } from './api/book.tsx'
import { useQuery } from './api/use-query.ts'
import { BackupScreen } from './features/backup/backup-screen.tsx'
import { ChangeScreen } from './features/change/change-screen.tsx'
import { CompareScreen } from './features/compare/compare-screen.tsx'
import { ExplainDrawer } from './features/explain/explain-drawer.tsx'
import { DutiesScreen } from './features/duties/duties-screen.tsx'
import { FillScreen } from './features/fill/fill-screen.tsx'
import { FindingsScreen } from './features/findings/findings-screen.tsx'
import { ForecastScreen } from './features/forecast/forecast-screen.tsx'
import { HelpScreen } from './features/help/help-screen.tsx'
import { ImportScreen } from './features/import/import-screen.tsx'
import { NoticeScreen } from './features/notice/notice-screen.tsx'
import { OverviewScreen } from './features/overview/overview-screen.tsx'
import { PacksScreen } from './features/packs/packs-screen.tsx'
import { PersonDrawer } from './features/person/person-drawer.tsx'
import { RecordsScreen } from './features/records/records-screen.tsx'
import { ReportsScreen } from './features/reports/reports-screen.tsx'
import { RosterScreen } from './features/roster/roster-screen.tsx'
import { SearchBox } from './features/search/search-box.tsx'
import { SeatsScreen } from './features/seats/seats-screen.tsx'
import { StartScreen } from './features/start/start-screen.tsx'
import { UnitsScreen } from './features/units/units-screen.tsx'
import { AsOfBanner } from './features/shell/as-of-picker.tsx'
import { Navigation } from './features/shell/navigation.tsx'
import { TopBar } from './features/shell/top-bar.tsx'
import { PATHS } from './text/paths.ts'
import { useRoute } from './ui/route.ts'
import { ErrorState, Skeleton } from './ui/states.tsx'
import { Toaster } from './ui/toast.tsx'

/** The whole window: start screen without a book, otherwise navigation, top bar and the screen in the address. */
export function App() {
  const status = useQuery('book.status', {})
  const route = useRoute()
  const name = status.data?.name ?? null
  useEffect(() => {
    document.title = name === null ? '定编' : `${name} — 定编`
  }, [name])
  if (status.data === undefined) {
    return <main className="bare">{status.error === null ? <Skeleton rows={8} /> : <ErrorState error={status.error} onRetry={status.refetch} />}</main>
  }
  const bare = !status.data.open || route.path === PATHS.start
  return (
    <BookProvider status={status.data}>
      <AsOfProvider key={status.data.path ?? ''} today={status.data.today}>
        {bare ? <BareWindow path={route.path} /> : <BookWindow path={route.path} />}
        <Toaster />
      </AsOfProvider>
    </BookProvider>
  )
}

/** Without an open book only help and backup make sense besides the start. */
function BareWindow({ path }: { readonly path: string }) {
  return <main className="bare">{path === PATHS.help ? <HelpScreen /> : path === PATHS.backup ? <BackupScreen /> : <StartScreen />}</main>
}

function BookWindow({ path }: { readonly path: string }) {
  const { params } = useRoute()
  const { person, explain } = params
  return (
    <div className="window">
      <TopBar search={<SearchBox />} />
      <Navigation path={path} />
      <div className="stage">
        <AsOfBanner />
        <main className="screen">
          <Screen path={path} />
        </main>
      </div>
      {explain !== undefined && <ExplainDrawer key={`e${explain}`} door={explain} />}
      {person !== undefined && <PersonDrawer personId={person} />}
    </div>
  )
}

function Screen({ path }: { readonly path: string }) {
  switch (path) {
    case PATHS.units: return <UnitsScreen />
    case PATHS.seats: return <SeatsScreen />
    case PATHS.people: return <RosterScreen />
    case PATHS.records: return <RecordsScreen />
    case PATHS.journal: return <ChangeScreen />
    case PATHS.findings: return <FindingsScreen />
    case PATHS.compare: return <CompareScreen />
    case PATHS.forecast: return <ForecastScreen />
    case PATHS.duties: return <DutiesScreen />
    case PATHS.packs: return <PacksScreen />
    case PATHS.notice: return <NoticeScreen />
    case PATHS.fill: return <FillScreen />
    case PATHS.reports: return <ReportsScreen />
    case PATHS.import: return <ImportScreen />
    case PATHS.backup: return <BackupScreen />
    case PATHS.help: return <HelpScreen />
    default: return <OverviewScreen />
  }
}
