import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { CARD_TARGETS } from '../../electron/vocabulary/change-cards.ts'
import { inventedId } from '../kit/snapshot.ts'
import { sampleWindow } from './sample-window.ts'

/* One entry, typed once, carried to four systems: from the saved event to its card, each row copied whole, ticked, and gone from 待办. */

const ID = inventedId('1998-05-17', '女')
const NAME = '童小雨'
/** What the clerk types, once: the label of the form and the words. */
const TYPED = {
  姓名: NAME,
  身份证号: ID,
  出生年月: '1998-05',
  参加工作时间: '2026-07',
  籍贯: '江西抚州',
  入党时间: '2019-06',
  联系电话: '13800001111',
  毕业院校: '江西师范大学',
  民族: '畲族',
  政治面貌: '中共党员',
  学历: '大学本科',
} as const

let page: Page
const { absent, skipped, wrongs } = await sampleWindow(async (opened) => {
  page = opened
  page.setDefaultTimeout(15_000)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('link', { name: '变动', exact: true }).click()
})

const field = (label: string) => page.getByRole('form').getByLabel(new RegExp(`^${label}\\*?$`))
const target = (title: string) => page.getByRole('region', { name: title, exact: true })
const clipboard = () => page.evaluate(() => navigator.clipboard.readText())

/** The row a system gets, by its own heads. */
async function copiedRow(title: string): Promise<ReadonlyMap<string, string>> {
  await target(title).getByRole('button', { name: '连表头' }).click()
  await page.getByText('已复制').first().waitFor()
  const [heads = '', values = ''] = (await clipboard()).split('\n')
  const cells = values.split('\t')
  return new Map(heads.split('\t').map((head, place) => [head, cells[place] ?? '(none)']))
}

