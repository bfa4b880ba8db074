import { Suspense, useEffect, useState, type ReactNode } from 'react'
import { AsOfProvider } from './api/as-of.tsx'
import { BookProvider } from './api/book.tsx'
import { onBookChange } from './api/client.ts'
import { useQuery } from './api/use-query.ts'
import { useDisplayKeys } from './features/display/display-keys.ts'
import { LockScreen, useLocked } from './features/access/lock-screen.tsx'
import { PasswordQuestion } from './features/access/password-question.tsx'
import { ExplainDrawer } from './features/explain/explain-drawer.tsx'
import { PersonDrawer } from './features/person/person-drawer.tsx'
import { SearchBox } from './features/search/search-box.tsx'
import { AsOfBanner } from './features/shell/as-of-picker.tsx'
import { KeySheet } from './features/shell/key-sheet.tsx'
import { Navigation } from './features/shell/navigation.tsx'
import { SkipLink } from './features/shell/skip-link.tsx'
import { WindowDrop } from './features/shell/window-drop.tsx'
import { TopBar } from './features/shell/top-bar.tsx'
import { SizeSteps } from './parts/size-steps.tsx'
import { RecoverySheet } from './parts/recovery-sheet.tsx'
import { StaleQuestion } from './parts/stale-question.tsx'
import { loadScreensWhenIdle, SCREENS } from './screens.ts'
import { screenAt } from './text/paths.ts'
import { SCREENS as DECLARED } from './text/screens.ts'
import { forgetPageMemory } from './ui/page-memory.ts'
import { useRoute } from './ui/route.ts'
import { ErrorState, Skeleton } from './ui/states.tsx'
import { Toaster } from './ui/toast.tsx'

/** The whole window: start screen without a book, otherwise navigation, top bar and the screen in the address. */
export function App() {
  const status = useQuery('book.status', {})
  const locked = useLocked()
  const route = useRoute()
  const name = status.data?.name ?? null
  useEffect(loadScreensWhenIdle, [])
  useDisplayKeys()
  useEffect(() => {
    document.title = name === null ? '定编' : `${name} — 定编`
  }, [name])
  if (status.data === undefined) {
    return (
      <main className="bare">
        {status.error === null ? <Skeleton rows={8} /> : <ErrorState error={status.error} onRetry={status.refetch} />}
      </main>
    )
  }
  const bare = !status.data.open || BARE.includes(route.path)
  return (
    <BookProvider status={status.data}>
      {locked && <LockScreen />}
      <RecoverySheet />
      <AsOfProvider key={status.data.path ?? ''} today={status.data.today}>
        <OneBook>
          <div className="unlocked" hidden={locked}>
            {bare ? <BareWindow path={route.path} /> : <BookWindow path={route.path} />}
          </div>
        </OneBook>
        <WindowDrop open={!bare} />
        <KeySheet />
        <Toaster />
        <StaleQuestion />
        <PasswordQuestion />
      </AsOfProvider>
    </BookProvider>
  )
}

/**
 * Stands above all that remembers, and is made anew with every book (the key of the provider above): what was half filled in for
 * another one is gone before the first screen of this one looks for it, also where another tab opened it.
 */
function OneBook({ children }: { readonly children: ReactNode }) {
  useState(forgetPageMemory)
  useEffect(() => onBookChange((kind) => kind === 'book' && forgetPageMemory()), [])
  return children
}

/** Windows of their own, whatever book is open. */
const BARE: readonly string[] = [DECLARED.start.path, DECLARED.county.path]

/** Without an open book only help and backup make sense besides the start. */
function BareWindow({ path }: { readonly path: string }) {
  return (
    <main className="bare">
      <Suspense fallback={<Skeleton rows={8} />}>
        {path === DECLARED.help.path ? (
          <SCREENS.help />
        ) : path === DECLARED.backup.path ? (
          <SCREENS.backup />
        ) : path === DECLARED.county.path ? (
          <SCREENS.county />
        ) : (
          <SCREENS.start />
        )}
      </Suspense>
    </main>
  )
}

function BookWindow({ path }: { readonly path: string }) {
  const { params } = useRoute()
  const { person, explain } = params
  return (
    <div className="window">
      <SkipLink />
      <TopBar search={<SearchBox />} />
      <Navigation path={path} foot={<SizeSteps />} />
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
  const Shown = SCREENS[screenAt(path)]
  return (
    <Suspense fallback={<Skeleton rows={8} />}>
      <Shown />
    </Suspense>
  )
}
