import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { sampleWindow } from './sample-window.ts'

/* 一人一页: sections with the paper of each line, personal parts on request, own fields declared in the window; nothing clipped however it is enlarged. */

const FORM = {
  name: '褚卫东.lrmx',
  mimeType: 'application/xml',
  buffer: Buffer.from(
    `<?xml version="1.0" encoding="utf-8"?>\n<Person><XingMing>褚卫东</XingMing><JiGuan>江西南昌</JiGuan>` +
      `<JianLi>2004.09--2008.08  试验大学中文系学习\n2008.08--          山溪乡干事</JianLi>` +
      `<JiaTingChengYuan><Item><ChengWei>妻子</ChengWei><XingMing>试甲某</XingMing><ChuShengRiQi>198703</ChuShengRiQi>` +
      `<ZhengZhiMianMao>群众</ZhengZhiMianMao><GongZuoDanWeiJiZhiWu>试验小学教师</GongZuoDanWeiJiZhiWu></Item></JiaTingChengYuan></Person>\n`,
  ),
}

let page: Page
const { absent, skipped, wrongs } = await sampleWindow(async (opened) => {
  page = opened
  page.setDefaultTimeout(15_000)
  await page.getByRole('link', { name: '人员' }).click()
  await page.getByRole('link', { name: '任免审批表' }).click()
  await page.getByTestId('lrmx-files').setInputFiles([FORM])
  await page.getByRole('button', { name: /^导入 \d+ 处/ }).click()
  await page.getByText('已导入').waitFor()
  await page.getByRole('link', { name: '名单' }).click()
})

const open = async (name: string) => {
  await page.getByLabel('在名单里找').fill(name)
  await page.getByRole('gridcell', { name }).click()
  await page.getByRole('complementary', { name: '人员详情' }).waitFor()
}
const person = () => page.getByRole('complementary', { name: '人员详情' })
const section = (name: string) => person().getByRole('region', { name, exact: true })

describe.skipIf(absent)(`人员页${skipped}`, () => {
  it('says of each line by which paper it stands, and how years are reckoned', async () => {
    await open('褚卫东')
    const titles = await person()
      .getByRole('navigation', { name: '人员页的各部分' })
      .getByRole('button')
      .allTextContents()
    expect(titles.map((title) => title.replace(/ \d+$/u, ''))).toEqual([
      '基本情况',
      '编制任职',
      '变动',
      '学历学位',
      '档案补充',
      '简历',
      '家庭成员',
      '奖惩',
      '年度考核',
      '培训',
      '其他资料',
      '核查',
      '台账',
    ])
    const native = section('档案补充').getByRole('row', { name: /^籍贯/u })
    expect(await native.textContent()).toContain('导入任免审批表')
    expect(await section('基本情况').getByRole('row', { name: /^年龄/u }).textContent()).toMatch(/\d{4} − \d{4} = \d+/u)
  })

  it('shows 简历 and 家庭成员 only when asked, with the reason written down and nothing of what stands there', async () => {
    expect(await section('简历').textContent()).not.toContain('试验大学')
    expect(await section('家庭成员').textContent()).not.toContain('试甲某')
    await section('简历').getByRole('button', { name: '查看简历' }).click()
    await page.getByRole('button', { name: '核对档案' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '查看', exact: true }).click()
    await section('简历').getByText('试验大学中文系学习').waitFor()
    expect(await section('家庭成员').textContent()).not.toContain('试甲某')
    await section('家庭成员').getByRole('button', { name: '查看家庭成员' }).click()
    await page.getByRole('button', { name: '核对档案' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '查看', exact: true }).click()
    await section('家庭成员').getByText('试验小学教师').waitFor()
    const entries = section('台账')
    await entries.getByText('查看敏感信息').first().waitFor()
    expect(await entries.textContent()).not.toMatch(/试甲某|试验大学/u)
  })

  it('lets 简历 be put right by hand, and keeps it', async () => {
    await section('简历').getByRole('button', { name: '更正简历' }).click()
    await section('简历')
      .getByLabel('简历')
      .fill('2004.09--2008.08  试验大学中文系学习\n2008.08--          山溪乡党政办干事')
    await section('简历').getByRole('button', { name: '登记', exact: true }).click()
    await section('简历').getByText('登记过的简历').waitFor()
    await section('简历').getByRole('button', { name: '查看简历' }).click()
    await page.getByRole('button', { name: '核对档案' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '查看', exact: true }).click()
    await section('简历').getByText('山溪乡党政办干事').waitFor()
    expect(await section('简历').textContent()).toContain('试验大学中文系学习')
  })

  it.each([
    ['1366×768', 1366, 768],
    ['150 %', 911, 512],
    ['200 %', 683, 384],
  ])(
    'fits at %s: no line is wider than the page, and the section named is the one in sight',
    async (name, width, height) => {
      await page.setViewportSize({ width, height })
      const body = person().locator('.drawer-body')
      const wide = await body.evaluate((element) =>
        [...element.querySelectorAll('table.person-lines, .person-nav, .person-top, .person-resume')]
          .filter((one) => one.getBoundingClientRect().right > element.getBoundingClientRect().right + 1)
          .map((one) => one.className),
      )
      expect(wide).toEqual([])
      expect(await body.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0)
      await person()
        .getByRole('navigation', { name: '人员页的各部分' })
        .getByRole('button', { name: '家庭成员' })
        .click()
      const top = await section('家庭成员').evaluate((element) => element.getBoundingClientRect().top)
      const nav = await person()
        .locator('.person-nav')
        .evaluate((element) => element.getBoundingClientRect().bottom)
      expect(top).toBeGreaterThanOrEqual(nav - 24)
      expect(top).toBeLessThan(height)
      const pictures = process.env['PERSON_PICTURES']
      if (pictures !== undefined) {
        mkdirSync(pictures, { recursive: true })
        await page.screenshot({ path: join(pictures, `${name.replaceAll(/\W/gu, '')}-family.png`) })
        await body.evaluate((element) => element.scrollTo(0, 0))
        await page.screenshot({ path: join(pictures, `${name.replaceAll(/\W/gu, '')}-top.png`) })
      }
    },
  )

  it('takes a field of the township’s own: declared, filled in, listed', async () => {
    await page.setViewportSize({ width: 1366, height: 768 })
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: '自定栏目' }).click()
    await page.getByRole('button', { name: '增设栏目' }).first().click()
    await page.getByLabel('栏目名').fill('驻村')
    await page.getByLabel('填什么').selectOption({ label: '选项' })
    await page.getByLabel('选项').fill('石桥村\n溪口村')
    await page.getByRole('dialog').getByRole('button', { name: '登记' }).click()
    await page.getByRole('row', { name: /^驻村/u }).waitFor()
    const pictures = process.env['PERSON_PICTURES']
    if (pictures !== undefined) await page.screenshot({ path: join(pictures, 'own-fields.png') })
    await page.getByRole('link', { name: '名单' }).click()
    await open('褚卫东')
    await person().getByRole('button', { name: '更正信息' }).click()
    await person().getByRole('combobox', { name: '驻村' }).fill('溪口村')
    await person().getByLabel('理由').fill('乡里安排')
    await person().getByRole('button', { name: /^登记/u }).click()
    await section('档案补充').getByRole('row', { name: /^驻村/u }).waitFor()
    expect(await section('档案补充').getByRole('row', { name: /^驻村/u }).textContent()).toContain('溪口村')
    expect(wrongs()).toEqual([])
  })
})
