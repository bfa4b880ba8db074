import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { ANNEX_ROWS } from '../kit/retirement-annexes.ts'
import { sampleWindow } from './sample-window.ts'

/* 核查 as the clerk works it: explain and see it come back, put right from where it is found, what is to come, what is due. */

let page: Page
const { absent, skipped, wrongs } = await sampleWindow((opened) => {
  page = opened
  return Promise.resolve()
})

const menu = (screen: string) =>
  page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: screen, exact: true }).click()
const view = (name: string) =>
  page.getByRole('navigation', { name: '核查的看法' }).getByRole('link', { name, exact: true }).click()
const tab = (name: RegExp) => page.getByRole('tab', { name }).click()
const findings = (words: string | RegExp) => page.getByTestId('finding').filter({ hasText: words })

async function lookAt(day: string): Promise<void> {
  const door = page.locator('button.as-of')
  if ((await door.getAttribute('aria-expanded')) !== 'true') await door.click()
  await page.getByLabel('截至日期').fill(day)
  await page.getByRole('button', { name: '收起' }).click()
}
async function lookAtToday(): Promise<void> {
  await page.locator('button.as-of').click()
  await page.getByRole('button', { name: '今天', exact: true }).first().click()
  await page.getByRole('button', { name: '收起' }).click()
}

