import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { noticeLayout } from '../../electron/contract/notice-operations.ts'
import { missingTool } from '../paper/office.ts'
import { sampleWindow } from './sample-window.ts'

/* A notice from draft to archive as the clerk does it, and what the browser prints of its preview. */

const missing = missingTool()
const noPaper = missing === null ? '' : ` (skipped: no ${missing})`
/** One black dot. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

let page: Page
const { absent, skipped, folder, wrongs } = await sampleWindow(async (opened) => {
  page = opened
  await page.getByRole('link', { name: '公示与报表', exact: true }).click()
  await page.getByTestId('notice-period').waitFor()
  // Written down long after it hung: the list is that of its day.
  await page.locator('button.as-of').click()
  await page.getByLabel('截至日期').fill('2025-11-10')
  await page.getByRole('button', { name: '收起' }).click()
  await page.getByLabel('张贴日').fill('2025-11-10')
})

async function settled(): Promise<void> {
  await page.waitForTimeout(500)
  await page.locator('.notice-paper-column[aria-busy="false"]').waitFor()
}

/** What the browser prints once 打印 was pressed; the print dialog itself is left out. */
async function printedPdf(): Promise<{
  readonly pages: number
  readonly sizes: readonly string[]
  readonly text: string
}> {
  await page.evaluate(() => (window.print = () => undefined))
  await page.getByTestId('paper-print').click()
  await page.locator('html[data-print="paper"]').waitFor({ state: 'attached' })
  const file = join(folder, 'preview.pdf')
  writeFileSync(file, await page.pdf({ preferCSSPageSize: true, printBackground: true }))
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  const said = execFileSync('pdfinfo', ['-l', '999', file], { encoding: 'utf8' })
  const sizes = [...said.matchAll(/Page\s+\d+ size:\s+([\d.]+) x ([\d.]+)/g)].map(
    ([, width, height]) => `${Math.round(Number(width))}x${Math.round(Number(height))}`,
  )
  return {
    pages: sizes.length,
    sizes: [...new Set(sizes)],
    text: execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }),
  }
}

const SIZES = { 'A4 纵向': '595x842', 'A4 横向': '842x595', 'A3 纵向': '842x1191', 'A3 横向': '1191x842' } as const

