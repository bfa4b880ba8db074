import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { sampleWindow } from './sample-window.ts'

/* The same event for people marked in the roster: their names stand in the sheet, what is filled in is one entry, one step to undo. */

let page: Page
const { absent, skipped, wrongs } = await sampleWindow(async (opened) => {
  page = opened
  page.setDefaultTimeout(30_000)
  await page.getByRole('link', { name: '人员' }).click()
  await page.getByRole('grid').waitFor()
})

let actions = 0
const cell = (row: number, column: number) =>
  page.locator(`[role=row][aria-rowindex="${row + 2}"] [role=gridcell][aria-colindex="${column + 1}"]`)
const act = async (work: Promise<unknown>) => {
  actions += 1
  await work
}
const undoTitle = () => page.getByTestId('undo').getAttribute('title')
const mark = async (from: number, to: number) => {
  await act(cell(from, 0).click())
  await act(cell(to, 0).click({ modifiers: ['Shift'] }))
  await act(page.getByRole('button', { name: '为选中的人登记…' }).click())
}
const inCount = async () =>
  Number(/在编名单 ?(\d+)/.exec(await page.getByRole('tablist', { name: '名单' }).innerText())?.[1])

describe.skipIf(absent)(`为选中的人登记${skipped}`, () => {
  it('three people who retire on one day are one entry; nothing is written while a paper is missing', async () => {
    const before = await inCount()
    await mark(20, 22)
    await page.getByText('为选中的 3 人登记什么').waitFor()
    await act(page.getByRole('button', { name: /^出编/ }).click())
    await cell(2, 4).waitFor()
    await act(cell(0, 4).click())
    await act(page.keyboard.press('Control+Shift+ArrowDown'))
    await act(page.keyboard.type('离（退）休'))
    await act(page.keyboard.press('Control+Enter'))
    await page.getByRole('button', { name: '登记（3 人）' }).click()
    await page.getByRole('list', { name: '还不能登记' }).getByText('退休审批表').first().waitFor()
    await act(page.getByLabel('每个人的证明材料都见到了原件').check())
    await act(page.getByRole('button', { name: '登记（3 人）' }).click())
    await page.getByText('为 3 人登记出编').first().waitFor()
    process.stdout.write(`actions, 出编 of 3 people marked in the roster: ${actions}\n`)
    expect(actions).toBeLessThanOrEqual(12)
    await expect.poll(undoTitle).toContain('出编')
    await page.getByRole('link', { name: '人员' }).click()
    await expect.poll(inCount).toBe(before - 3)
    await page.getByTestId('undo').click()
    // More than one person: she is asked first.
    await page.getByRole('dialog').getByRole('button', { name: /撤销/ }).click()
    await expect.poll(inCount).toBe(before)
  })

  it('of a list only those with something in their line; a word that is none is told by name', async () => {
    await page.getByRole('link', { name: '变动' }).first().click()
    await page.getByRole('tab', { name: '登记' }).click()
    await page.getByRole('button', { name: /^离岗登记/ }).click()
    await page.getByRole('button', { name: '为多人登记…' }).click()
    await page.getByLabel('名单').selectOption({ label: '在编名单' })
    await cell(0, 4).click()
    await page.keyboard.type('出差')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '登记（1 人）' }).click()
    await page.getByRole('list', { name: '还不能登记' }).getByText('没有“出差”这一项').waitFor()
    await cell(0, 4).click()
    await page.keyboard.press('Delete')
    await expect.poll(() => page.getByRole('button', { name: '登记', exact: true }).isDisabled()).toBe(true)
  })

  it('the page did nothing it may not', () => {
    expect(wrongs()).toEqual([])
  })
})
