import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { read, utils } from 'xlsx'
import { describe, expect, it } from 'vitest'
import { prepareWindow } from './prepare-window.ts'
import { sampleWindow } from './sample-window.ts'

/* 打印所见 and 导出所见, pressed at every list that has them: what comes on paper and in the file is what the list shows. */

let page: Page
const { absent, skipped, wrongs } = await sampleWindow(async (opened) => {
  page = opened
  page.setDefaultTimeout(30_000)
  await prepareWindow(page)
})

/** Address, the name of the file, a head and a word of a line. */
const LISTS = [
  ['/people', '在编名单', '政治面貌', '赵建国'],
  ['/units', '机构编制', '核定', '党政综合办公室'],
  ['/units?view=posts', '岗位', '现任', '党委书记'],
  ['/records?kind=training', '培训', '姓名', '褚卫东'],
  ['/changes?tab=history', '变动历史', '登记时间', '褚卫东'],
  ['/changes?tab=documents', '依据文件', '文号', '山编发〔2026〕30号'],
  ['/changes?tab=off-quota', '编外人员', '用工形式', '自聘'],
  ['/findings', '待处理的问题', '问题', '计划生育服务中心'],
  ['/laws', '法规依据', '制定机关', '地方各级人民政府机构设置和编制管理条例'],
  ['/forecast', '到龄人员', '姓名', '郎婷'],
  ['/forecast?part=lines', '各机构各年空出', '2026', '党政综合办公室'],
  ['/forecast?part=run-off', '超编消化', '超编', '计划生育服务中心'],
  ['/due', '到期人员', '姓名', '郎婷'],
  ['/duties', '待办', '事项', '公示期满'],
  ['/notice?view=issued', '公示登记', '编号', '山溪乡编公示〔2026〕1号'],
] as const

describe.skipIf(absent)(`打印所见、导出所见${skipped}`, () => {
  it.each(LISTS)('%s goes on paper and into a file as %s', async (address, title, head, word) => {
    await page.evaluate((to) => (location.hash = `#${to}`), address)
    const print = page.getByRole('button', { name: '打印所见…' }).last()
    await print.click()
    const drawer = page.getByRole('complementary', { name: '打印所见' })
    await drawer
      .getByText(/共 \d+ 页/)
      .first()
      .waitFor()
    // Pages are drawn as they come into sight; a head may stand in the title too, and is there before the lines.
    const paper = async () => (await drawer.getByTestId('paper-page').allInnerTexts()).join('').replaceAll(/\s/g, '')
    await expect.poll(paper, { timeout: 30_000 }).toContain(word)
    expect(await paper()).toContain(head)
    await drawer.getByRole('button', { name: '关闭' }).first().click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出所见' }).last().click(),
    ])
    expect(download.suggestedFilename()).toContain(title)
    const { Sheets, SheetNames } = read(readFileSync(await download.path()))
    const text = utils.sheet_to_csv(Sheets[SheetNames[0] ?? ''] ?? {})
    expect(text).toContain(head)
    expect(text).toContain(word)
    expect(text).not.toMatch(/\d{17}/u)
  })

  it('the page did nothing it may not', () => {
    expect(wrongs()).toEqual([])
  })
})
