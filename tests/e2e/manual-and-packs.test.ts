import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { readZipDirectory } from '../../electron/excel/zip-directory.ts'
import { sampleWindow } from './sample-window.ts'

/* The manual, the laws and the packs as a clerk meets them: from a clause to its article, from a field to its meaning, from a button to a zip. */

let page: Page
const sample = await sampleWindow((opened) => {
  page = opened
  return Promise.resolve()
})

describe.skipIf(sample.absent)(`manual and packs${sample.skipped}`, () => {
  it('a finding’s clause leads to its article, marked and in sight', async () => {
    await page.getByRole('link', { name: '核查', exact: true }).click()
    await page
      .getByRole('link', { name: /看原文.*《地方各级人民政府机构设置和编制管理条例》第十五条/u })
      .first()
      .click()
    const marked = page.locator('.law-marked').first()
    await marked.waitFor()
    expect(await marked.innerText()).toContain('不得混用、挤占、挪用')
    const box = await marked.boundingBox()
    expect(box === null ? -1 : box.y).toBeGreaterThan(0)
    expect(box === null ? Infinity : box.y + box.height).toBeLessThan(768)
  })

  it('the help is searched in all its parts at once, and a job’s door opens its form', async () => {
    await page.getByRole('searchbox', { name: '在帮助里找' }).fill('吃空饷')
    await page.getByRole('tab', { name: /怎么办事/ }).click()
    await page.getByRole('heading', { name: '吃空饷比对' }).waitFor()
    expect(await page.getByRole('tab', { name: /核查规则\s*[1-9]/u }).count()).toBe(1)
    await page.getByRole('link', { name: '比对 →' }).click()
    await page.waitForURL(/#\/compare/)
  })

  it('F1 in a field says what it means', async () => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('fcq')
    await page.getByRole('option', { name: /冯长青/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '更正信息' }).first().click()
    await page.getByLabel('民族', { exact: true }).focus()
    await page.keyboard.press('F1')
    await page.getByText('户口簿上的民族成份。').waitFor()
    expect(await page.getByRole('dialog', { name: '键盘' }).count()).toBe(0)
    await page.keyboard.press('Escape')
  })

  it('a pack is made with its progress told, and comes as one zip with its index first', async () => {
    await page.getByRole('link', { name: '公示与报表', exact: true }).click()
    await page.getByRole('link', { name: '成套材料' }).click()
    const coming = page.waitForEvent('download')
    await page.getByRole('button', { name: '做交接包' }).click()
    await page.getByText(/\d+ \/ 13/).waitFor()
    const download = await coming
    const path = join(sample.folder, 'pack.zip')
    await download.saveAs(path)
    const entries = readZipDirectory(readFileSync(path), 100)
    expect(entries[0]?.name).toMatch(/交接包.*\/目录\.html$/u)
    expect(entries.length).toBe(14)
    await page.getByText('身份证号已遮住').first().waitFor()
    expect(sample.wrongs()).toEqual([])
  })

  it('one that is stopped makes nothing', async () => {
    await page.getByRole('button', { name: '做核查包' }).click()
    await page.getByRole('button', { name: '停止' }).click()
    await page.getByText('已停止，数据未改动。').waitFor()
    expect(await page.getByText('核查包（').count()).toBe(0)
  })
})
