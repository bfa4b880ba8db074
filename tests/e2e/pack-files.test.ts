import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { packFileText } from '../../electron/app/packs/write-pack-file.ts'
import type { LocalPack } from '../../electron/domain/model/local-pack.ts'
import { sampleWindow } from './sample-window.ts'

/* 规则包: a pack and a year's 放假安排 from a file. Shown before they go in; what is damaged or something else is refused and changes nothing. */

let page: Page
const { absent, skipped, folder, wrongs } = await sampleWindow(async (opened) => {
  page = opened
  page.setDefaultTimeout(15_000)
  await page.getByRole('link', { name: '核查', exact: true }).click()
  await page.getByRole('link', { name: '规则包', exact: true }).click()
})

const file = (name: string, content: string) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const dialog = () => page.getByRole('dialog')
const confirm = () => dialog().getByRole('button', { name: '导入', exact: true })
const lines = () =>
  page.getByRole('navigation', { name: '规则包', exact: true }).locator('.packs-title').allTextContents()
const tab = (name: string) => page.getByRole('tab', { name, exact: true }).click()
const years = () => page.getByRole('table', { name: '放假安排' }).getByRole('rowheader').allTextContents()
const choose = (path: string) => dialog().locator('input[type=file]').setInputFiles(path)
/** The dialog says this of a file it will not take; 导入 stays grey. */
const refuses = async (path: string, words: string) => {
  await choose(path)
  await dialog().getByRole('alert').filter({ hasText: words }).waitFor()
  expect(await confirm().isDisabled()).toBe(true)
}

const PACK: LocalPack = {
  id: 'local-beiling',
  basePackId: 'seed-000',
  title: '北岭县规则',
  locality: '北岭县',
  note: '',
  date: '2026-01-01',
  packFrom: null,
  rules: { A3: { severity: 'warning', off: null } },
  parameters: {
    leadershipQuota: {
      value: 9,
      document: null,
      documentNumber: '北编办〔2026〕3号',
      date: '2026-02-01',
      clause: null,
    },
  },
}

/** What failed in the dialog does not stand in the way of the next test. */
const leave = async () => {
  if ((await dialog().count()) > 0) await page.keyboard.press('Escape')
}

describe.skipIf(absent)(`导入规则包${skipped}`, () => {
  afterEach(leave)
  beforeEach(async () => {
    await tab('规则包')
    await page.getByRole('button', { name: '导入规则包…' }).click()
  })

  it('refuses what is damaged and what is something else, and changes nothing', async () => {
    const before = await lines()
    await refuses(
      file('坏.json', packFileText(PACK).replace('"value": 9', '"value": 8')),
      '坏.json 不能用作规则包：校验码不符，文件不完整或被改动过，请向对方重新要一份。编制本没有改动。',
    )
    await refuses(
      file('半.json', packFileText(PACK).slice(0, 200)),
      '半.json 不能用作规则包：内容不是定编的规则包。编制本没有改动。',
    )
    await refuses(
      file('别.json', '{"year":2027,"days":[]}'),
      '别.json 不能用作规则包：内容不是定编的规则包。编制本没有改动。',
    )
    await refuses(
      file('胖.json', `${packFileText(PACK)}${' '.repeat(2_000_000)}`),
      '胖.json 不能用作规则包：内容不是定编的规则包。编制本没有改动。',
    )
    await refuses(
      file('新.json', packFileText(PACK).replace('"version": 1', '"version": 2')),
      '由更新版本的定编写成，请升级程序',
    )
    await dialog().getByRole('button', { name: '取消' }).click()
    expect(await lines()).toEqual(before)
  })

  it('shows what is in it and what it would change, then takes it in without putting it in force', async () => {
    const before = await lines()
    await choose(file('北岭.json', packFileText(PACK)))
    await dialog()
      .getByText('“北岭县规则”，依据“深化乡镇机构改革工作实施方案”。编制本里还没有它，导入后不会自动换用。')
      .waitFor()
    const changes = dialog().getByRole('table', { name: '改动' })
    expect(
      await changes
        .getByRole('row', { name: /^乡领导职数/ })
        .getByRole('cell')
        .allTextContents(),
    ).toEqual([expect.stringContaining('8'), '9 名（北编办〔2026〕3号，2026-02-01）'])
    await changes.getByRole('row', { name: /^A3 空编率过高/ }).waitFor()
    await dialog()
      .getByText(/问题新出现 \d+ 条，不再有 \d+ 条/)
      .waitFor()
    await confirm().click()
    await page.getByRole('region', { name: '北岭县规则', exact: true }).getByText('北编办〔2026〕3号').waitFor()
    expect(await lines()).toEqual([...before, '北岭县规则'])
    const line = page
      .getByRole('navigation', { name: '规则包', exact: true })
      .getByRole('button', { name: /^北岭县规则/ })
    expect([await line.getByText('本地').count(), await line.getByText('正在使用').count()]).toEqual([1, 0])
  })

  it('a file chosen anew begins with nothing: what was shown before cannot go in by mistake', async () => {
    await choose(file('北岭.json', packFileText(PACK)))
    await dialog().getByRole('table', { name: '改动' }).waitFor()
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      dialog().getByLabel('规则包文件（.json）').click(),
    ])
    expect([
      await dialog().getByLabel('规则包文件（.json）').inputValue(),
      await dialog().getByRole('table', { name: '改动' }).count(),
      await confirm().isDisabled(),
    ]).toEqual(['', 0, true])
    await chooser.setFiles(file('大.json', ' '.repeat(20 * 1024 * 1024 + 1)))
    await dialog().getByRole('alert').filter({ hasText: '大.json 有 20.0 MB，超过 20 MB。' }).waitFor()
    expect(await confirm().isDisabled()).toBe(true)
  })

  it('in place of the one of its number; another of its name is refused; and undone', async () => {
    const next: LocalPack = {
      ...PACK,
      title: '北岭县规则（二）',
      rules: { A3: { severity: null, off: { reason: '另有用编计划', by: '经办人', on: '2026-03-01' } } },
    }
    await refuses(
      file('同名.json', packFileText({ ...PACK, id: 'local-other' })),
      '已有名为“北岭县规则”的另一个规则包，请先给它改名',
    )
    await choose(file('北岭二.json', packFileText(next)))
    await dialog().getByText('替换编制本里的“北岭县规则”。').waitFor()
    expect(
      await dialog()
        .getByRole('table', { name: '改动' })
        .getByRole('row', { name: /^A3/ })
        .getByRole('cell')
        .allTextContents(),
    ).toEqual(['待查', '停用（另有用编计划）'])
    await confirm().click()
    await page.getByRole('region', { name: '北岭县规则（二）', exact: true }).waitFor()
    await page.keyboard.press('Control+z')
    await page.getByRole('region', { name: '北岭县规则', exact: true }).waitFor()
    expect((await lines()).filter((title) => title.startsWith('北岭县'))).toEqual(['北岭县规则'])
    expect(wrongs()).toEqual([])
  })
})

