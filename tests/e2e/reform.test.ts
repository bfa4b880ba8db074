import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { sampleWindow } from './sample-window.ts'

/* Seed 000's reform from the draft to 验收 in the window: steps, the board by drag and by key, taken into force, papers, acceptance. */

let page: Page
const { absent, skipped, wrongs } = await sampleWindow(async (opened) => {
  page = opened
  await page.getByRole('link', { name: '机构编制', exact: true }).click()
  await page.getByRole('link', { name: '改革方案' }).click()
  await page.getByText('还没有改革方案').waitFor()
})

const dialog = () => page.getByRole('dialog')
async function picture(name: string): Promise<void> {
  if (process.env['PICTURES'] !== undefined)
    await page.screenshot({ path: `${process.env['PICTURES']}/reform-${name}.png`, fullPage: true })
}

/** Adds one step by the form. */
async function addStep(title: string, fill: () => Promise<void>): Promise<void> {
  const before = await page.locator('.reform-steps > li').count()
  await page.getByRole('button', { name: '加一步' }).click()
  await dialog().getByLabel('做什么').selectOption({ label: title })
  await fill()
  await dialog().getByRole('button', { name: '加入方案' }).click()
  await expect.poll(() => page.locator('.reform-steps > li').count()).toBe(before + 1)
}

describe.skipIf(absent)(`改革方案 in the window${skipped}`, () => {
  it('a draft is begun, steps are added, people moved by drag and by key', async () => {
    await page.getByRole('button', { name: '新建方案' }).first().click()
    await dialog().getByRole('textbox', { name: /^名称/u }).fill('深化改革')
    await dialog().getByLabel('文号').fill('山编发〔2026〕9号')
    await dialog().getByRole('button', { name: '新建', exact: true }).click()
    await page.getByRole('heading', { name: '深化改革' }).waitFor()
    await addStep('机构合并', async () => {
      await dialog().getByRole('checkbox', { name: '文化服务中心' }).check()
      await dialog().getByLabel('并成').fill('劳动保障事务所')
    })
    await addStep('重新核定编制', async () => {
      await dialog().getByLabel(/^机构/u).selectOption('农业综合服务中心')
      await dialog().getByLabel('编制类型').selectOption({ label: '事业编制' })
      await dialog().getByLabel('核定为').fill('9')
    })
    await addStep('确定服务方式', async () => {
      await dialog().getByLabel(/^机构/u).selectOption('农业综合服务中心')
      await dialog().getByLabel('服务事项').fill('农机维修')
      await dialog().getByLabel('服务方式').selectOption({ label: '购买服务' })
    })
    const board = page.locator('.reform-board')
    const line = (unit: string) => board.locator('li', { has: page.locator('.reform-unit', { hasText: unit }) })
    const slip = board.locator('.reform-slip[draggable="true"]', { hasText: '严宏图' })
    await slip.focus()
    await page.keyboard.press(' ')
    await line('村镇规划建设管理所').locator('.reform-unit').focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => line('村镇规划建设管理所').innerText()).toContain('严宏图')
    await slip.dragTo(line('民政所'))
    await expect.poll(() => line('民政所').innerText()).toContain('严宏图')
    await expect.poll(() => page.locator('.reform-steps > li').count()).toBe(5)
    expect(await page.getByRole('table', { name: '数字' }).innerText()).toMatch(/编制\s+51\s+50\s+-1/u)
    await picture('draft')
  })

  it('taken into force as one entry, compared, and printed', async () => {
    await page.getByRole('button', { name: '施行…' }).click()
    const reason = dialog().getByLabel('理由')
    await reason.fill('按实施方案定岗')
    await dialog().getByRole('button', { name: '施行', exact: true }).click()
    await page.getByText('已施行。要重新起草').waitFor()
    await page.getByRole('tab', { name: '前后对照' }).click()
    await page.getByText('合并').first().waitFor()
    await picture('compare')
    await page.getByRole('button', { name: '打印所见…' }).last().click()
    await page.getByTestId('paper-page').first().waitFor()
    expect(await page.getByTestId('paper-page').first().innerText()).toContain('文化服务中心')
    await picture('paper')
    await page.keyboard.press('Escape')
  })

  it('the figures of a city are recomputed and judged', async () => {
    await page.getByRole('tab', { name: '数字核对' }).click()
    await page.getByLabel('地方').fill('全市')
    await page.getByLabel('项目').fill('乡镇个数')
    await page.getByLabel('改革前', { exact: true }).fill('249')
    await page.getByLabel('改革后', { exact: true }).fill('184')
    await page.getByLabel('减少', { exact: true }).fill('65')
    await page.getByLabel('比例', { exact: true }).fill('26.1')
    await page.getByRole('button', { name: '加一行' }).click()
    await page.getByText('四舍五入后相符').waitFor()
    await page.getByLabel('项目').fill('行政编制')
    await page.getByLabel('改革后', { exact: true }).fill('4248')
    await page.getByLabel('比例', { exact: true }).fill('10.1')
    await page.getByRole('button', { name: '加一行' }).click()
    await page.getByText('原数为 4723–4727').waitFor()
    expect(await page.locator('.reform-findings').count()).toBe(0)
    await picture('figures')
  })

  it('竞聘和分流 lists who is where, and leads to the forms and the papers, to 验收', async () => {
    await page.getByRole('tab', { name: '竞聘和分流' }).click()
    await page.getByRole('heading', { name: '竞聘岗位' }).waitFor()
    await picture('people')
    await page.getByRole('link', { name: '人员定岗名单' }).click()
    await page.getByTestId('paper-page').first().getByText('人员定岗名单', { exact: true }).waitFor()
    await picture('positions')
    await page.goBack()
    await page.getByRole('link', { name: '验收和回头看' }).click()
    await page.getByText('改革自查、验收').first().waitFor()
    expect(wrongs()).toEqual([])
  })
})
