import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { sampleWindow } from './sample-window.ts'

/* 任免审批表 in the window: a folder in, field by field, and one out; and the structure of the people it told of. */

let page: Page
const { absent, skipped, wrongs } = await sampleWindow(async (opened) => {
  page = opened
  page.setDefaultTimeout(15_000)
  await page.getByRole('link', { name: '人员' }).click()
})

const form = (name: string, inside: string) => ({
  name: `${name}.lrmx`,
  mimeType: 'application/xml',
  buffer: Buffer.from(
    `<?xml version="1.0" encoding="utf-8"?>\n<Person><XingMing>${name}</XingMing>${inside}</Person>\n`,
  ),
})
const FORMS = [
  form(
    '褚卫东',
    '<MinZu>畲族</MinZu><JiGuan>江西抚州</JiGuan><JianKangZhuangKuang>健康</JianKangZhuangKuang>' +
      '<JianLi>2001.09--2005.07  某学院农学专业学习\n2005.08--         试验乡科员</JianLi>' +
      '<JiaTingChengYuan><Item><ChengWei>妻子</ChengWei><XingMing>某小花</XingMing></Item></JiaTingChengYuan>',
  ),
  form('周海涛', '<JiGuan>江西南昌</JiGuan>'),
  form('无此人', '<JiGuan>江西南昌</JiGuan>'),
  { name: '坏.lrmx', mimeType: 'application/xml', buffer: Buffer.from('<!DOCTYPE x><Person/>') },
]

describe.skipIf(absent)(`任免审批表和结构${skipped}`, () => {
  it('shows what differs, names what is refused, and takes over what is ticked', async () => {
    await page.getByRole('link', { name: '任免审批表' }).click()
    const zip = { name: '全乡.zip', mimeType: 'application/zip', buffer: Buffer.from('PK') }
    await page.getByTestId('lrmx-files').setInputFiles([zip])
    await page.getByText('全乡.zip 是压缩包，没有读取。').waitFor()
    await page.getByTestId('lrmx-files').setInputFiles(FORMS)
    await page.getByText('4 份，对上 2 人').waitFor()
    expect(await page.getByRole('list', { name: '没有收的表' }).getByRole('listitem').allTextContents()).toEqual([
      expect.stringContaining('坏.lrmx'),
      expect.stringContaining('无此人'),
    ])
    const own = page.getByRole('region', { name: '褚卫东' })
    expect(await own.textContent()).not.toMatch(/农学专业|小花/)
    await own.getByRole('button', { name: '查看遮住的内容' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '查看', exact: true }).click()
    await own.getByText('某学院农学专业学习').waitFor()
    expect(await own.textContent()).toContain('某小花')
    await page.getByRole('region', { name: '周海涛' }).getByLabel('周海涛（1/1）').uncheck()
    await page.getByRole('button', { name: /^导入 \d+ 处/ }).click()
    await page.getByText('已导入').waitFor()
    // The same folder again: only what was left is asked.
    await page.getByRole('button', { name: '再导入一批' }).click()
    await page.getByTestId('lrmx-files').setInputFiles(FORMS)
    await page.getByText('有差异 1 人 1 处').waitFor()
  })

  it('writes a person’s form back byte for byte from their page', async () => {
    await page.getByRole('region', { name: '周海涛' }).getByRole('button', { name: '看这个人' }).waitFor()
    await page.getByRole('link', { name: '名单' }).click()
    await page.getByLabel('在名单里找').fill('褚卫东')
    await page.getByRole('gridcell', { name: '褚卫东' }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出 .lrmx' }).click(),
    ])
    expect(readFileSync(await download.path()).equals(FORMS[0]?.buffer ?? Buffer.alloc(0))).toBe(true)
    await page.keyboard.press('Escape')
  })

  it('counts them by any two facts, and a number opens to its people', async () => {
    await page.getByRole('link', { name: '结构' }).click()
    await page.getByLabel('行', { exact: true }).selectOption({ label: '民族' })
    await page.getByLabel('列', { exact: true }).selectOption({ label: '性别' })
    const row = page.getByRole('row', { name: /^少数民族/ })
    await row.waitFor()
    await row.getByRole('button').last().click()
    await page.getByRole('complementary', { name: '人员名单' }).getByRole('button', { name: '褚卫东' }).waitFor()
    expect(wrongs()).toEqual([])
  })
})
