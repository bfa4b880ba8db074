import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { sampleWindow } from './sample-window.ts'

/* A notice before it hangs, and as it hangs: kept over a restart of the window, checked, reviewed, stale after a change, printed again. */

let page: Page
const { absent, skipped, wrongs } = await sampleWindow(async (opened) => {
  page = opened
  page.setDefaultTimeout(15_000)
  await page.getByRole('link', { name: '公示与报表', exact: true }).click()
  await page.getByTestId('notice-period').waitFor()
})

const steps = () => page.getByRole('region', { name: '送审' })
const dialog = () => page.getByRole('dialog')
const step = (name: string) => steps().locator('li', { hasText: name })

async function sign(button: string, who: string, by: string): Promise<void> {
  await page.getByTestId(button).click()
  await dialog().getByLabel(who).fill(by)
  if (button === 'draft-reviewed')
    await dialog()
      .getByLabel(/先审查、后公开/)
      .check()
  await dialog().getByRole('button', { name: '登记', exact: true }).click()
  await dialog().waitFor({ state: 'detached' })
}

describe.skipIf(absent)(`拟稿与送审${skipped}`, () => {
  it('a saved draft is there again after the window was opened anew; one that was only typed is said to be unsaved', async () => {
    await page.getByLabel('监督电话').fill('0794-1234567')
    await page.getByLabel('版式').selectOption('short')
    expect(await steps().innerText()).toContain('没有保存')
    await page.getByTestId('draft-save').click()
    await expect.poll(() => steps().innerText()).toContain('已保存')
    await page.getByLabel('通讯地址').fill('文明路1号')
    expect(await steps().innerText()).toContain('有改动没有保存')
    await page.reload()
    await expect.poll(() => page.getByLabel('监督电话').inputValue()).toBe('0794-1234567')
    expect([await page.getByLabel('版式').inputValue(), await page.getByLabel('通讯地址').inputValue()]).toEqual([
      'short',
      '',
    ])
  })

  it('the review waits for the check; both stand under the draft; a changed list asks for both anew', async () => {
    expect(await step('保密审查').innerText()).toContain('先初审')
    await page.getByTestId('notice-period').waitFor()
    await sign('draft-checked', '初审人', '王主任')
    await expect.poll(() => step('初审').innerText()).toContain('王主任')
    await sign('draft-reviewed', '保密审查人', '李保密')
    await expect.poll(() => step('保密审查').innerText()).toContain('李保密')
    expect(await steps().innerText()).not.toContain('要重新')
    await page.getByLabel('监督电话').fill('0794-7654321')
    await page.getByTestId('draft-save').click()
    await expect.poll(() => steps().innerText()).toContain('此后名单或版面有变动，要重新初审')
    expect(await steps().innerText()).toContain('要重新保密审查')
    expect(await page.getByTestId('draft-reviewed').isDisabled()).toBe(true)
  })

  it('on the office monitor the draft’s steps and the way on are whole and cover nothing', async () => {
    const boxes = await Promise.all(
      [steps(), page.getByTestId('notice-issue'), page.locator('.notice-form-column')].map((place) =>
        place.boundingBox(),
      ),
    )
    const [shown, button, column] = boxes.map((box) => ({ top: box!.y, bottom: box!.y + box!.height }))
    expect(shown!.bottom).toBeLessThanOrEqual(button!.top)
    expect(button!.bottom).toBeLessThanOrEqual(column!.bottom)
    expect(column!.bottom).toBeLessThanOrEqual(768)
  })

  it('what does not stand is not taken over when it is issued', async () => {
    await page.getByTestId('notice-issue').click()
    await dialog().getByText('请重新审过再填').waitFor()
    expect(await dialog().getByLabel('初审人').inputValue()).toBe('')
    await dialog().getByRole('button', { name: '取消' }).click()
    await sign('draft-checked', '初审人', '王主任')
    await expect.poll(() => steps().innerText()).not.toContain('要重新初审')
    await sign('draft-reviewed', '保密审查人', '李保密')
  })

  it('issued from the signed draft by one confirmation; its pages are there to print, and the draft is gone', async () => {
    await page.getByTestId('notice-issue').click()
    expect([
      await dialog().getByLabel('初审人').inputValue(),
      await dialog().getByLabel('保密审查人').inputValue(),
    ]).toEqual(['王主任', '李保密'])
    await dialog().getByTestId('despite-all').click()
    await dialog().getByLabel('发布理由').fill('先张榜，问题限期整改')
    await dialog().getByRole('button', { name: '发布并冻结' }).click()
    await page.locator('.life').getByText('李保密').waitFor()
    await page.getByRole('button', { name: '看纸样、打印' }).click()
    await expect.poll(() => page.getByTestId('paper-page').first().innerText()).toContain('编制实名制公示')
    expect(await page.getByTestId('paper-print').isEnabled()).toBe(true)
    expect(await page.locator('.paper-desk').innerText()).not.toContain('送审稿')
    await page.getByRole('button', { name: '← 返回' }).click()
    await page.getByRole('tab', { name: '拟稿' }).click()
    await expect.poll(() => steps().innerText()).toContain('没有保存')
    expect(wrongs()).toEqual([])
  })
})
