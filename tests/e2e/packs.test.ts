import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { windowPerTest } from './sample-window.ts'

/* 规则包 in the window: switch and see the difference, undo; write a local pack, change a threshold, see the finding go; switch a rule off and see it named. */

let page: Page
let wrongs: readonly string[]

const { absent, skipped } = await windowPerTest(async (opened) => {
  page = opened.page
  wrongs = opened.wrongs
  await page.getByTestId('open-sample').click()
  await page.getByRole('heading', { name: '总览' }).waitFor()
  await page.getByRole('link', { name: '核查', exact: true }).click()
  await page.getByRole('link', { name: '规则包', exact: true }).click()
  await page.getByRole('tab', { name: '规则包', exact: true }).waitFor()
})

const line = (title: string) =>
  page.getByRole('navigation', { name: '规则包', exact: true }).getByRole('button', { name: new RegExp(title) })
const inForce = (title: string) => line(title).getByText('正在使用').waitFor()
const detail = (title: string) => page.getByRole('region', { name: title, exact: true })

describe.skipIf(absent)(`规则包${skipped}`, () => {
  it('switches with a preview, and undoes the switch', async () => {
    await inForce('深化乡镇机构改革')
    await line('市乡镇机构改革运行情况分析报告').click()
    await detail('市乡镇机构改革运行情况分析报告')
      .getByRole('row', { name: /大、中、小乡镇的编制数 参数缺失/ })
      .waitFor()
    await page.getByRole('button', { name: '换用…' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(/问题新出现 \d+ 条，不再有 \d+ 条.*编制数字不变/).waitFor()
    await dialog.getByRole('button', { name: '换用', exact: true }).click()
    await inForce('市乡镇机构改革运行情况分析报告')
    await page.keyboard.press('Control+z')
    await inForce('深化乡镇机构改革')
    await page.getByRole('tab', { name: '放假安排' }).click()
    await page.getByText('国办发明电〔2025〕7号').waitFor()
    expect(wrongs).toEqual([])
  })

  it('a local pack: a threshold of its own by its document, a rule off with its reason', async () => {
    await page.getByRole('button', { name: '另存为本地规则包' }).click()
    await page.getByRole('textbox', { name: '名称' }).fill('山溪乡规则')
    await page.getByRole('button', { name: '保存' }).click()
    await detail('山溪乡规则').getByRole('button', { name: '换用…' }).click()
    await page
      .getByRole('dialog')
      .getByText(/问题新出现 0 条，不再有 0 条，说法变了 0 条/)
      .waitFor()
    await page.getByRole('dialog').getByRole('button', { name: '换用', exact: true }).click()
    await inForce('山溪乡规则')
    await page.getByRole('button', { name: '改各办公室行政编制' }).click()
    const value = page.getByRole('textbox', { name: /^值/ })
    await value.fill((await value.inputValue()).replace('党政综合办公室 5', '党政综合办公室 6'))
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('请写明文号').waitFor()
    await page.getByRole('textbox', { name: /^文号/ }).fill('山编办〔2026〕8号')
    await page
      .getByLabel(/^发文日期/)
      .first()
      .fill('2026-03-01')
    await page.getByText(/问题新出现 0 条，不再有 1 条/).waitFor()
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText(/本地；原为 党政综合办公室 5 名/).waitFor()
    await page.getByRole('tab', { name: /^规则\s*\d+/ }).click()
    await page.getByRole('combobox', { name: 'A1 登记时' }).selectOption({ label: '拦截' })
    await page.getByText('A1 登记时拦截').waitFor()
    await page.getByRole('button', { name: '改规则 A1', exact: true }).click()
    await page.getByLabel('不按这条核查').check()
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('停用要写明理由').waitFor()
    await page.getByRole('textbox', { name: /^理由/ }).fill('另有消化计划')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('另有消化计划（').first().waitFor()
    await page.getByRole('link', { name: '问题', exact: true }).click()
    const off = page.getByRole('region', { name: '停用的规则' })
    await off.getByText(/A1 机构实有人员不得突破核定编制：另有消化计划/).waitFor()
    expect(await page.getByText('方案给党政综合办公室核定行政编制').count()).toBe(0)
    expect(wrongs).toEqual([])
  })
})
