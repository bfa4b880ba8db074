import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { windowPerTest } from './sample-window.ts'

/* 定编到人 without a mouse: not one click, from the start screen to the person on their new seat and back by Ctrl+Z. */

const MOST_TABS = 60
const MOST_STEPS = 70

let page: Page
let wrongs: readonly string[]

const { absent, skipped } = await windowPerTest(async (opened) => {
  page = opened.page
  wrongs = opened.wrongs
  await page.getByTestId('open-sample').waitFor()
  await tabTo(/^打开示例乡$/)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '总览' }).waitFor()
})

/** What a screen reader would say of the focused thing. */
function focused(): Promise<string> {
  return page.evaluate(() => {
    const here = document.activeElement
    const label =
      here === null
        ? null
        : (here.closest('label') ?? (here.id === '' ? null : document.querySelector(`label[for="${here.id}"]`)))
    return here?.getAttribute('aria-label') ?? label?.textContent ?? here?.textContent ?? ''
  })
}

async function pressUntil(key: string, wanted: RegExp, most: number): Promise<void> {
  for (let count = 0; count < most; count += 1) {
    if (wanted.test(await focused())) return
    await page.keyboard.press(key)
  }
  expect(await focused()).toMatch(wanted)
}
const tabTo = (wanted: RegExp) => pressUntil('Tab', wanted, MOST_TABS)
const stepTo = (wanted: RegExp, key = 'ArrowRight') => pressUntil(key, wanted, MOST_STEPS)

async function openBoard(): Promise<void> {
  await tabTo(/^机构编制$/)
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: '定编到人' }).waitFor()
  await tabTo(/^定编到人$/)
  await page.keyboard.press('Enter')
  await page.locator('.board').waitFor()
  await tabTo(/^乡领导班子行政编制实有/)
}

const seats = (state: string) => page.locator(`.board [data-state="${state}"]`)
const seatOf = (name: string) => page.locator('.board [data-state]', { hasText: name })

describe.skipIf(absent)(`the seat board by keyboard alone${skipped}`, () => {
  it('draws the whole township on one office monitor, nothing cut off', async () => {
    await openBoard()
    expect(await page.locator('.board-row').count()).toBe(15)
    // 51 核定: 46 within it, 5 empty; 2 beyond it.
    expect([await seats('filled').count(), await seats('vacant').count(), await seats('over').count()]).toEqual([
      46, 5, 2,
    ])
    expect(await seatOf('许小芹').textContent()).toContain('借出')
    expect(await page.locator('.board-concurrent', { hasText: '褚卫东' }).first().textContent()).toContain('兼')
    expect(await page.getByRole('region', { name: '没有座位的人' }).textContent()).toContain('范雪')
    const cut = await page.evaluate(() => {
      const texts = [...document.querySelectorAll('.board-post, .board-name, .board-unit, .board-line')]
      const box = document.querySelector('.board')
      return {
        texts: texts.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent),
        below: (box?.scrollHeight ?? 0) - (box?.clientHeight ?? 0),
        aside: document.documentElement.scrollWidth - window.innerWidth,
      }
    })
    expect(cut).toEqual({ texts: [], below: 0, aside: 0 })
    expect(wrongs).toEqual([])
  })

  it('takes someone from an over-quota office to an empty seat: form, arithmetic, board, and back by Ctrl+Z', async () => {
    await openBoard()
    await stepTo(/沈桂芳 超编/)
    await page.keyboard.press('Space')
    expect(await page.getByRole('status').filter({ hasText: '已拿起 沈桂芳' }).count()).toBe(1)
    await page.keyboard.press('ArrowDown')
    expect(await focused()).toMatch(/^社会事务办公室 行政编制.* 空编$/)

    await page.keyboard.press('Enter')
    await page.getByRole('form', { name: '内部调整' }).waitFor()
    expect(await page.getByRole('complementary', { name: '人员详情' }).count()).toBe(0)
    await tabTo(/^岗位/)
    await page.keyboard.type('助理员')
    await expect
      .poll(() => page.locator('.event-form').innerText())
      .toContain('社会事务办公室 行政编制 3，实有 2，本次后 3')
    await tabTo(/^登记$/)
    await page.keyboard.press('Enter')
    await page.locator('.toast').waitFor()

    await page.goBack()
    await page.locator('.board').waitFor()
    await expect
      .poll(() => seatOf('沈桂芳').getAttribute('aria-label'))
      .toBe('社会事务办公室 行政编制 助理员 沈桂芳 在编')
    expect(await seats('over').count()).toBe(1)

    await page.keyboard.press('Control+z')
    await expect.poll(() => seatOf('沈桂芳').getAttribute('data-state')).toBe('over')
    expect(await seats('vacant').count()).toBe(5)
    expect(wrongs).toEqual([])
  })

  it('puts someone back with Esc, opens a holder with Enter and shows the life drawn to scale', async () => {
    await openBoard()
    await stepTo(/褚卫东 在编/)
    await page.keyboard.press('Space')
    await page.keyboard.press('Escape')
    expect(await page.getByRole('status').filter({ hasText: '已放回' }).count()).toBe(1)
    await page.keyboard.press('Enter')
    const drawer = page.getByRole('complementary', { name: '人员详情' })
    await drawer.locator('.timeline-bar').first().waitFor()
    expect(await drawer.locator('.timeline').innerText()).toContain('党政综合办公室')
    await page.keyboard.press('Escape')
    await expect.poll(() => drawer.count()).toBe(0)
    expect(await focused()).toMatch(/褚卫东/)
    expect(wrongs).toEqual([])
  })

  it('moves the day along the slider and back; the panel closes with Esc and gives the focus back', async () => {
    await openBoard()
    await page.keyboard.press('Shift+Tab')
    await pressUntil('Shift+Tab', /^截至/, MOST_TABS)
    await page.keyboard.press('Enter')
    await tabTo(/^日期滑杆$/)
    const today = await page.getByLabel('日期滑杆').getAttribute('aria-valuetext')
    await page.keyboard.press('PageDown')
    const year = String(Number(today?.slice(0, 4)) - 1)
    await expect.poll(() => page.locator('.as-of-banner').textContent()).toContain(`${year}-`)
    // A book begun today knew nothing a year ago: the box says so instead of showing an empty township.
    expect(await page.getByLabel('按当时所知').isDisabled()).toBe(true)
    expect(await page.getByRole('form', { name: '看哪一天' }).innerText()).toContain('起才有登记')
    await pressUntil('Shift+Tab', /^今天$/, MOST_TABS)
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('.as-of-banner').count()).toBe(0)
    await page.keyboard.press('Escape')
    expect(await focused()).toMatch(/^截至/)
    expect(wrongs).toEqual([])
  })
})
