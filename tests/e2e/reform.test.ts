import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { sampleWindow } from './sample-window.ts'

/* Seed 000's reform from the draft to 验收 in the window: steps, the board by drag and by key, taken into force, papers, acceptance. */

let page: Page
const { absent, skipped, wrongs } = await sampleWindow(async (opened) => {
  page = opened
  page.setDefaultTimeout(20_000)
  await page.getByRole('link', { name: '机构编制', exact: true }).click()
  await page.getByRole('link', { name: '改革方案' }).click()
  await page.getByText('还没有改革方案').waitFor()
})

const dialog = () => page.getByRole('dialog')
async function picture(name: string): Promise<void> {
  if (process.env['PICTURES'] !== undefined)
    await page.screenshot({ path: `${process.env['PICTURES']}/reform-${name}.png`, fullPage: true })
}

const CENTRE = '农业综合服务中心'
const STAGE = '检查验收整改阶段：总结，配合验收，对发现的问题进行整改'

/** So many days before today, as the clerk types it. */
function dayBefore(count: number): string {
  const day = new Date(Date.now() + 8 * 3_600_000 - count * 86_400_000)
  return day.toISOString().slice(0, 10)
}

async function saveForm(): Promise<void> {
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.locator('form').waitFor({ state: 'detached' })
}

/** Registers one piece of 资料 of a kind by its form. */
async function record(kind: string, title: string, fill: (form: Locator) => Promise<void>): Promise<void> {
  await page.evaluate((to) => (location.hash = `#/records?kind=${to}`), kind)
  await page.getByRole('button', { name: `登记${title}`, exact: true }).click()
  await fill(page.locator('form'))
  await saveForm()
}

async function choose(form: Locator, name: string): Promise<void> {
  await form.getByRole('combobox', { name: '人员' }).fill(name)
  await page.keyboard.press('Enter')
}

/** The paper on the screen has all of these words. */
async function paperSays(...words: readonly RegExp[]): Promise<void> {
  await page.getByTestId('paper-page').first().waitFor()
  const text = () =>
    page
      .getByTestId('paper-page')
      .allInnerTexts()
      .then((pages) => pages.join('\n'))
  for (const word of words) await expect.poll(text).toMatch(word)
}

