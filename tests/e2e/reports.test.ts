import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { FORMS } from '../../electron/domain/forms/registry.ts'
import { sampleWindow } from './sample-window.ts'

/* The bureau's forms in the window: choose one, see its pages, ask for the ID numbers, save the file. */

const WHOLE_ID = /\d{17}[\dX]/

let page: Page
const { absent, skipped, wrongs } = await sampleWindow(async (opened) => {
  page = opened
  await page.getByRole('link', { name: '公示与报表' }).click()
  await page.getByRole('link', { name: '报表', exact: true }).click()
  await page.getByTestId('paper-page').first().waitFor()
})

/** Opens a form and waits for its own pages. */
async function open(id: string, title: string): Promise<void> {
  await page.getByTestId(`form-${id}`).click()
  await page.getByRole('region', { name: `${title}纸样` }).waitFor()
  await page.getByTestId('paper-page').first().getByText(title, { exact: true }).waitFor()
}

async function saved(click: () => Promise<void>): Promise<{ readonly name: string; readonly workbook: XLSX.WorkBook }> {
  const waiting = page.waitForEvent('download')
  await click()
  const download = await waiting
  return { name: download.suggestedFilename(), workbook: XLSX.read(readFileSync(await download.path())) }
}

describe.skipIf(absent)(`报表 in the window${skipped}`, () => {
  it('lists every form and her own roster with what they are and when they are due; the paper of the first is there', async () => {
    expect(await page.locator('.report-list button').count()).toBe(FORMS.length + 1)
    expect(await page.getByTestId('form-unit-staffing').innerText()).toContain('何时报：')
    expect(await page.getByTestId('paper-page').first().innerText()).toContain('党政综合办公室')
    if (process.env['PICTURES'] !== undefined) await page.screenshot({ path: `${process.env['PICTURES']}/reports.png` })
  })

  it('every form shows its pages', async () => {
    for (const button of await page.locator('.report-list button').all()) {
      const title = await button.locator('strong').innerText()
      await button.click()
      await page.getByRole('region', { name: `${title}纸样` }).waitFor()
    }
    expect(wrongs()).toEqual([])
  })

  it('a form without ID numbers is saved at once, its sum a formula', async () => {
    await open('unit-staffing', '各单位编制与人员配备表')
    const { name, workbook } = await saved(() => page.getByTestId('report-save').click())
    expect(name).toMatch(/^山溪乡各单位编制与人员配备表（截至\d{4}-\d{2}-\d{2}）\.xlsx$/)
    const cells = Object.values(workbook.Sheets['各单位编制与人员配备表'] ?? {}) as readonly XLSX.CellObject[]
    expect(cells.filter((cell) => typeof cell.f === 'string' && cell.f.startsWith('SUM(')).length).toBe(8)
  })

  it('花名册: masked, shown only with a reason, and the file says beforehand that it carries the numbers', async () => {
    await open('roster', '实名制花名册')
    const paper = page.getByTestId('paper-page').first()
    expect(await paper.innerText()).not.toMatch(WHOLE_ID)
    await page.getByRole('button', { name: '显示完整身份证号…' }).click()
    await page.getByLabel('理由').fill('与档案核对')
    await page.getByRole('dialog').getByRole('button', { name: '显示', exact: true }).click()
    await page.getByRole('button', { name: '重新遮住身份证号' }).waitFor()
    expect(await paper.innerText()).toMatch(WHOLE_ID)
    await page.getByRole('button', { name: '重新遮住身份证号' }).click()
    expect(await paper.innerText()).not.toMatch(WHOLE_ID)
    await page.getByTestId('report-save').click()
    expect(await page.getByRole('dialog').innerText()).toContain('文件里的身份证号不遮挡')
    if (process.env['PICTURES'] !== undefined)
      await page.screenshot({ path: `${process.env['PICTURES']}/reports-save.png` })
    const { workbook } = await saved(() =>
      page.getByRole('dialog').getByRole('button', { name: '另存为 xlsx' }).click(),
    )
    expect(JSON.stringify(workbook.Sheets['实名制花名册'])).toMatch(WHOLE_ID)
    expect(wrongs()).toEqual([])
  })

  it('a period and a unit can be chosen', async () => {
    await open('entry-exit-review', '进出上下编审核表')
    await page.getByRole('textbox', { name: '期间首日' }).fill('20260101')
    await page.getByRole('textbox', { name: '期间首日' }).press('Enter')
    await page.getByText(/统计期间：2026年1月1日至/).waitFor()
    await page.getByLabel('单位', { exact: true }).selectOption({ label: '财政所' })
    await page.getByText(/填报单位：山溪乡（财政所）/).waitFor()
    expect(wrongs()).toEqual([])
  })
})