describe.skipIf(absent)(`核查 in a real browser${skipped}`, () => {
  it('an explained finding leaves the list, can be read with its reason, and is back the day after its end', async () => {
    await menu('核查')
    const first = findings(/党政综合办公室 行政编制核定 5 名/).first()
    await first.getByRole('button', { name: '说明…' }).click()
    await page.getByLabel('理由').fill('改革过渡期，编办同意一年内消化')
    await page.getByLabel('说明人').fill('分管领导')
    await page.getByLabel('有效至').fill('2099-06-30')
    await page.getByRole('dialog').getByRole('button', { name: '登记', exact: true }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await expect.poll(() => findings(/党政综合办公室 行政编制核定 5 名，实有 6 名，超编 1 名。实有/).count()).toBe(0)
    await tab(/已说明/)
    const explained = page.getByTestId('explained')
    expect(await explained.innerText()).toMatch(/说明（分管领导）：改革过渡期，编办同意一年内消化，有效至 2099-06-30/)
    expect(await explained.innerText()).toContain('机构实有人员不得突破规定的编制。')

    await lookAt('2099-06-30')
    await expect.poll(() => page.getByTestId('explained').count()).toBe(1)
    await lookAt('2099-07-01')
    await tab(/待处理/)
    await expect.poll(() => findings(/说明已到期（分管领导）：改革过渡期/).count()).toBe(1)
    // Another day can be looked at, not worked on.
    expect(await page.getByRole('button', { name: '说明…' }).count()).toBe(0)
    await lookAtToday()
  })

  it('one click opens the form at the field; saving cures it, and the cure names its entry', async () => {
    await menu('核查')
    await findings('严宏图')
      .filter({ hasText: '入编文号' })
      .first()
      .getByRole('button', { name: '补登入编依据' })
      .click()
    const drawer = page.getByRole('complementary', { name: '人员详情' })
    const field = drawer.getByLabel('入编文号', { exact: true })
    await field.waitFor()
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true)
    await field.fill('山人发〔2009〕31号')
    await drawer.getByLabel('理由').fill('县档案馆复印件')
    await drawer.getByRole('button', { name: /^登记（1 项）/ }).click()
    await page.getByTestId('toast').waitFor()
    await page.getByRole('button', { name: '关闭' }).first().click()
    await tab(/已消除/)
    const cured = page.getByTestId('cured').filter({ hasText: '严宏图' }).filter({ hasText: '入编文号' })
    expect(await cured.first().innerText()).toMatch(/由台账 第 \d+ 条 消除：更正严宏图的入编文号/)
    await cured
      .first()
      .getByRole('link', { name: /第 \d+ 条/ })
      .click()
    await page.getByText('县档案馆复印件').first().waitFor()
  })

  it('an event opens with the person and the cause filled in; registered, the retiree is off the findings', async () => {
    await menu('核查')
    await findings('郎婷').filter({ hasText: '法定退休' }).getByRole('button', { name: '办理退休出编' }).click()
    const form = page.getByRole('form', { name: '出编' })
    await form.waitFor()
    await expect.poll(() => form.getByLabel('人员').inputValue()).toBe('郎婷')
    expect(await form.getByLabel('退出原因').inputValue()).toBe('31')
    await form.getByLabel('退休审批表').check()
    await page.getByTestId('event-add').click()
    await expect.poll(() => page.getByTestId('toast').innerText()).toMatch(/郎婷/)
    await menu('核查')
    await tab(/已消除/)
    await expect.poll(() => page.getByTestId('cured').filter({ hasText: '到龄未退' }).count()).toBe(1)
  })

  it('the chart, the table beside it, the people and the printed annexes say the same', async () => {
    await menu('核查')
    await view('预测')
    await page.getByLabel('看几年').selectOption('20')
    await expect.poll(() => page.getByRole('table', { name: '各年到龄人数' }).getByRole('row').count()).toBe(21)
    const read = await page.evaluate(() => {
      const rows = Array.from(document.querySelectorAll('table[aria-label="各年到龄人数"] tbody tr')).map((row) =>
        Array.from(row.children).map((cell) => parseInt(cell.textContent ?? '', 10)),
      )
      const bars = Array.from(
        document.querySelectorAll<SVGRectElement>('[data-testid="year-chart"] rect[data-year]'),
      ).map(
        (bar) =>
          [Number(bar.dataset['year']), Number(bar.dataset['count']), Number(bar.getAttribute('height'))] as const,
      )
      const people = Array.from(document.querySelectorAll('table[aria-label="到龄人员"] tbody tr')).map((row) =>
        Array.from(row.children).map((cell) => (cell.textContent ?? '').trim()),
      )
      return { rows, bars, people }
    })
    expect(read.people.length).toBeGreaterThan(20)
    for (const [year = 0, retiring = 0, organ = 0, institution = 0, other = 0] of read.rows) {
      const bars = read.bars.filter(([own]) => own === year)
      expect(bars.reduce((sum, [, count]) => sum + count, 0)).toBe(retiring)
      expect(organ + institution + other).toBe(retiring)
      expect(read.people.filter((person) => (person[0] ?? '').startsWith(`${year}-`)).length).toBe(retiring)
    }
    // As high as it is many: one height a person.
    const heights = new Set(read.bars.map(([, count, height]) => Math.round((height / count) * 1000)))
    expect(heights.size).toBe(1)
    const tracks: Readonly<Record<string, string>> = {
      '原 60 周岁': 'male60',
      '原 55 周岁': 'female55',
      '原 50 周岁': 'female50',
    }
    for (const person of read.people) {
      const row = ANNEX_ROWS.find(
        (candidate) => candidate.category === tracks[person[6] ?? ''] && candidate.birth === person[5],
      )
      // Born after the last row of a table: the full delay.
      expect(row?.retire ?? person[0]).toBe(person[0])
    }
    expect(
      read.people.some((person) =>
        ANNEX_ROWS.some((row) => row.category === tracks[person[6] ?? ''] && row.birth === person[5]),
      ),
    ).toBe(true)
  })

  it('a year opens its people, a person opens their page', async () => {
    await page
      .getByRole('button', { name: /年到龄 \d+ 人，看名单/ })
      .first()
      .click()
    const people = page.getByRole('table', { name: '到龄人员' }).locator('tbody tr')
    const [, count = ''] =
      /(\d+) 人/.exec(
        await page
          .getByText(/年到龄 \d+ 人/)
          .last()
          .innerText(),
      ) ?? []
    expect(await people.count()).toBe(Number(count))
    await people.first().getByRole('button').click()
    await page.getByRole('complementary', { name: '人员详情' }).waitFor()
    await page.getByRole('button', { name: '关闭' }).first().click()
  })

  it('duties: a month ends on its last day, leap years too; done is done and can be taken back', async () => {
    await view('待办')
    await page.evaluate(() => (location.hash = '#/duties?month=2028-02&view=list'))
    await expect.poll(() => page.locator('[data-key="monthly-report~2028-02"]').innerText()).toContain('2028-02-29')
    await page.getByRole('button', { name: '上一月' }).click()
    await expect.poll(() => page.locator('[data-key="monthly-report~2028-01"]').innerText()).toContain('2028-01-31')
    await page.getByRole('button', { name: '近期' }).click()
    const due = page.locator('[data-key="hiring-plan~2027"], [data-testid="duty"][data-key^="monthly-report"]').last()
    const key = await due.getAttribute('data-key')
    const row = page.locator(`[data-key="${key ?? ''}"]`)
    await row.getByRole('button', { name: '办结…' }).click()
    await page.getByLabel('备注').fill('已送编办')
    await page.getByRole('button', { name: '登记办结' }).click()
    await expect.poll(() => row.innerText()).toMatch(/已办.*已送编办/s)
    await row.getByRole('button', { name: '改回未办' }).click()
    await expect.poll(() => row.getByRole('button', { name: '办结…' }).count()).toBe(1)
    expect(wrongs()).toEqual([])
  })

  it('the papers open over the screen as they print, the letter for the unit chosen', async () => {
    await menu('核查')
    await page.getByRole('button', { name: '问题清单…' }).click()
    await page.getByRole('region', { name: '问题清单' }).getByText('山溪乡机构编制核查问题清单').waitFor()
    await page.getByRole('button', { name: '关闭' }).first().click()
    await page.getByRole('button', { name: '整改通知…' }).click()
    await page.getByLabel('责任单位').selectOption({ label: '财政所' })
    await page.getByLabel('编号').fill('编整〔2026〕1号')
    await page.getByRole('region', { name: '整改通知' }).getByText('财政所：').waitFor()
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: '另存为 xlsx' }).click()
    expect((await saved).suggestedFilename()).toMatch(/^整改通知 财政所 .*\.xlsx$/)
    await page.getByRole('button', { name: '关闭' }).first().click()
  })

  it('总览 says in five lines what is due next', async () => {
    await menu('总览')
    await page.getByRole('heading', { name: '要办的事' }).waitFor()
    await expect.poll(() => page.locator('.due-brief li').count()).toBe(5)
  })
})
