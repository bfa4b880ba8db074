import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { read, utils, write } from 'xlsx'
import { describe, expect, it } from 'vitest'
import { sampleBytes } from '../fixtures/workbooks.ts'
import { sampleWindow } from './sample-window.ts'

/* 比对 in the window: the sample's own roster comes back from the county with one birth month changed, one person missing and one too many. */

let page: Page

/** The roster sheet as the county sends it back. */
function countyList(): string {
  const book = read(sampleBytes(), { type: 'buffer' })
  const rows = utils.sheet_to_json<(string | null)[]>(book.Sheets['人员花名册']!, {
    header: 1,
    defval: null,
    raw: false,
  })
  // 姓名 and 身份证号 of the sample's sheet.
  const [nameAt, numberAt] = [2, 4]
  const people = rows
    .flatMap((row) =>
      row[numberAt] !== null && /^\d{17}/.test(String(row[numberAt]))
        ? [{ name: String(row[nameAt]).replaceAll(/\s/g, ''), number: String(row[numberAt]) }]
        : [],
    )
    .filter((one) => one.name !== '褚卫东')
  const sheet = utils.aoa_to_sheet([
    ['县统发工资名册'],
    ['姓名', '身份证号', '学历'],
    ...people.map((one) => [one.name, one.number, one.name === '冯长青' ? '博士研究生' : '']),
    ['多一人', '', ''],
  ])
  const path = join(folder, '县名册.xlsx')
  writeFileSync(
    path,
    write({ SheetNames: ['名册'], Sheets: { 名册: sheet } }, { type: 'buffer', bookType: 'xlsx' }) as Buffer,
  )
  return path
}

const { absent, skipped, folder, wrongs } = await sampleWindow(async (opened) => {
  page = opened
  page.setDefaultTimeout(20_000)
  await page.getByRole('link', { name: '核查', exact: true }).click()
  await page.getByRole('link', { name: '比对' }).click()
})

const row = (name: string) => page.getByRole('row', { name: new RegExp(name) })

describe.skipIf(absent)(`比对${skipped}`, () => {
  it('shows who is on one list only and what differs', async () => {
    await page.getByTestId('compare-file').setInputFiles(countyList())
    await row('褚卫东').waitFor()
    expect(await row('褚卫东').textContent()).toContain('只有编制本有')
    expect(await row('多一人').textContent()).toContain('只有对方有')
    expect(await row('冯长青').textContent()).toContain('博士研究生')
  })

  it('one taken over, one left with its reason: both are settled at once', async () => {
    await row('冯长青').getByRole('button', { name: '采用对方' }).click()
    await row('冯长青').waitFor({ state: 'detached' })
    await row('多一人').getByRole('button', { name: '保留编制本…' }).click()
    await page.getByLabel('理由').fill('不是本乡镇的人')
    await page.getByRole('dialog').getByRole('button', { name: '登记' }).click()
    await row('多一人').getByText('已看过：不是本乡镇的人').waitFor()
    expect(wrongs()).toEqual([])
  })

  it('the way to the event that would make it so carries the person along', async () => {
    await row('褚卫东').getByRole('button', { name: '登记出编' }).click()
    await page.getByRole('combobox', { name: '人员' }).waitFor()
    // The form knows the person by id; the name comes with the list of people.
    await expect.poll(() => page.getByRole('combobox', { name: '人员' }).inputValue()).toBe('褚卫东')
  })
})
