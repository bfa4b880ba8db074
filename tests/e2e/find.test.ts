import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { sampleWindow } from './sample-window.ts'

/* One box for everything, by keyboard alone, in a real browser: the pattern of a combobox with a grouped list. */

let page: Page
const sample = await sampleWindow((opened) => {
  page = opened
  return Promise.resolve()
})
const box = () => page.getByRole('combobox', { name: '查找' })
const options = () => page.getByRole('listbox', { name: '找到的' }).getByRole('option')

async function search(text: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await box().fill(text)
  await page
    .locator('.search [role=status]')
    .filter({ hasText: /找到 \d+ 项|没有找到/ })
    .waitFor({ state: 'attached' })
}

describe.skipIf(sample.absent)(`find anything${sample.skipped}`, () => {
  it('keeps the focus in the box, names the chosen line, and walks by line and by group', async () => {
    await search('财政')
    expect(await box().getAttribute('aria-expanded')).toBe('true')
    const chosen = async () => {
      const id = await box().getAttribute('aria-activedescendant')
      return page.locator(`[id="${id ?? ''}"]`).innerText()
    }
    await expect.poll(chosen).toContain('财政所')
    const groups = await page.getByRole('listbox', { name: '找到的' }).getByRole('group').count()
    expect(groups).toBeGreaterThan(2)
    await page.keyboard.press('PageDown')
    expect(await chosen()).not.toContain('财政所 ')
    await page.keyboard.press('PageUp')
    await page.keyboard.press('ArrowUp')
    const last = await options().last().getAttribute('id')
    expect(await box().getAttribute('aria-activedescendant')).toBe(last)
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('combobox')
    await page.keyboard.press('Escape')
    expect(await box().getAttribute('aria-expanded')).toBe('false')
    expect(await box().inputValue()).toBe('')
  })

  it('opens what is found: a person by initials, a form, an event, a unit', async () => {
    await search('fcq')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '冯长青' }).waitFor()
    await page.keyboard.press('Escape')
    await search('打印花名册')
    const form = options().filter({ hasText: '实名制花名册' })
    await form.first().click()
    await page
      .getByRole('button', { name: /实名制花名册/ })
      .and(page.locator('[aria-current=true]'))
      .waitFor()
    await search('rzsp')
    expect(await options().count()).toBe(0)
    await search('登记内部调整')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '变动' }).waitFor()
    expect(page.url()).toContain('event=move')
  })

  it('says so where nothing is found, outside the list', async () => {
    await search('查无此人')
    expect(await options().count()).toBe(0)
    await page.getByRole('status').filter({ hasText: '没有找到' }).waitFor()
    await page.keyboard.press('Escape')
  })

  it('F1 and ? list the keys; the first Tab leads past the menu into the screen', async () => {
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    await page.keyboard.press('F1')
    await page.getByRole('dialog', { name: '键盘' }).waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: '键盘' }).getByText('Ctrl + K').waitFor()
    await page.keyboard.press('Escape')
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    await page.getByRole('button', { name: '跳到正文' }).focus()
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN')
    expect(sample.wrongs()).toEqual([])
  })
})
