import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { read, utils, write } from 'xlsx'
import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { inventedId } from '../kit/people.ts'
import { windowPerTest } from './sample-window.ts'

/*
 * From an empty desk to a frozen notice, each thing she does counted: a click, a word typed, a file given. The numbers of the headings are
 * answered for, as without quotas everybody would stand over and nobody on the notice.
 */

const MOST_ACTIONS = 15

let page: Page
let folder: string
let wrongs: readonly string[]
const { absent, skipped } = await windowPerTest((opened) => {
  page = opened.page
  ;({ folder, wrongs } = opened)
  page.setDefaultTimeout(20_000)
})

let actions = 0
const act = async (work: Promise<unknown>) => {
  actions += 1
  await work
}
const click = (target: Locator) => act(target.click())
const fill = (label: string, words: string) => act(page.getByLabel(label, { exact: true }).fill(words))

const FAMILY = Array.from('赵钱孙李周吴郑王冯陈褚卫')
const GIVEN = Array.from('一二三四五六七八九十百千')

/** As it comes: a title, a note, two lines of heads, offices as lines of their own, sums between, blanks in a number, days written by hand. */
function messyWorkbook(): Uint8Array {
  const lines: (string | number)[][] = [
    ['试验乡机关事业单位在编人员花名册'],
    ['填报单位（盖章）：试验乡人民政府', '', '', '', '', '', '填报日期：2026年10月30日'],
    ['序号', '姓名', '性 别', '出生\n年月', '身份证号码', '编制情况', '', '进入本单位时间', '备 注'],
    ['', '', '', '', '', '编制性质', '现任职务', '', ''],
  ]
  const offices = ['党政综合办公室', '经济发展办公室', '农业综合服务中心']
  let count = 0
  for (const [office, name] of offices.entries()) {
    lines.push([`${'一二三'[office] ?? ''}、${name}（${office === 2 ? '事业' : '行政'}编制5名，实有4名）`])
    for (let place = 0; place < 4; place += 1) {
      const sex = place % 2 === 0 ? '男' : '女'
      const birth = `19${80 + office * 4 + place}-0${place + 1}-1${office}`
      const id = inventedId(birth, sex)
      count += 1
      lines.push([
        count,
        `${FAMILY[count - 1] ?? ''}试${GIVEN[count - 1] ?? ''}`,
        sex,
        birth.slice(0, 7).replace('-', '.'),
        place === 1 ? `${id.slice(0, 6)} ${id.slice(6, 14)} ${id.slice(14)}` : id,
        office === 2 ? '事业编制' : '行政编制',
        office === 2 ? '工作人员' : '科员',
        `20${10 + place}年${place + 3}月`,
        '',
      ])
    }
    lines.push(['小计', '', '', '', '', 4, '', '', ''])
  }
  lines.push(['审核人：', '', '', '填表人：', '', '', '联系电话：'])
  const sheet = utils.aoa_to_sheet(lines)
  sheet['!merges'] = [
    { s: { r: 0, c: 0 }, e: { r: 0, c: 8 } },
    { s: { r: 2, c: 5 }, e: { r: 2, c: 6 } },
    ...[0, 1, 2, 3, 4, 7, 8].map((c) => ({ s: { r: 2, c }, e: { r: 3, c } })),
  ]
  return write(utils.book_new(sheet, 'Sheet1'), { type: 'buffer', bookType: 'xlsx' }) as Uint8Array
}

describe.skipIf(absent)(`一个上午${skipped}`, () => {
  it(`from a messy workbook to the file of a frozen notice in at most ${MOST_ACTIONS} actions`, async () => {
    const path = join(folder, '花名册（定稿2）.xlsx')
    writeFileSync(path, messyWorkbook())
    await fill('乡镇名称', '试验乡')
    await act(page.getByLabel('设密码（整个文件加密）').uncheck())
    await click(page.getByTestId('create-book'))
    await act(page.getByTestId('import-file').setInputFiles(path))
    await click(page.getByTestId('import-offers').getByRole('button', { name: '记，批准文号待补' }))
    await click(page.getByTestId('import-next'))
    await click(page.getByTestId('import-commit'))
    await expect.poll(() => page.getByTestId('import-result').textContent()).toContain('新增 15 行')
    await click(page.getByRole('link', { name: '公示与报表' }))
    await fill('监督电话', '0794-1234567')
    await click(page.getByTestId('notice-issue'))
    const dialog = page.getByRole('dialog')
    await act(dialog.getByLabel('初审人').fill('王主任'))
    await act(dialog.getByLabel('保密审查人').fill('李保密'))
    await act(dialog.getByLabel(/先审查、后公开/).check())
    await click(dialog.getByRole('button', { name: '发布并冻结' }))
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      click(page.locator('.notice-page').getByRole('button', { name: '下载 xlsx' })),
    ])
    const frozen = read(readFileSync(await download.path()))
    const text = frozen.SheetNames.map((name) => utils.sheet_to_csv(frozen.Sheets[name] ?? {})).join('\n')
    for (const [at, family] of FAMILY.entries()) expect(text).toContain(`${family}试${GIVEN[at] ?? ''}`)
    expect(text).not.toMatch(/\d{17}/u)
    process.stdout.write(
      `actions, messy workbook to the file of a frozen notice: ${actions}, at most ${MOST_ACTIONS}\n`,
    )
    expect(actions).toBeLessThanOrEqual(MOST_ACTIONS)
    expect(wrongs).toEqual([])
  })
})
