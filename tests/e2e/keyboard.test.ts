import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../kit/book.ts'
import { launchBrowser } from '../kit/browser.ts'
import { openPage, startApp, type RunningApp, type WatchedPage } from './running-app.ts'

/* Every screen by keyboard alone: reached by Tab and Enter, nothing on it that only a mouse can work, focus always to be seen, never caught. */

const launched = await launchBrowser()
const skipped = launched.browser === null ? ` (${launched.reason})` : ''
const SCREENS = [
  '总览',
  '机构编制',
  '人员',
  '变动',
  '核查',
  '预测',
  '待办',
  '公示与报表',
  '报表',
  '导入',
  '备份与安全',
  '帮助',
] as const
/** Views of a screen, beside its title: the screen they belong to and their own words. */
const VIEWS = [
  ['机构编制', '定编到人'],
  ['机构编制', '岗位'],
  ['人员', '资料'],
  ['核查', '比对'],
  ['核查', '到期'],
  ['公示与报表', '填上级表'],
  ['公示与报表', '成套材料'],
] as const
const MOST_TABS = 400

const folder = temporaryFolder()
let app: RunningApp
let watched: WatchedPage
let page: Page

beforeAll(async () => {
  if (launched.browser === null) return
  const browser: Browser = launched.browser
  app = await startApp(folder.path)
  watched = await openPage(browser, app.address)
  page = watched.page
  await page.getByTestId('open-sample').waitFor()
  await tabTo('打开示例乡')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '总览' }).waitFor()
})
afterAll(async () => {
  if (launched.browser === null) return
  await app.close()
  await launched.browser.close()
  folder.dispose()
})

function focusedText(): Promise<string> {
  return page.evaluate(() => (document.activeElement?.textContent ?? '').trim())
}

async function tabTo(wanted: string): Promise<void> {
  for (let count = 0; count < MOST_TABS; count += 1) {
    if ((await focusedText()) === wanted) return
    await page.keyboard.press('Tab')
  }
  expect(await focusedText()).toBe(wanted)
}

/** What shows a hand under the mouse and yet is neither focusable nor part of something that is. */
function mouseOnly(): Promise<readonly string[]> {
  return page.evaluate(() => {
    const workable =
      'a[href], button, input, select, textarea, summary, label, [tabindex], [role="gridcell"], [role="row"], [role="option"]'
    return Array.from(document.querySelectorAll('main *, [role="main"] *, header *'))
      .filter(
        (element) =>
          element.checkVisibility() &&
          getComputedStyle(element).cursor === 'pointer' &&
          element.closest(workable) === null,
      )
      .map(
        (element) =>
          `${element.tagName.toLowerCase()}.${element.className} ${(element.textContent ?? '').trim().slice(0, 20)}`,
      )
  })
}

interface Stop {
  readonly key: string
  readonly visible: boolean
}

/** The focused thing: what it is, and whether somebody can see that it has the focus (on screen, with an outline or a shadow). */
function stop(): Promise<Stop | null> {
  return page.evaluate(() => {
    const here = document.activeElement
    if (here === null || here === document.body) return null
    const all = Array.from(document.querySelectorAll('*'))
    const style = getComputedStyle(here)
    const box = here.getBoundingClientRect()
    const marked = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none'
    const onScreen = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight
    return {
      key: `${all.indexOf(here)} ${here.tagName} ${(here.getAttribute('aria-label') ?? here.textContent ?? '').trim().slice(0, 24)}`,
      visible: marked && onScreen,
    }
  })
}

/** Tabs through the page once, from its very beginning. */
async function walk(): Promise<readonly Stop[]> {
  const stops: Stop[] = []
  await page.evaluate(() => {
    document.body.tabIndex = -1
    document.body.focus()
    document.body.removeAttribute('tabindex')
  })
  for (let count = 0; count < MOST_TABS; count += 1) {
    await page.keyboard.press('Tab')
    const here = await stop()
    if (here === null || here.key === stops[0]?.key) return stops
    stops.push(here)
  }
  return stops
}

/** Nothing for the mouse only, focus always seen, never caught. */
async function expectWorkable(): Promise<void> {
  await page.waitForTimeout(600)
  expect(await mouseOnly()).toEqual([])
  const stops = await walk()
  expect(stops.length).toBeLessThan(MOST_TABS)
  expect(stops.length).toBeGreaterThan(SCREENS.length)
  expect(stops.filter((one) => !one.visible).map((one) => one.key)).toEqual([])
}

describe.skipIf(launched.browser === null)(`every screen by keyboard alone${skipped}`, () => {
  it.each(SCREENS)('%s', async (screen) => {
    await tabTo(screen)
    await page.keyboard.press('Enter')
    await page.locator(`nav a[aria-current="page"]`, { hasText: screen }).last().waitFor()
    await expectWorkable()
    expect(watched.wrongs).toEqual([])
  })

  it.each(VIEWS)('%s：%s', async (screen, view) => {
    await tabTo(screen)
    await page.keyboard.press('Enter')
    await page.locator('.views a', { hasText: view }).waitFor()
    await tabTo(view)
    await page.keyboard.press('Enter')
    await page.locator('.views a[aria-current="page"]', { hasText: view }).waitFor()
    await expectWorkable()
    expect(watched.wrongs).toEqual([])
  })

  it('under forced colours only the screen one is at has a bar beside its word', async () => {
    await page.emulateMedia({ forcedColors: 'active' })
    const bars = await page.locator('.navigation a').evaluateAll((links) =>
      links.map((link) => {
        const { borderLeftColor } = getComputedStyle(link)
        return { current: link.getAttribute('aria-current') === 'page', seen: borderLeftColor !== 'rgb(255, 255, 255)' }
      }),
    )
    await page.emulateMedia({ forcedColors: 'none' })
    expect(bars.filter(({ seen }) => seen)).toEqual([{ current: true, seen: true }])
  })

  it('control: a thing for the mouse alone is found', async () => {
    await page.evaluate(() => {
      const trap = document.createElement('div')
      trap.textContent = '只能点'
      trap.className = 'mouse-trap'
      trap.style.cursor = 'pointer'
      document.querySelector('main')?.append(trap)
    })
    expect(await mouseOnly()).toEqual(['div.mouse-trap 只能点'])
  })
})