async function duties(): Promise<void> {
  await page.evaluate(() => (location.hash = '#/duties?view=list'))
  await page.getByRole('heading', { name: '核查' }).waitFor()
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

  it('posts are put up, applied for and taken; who won none is redeployed, and the papers say so', async () => {
    await record('competition', '竞聘岗位', async (form) => {
      await form.getByLabel(/^机构/u).selectOption({ label: CENTRE })
      await form.getByLabel(/^公布日期/u).fill(dayBefore(30))
      await form.getByLabel(/^岗位编号/u).fill('竞01')
      await form.getByLabel(/^岗位/u).last().fill('农技员')
      await form.getByLabel(/^聘用人数/u).fill('1')
      await form.getByLabel(/^定岗方式/u).selectOption({ label: '竞聘上岗' })
      await form.getByLabel('报名截止').fill(dayBefore(25))
      await form.getByLabel('公示自').fill(dayBefore(20))
      await form.getByLabel('公示至').fill(dayBefore(8))
      await form.getByLabel('公示结果').selectOption({ label: '无异议' })
    })
    for (const [name, score, result] of [
      ['魏敏', '88.5', '拟聘'],
      ['陶建国', '80', '落选'],
    ] as const)
      await record('candidacy', '竞聘报名', async (form) => {
        await choose(form, name)
        await form.getByLabel(/^报名日期/u).fill(dayBefore(26))
        await form.getByLabel(/^岗位编号/u).fill('竞01')
        await form.getByLabel('成绩').fill(score)
        await form.getByLabel(/^结果/u).first().selectOption({ label: result })
      })
    await record('redeployment', '分流安置', async (form) => {
      await choose(form, '陶建国')
      await form.getByLabel(/^分流日期/u).fill(dayBefore(2))
      await form.getByLabel(/^分流去向/u).selectOption({ label: '到企业' })
      await form.getByLabel('去向单位').fill('县农机合作社')
      await form.getByLabel('安置完成日期').fill(dayBefore(1))
      await form.getByLabel('文号').fill('山编发〔2026〕12号')
    })
    await page.getByRole('link', { name: '机构编制', exact: true }).click()
    await page.getByRole('link', { name: '改革方案' }).click()
    await page.getByRole('tab', { name: '竞聘和分流' }).click()
    await page.getByRole('button', { name: '办理任职…' }).click()
    await dialog().getByLabel('文号').fill('山编发〔2026〕13号')
    await dialog().getByRole('button', { name: '登记', exact: true }).click()
    await page.getByText('已任职').waitFor()
    await picture('people')
    await page.getByRole('link', { name: '人员定岗名单' }).click()
    await paperSays(/人员定岗名单/u, /农技员[^]*魏敏[^]*竞聘上岗/u)
    await picture('positions')
    await page.goBack()
    await page.getByRole('tab', { name: '竞聘和分流' }).click()
    await page.getByRole('link', { name: '分流安置表' }).click()
    await paperSays(/分流安置表/u, /陶建国[^]*到企业[^]*县农机合作社/u)
    await picture('redeployment')
    expect(wrongs()).toEqual([])
  })

  it('stages get their days; 验收 with a fault stands in 待办 until it is put right; 回头看 closes it, on paper', async () => {
    await page.evaluate(() => (location.hash = '#/records?kind=workTask'))
    await page.getByRole('button', { name: '载入规则包任务' }).click()
    await page.getByRole('gridcell', { name: STAGE }).dblclick()
    await page.getByRole('textbox', { name: '窗口自' }).fill(dayBefore(12))
    await page.getByRole('textbox', { name: '窗口至' }).fill(dayBefore(-5))
    await saveForm()
    await duties()
    await page.getByText(STAGE).first().waitFor()
    await record('reformCheck', '验收和回头看', async (form) => {
      await form.getByLabel(/^检查日期/u).fill(dayBefore(6))
      await form.getByLabel(/^阶段/u).selectOption({ label: '验收' })
      await form.getByLabel('检查单位').fill('区联合检查验收小组')
      await form.getByLabel(/^结论/u).selectOption({ label: '限期整改' })
      await form.getByLabel('发现的问题').fill('文化站牌子没有更换')
      await form.getByLabel('整改期限').fill(dayBefore(-3))
    })
    await duties()
    await page.getByText('验收发现的问题整改').first().waitFor()
    await picture('acceptance-duty')
    await page.getByRole('button', { name: '验收发现的问题整改' }).click()
    await page.getByRole('gridcell', { name: '文化站牌子没有更换' }).dblclick()
    await page.getByRole('textbox', { name: '整改完成日期' }).fill(dayBefore(1))
    await saveForm()
    await record('reformCheck', '验收和回头看', async (form) => {
      await form.getByLabel(/^检查日期/u).fill(dayBefore(0))
      await form.getByLabel(/^阶段/u).selectOption({ label: '回头看' })
      await form.getByLabel(/^结论/u).selectOption({ label: '合格' })
    })
    await page.evaluate(() => (location.hash = '#/records?kind=workTask'))
    await page.getByRole('gridcell', { name: STAGE }).dblclick()
    await page.getByRole('textbox', { name: '完成日期' }).fill(dayBefore(1))
    await saveForm()
    await duties()
    await expect.poll(() => page.getByText('验收发现的问题整改').count()).toBe(0)
    await expect.poll(() => page.getByText(STAGE).count()).toBe(0)
    await page.evaluate(() => (location.hash = '#/records?kind=reformCheck'))
    await page.getByRole('gridcell', { name: '回头看' }).waitFor()
    await picture('acceptance')
    await page.getByRole('button', { name: '打印所见…' }).last().click()
    await paperSays(/验收和回头看/u, /限期整改[^]*文化站牌子没有更换/u, /回头看[^]*合格/u)
    await picture('acceptance-paper')
    await page.keyboard.press('Escape')
    expect(wrongs()).toEqual([])
  })
})
