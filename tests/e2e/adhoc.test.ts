import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { sampleWindow } from './sample-window.ts'

/* 自定花名册 in the window: columns chosen, the paper follows, kept by name, saved as a file. */

let page: Page
const { absent, skipped, wrongs } = await sampleWindow(async (opened) => {
  page = opened
  await page.getByRole('link', { name: '公示与报表' }).click()
  await page.getByRole('link', { name: '报表', exact: true }).click()
  await page.getByTestId('form-adhoc').click()
  await page.getByRole('region', { name: '自定花名册纸样' }).waitFor()
})

describe.skipIf(absent)(`自定花名册 in the window${skipped}`, () => {
  it('a column more, a group, women only, kept under a name: the paper, the list of layouts and the file say the same', async () => {
    await page.getByRole('checkbox', { name: '民族' }).check()
    // By keyboard alone: the new column one place to the left.
    await page.getByRole('button', { name: '民族上移' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('combobox', { name: '性别' }).selectOption('女')
    await page.getByRole('combobox', { name: '分组' }).selectOption('unit')
    const paper = page.getByTestId('paper-page').first()
    await paper.getByText('小计').first().waitFor()
    await paper.getByText('民族', { exact: true }).waitFor()
    expect(await page.getByRole('checkbox', { name: '姓名' }).isDisabled()).toBe(true)
    if (process.env['PICTURES'] !== undefined) await page.screenshot({ path: `${process.env['PICTURES']}/adhoc.png` })
    await page.getByTestId('layout-keep').click()
    await page.getByRole('textbox', { name: '版式名' }).fill('女干部')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page
      .getByRole('combobox', { name: '版式' })
      .locator('option', { hasText: '女干部' })
      .waitFor({ state: 'attached' })
    const waiting = page.waitForEvent('download')
    await page.getByTestId('adhoc-save').click()
    const download = await waiting
    expect(download.suggestedFilename()).toMatch(/人员花名册（截至\d{4}-\d\d-\d\d）\.xlsx$/)
    const rows = XLSX.utils.sheet_to_json<string[]>(
      XLSX.read(readFileSync(await download.path())).Sheets['人员花名册']!,
      { header: 1, raw: false },
    )
    expect(rows.find((row) => row[0] === '序号')).toEqual([
      '序号',
      '所在机构',
      '姓名',
      '性别',
      '出生年月',
      '学历',
      '现任职务（岗位）',
      '民族',
      '编制类型',
    ])
    const people = rows.filter((row) => /^\d+$/.test(row[0] ?? ''))
    expect(people.length).toBeGreaterThan(5)
    expect(new Set(people.map((row) => row[3]))).toEqual(new Set(['女']))
    expect(wrongs()).toEqual([])
  })
})
