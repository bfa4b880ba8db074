import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../kit/book.ts'
import { launchBrowser } from '../kit/browser.ts'
import { openCore, smallTownship } from '../kit/open-core.ts'
import { openPage, startApp } from './running-app.ts'

/* The computer's date is wrong: the clerk is told at the top of every screen, and on 备份与安全 what to do. Told once it is right, never again. */

const launched = await launchBrowser()
if (launched.browser === null) process.stdout.write(`skipped: ${launched.reason}\n`)

const YEAR = 365 * 24 * 3_600_000
/** A clock so many years from that of this computer: a book written by it finds this one ahead or behind. */
function shifted(years: number) {
  const now = () => new Date(Date.now() + years * YEAR).toISOString()
  return { now, today: () => now().slice(0, 10) }
}

describe.skipIf(launched.browser === null)('the computer’s date', () => {
  const browser = launched.browser as Browser
  afterAll(() => browser.close())

  it.each([
    ['set back behind what was written last', 10, '电脑的日期比它还早'],
    ['years ahead of what was written last', -10, '中间隔了一年多'],
    ['right (control)', 0, null],
  ] as const)('%s', async (_, years, says) => {
    const folder = temporaryFolder()
    const data = join(folder.path, 'data')
    const open = openCore(data, { clock: shifted(years) })
    const { path } = await smallTownship(open)
    await open.core.close()
    const app = await startApp(data, { book: path })
    const { page, wrongs } = await openPage(browser, app.address)
    await page.getByRole('link', { name: '备份与安全', exact: true }).click()
    await page.getByRole('heading', { name: '用户和密码' }).waitFor()
    const told = await Promise.all([
      page
        .getByRole('link', { name: '请核对电脑日期' })
        .evaluateAll((links) => links.map((link) => link.getAttribute('title'))),
      page.getByTestId('clock-doubt').allInnerTexts(),
    ])
    // Once at the top, once on the screen; or not at all.
    const times = says === null ? 0 : 1
    expect(told.map((texts) => texts.filter((text) => text?.includes(says ?? '') === true).length)).toEqual([
      times,
      times,
    ])
    expect(told.map((texts) => texts.length)).toEqual([times, times])
    expect(wrongs).toEqual([])
    await page.context().close()
    await app.close()
    folder.dispose()
  })
})
