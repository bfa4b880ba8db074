import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { shownText } from '../../electron/domain/table/raw-workbook.ts'
import { readWorkbook } from '../../electron/excel/read-workbook.ts'
import { formA, formC } from '../kit/blank-forms.ts'
import { sampleWindow } from './sample-window.ts'

/* A superior's blank form from the drop to the saved file, in a real browser over the real program. */

const FORMS = join(import.meta.dirname, '..', 'cases', 'forms')

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
  await page.getByTestId('fill-summary').waitFor()
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
    expect(await page.getByLabel('F（个人基本情况/联系电话）填').inputValue()).toBe('phone')
    expect(await page.getByTestId('fill-preview').isDisabled()).toBe(true)
    await look('fill-map')
    await page.getByRole('group', { name: '身份证号怎么填' }).getByRole('button', { name: '完整号码' }).click()
    await page.getByLabel('G（参加工作时间）写法').selectOption('chinese')
    await page.getByTestId('fill-preview').click()
    await page.getByTestId('fill-result').waitFor()
    expect(await page.getByTestId('fill-result').textContent()).toContain(
      '写入 49 人：实有人员（在编、超编、不合规），加了 29 行。',
    )
    expect(await page.getByTestId('fill-lines').textContent()).toBe(
      '表格上下的栏目也填了：A2 填报单位（盖章）：山溪乡。',
    )
    expect(await page.locator('.fill-sheet').innerText()).toContain('填报单位（盖章）：山溪乡')
    expect(await page.locator('.fill-sheet').innerText()).not.toMatch(/\d{17}[\dX]/)
    await look('fill-preview')
    const rows = await saved()
    expect(rows.slice(4, 53).every((row) => row[2] !== '')).toBe(true)
    expect(rows.slice(4, 53).filter((row) => /^\d{17}[\dX]$/.test(row[4] ?? '')).length).toBeGreaterThan(30)
    expect(rows[53]?.[0]).toBe('合计')
    expect([rows[1]?.[0], rows[55]?.[0]]).toEqual([
      '填报单位（盖章）：山溪乡',
      '填表人：            审核人：            单位负责人：',
    ])
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

  it('a counting table: every number opens to its names, at the office monitor’s size and enlarged', async () => {
    await page.getByRole('button', { name: '换一张表' }).click()
    await drop('结构表.xlsx', readFileSync(join(FORMS, 'T02-编制结构表.xlsx')))
    await look('fill-counts-map')
    await page.getByTestId('fill-preview').click()
    await page.getByTestId('fill-result').waitFor()
    const numbers = page.locator('.fill-sheet td button')
    await numbers.first().click()
    const names = (await page.getByTestId('fill-names').textContent()) ?? ''
    const [, count, list = ''] = /，(\d+)：(.*)$/.exec(names) ?? []
    expect(list.split('、')).toHaveLength(Number(count))
    for (const [width, height, name] of [
      [1366, 768, '100'],
      [911, 512, '150'],
      [683, 384, '200'],
    ] as const) {
      await page.setViewportSize({ width, height })
      await look(`fill-counts-${name}`)
      // The sheet scrolls inside its own frame; the page itself is never wider than the window.
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
      expect(await page.getByTestId('fill-save').isVisible()).toBe(true)
      expect((await page.locator('.fill-sheet').boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(200)
    }
    await page.setViewportSize({ width: 1366, height: 768 })
    await page.getByRole('button', { name: '回去改' }).click()
  })

  it('a unit form says the figures of the screen; what is no form is refused in Chinese', async () => {
    await page.getByRole('button', { name: '换一张表' }).click()
    await drop('配备情况.xlsx', await formC())
    await page.getByTestId('fill-preview').click()
    await page.getByTestId('fill-result').waitFor()
    await look('fill-units')
    expect((await saved()).find((row) => row[1] === '党政综合办公室')?.slice(2, 5)).toEqual(['5', '6', '-1'])
    await page.getByRole('button', { name: '回去改' }).click()
    await page.getByRole('button', { name: '换一张表' }).click()
    const path = join(folder, '名册.csv')
    writeFileSync(path, '姓名,性别\n')
    await page.getByTestId('fill-file').setInputFiles(path)
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('上级表请用 .xlsx、.xls 或带表格的 .docx')
    expect(wrongs()).toEqual([])
  })
})