describe.skipIf(absent)(`a notice and its life${skipped}`, () => {
  it
    .skipIf(missing !== null)
    .each(noticeLayout.options.flatMap((layout) => (['A4', 'A3'] as const).map((paper) => [layout, paper] as const)))(
    `%s on %s: the browser prints exactly the pages of the preview${noPaper}`,
    async (layout, paper) => {
      await page.getByLabel('版式').selectOption(layout)
      await page.getByLabel('纸张').selectOption(paper)
      await settled()
      const lying = (await page.locator('.paper-bar .quiet').innerText()).includes('横向') ? '横向' : '纵向'
      const shown = await page.getByTestId('paper-page').count()
      const print = await printedPdf()
      expect(print).toMatchObject({ pages: shown, sizes: [SIZES[`${paper} ${lying}`]] })
      expect(print.text).toContain('送审稿，尚未发布')
      expect(await page.evaluate(() => document.fonts.check('16px "Noto Serif SC Variable"', '编制实名'))).toBe(true)
      expect(print.text.replaceAll(/\s/g, '')).toContain(`第${shown}页共${shown}页`)
      expect(wrongs()).toEqual([])
    },
  )

  it('a field beyond the public ones asks for its reason before it can be issued', async () => {
    await page.getByLabel('版式').selectOption('nine')
    await page.getByLabel('纸张').selectOption('A4')
    await page.getByLabel(/加列身份证号/).check()
    await settled()
    expect(await page.getByTestId('notice-issue').isDisabled()).toBe(true)
    await expect.poll(() => page.getByTestId('paper-page').first().innerText()).toMatch(/\d{2}\*{13}\d{2}[\dX]/)
    await page.getByLabel('理由').fill('县编办要求区分同名')
    await page.getByLabel('决定人').fill('王主任')
    await expect.poll(() => page.getByTestId('notice-issue').isEnabled()).toBe(true)
    await page.getByLabel(/加列身份证号/).uncheck()
    await settled()
  })

  it('checked, reviewed, posted, objected to, answered, closed, photographed, archived; each step by its button', async () => {
    await page.getByLabel('版式').selectOption('short')
    await page.getByLabel('公示期', { exact: true }).fill('3')
    await page.getByText('少于规定的 5 个').waitFor()
    expect(await page.getByTestId('notice-issue').isDisabled()).toBe(true)
    await page.getByLabel('公示期', { exact: true }).fill('5')
    await expect.poll(() => page.getByTestId('notice-period').textContent()).toContain('2025-11-17')
    await page.getByTestId('notice-issue').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('初审人').fill('王主任')
    await dialog.getByLabel('保密审查人').fill('王 主任')
    await dialog.getByText('与初审人是同一个人').waitFor()
    await dialog.getByLabel('保密审查人').fill('李保密')
    await dialog.getByLabel(/先审查、后公开/).check()
    const freeze = dialog.getByRole('button', { name: '发布并冻结' })
    expect(await freeze.isDisabled()).toBe(true)
    await dialog.getByTestId('despite-all').click()
    await dialog.getByLabel('发布理由').fill('去年张贴，今年补录')
    await freeze.click()
    await dialog.getByText('那时编制本还没有这份名单').first().waitFor()
    expect(await freeze.isDisabled()).toBe(true)
    await dialog.getByLabel('下面提示的事已知悉').check()
    await freeze.click()
    const life = page.locator('.life')
    await life.getByText('李保密').waitFor()
    expect(await page.locator('.notice-page-head').innerText()).toContain('期满待办结')
    expect(await page.getByTestId('notice-despite').innerText()).toMatch(
      /去年张贴，今年补录[^]*张贴日 2025-11-10 早已过去/,
    )
    const days = (await life.locator('.life-day').allInnerTexts()).filter((day) => /^\d/.test(day))
    expect(days).toEqual(days.toSorted())
    await page.getByTestId('notice-result').click()
    await expect.poll(() => page.getByTestId('paper-page').first().innerText()).toContain('公示期间没有收到异议')
    await page.getByRole('button', { name: '← 返回' }).click()

    await page.getByTestId('objection-receive').click()
    await dialog.getByLabel('收到日期').fill('2025-11-11')
    await dialog.getByLabel('反映内容').fill('岗位写错了')
    await dialog.getByRole('button', { name: '登记', exact: true }).click()
    await life.getByText('未办结', { exact: true }).waitFor()
    expect(await life.innerText()).toContain('还有 1 件异议没有办结')
    await life.getByRole('button', { name: '办结…', exact: true }).click()
    await dialog.getByLabel('办结日期').fill('2025-11-12')
    await dialog.getByLabel('办结人').fill('经办人')
    await dialog.getByLabel('答复').fill('已核对任命文件，岗位无误')
    await dialog.getByRole('button', { name: '办结', exact: true }).click()
    await life.getByText('公示期间收到 1 件，办结 1 件，未办结 0 件，更正 0 件').waitFor()

    await page.getByTestId('notice-close').click()
    await dialog.getByLabel('办结人').fill('经办人')
    await dialog.getByRole('button', { name: '办结', exact: true }).click()
    await page.getByTestId('notice-archive').waitFor()
    await page.getByTestId('notice-photo').setInputFiles({ name: '公示栏.png', mimeType: 'image/png', buffer: PNG })
    await life.getByRole('button', { name: '公示栏.png' }).waitFor()
    await page.getByTestId('notice-archive').click()
    await dialog.getByLabel('归档人').fill('经办人')
    await dialog.getByRole('button', { name: '归档', exact: true }).click()
    await expect.poll(() => page.locator('.notice-page-head').innerText()).toContain('已归档')

    await page.getByRole('button', { name: '与上次公示相比' }).click()
    await expect.poll(() => page.getByTestId('paper-page').first().innerText()).toContain('没有上一次可比')
    await page.goBack()
    await page.getByRole('link', { name: '← 全部公示' }).click()
    await page.getByTestId('issued-notice').getByText('已归档').waitFor()
    await page.getByRole('button', { name: '公开内容例外记录' }).click()
    await expect.poll(() => page.getByTestId('paper-page').first().innerText()).toContain('从未公开过规定以外的内容')
    expect(wrongs()).toEqual([])
  })
})
