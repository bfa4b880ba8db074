import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { shownText } from '../../electron/domain/import-plan/raw-workbook.ts'
import { readWorkbook } from '../../electron/excel/read-workbook.ts'
import { formA, formC } from '../kit/blank-forms.ts'
import { sampleWindow } from './sample-window.ts'

/* A superior's blank form from the drop to the saved file, in a real browser over the real program. */

let page: Page
const { absent, skipped, folder, wrongs } = await sampleWindow(async (opened) => {
  page = opened
  await page.getByRole('link', { name: '公示与报表' }).click()
  await page.getByRole('link', { name: '填上级表' }).click()
})

/** For whoever wants to look: SHOTS=folder keeps a picture. */
async function look(name: string): Promise<void> {
  const shots = process.env['SHOTS']
  if (shots !== undefined) await page.screenshot({ path: join(shots, `${name}.png`) })
}

async function drop(name: string, bytes: Uint8Array): Promise<void> {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  await page.getByTestId('fill-file').setInputFiles(path)
  await page.getByTestId('fill-summary').waitFor({ timeout: 60_000 })
}

async function saved(): Promise<readonly (readonly string[])[]> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('fill-save').click()])
  return readWorkbook('xlsx', readFileSync(await download.path())).sheets[0]!.rows.map((row) => row.map(shownText))
}

describe.skipIf(absent)(`填上级表${skipped}`, () => {
  it('a people form: proposed, the ID number asked once, a date’s look chosen, previewed, saved', async () => {
    await drop('实有人员.xlsx', await formA())
    expect(await page.getByTestId('fill-summary').textContent()).toContain('头一回见这种表')
    expect(await page.getByLabel('C（个人基本情况/姓名）填').inputValue()).toBe('name')
    expect(await page.getByLabel('F（个人基本情况/联系电话）填').inputValue()).toBe('')
    expect(await page.getByTestId('fill-preview').isDisabled()).toBe(true)
    await look('fill-map')
    await page.getByRole('group', { name: '身份证号怎么填' }).getByRole('button', { name: '完整号码' }).click()
    await page.getByLabel('G（参加工作时间）写法').selectOption('chinese')
    await page.getByTestId('fill-preview').click()
    await page.getByTestId('fill-result').waitFor({ timeout: 60_000 })
    expect(await page.getByTestId('fill-result').textContent()).toContain('写入 43 人，加了 23 行；留空 1 列：联系电话（编制本里没有）')
    expect(await page.getByTestId('fill-lines').textContent()).toBe('表格上下的栏目也填了：A2 填报单位（盖章）：山溪乡。')
    expect(await page.locator('.fill-sheet').innerText()).toContain('填报单位（盖章）：山溪乡')
    expect(await page.locator('.fill-sheet').innerText()).not.toMatch(/\d{17}[\dX]/)
    await look('fill-preview')
    const rows = await saved()
    expect(rows.slice(4, 47).every((row) => row[2] !== '')).toBe(true)
    expect(rows.slice(4, 47).filter((row) => /^\d{17}[\dX]$/.test(row[4] ?? '')).length).toBeGreaterThan(30)
    expect(rows[47]?.[0]).toBe('合计')
    expect([rows[1]?.[0], rows[49]?.[0]]).toEqual(['填报单位（盖章）：山溪乡', '填表人：            审核人：            单位负责人：'])
  })

  it('the same shape again: nothing is asked, the mapping is the remembered one', async () => {
    await page.getByRole('button', { name: '回去改' }).click()
    await page.getByRole('button', { name: '换一张表' }).click()
    await drop('又一份.xlsx', await formA())
    expect(await page.getByTestId('fill-summary').textContent()).toContain('见过这种表')
    expect(await page.getByLabel('G（参加工作时间）写法').inputValue()).toBe('chinese')
    expect(await page.getByLabel('E（个人基本情况/身份证号码）写法').inputValue()).toBe('plain')
    expect(await page.getByTestId('fill-preview').isDisabled()).toBe(false)
  })

  it('a unit form says the figures of the screen; what is no form is refused in Chinese', async () => {
    await page.getByRole('button', { name: '换一张表' }).click()
    await drop('配备情况.xlsx', await formC())
    await page.getByTestId('fill-preview').click()
    await page.getByTestId('fill-result').waitFor({ timeout: 60_000 })
    await look('fill-units')
    expect((await saved()).find((row) => row[1] === '党政综合办公室')?.slice(2, 5)).toEqual(['5', '6', '-1'])
    await page.getByRole('button', { name: '回去改' }).click()
    await page.getByRole('button', { name: '换一张表' }).click()
    const path = join(folder, '名册.csv')
    writeFileSync(path, '姓名,性别\n')
    await page.getByTestId('fill-file').setInputFiles(path)
    await expect.poll(() => page.getByRole('alert').textContent(), { timeout: 30_000 }).toContain('上级表请用 .xlsx 或 .xls')
    expect(wrongs()).toEqual([])
  })
})
