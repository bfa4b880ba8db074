import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeCity } from '../bench/city.ts'
import { temporaryFolder } from '../kit/book.ts'
import { launchBrowser } from '../kit/browser.ts'
import { LARGE_SCREENS, MOST_NODES, nodesOf } from './large-screens.ts'
import { openPage, startApp } from './running-app.ts'

/* A book of many people in many units: what is drawn of it stays little on every screen, and a unit among hundreds is found by typing. */

/** Enough that a list drawn whole would be over the bar; the bench does the same with ten thousand. */
const PEOPLE = 1600

const launched = await launchBrowser()
const folder = temporaryFolder()
let page: Page
let wrongs: readonly string[] = []
let close = () => Promise.resolve()

beforeAll(async () => {
  if (launched.browser === null) return
  const city = await makeCity(folder.path, PEOPLE)
  await city.core.close()
  const app = await startApp(folder.path, { book: city.path })
  close = app.close
  ;({ page, wrongs } = await openPage(launched.browser, app.address))
  await page.getByRole('heading', { name: '总览' }).waitFor()
})
afterAll(async () => {
  await close()
  await launched.browser?.close()
  folder.dispose()
})

describe.skipIf(launched.browser === null)('一本上千人的编制本', () => {
  it.each(LARGE_SCREENS)(`%s draws at most ${MOST_NODES} nodes`, async (_, hash) => {
    expect(await nodesOf(page, hash)).toBeLessThanOrEqual(MOST_NODES)
  })

  it('a unit among hundreds is found by a few letters, with the keyboard alone', async () => {
    await nodesOf(page, '/people?list=all')
    const unit = page.getByRole('combobox', { name: '机构' })
    await unit.focus()
    await page.keyboard.press('ArrowDown')
    const list = page.getByRole('listbox', { name: '机构' })
    await list.waitFor()
    expect(await list.getByRole('option').count()).toBeLessThanOrEqual(60)
    const wanted = await list.getByRole('option').nth(7).innerText()
    await page.keyboard.insertText(wanted)
    await page.keyboard.press('Enter')
    await list.waitFor({ state: 'detached' })
    expect(await unit.inputValue()).toBe(wanted)
    await expect.poll(() => page.locator('.roster-count').innerText()).toMatch(/^\d{1,2} 人$/)
    await unit.click()
    await page.keyboard.press('Escape')
    expect(await unit.inputValue()).toBe(wanted)
  })

  it('the page did nothing it may not', () => {
    expect(wrongs).toEqual([])
  })
})
