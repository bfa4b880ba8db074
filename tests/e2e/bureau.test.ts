import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { sampleWindow } from './sample-window.ts'

/* 上级导入表: what would be sent back is seen first; the file goes out with an entry; codes stand beside the book's words. */

let page: Page
const { absent, skipped, wrongs } = await sampleWindow(async (opened) => {
  page = opened
  page.setDefaultTimeout(15_000)
  await page.getByRole('link', { name: '公示与报表' }).click()
  await page.getByRole('link', { name: '上级导入表' }).click()
})

const picture = async (name: string) => {
  const folder = process.env['BUREAU_PICTURES']
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`) })
}

describe.skipIf(absent)(`上级导入表${skipped}`, () => {
  it('says how many rows would come back, where and why, and writes the file', async () => {
    await page.getByRole('row', { name: /^A01人员 36/u }).waitFor()
    await page.getByRole('cell', { name: '必填，编制本没有登记健康状况' }).waitFor()
    await picture('cadre')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出 .xlsx' }).click(),
    ])
    expect(download.suggestedFilename()).toContain('干部信息采集模板')
    await page.getByRole('tab', { name: '机构编制实名制人员信息表（27 栏）' }).click()
    await page.getByRole('row', { name: /^行政机关 27/u }).waitFor()
    await picture('establishment')
  })

  it('shows every field’s code or gap', async () => {
    await page.getByRole('tab', { name: '国标代码' }).click()
    await page.getByRole('row', { name: /^民族 A01017 GB\/T 3304/u }).waitFor()
    expect(await page.getByRole('row', { name: /^入编文号/u }).textContent()).toContain('没有公开')
    await picture('codes')
    for (const [width, height] of [
      [911, 512],
      [683, 384],
    ] as const) {
      await page.setViewportSize({ width, height })
      const wide = await page.locator('.page-body').evaluate((body) => body.scrollWidth - body.clientWidth)
      expect(wide).toBeLessThanOrEqual(0)
      await picture(`codes-${width}`)
    }
    expect(wrongs()).toEqual([])
  })
})
