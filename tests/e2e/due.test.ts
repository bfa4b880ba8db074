import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { sampleWindow } from './sample-window.ts'

/* 到期 in the window: the list narrowed by kind, unit and month, the words of a clause, the paper, and the way from a fact registered to the list. */

let page: Page
const { absent, skipped, wrongs } = await sampleWindow(async (opened) => {
  page = opened
  page.setDefaultTimeout(15_000)
  await page.getByRole('link', { name: '核查', exact: true }).click()
  await page.getByRole('link', { name: '到期' }).click()
})

const rows = () => page.getByTestId('due')
const kind = (name: RegExp) => page.getByRole('tab', { name }).click()

describe.skipIf(absent)(`到期${skipped}`, () => {
  it('says of each how it was counted and by which clause; what is missing by what and of whom', async () => {
    await kind(/^退休/)
    await rows().first().waitFor()
    expect(await rows().first().innerText()).toMatch(/2024-03[\s\S]*郎婷[\s\S]*原应 2024-03 \+ 延迟 0 个月 = 2024-03/)
    await rows()
      .first()
      .getByText(/^依据：/)
      .click()
    await page.getByText('公务员达到国家规定的退休年龄').waitFor()
    await kind(/^任现职年限/)
    const unknown = page.getByTestId('due-unknown')
    await unknown.first().waitFor()
    expect(await unknown.first().innerText()).toMatch(/任现职时间[\s\S]*赵建国/)
    expect(await rows().count()).toBe(0)
  })

  it('is narrowed by unit and month, and the paper is the same list', async () => {
    await kind(/^年度考核/)
    await rows().first().waitFor()
    const all = await rows().count()
    await page.getByLabel('机构', { exact: true }).selectOption({ label: '财政所' })
    await expect.poll(() => rows().count()).toBeLessThan(all)
    const names = await rows().getByRole('rowheader').allInnerTexts()
    expect(names.every((text) => text.includes('财政所'))).toBe(true)
    await page.getByRole('button', { name: '打印…' }).click()
    const paper = page.getByRole('complementary', { name: '到期人员' })
    await paper.getByText('山溪乡财政所年度考核到期人员表').first().waitFor()
    for (const name of names) expect(await paper.innerText()).toContain(name.split('\n')[0])
    await paper.getByRole('button', { name: '关闭' }).click()
    const next = page.getByLabel('月份')
    await next.selectOption({ index: 1 })
    await page.getByText('这段时间没有到期的人').waitFor()
    await next.selectOption({ index: 0 })
    await page.getByLabel('机构', { exact: true }).selectOption({ index: 0 })
  })

  it('a person of the list opens, and 待办 leads here', async () => {
    await kind(/^培训/)
    await page.getByRole('link', { name: '待办' }).click()
    await page.getByRole('button', { name: /年培训 \d+ 人不足或没有登记/ }).click()
    await page.getByTestId('due-unknown').first().waitFor()
    expect(await page.getByRole('tab', { selected: true }).textContent()).toMatch(/^培训/)
    await page.getByTestId('due-unknown').getByRole('button').first().click()
    await page.getByRole('button', { name: '关闭' }).waitFor()
    expect(wrongs()).toEqual([])
  })
})
