import { lazy, type ComponentType } from 'react'
import type { ScreenName } from './text/paths.ts'

/** Where each screen's code is. A screen without its place here does not compile. */
const LOADERS = {
  start: async () => ({ default: (await import('./features/start/start-screen.tsx')).StartScreen }),
  overview: async () => ({ default: (await import('./features/overview/overview-screen.tsx')).OverviewScreen }),
  units: async () => ({ default: (await import('./features/units/units-screen.tsx')).UnitsScreen }),
  seats: async () => ({ default: (await import('./features/seats/seats-screen.tsx')).SeatsScreen }),
  reform: async () => ({ default: (await import('./features/reform/reform-screen.tsx')).ReformScreen }),
  people: async () => ({ default: (await import('./features/roster/roster-screen.tsx')).RosterScreen }),
  records: async () => ({ default: (await import('./features/records/records-screen.tsx')).RecordsScreen }),
  structure: async () => ({ default: (await import('./features/structure/structure-screen.tsx')).StructureScreen }),
  lrmx: async () => ({ default: (await import('./features/lrmx/lrmx-screen.tsx')).LrmxScreen }),
  bureau: async () => ({ default: (await import('./features/bureau/bureau-screen.tsx')).BureauScreen }),
  fields: async () => ({ default: (await import('./features/own-fields/own-fields-screen.tsx')).OwnFieldsScreen }),
  journal: async () => ({ default: (await import('./features/change/change-screen.tsx')).ChangeScreen }),
  findings: async () => ({ default: (await import('./features/findings/findings-screen.tsx')).FindingsScreen }),
  compare: async () => ({ default: (await import('./features/compare/compare-screen.tsx')).CompareScreen }),
  forecast: async () => ({ default: (await import('./features/forecast/forecast-screen.tsx')).ForecastScreen }),
  due: async () => ({ default: (await import('./features/due/due-screen.tsx')).DueScreen }),
  duties: async () => ({ default: (await import('./features/duties/duties-screen.tsx')).DutiesScreen }),
  packs: async () => ({ default: (await import('./features/packs/packs-screen.tsx')).PacksScreen }),
  laws: async () => ({ default: (await import('./features/laws/laws-screen.tsx')).LawsScreen }),
  notice: async () => ({ default: (await import('./features/notice/notice-screen.tsx')).NoticeScreen }),
  fill: async () => ({ default: (await import('./features/fill/fill-screen.tsx')).FillScreen }),
  submit: async () => ({ default: (await import('./features/submit/submit-screen.tsx')).SubmitScreen }),
  county: async () => ({ default: (await import('./features/county/county-screen.tsx')).CountyScreen }),
  reports: async () => ({ default: (await import('./features/reports/reports-screen.tsx')).ReportsScreen }),
  paperPacks: async () => ({
    default: (await import('./features/paper-packs/paper-packs-screen.tsx')).PaperPacksScreen,
  }),
  import: async () => ({ default: (await import('./features/import/import-screen.tsx')).ImportScreen }),
  backup: async () => ({ default: (await import('./features/backup/backup-screen.tsx')).BackupScreen }),
  display: async () => ({ default: (await import('./features/display/display-screen.tsx')).DisplayScreen }),
  help: async () => ({ default: (await import('./features/help/help-screen.tsx')).HelpScreen }),
} satisfies Readonly<Record<ScreenName, () => Promise<{ readonly default: ComponentType }>>>

/** The screens, each loaded when it is first shown. */
export const SCREENS: Readonly<Record<ScreenName, ComponentType>> = {
  start: lazy(LOADERS.start),
  overview: lazy(LOADERS.overview),
  units: lazy(LOADERS.units),
  seats: lazy(LOADERS.seats),
  reform: lazy(LOADERS.reform),
  people: lazy(LOADERS.people),
  records: lazy(LOADERS.records),
  structure: lazy(LOADERS.structure),
  lrmx: lazy(LOADERS.lrmx),
  bureau: lazy(LOADERS.bureau),
  fields: lazy(LOADERS.fields),
  journal: lazy(LOADERS.journal),
  findings: lazy(LOADERS.findings),
  compare: lazy(LOADERS.compare),
  forecast: lazy(LOADERS.forecast),
  due: lazy(LOADERS.due),
  duties: lazy(LOADERS.duties),
  packs: lazy(LOADERS.packs),
  laws: lazy(LOADERS.laws),
  notice: lazy(LOADERS.notice),
  fill: lazy(LOADERS.fill),
  submit: lazy(LOADERS.submit),
  county: lazy(LOADERS.county),
  reports: lazy(LOADERS.reports),
  paperPacks: lazy(LOADERS.paperPacks),
  import: lazy(LOADERS.import),
  backup: lazy(LOADERS.backup),
  display: lazy(LOADERS.display),
  help: lazy(LOADERS.help),
}

/** How long the first screen has for itself. */
const FIRST_MS = 1_500

/** Fetches the other screens once the first one stands: going there is then immediate, also when the program has ended meanwhile. */
export function loadScreensWhenIdle(): () => void {
  const timer = setTimeout(() => {
    for (const load of Object.values(LOADERS)) void load().catch(() => undefined)
  }, FIRST_MS)
  return () => clearTimeout(timer)
}