describe.skipIf(absent)(`变动卡${skipped}`, () => {
  it('an entry is typed once', async () => {
    await page.getByRole('button', { name: /^入编/ }).first().click()
    await page.getByRole('radio', { name: '新来的人' }).check()
    for (const [label, words] of Object.entries(TYPED)) await field(label).fill(words)
    await field('性别').selectOption({ label: '女' })
    await field('机构').selectOption({ label: '社会事务办公室' })
    await field('岗位').fill('干事')
    await field('编制类型').selectOption({ label: '行政编制' })
    await field('进入方式').selectOption({ label: '考试录用应届毕业生' })
    await field('文号').fill('山编核〔2026〕9号')
    await page.getByTestId('event-add').click()
    await page.getByTestId('event-card').click()
    const card = page.getByRole('region', { name: `${NAME}入编变动卡` })
    await card.waitFor()
    expect(await card.getByTestId('card-target').count()).toBe(CARD_TARGETS.length)
  })

  it('is carried to four systems without a key being pressed', async () => {
    await page.evaluate(() => {
      const counted = globalThis as unknown as { typed: number }
      counted.typed = 0
      for (const kind of ['keydown', 'input', 'paste'])
        document.addEventListener(kind, (event) => {
          // A tick is no text.
          if (!(event.target instanceof HTMLInputElement && event.target.type === 'checkbox')) counted.typed += 1
        })
    })
    expect(await page.locator('body').innerText()).not.toContain(ID)
    // Asked for whole numbers, it says that looking is written down; the reason stands there already.
    await target('编办实名制系统').getByRole('button', { name: '复制一行' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '显示' }).click()
    await page.getByText(ID).first().waitFor()
    const rows = new Map<string, ReadonlyMap<string, string>>()
    for (const { title, columns } of CARD_TARGETS) {
      const row = await copiedRow(title)
      expect([...row.keys()]).toEqual(columns.map((column) => column.title))
      rows.set(title, row)
    }
    const of = (title: string) => Object.fromEntries(rows.get(title) ?? [])
    expect(of('编办实名制系统')).toMatchObject({
      变动类型: '入编',
      批准文号: '山编核〔2026〕9号',
      所在机构: '社会事务办公室',
      姓名: NAME,
      性别: '女',
      身份证号: ID,
      编制类别: '行政编制',
      进入形式: '考试录用应届毕业生',
      职务: '干事',
      出生日期: '1998-05',
      民族: '畲族',
      政治面貌: '中共党员',
      学历: '大学本科',
      参加工作时间: '2026-07',
    })
    expect(of('公务员管理系统')).toMatchObject({
      公民身份号码: ID,
      性别代码: '2',
      出生年月: '199805',
      籍贯: '江西抚州',
      民族代码: '22',
      参加工作时间: '202607',
      政治面貌代码: '01',
      入党时间: '201906',
      现工作单位及职务全称: '社会事务办公室干事',
      学历代码: '21',
      毕业院校: '江西师范大学',
      编制类型代码: '1',
      '进入（退出）方式代码': '21',
    })
    expect(of('工资（财政供养）系统')).toMatchObject({
      身份证号: ID,
      部门: '社会事务办公室',
      依据文号: '山编核〔2026〕9号',
    })
    expect(of('党员信息系统')).toMatchObject({ 公民身份号码: ID, 出生日期: '1998-05-17', 联系电话: '13800001111' })
    // Nothing she typed is missing where a system asks for it: what is empty was never told.
    expect(
      Object.fromEntries(
        [...rows].map(([title, row]) => [title, [...row].filter(([, value]) => value === '').map(([head]) => head)]),
      ),
    ).toEqual({
      编办实名制系统: ['编制经费形式', '职级', '职称', '原机构', '原职务'],
      公务员管理系统: [
        '出生地',
        '健康状况',
        '人员类别代码',
        '现职务层次代码',
        '现职级代码',
        '任现职级时间',
        '专业技术职务',
      ],
      '工资（财政供养）系统': ['人员身份', '经费形式', '职级', '岗位等级'],
      党员信息系统: ['户籍所在地'],
    })
    expect(await page.evaluate(() => (globalThis as unknown as { typed: number }).typed)).toBe(0)
  })

  it('one value by itself; the ticks empty 待办', async () => {
    await target('工资（财政供养）系统').getByRole('button', { name: '复制依据文号' }).click()
    await expect.poll(clipboard).toBe('山编核〔2026〕9号')
    const due = async () => {
      await page.getByRole('link', { name: '核查', exact: true }).click()
      await page.getByRole('link', { name: '待办' }).click()
      await page.getByTestId('duty').first().waitFor()
      return page.getByTestId('duty').filter({ hasText: `${NAME}入编` })
    }
    await (await due()).getByRole('button', { name: /还差 4 个系统/ }).click()
    for (const { title } of CARD_TARGETS) {
      await target(title).getByRole('checkbox', { name: '已录入' }).click()
      await target(title)
        .getByText(/已录入 \d\d-\d\d/)
        .waitFor()
    }
    const left = await due()
    await expect.poll(() => left.count()).toBe(0)
  })

  it('is reached from the history, and its systems are hers', async () => {
    await page.getByRole('link', { name: '变动', exact: true }).click()
    await page.getByRole('tab', { name: '历史' }).click()
    await page
      .getByRole('gridcell', { name: new RegExp(`${NAME}.*入编|入编.*${NAME}`) })
      .last()
      .click()
    await page.getByRole('button', { name: '变动卡' }).click()
    await target('党员信息系统').waitFor()
    await page.getByRole('button', { name: '报送系统和栏目…' }).click()
    await page.getByRole('tab', { name: /党员信息系统/ }).click()
    await page.getByLabel('系统名称').fill('党建云平台')
    await page.getByRole('button', { name: '第 2 项上移' }).click()
    await page.getByRole('button', { name: '删去第 13 项' }).click()
    await page.getByRole('button', { name: '保存' }).click()
    const heads = target('党建云平台').getByRole('rowheader')
    await expect.poll(() => heads.allTextContents()).toHaveLength(12)
    expect((await heads.allTextContents()).slice(0, 2)).toEqual(['公民身份号码', '姓名'])
    expect(wrongs()).toEqual([])
  })
})