describe.skipIf(absent)(`导入放假安排${skipped}`, () => {
  const holidays = (year: number, more: object = {}) =>
    JSON.stringify({
      schema: 'dingbian-holidays',
      version: 1,
      year,
      notice: '',
      off: [
        [`${year}-01-01`, `${year}-01-03`],
        [`${year}-05-01`, `${year}-05-01`],
        [`${year}-10-01`, `${year}-10-07`],
      ],
      worked: [],
      ...more,
    })

  afterEach(leave)
  beforeEach(async () => {
    await tab('放假安排')
    await page.getByRole('button', { name: '导入一年的放假安排…' }).click()
  })

  it('refuses what is damaged and what is something else, and changes nothing', async () => {
    const before = await years()
    await refuses(
      file('断.json', holidays(2027).slice(0, 100)),
      '断.json 不能用作放假安排：内容不是放假安排。编制本没有改动。',
    )
    await refuses(file('包.json', packFileText(PACK)), '包.json 不能用作放假安排：没有写年份（year）。编制本没有改动。')
    await refuses(
      file(
        '缺.json',
        holidays(2027, {
          off: [
            ['2027-01-01', '2027-01-03'],
            ['2027-05-01', '2027-05-01'],
          ],
        }),
      ),
      '缺.json 不能用作放假安排：没有 2027 年国庆节的放假日。编制本没有改动。',
    )
    await refuses(file('平日.json', holidays(2027, { worked: ['2027-01-08'] })), '2027-01-08 不是周末，不用调休')
    await dialog().getByRole('button', { name: '取消' }).click()
    expect(await years()).toEqual(before)
  })

  it('a year that was not there, by the number of its notice', async () => {
    expect(await years()).not.toContain('2027')
    await choose(file('2027.json', holidays(2027, { worked: ['2027-01-09'] })))
    await dialog().getByText('2027 年：放假 1月1日—3日、5月1日、10月1日—7日；调休上班 1月9日。').waitFor()
    await dialog().getByText('文件里没有写').waitFor()
    await dialog().getByLabel('通知文号').fill('国办发明电〔2026〕7号')
    await confirm().click()
    const row = page.getByRole('row', { name: /^2027/ })
    await row.waitFor()
    expect(await row.getByRole('cell').allTextContents()).toEqual([
      '国办发明电〔2026〕7号  导入',
      '1月1日—3日、5月1日、10月1日—7日',
      '1月9日',
    ])
  })

  it('a year in place of the bundled one, by the file’s own number, and undone', async () => {
    await choose(file('2026.json', holidays(2026, { notice: '国办发明电〔2026〕1号', issuedOn: '2026-01-05' })))
    await dialog().getByText('替换原来的 2026 年安排（国办发明电〔2025〕7号）。').waitFor()
    await dialog().getByText('文件里写的是 国办发明电〔2026〕1号').waitFor()
    await confirm().click()
    await page.getByRole('row', { name: /^2026 国办发明电〔2026〕1号 2026-01-05 导入/ }).waitFor()
    await page.keyboard.press('Control+z')
    await page.getByRole('row', { name: /^2026 国办发明电〔2025〕7号/ }).waitFor()
    expect(wrongs()).toEqual([])
  })
})
