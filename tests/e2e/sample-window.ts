import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { temporaryFolder } from '../kit/book.ts'
import { launchBrowser } from '../kit/browser.ts'
import { openPage, startApp, type AppOptions, type RunningApp, type WatchedPage } from './running-app.ts'

/** The sample township in a window of its own, for one file of tests. */
export interface SampleWindow {
  /** No browser is to be had: the tests say `skipped` with the reason. */
  readonly absent: boolean
  /** The reason in brackets, for the title of the tests; '' with a browser. */
  readonly skipped: string
  /** Where the program keeps its data, and tests their files. */
  readonly folder: string
  /** What went wrong in the page so far; should stay empty. */
  readonly wrongs: () => readonly string[]
}

/** Opens the sample before the first test and closes all after the last. `arrive` takes the page and goes to the screen under test. */
export async function sampleWindow(
  arrive: (page: Page) => Promise<void>,
  options: AppOptions = {},
): Promise<SampleWindow> {
  const launched = await launchBrowser()
  const folder = temporaryFolder()
  let wrongs: readonly string[] = []
  let close = () => Promise.resolve()
  beforeAll(async () => {
    if (launched.browser === null) return
    const app = await startApp(folder.path, options)
    close = app.close
    const watched = await openPage(launched.browser, app.address)
    wrongs = watched.wrongs
    await watched.page.getByTestId('open-sample').click()
    await watched.page.getByRole('heading', { name: '总览' }).waitFor()
    await arrive(watched.page)
  })
  afterAll(async () => {
    await close()
    await launched.browser?.close()
    folder.dispose()
  })
  return {
    absent: launched.browser === null,
    skipped: launched.browser === null ? ` (${launched.reason})` : '',
    folder: folder.path,
    wrongs: () => wrongs,
  }
}

/** A program of its own with an empty data folder, and a page at its start screen. */
export interface FreshWindow {
  readonly page: Page
  readonly wrongs: WatchedPage['wrongs']
  readonly folder: string
  readonly app: RunningApp
}

/** Starts the program anew for every test of a file. `arrive` takes what it needs and goes to the screen under test. */
export async function windowPerTest(
  arrive: (opened: FreshWindow) => Promise<void> | void,
): Promise<Pick<SampleWindow, 'absent' | 'skipped'>> {
  const launched = await launchBrowser()
  let close = () => Promise.resolve()
  beforeEach(async () => {
    if (launched.browser === null) return
    const folder = temporaryFolder()
    const app = await startApp(folder.path)
    const { page, wrongs } = await openPage(launched.browser, app.address)
    close = async () => {
      await page.context().close()
      await app.close()
      folder.dispose()
    }
    await arrive({ page, wrongs, folder: folder.path, app })
  })
  afterEach(() => close())
  afterAll(() => launched.browser?.close())
  return { absent: launched.browser === null, skipped: launched.browser === null ? ` (${launched.reason})` : '' }
}
