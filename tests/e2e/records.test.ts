import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { workbookOf } from '../fixtures/workbooks.ts'
import { fillBlank } from '../kit/fill-blank.ts'
import { sampleWindow } from './sample-window.ts'

/* 资料 in the window: registered by keyboard, imported from a sheet with a fault, corrected, taken back. */

let page: Page
const { absent, skipped, folder, wrongs } = await sampleWindow(async (opened) => {
  page = opened
  page.setDefaultTimeout(15_000)
  await page.getByRole('link', { name: '人员' }).click()
  await page.getByRole('link', { name: '资料' }).click()
})

const count = (title: string) =>
  page
    .getByRole('navigation', { name: '资料种类' })
    .getByRole('button', { name: title })
    .locator('.number')
    .textContent()

describe.skipIf(absent)(`资料${skipped}`, () => {
  it('a course is registered for a person found by initials; an empty field is said at the field', async () => {
    await page.getByRole('button', { name: '登记培训' }).click()
    await page.getByRole('combobox', { name: '人员' }).fill('cwd')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '登记', exact: true }).click()
    expect(await page.locator('.field-error').allTextContents()).toEqual(['不能为空', '不能为空', '不能为空'])
    await page.getByLabel('培训名称').fill('乡村振兴专题')
    await page.getByLabel('培训类别').selectOption({ label: '业务或理论培训' })
    await page.getByLabel('天数').fill('3.5')
    await page.keyboard.press('Enter')
    await page.getByRole('gridcell', { name: '褚卫东' }).waitFor()
    expect(await count('培训')).toBe('1')
  })

  it('a sheet: the row that fits nobody is named, the rest goes in', async () => {
    const sheet = join(folder, '培训.xlsx')
    writeFileSync(
      sheet,
      workbookOf([
        {
          name: '培训',
          rows: [
            ['2026 年培训情况'],
            ['姓名', '培训名称', '培训类别', '开始日期', '天数'],
            ['周海涛', '业务培训', '业务或理论培训', '2026-03-02', 4],
            ['查无此人', '业务培训', '业务或理论培训', '2026-03-02', 4],
          ],
        },
      ]),
    )
    await page.getByRole('button', { name: '从表格导入' }).click()
    await page.getByTestId('record-file').setInputFiles(sheet)
    await page.getByText('没有名为“查无此人”的人员').waitFor()
    expect(await page.getByRole('button', { name: '导入 1 条' }).isDisabled()).toBe(true)
    await page.getByLabel('只导入没有问题的行').check()
    await page.getByRole('button', { name: '导入 1 条' }).click()
    await page.getByRole('gridcell', { name: '周海涛' }).waitFor()
    expect(await count('培训')).toBe('2')
  })

  it('the empty sheet handed out there comes back filled in', async () => {
    await page.getByRole('button', { name: '从表格导入' }).click()
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('blank-file').click()])
    expect(download.suggestedFilename()).toBe('培训（空白表）.xlsx')
    const sheet = join(folder, download.suggestedFilename())
    writeFileSync(
      sheet,
      await fillBlank(readFileSync(await download.path()), {
        培训: [{ 姓名: '窦长青', 开始日期: '2026-04-01', 培训名称: '党校轮训', 培训类别: '党校轮训', 天数: 5 }],
      }),
    )
    await page.getByTestId('record-file').setInputFiles(sheet)
    await page.getByRole('button', { name: '导入 1 条' }).click()
    await page.getByRole('gridcell', { name: '窦长青' }).waitFor()
    expect(await count('培训')).toBe('3')
  })

  it('one is put right, one taken out with a reason, and that undone', async () => {
    await page.getByRole('gridcell', { name: '业务培训', exact: true }).dblclick()
    await page.getByRole('textbox', { name: '天数' }).fill('5')
    await page.getByRole('button', { name: '登记', exact: true }).click()
    await page.getByRole('gridcell', { name: '5', exact: true }).waitFor()
    await page.getByRole('button', { name: '删去这一条' }).waitFor({ state: 'detached' })
    await page.getByRole('gridcell', { name: '业务培训', exact: true }).dblclick()
    await page.getByRole('button', { name: '删去这一条' }).click()
    await page.getByLabel('理由').fill('登记重复')
    await page.getByRole('button', { name: '删去', exact: true }).click()
    await page.getByRole('gridcell', { name: '周海涛' }).waitFor({ state: 'detached' })
    await page.keyboard.press('Control+z')
    await page.getByRole('gridcell', { name: '周海涛' }).waitFor()
    expect(wrongs()).toEqual([])
  })
})
