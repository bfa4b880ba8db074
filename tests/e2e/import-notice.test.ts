import { readFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { utils, write } from 'xlsx'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../kit/book.ts'
import { launchBrowser } from '../kit/browser.ts'
import { fillBlank } from '../kit/fill-blank.ts'
import { inventedId } from '../kit/people.ts'
import { openPage, startApp, type RunningApp, type WatchedPage } from './running-app.ts'

/* The main job as the clerk does it: the program's own process, a real browser, the workbook as it is. */

const launched = await launchBrowser()
const skipped = launched.browser === null ? ` (${launched.reason})` : ''
const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

let browser: Browser
let folder: ReturnType<typeof temporaryFolder>
let app: RunningApp
let watched: WatchedPage
let page: Page

beforeAll(() => {
  if (launched.browser !== null) browser = launched.browser
})
afterAll(() => launched.browser?.close())
beforeEach(async () => {
  folder = temporaryFolder()
  app = await startApp(folder.path)
  watched = await openPage(browser, app.address)
  page = watched.page
})
afterEach(async () => {
  await page.context().close()
  await app.close()
  folder.dispose()
})

async function createBook(name: string, pack: RegExp): Promise<void> {
  await page.getByLabel('乡镇名称').fill(name)
  await page.getByLabel('设密码（整个文件加密）').uncheck()
  // Her own township comes first; other places' plans are folded away.
  const choice = page.getByRole('radio', { name: pack })
  if (!(await choice.isVisible())) await page.getByText('示例方案').click()
  await choice.check()
  const number = page.getByLabel('本乡镇方案的文号')
  if (await number.isVisible()) {
    await number.fill('山编办〔2006〕12号')
    await page.getByLabel('方案日期').fill('2006-11-01')
  }
  await page.getByTestId('create-book').click()
  await page.getByTestId('import-sample').waitFor()
}

async function importSample(): Promise<void> {
  await page.getByTestId('import-sample').click()
  await page.getByTestId('import-next').click()
  await page.getByTestId('import-commit').click()
  await page.getByTestId('import-result').waitFor()
}

async function goTo(screen: string): Promise<void> {
  await page.getByRole('link', { name: screen, exact: true }).first().click()
}

/** A roster of three: one whose number was typed as a number, one with inner blanks in it, one in order. Invented people. */
function rosterWithNumericId(): Buffer {
  const header = ['序号', '所在机构', '姓名', '性别', '身份证号', '编制类型', '入编时间', '入编文号', '现任职务']
  const rows = [
    [
      1,
      '党政综合办公室',
      '祝一帆',
      '男',
      Number('362201198505069913'),
      '行政编制',
      '2010-01',
      '山编办〔2010〕1号',
      '科员',
    ],
    [2, '党政综合办公室', '祝二梅', '女', '362201 19860506 9927', '行政编制', '2010-02', '山编办〔2010〕2号', '科员'],
    [3, '经济发展办公室', '祝三江', '男', '', '行政编制', '2010-03', '山编办〔2010〕3号', '科员'],
  ]
  const sheet = utils.aoa_to_sheet([header, ...rows])
  const book = utils.book_new(sheet, '人员花名册')
  return Buffer.from(write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array)
}

describe.skipIf(launched.browser === null)(`the main job in a real browser${skipped}`, () => {
  it('creates a book from the 2006 plan, imports the sample, shows the figures, issues the notice and hands over the file', async () => {
    await createBook('山溪乡', /15 个机构，行政编制 23、事业编制 28，领导职数 8/)

    await page.getByTestId('import-sample').click()
    await expect
      .poll(() => page.getByTestId('import-summary').textContent())
      .toBe('将新增 54 行（49 人、编外 3、借入 1、兼任 1），不变 15 行，修正 0 处，拒绝 0 行。')
    const concurrent = page.locator('.proof-row', { has: page.getByText('兼任', { exact: true }) })
    // Only rows near the window are drawn: one far below is brought there by looking for it.
    await page.locator('.cells-scroll').focus()
    await page.keyboard.press('Control+f')
    await page.keyboard.type('兼任 ')
    await page.keyboard.press('Enter')
    await expect.poll(() => concurrent.locator('.proof-margin').textContent()).toContain('褚卫东')
    await page.getByRole('button', { name: /^跳过/ }).click()
    await expect.poll(() => page.locator('.proof-row .mark').count()).toBe(0)
    expect(await page.locator('.proof-row', { hasText: '合计行（小计）' }).count()).toBeGreaterThan(10)
    expect(await page.locator('.cells-status').innerText()).toMatch(/显示 \d+，共 \d+ 行/)
    await page.getByTestId('import-next').click()
    // Two lines go over: what stands ticked when she confirms is her answer, and the notice below does not ask for it again.
    const asked = page.getByTestId('stands-over')
    await expect
      .poll(() => asked.locator('legend').allInnerTexts())
      .toEqual(['党政综合办公室 行政编制：谁列为超编（1 名）', '计划生育服务中心 事业编制：谁列为超编（1 名）'])
    expect(await asked.getByRole('checkbox', { checked: true }).count()).toBe(2)
    await page.getByTestId('import-commit').click()
    await expect
      .poll(() => page.getByTestId('import-result').textContent())
      .toContain('新增 54 行，更新 0 行，不变 15 行。')

    await page.getByRole('link', { name: '看总览' }).click()
    const totals = page.getByRole('table').first()
    await expect
      .poll(async () => (await totals.getByRole('row', { name: /^行政编制/ }).innerText()).replaceAll(/\s+/g, ' '))
      .toBe('行政编制 23 23 0 空 1 超 1')
    expect((await totals.getByRole('row', { name: /^事业编制/ }).innerText()).replaceAll(/\s+/g, ' ')).toBe(
      '事业编制 28 25 0 空 4 超 1',
    )

    await goTo('公示与报表')
    await page.locator('button.as-of').click()
    await page.getByLabel('截至日期').fill('2026-11-22')
    await page.getByRole('button', { name: '收起' }).click()
    await page.getByLabel('张贴日').fill('2026-11-23')
    await page.getByLabel('监督电话').fill('0794-1234567')
    await expect.poll(() => page.getByTestId('notice-period').textContent()).toContain('公示至 2026-12-02，列入 43 人')
    const paper = await page.getByTestId('paper-page').first().innerText()
    expect(paper).toContain('党政综合办公室（加挂社会治安综合治理委员会办公室牌子）')
    expect(paper).not.toContain('沈桂芳')
    const off = await page.getByRole('complementary', { name: '不上公示名单的人' }).innerText()
    for (const name of ['沈桂芳', '姜美玲', '范雪', '郎婷', '周海涛', '窦长青']) expect(off).toContain(name)

    await page.getByTestId('notice-issue').click()
    const dialog = page.getByRole('dialog')
    expect(await dialog.innerText()).toContain('不能修改，也不能撤销')
    expect(await dialog.getByRole('button', { name: '发布并冻结' }).isDisabled()).toBe(true)
    await dialog.getByLabel('初审人').fill('王主任')
    await dialog.getByLabel('保密审查人').fill('李保密')
    await dialog.getByLabel(/先审查、后公开/).check()
    // The sample has listed people with errors: each is told, and a reason asked.
    expect(await dialog.innerText()).toMatch(/榜上的人有违规问题没有处理：\p{Script=Han}+/u)
    expect(await dialog.innerText()).not.toContain('谁列为超编还没有指定')
    await dialog.getByTestId('despite-all').click()
    await dialog.getByLabel('发布理由').fill('先张榜，问题限期整改')
    await dialog.getByRole('button', { name: '发布并冻结' }).click()
    // Signed before this book had the list: nobody can compare what was seen, so that too is taken note of.
    await dialog.getByLabel('下面提示的事已知悉').check()
    await dialog.getByRole('button', { name: '发布并冻结' }).click()
    const issued = page.locator('.notice-page')
    await issued.getByText('王主任').waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      issued.getByRole('button', { name: '下载 xlsx' }).click(),
    ])
    const bytes = readFileSync(await download.path())
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/)
    expect(bytes.subarray(0, 2).toString('latin1')).toBe('PK')
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(await issued.locator('.mono').getAttribute('title'))

    expect(watched.wrongs).toEqual([])
  })

  it('says of a second import of the same workbook that nothing would change', async () => {
    await createBook('山溪乡', /15 个机构/)
    await importSample()
    await page.getByRole('button', { name: '再导入一份' }).click()
    await page.getByTestId('import-sample').click()
    await page.getByText('与编制本一致，没有要导入的变动').waitFor()
    expect(await page.getByTestId('import-next').isDisabled()).toBe(true)
    expect(watched.wrongs).toEqual([])
  })

  it('refuses a numeric ID number with sheet, row and reason, shows the repair, and lets the good rows in only when told to', async () => {
    await createBook('山溪乡', /15 个机构/)
    await page
      .getByTestId('import-file')
      .setInputFiles({ name: '数字身份证.xlsx', mimeType: XLSX_TYPE, buffer: rosterWithNumericId() })
    const blocked = page.getByRole('alert')
    await blocked.waitFor()
    expect(await blocked.innerText()).toMatch(/1 行被拒绝.*\n*.*人员花名册.*第 2 行 身份证号/s)
    expect(await page.getByTestId('import-next').isDisabled()).toBe(true)
    const refused = page.locator('.proof-row', { hasText: '祝一帆' })
    expect(await refused.locator('.proof-margin').innerText()).toContain('拒绝')
    expect(await refused.locator('.cell-refused').count()).toBe(1)
    expect(
      (await page.locator('.proof-row', { hasText: '祝二梅' }).locator('.margin-repaired').innerText()).replaceAll(
        /\s+/g,
        ' ',
      ),
    ).toContain('362201 19860506 9927 → 362201198605069927')

    await page.getByLabel('只导入没有问题的行').check()
    await expect.poll(() => page.getByTestId('import-next').isEnabled()).toBe(true)
    await page.getByTestId('import-next').click()
    await page.getByTestId('import-commit').click()
    await expect.poll(() => page.getByTestId('import-result').textContent()).toContain('新增 2 行')
    await page.getByRole('link', { name: '看人员名单' }).click()
    await page.getByText('祝三江').first().waitFor()
    expect(await page.getByText('祝一帆').count()).toBe(0)
    expect(watched.wrongs).toEqual([])
  })

  it('takes a dropped file, and finds the proof again after a look at another screen', async () => {
    await createBook('山溪乡', /15 个机构/)
    const dropped = await page.evaluateHandle(
      ({ base64, name }) => {
        const transfer = new DataTransfer()
        transfer.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0)], name))
        return transfer
      },
      { base64: rosterWithNumericId().toString('base64'), name: '拖来的.xlsx' },
    )
    await page.dispatchEvent('.drop-place', 'drop', { dataTransfer: dropped })
    await page.locator('.proof-row', { hasText: '祝一帆' }).waitFor()
    await goTo('核查')
    await page.goBack()
    await page.locator('.proof-row', { hasText: '祝一帆' }).waitFor()
    expect(watched.wrongs).toEqual([])
  })

  it('hands out an empty roster with drop-downs; filled in, it comes back without a question', async () => {
    await createBook('空白乡', /空白/)
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('blank-file').click()])
    expect(download.suggestedFilename()).toBe('编制实名制花名册（空白表）.xlsx')
    // As it is, it says so and does not pass for a sheet that agrees with the book.
    await page
      .getByTestId('import-file')
      .setInputFiles({ name: '空白.xlsx', mimeType: XLSX_TYPE, buffer: readFileSync(await download.path()) })
    await page.getByText('表里只有表头，没有一行内容').waitFor()
    await page.getByRole('button', { name: '换一个文件' }).click()
    const filled = await fillBlank(readFileSync(await download.path()), {
      编制核定: [{ 机构名称: '党政综合办公室', 编制类型: '行政编制', 核定编制数: 2, 批准文号: '山编发〔2024〕1号' }],
      花名册: [
        {
          所在机构: '党政综合办公室',
          姓名: '祝三江',
          性别: '男',
          身份证号: inventedId('1985-06-03'),
          民族: '汉族',
          编制类型: '行政编制',
          进入方式: '公开招聘',
        },
      ],
    })
    await page
      .getByTestId('import-file')
      .setInputFiles({ name: '花名册.xlsx', mimeType: XLSX_TYPE, buffer: Buffer.from(filled) })
    await expect
      .poll(() => page.getByTestId('import-summary').textContent())
      .toBe('将新增 2 行（编制 1 条、1 人），修正 0 处，拒绝 0 行。')
    await page.getByTestId('import-next').click()
    await page.getByTestId('import-commit').click()
    await expect.poll(() => page.getByTestId('import-result').textContent()).toContain('新增 2 行')
    expect(watched.wrongs).toEqual([])
  })

  it('reads again when a column is put right by hand', async () => {
    await createBook('空白乡', /空白/)
    await page.getByTestId('import-sample').click()
    await page.getByTestId('import-next').waitFor()
    // Sixteen columns are wider than the window: the last heads come into sight when she scrolls.
    await page.locator('.cells-scroll').evaluate((sheet) => {
      sheet.scrollLeft = sheet.scrollWidth
    })
    const column = page.getByLabel('P 列（备注）认作')
    expect(await column.inputValue()).toBe('remark')
    await column.selectOption('')
    await expect.poll(() => page.getByLabel('P 列（备注）认作').inputValue()).toBe('')
    await page.getByLabel('这张表是').selectOption('ignored')
    await expect.poll(() => page.getByTestId('import-summary').textContent()).toContain('将新增 15 行（编制 15 条）')
    expect(watched.wrongs).toEqual([])
  })

  it('says what is wrong in place: a mobile phone on the notice, a year without a holiday table, an empty list', async () => {
    await createBook('山溪乡', /15 个机构/)
    await goTo('公示与报表')
    await page.getByText('在编名单是空的').waitFor()
    await goTo('导入')
    await importSample()
    await goTo('公示与报表')
    await page.getByLabel('监督电话').fill('13800000000')
    await page.getByText('是 11 位手机号，不宜张贴').waitFor()
    expect(await page.getByTestId('notice-issue').isDisabled()).toBe(true)
    await page.getByLabel('监督电话').fill('')
    await page.getByLabel('张贴日').fill('2035-12-30')
    await page.getByText('没有 2035 年的放假安排').waitFor()
    await page.getByLabel('张贴日').fill('2026-01-05')
    await page.getByText(/张贴日 2026-01-05 在名单截至日/).waitFor()
    await page.getByLabel('长期公开，不设截止日').check()
    await page.getByLabel('张贴日').fill('2035-12-30')
    await expect.poll(() => page.getByTestId('notice-issue').isEnabled()).toBe(true)
    expect(watched.wrongs).toEqual([])
  })

  it('backs up, checks, and goes back to a backup with the present state kept', async () => {
    await createBook('山溪乡', /15 个机构/)
    await goTo('备份与安全')
    await page.getByTestId('backup-now').click()
    await page.getByRole('dialog').getByText('已备份并校验').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click()
    await goTo('导入')
    await importSample()
    await goTo('备份与安全')
    await page.getByTestId('verify').click()
    await expect.poll(() => page.getByTestId('verify-result').textContent()).toContain('完好')
    const manual = page.getByTestId('backup-row').filter({ hasText: '手动备份' })
    await manual.getByRole('button', { name: '恢复到这一份…' }).click()
    const dialog = page.getByRole('dialog')
    expect(await dialog.innerText()).toContain('53 人')
    await dialog.getByRole('button', { name: '恢复', exact: true }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByTestId('backup-row').filter({ hasText: '恢复前' }).waitFor()
    await goTo('人员')
    await expect.poll(() => page.getByText('赵建国').count()).toBe(0)
    expect(watched.wrongs).toEqual([])
  })

  it('offers a password first, prints the sheet, locks, asks each person, and opens by the sheet', async () => {
    await page.getByLabel('乡镇名称').fill('加密乡')
    await page.getByLabel('您的姓名').fill('王管理')
    await page.getByLabel('密码', { exact: true }).fill('12345678')
    await page.getByTestId('create-book').click()
    await page.getByText('是键盘或数字的顺序').waitFor()
    await page.getByLabel('密码', { exact: true }).fill('八个字的密码在此')
    await page.getByLabel('再输一次密码').fill('八个字的密码不同')
    await page.getByText('两次输入的密码不一样').waitFor()
    await page.getByLabel('再输一次密码').fill('八个字的密码在此')
    await page.getByTestId('create-book').click()
    const code = (await page.getByTestId('recovery-code').textContent()) ?? ''
    expect(code).toMatch(/^(\w{4}-){6}\w{4}$/)
    // The password is set: nothing is cancelled by putting the sheet away, and the import stands behind it.
    await page.getByRole('button', { name: '以后再打印' }).waitFor()
    await expect.poll(() => new URL(page.url()).hash).toContain('import')
    await page.getByRole('button', { name: '已打印或抄好' }).click()
    await page.getByTestId('import-sample').waitFor()

    await page.getByRole('link', { name: /备份/ }).first().click()
    await page.getByRole('button', { name: '增加用户' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('姓名').fill('李审核')
    await dialog.getByLabel('新密码').fill('第三格抽屉里')
    await dialog.getByLabel('再输一次').fill('第三格抽屉里')
    await dialog.getByLabel('您自己的密码').fill('八个字的密码在此')
    await dialog.getByRole('button', { name: '确定' }).click()
    await page.getByRole('table', { name: '用户' }).getByText('李审核').waitFor()
    await page.getByRole('button', { name: '现在锁定' }).click()
    await page.getByRole('heading', { name: '已锁定' }).waitFor()
    await expect.poll(() => page.getByText('李审核').isVisible()).toBe(false)
    await page.getByLabel('密码', { exact: true }).fill('第三格抽屉里')
    await page.getByRole('button', { name: '解锁' }).click()
    await page.getByText('李审核（您）').waitFor()
    await app.close()

    app = await startApp(folder.path)
    await page.context().close()
    watched = await openPage(browser, app.address)
    page = watched.page
    await page.getByRole('button', { name: '加密乡' }).click()
    const place = page.getByRole('list', { name: '最近的编制本' })
    await place.getByLabel('密码').fill('错的密码错的密码')
    await place.getByRole('button', { name: '打开' }).click()
    await page.getByText('密码不对，请重新输入').waitFor()
    await place.getByRole('button', { name: '忘了密码' }).click()
    await page.getByLabel('恢复单上的号码').fill(code)
    await page.getByLabel('您的姓名').last().fill('王管理')
    await page.getByLabel('新密码', { exact: true }).fill('芦苇荡里的船')
    await page.getByLabel('再输一次新密码').fill('芦苇荡里的船')
    await page.getByRole('button', { name: '打开并设新密码' }).click()
    await page.getByRole('link', { name: '总览', exact: true }).waitFor()
    expect(watched.wrongs).toEqual([])
  })
})
