import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { windowPerTest } from './sample-window.ts'

/* Registering what happened, by keyboard alone: no test in here clicks. */

let page: Page
let wrongs: readonly string[]
let folder: string

const { absent, skipped } = await windowPerTest(async (opened) => {
  page = opened.page
  wrongs = opened.wrongs
  folder = opened.folder
  await tabTo(page.getByRole('button', { name: /示例乡/ }))
  await press('Enter')
  await page.getByRole('link', { name: '总览', exact: true }).waitFor()
})

const press = (key: string) => page.keyboard.press(key)

/** Tab until the element has the focus: what cannot be reached so is a failure. */
async function tabTo(target: Locator, back = false): Promise<void> {
  await target.first().waitFor()
  for (let step = 0; step < 150; step += 1) {
    if (await target.first().evaluate((element) => element === document.activeElement)) return
    await press(back ? 'Shift+Tab' : 'Tab')
  }
  throw new Error(`not reached by Tab: ${String(target)}`)
}

async function goTo(screen: string): Promise<void> {
  await tabTo(page.getByRole('navigation').getByRole('link', { name: screen, exact: true }))
  await press('Enter')
}

async function openTab(name: string): Promise<void> {
  await tabTo(page.getByRole('tab', { selected: true }))
  for (let step = 0; step < 6 && (await page.getByRole('tab', { selected: true }).textContent()) !== name; step += 1)
    await press('ArrowRight')
}

/** A list is walked by arrow until it shows the words. */
async function choose(label: string, words: string): Promise<void> {
  const list = field(label)
  await tabTo(list)
  for (let step = 0; step < 40; step += 1) {
    if ((await list.evaluate((element) => (element as HTMLSelectElement).selectedOptions[0]?.textContent)) === words)
      return
    await press('ArrowDown')
  }
  throw new Error(`${label} has no ${words}`)
}

async function type(label: string, words: string): Promise<void> {
  await tabTo(field(label))
  await page.keyboard.insertText(words)
}

async function pickPerson(initials: string, name: string): Promise<void> {
  await tabTo(field('人员'))
  await page.keyboard.type(initials)
  await page.getByRole('option', { name: new RegExp(name) }).waitFor()
  await press('Enter')
}

/** Labels carry a star where the field must be filled. */
const field = (label: string) => page.getByRole('form').getByLabel(new RegExp(`^${label}\\*?$`))
const sentence = () => page.getByTestId('sentence').first().textContent()
const toast = () => page.getByTestId('toast').innerText()

async function figureOf(unit: string): Promise<string> {
  await goTo('机构编制')
  return (
    await page
      .getByRole('row', { name: new RegExp(unit) })
      .first()
      .innerText()
  ).replaceAll(/\s+/g, ' ')
}

async function fillEntry(unit: string, category: string): Promise<void> {
  await goTo('变动')
  await page.getByLabel('发生了什么').waitFor()
  await page.keyboard.insertText('录用')
  await press('Enter')
  await tabTo(page.getByRole('radio', { name: '编制本里已有' }))
  await press('ArrowRight')
  await type('姓名', '祝新来')
  await choose('机构', unit)
  await type('岗位', '办事员')
  await choose('编制类型', category)
  await choose('进入方式', '考试录用应届毕业生')
}

describe.skipIf(absent)(`changes by keyboard in a real browser${skipped}`, () => {
  it('registers an entry with its sentence, takes it back with Ctrl+Z, does it again with Ctrl+Y, and the change sheet balances', async () => {
    const before = await figureOf('农业综合服务中心')
    await fillEntry('农业综合服务中心', '事业编制')
    await type('文号', '山编办〔2026〕9号')
    await expect
      .poll(sentence)
      .toBe(
        '农业综合服务中心 事业编制 10，实有 8，本次后 9，空编 1。依据：山编办〔2006〕12号（核定），山编办〔2026〕9号（本次）。',
      )
    await press('Enter')
    await expect.poll(toast).toMatch(/已登记，可撤销.*祝新来/s)

    await press('Control+z')
    await expect.poll(toast).toMatch(/已撤销.*祝新来/s)
    expect(await figureOf('农业综合服务中心')).toBe(before)
    await press('Control+y')
    await expect.poll(toast).toMatch(/已重做.*祝新来/s)
    await expect.poll(async () => figureOf('农业综合服务中心')).not.toBe(before)
    await press('Control+z')
    await expect.poll(toast).toMatch(/已撤销/)
    await press('Control+Shift+z')
    await expect.poll(toast).toMatch(/已重做/)

    await goTo('变动')
    await openTab('增减变动表')
    const line = page.getByTestId('equation-institution')
    await expect
      .poll(async () => (await line.innerText()).replaceAll(/\s+/g, ' '))
      .toBe('事业编制 25 ＋ 1 − 0 ± 0 ＝ 26 平')
    expect(await page.getByRole('row', { name: /祝新来/ }).innerText()).toContain('考试录用应届毕业生')
    expect(wrongs).toEqual([])
  })

  it('stops an entry over quota, names what is missing, and takes it with reason, document and planned end', async () => {
    await fillEntry('党政综合办公室', '行政编制')
    await expect.poll(() => page.getByTestId('needs').textContent()).toBe('还缺：理由、文号、计划消化日期')
    expect(await page.getByTestId('created').first().innerText()).toMatch(/^拦截\s*党政综合办公室/)
    await tabTo(page.getByTestId('event-add'))
    await press('Enter')
    await expect
      .poll(() => page.getByRole('form').getByRole('alert').allInnerTexts())
      .toContainEqual(expect.stringMatching(/^(还缺|按规则不能登记)/))
    await tabTo(field('计划消化'), true)
    await page.keyboard.insertText('20271231')
    await type('文号', '山编办〔2026〕10号')
    await type('理由', '省委组织部统一安置')
    await expect.poll(() => page.getByTestId('needs').count()).toBe(0)
    expect(await page.getByTestId('created').first().innerText()).toMatch(/^记录/)
    await press('Enter')
    await expect.poll(toast).toMatch(/已登记，可撤销/)
    expect(wrongs).toEqual([])
  })

  it('comes filled in from another screen: who, where, which post', async () => {
    const { unitId, personId } = await page.evaluate(async () => {
      const ask = async (name: string) => {
        const reply = await fetch(`/call/${name}`, {
          method: 'POST',
          headers: {
            authorization: `Bearer ${sessionStorage.getItem('dingbian.token') ?? ''}`,
            'content-type': 'application/json',
          },
          body: '{}',
        })
        return (
          (await reply.json()) as {
            readonly value: {
              readonly units: readonly { readonly unitId: string; readonly name: string }[]
              readonly people: readonly { readonly personId: string; readonly name: string }[]
            }
          }
        ).value
      }
      const units = await ask('units.read')
      const roster = await ask('roster.read')
      return {
        unitId: units.units.find((unit) => unit.name === '社会事务办公室')?.unitId ?? '',
        personId: roster.people.find((person) => person.name === '沈桂芳')?.personId ?? '',
      }
    })
    await page.evaluate(
      (hash) => void (globalThis.location.hash = hash),
      `#/changes?event=move&who=${personId}&unit=${unitId}&category=administrative&post=%E7%A7%91%E5%91%98`,
    )
    await expect.poll(() => field('人员').inputValue()).toBe('沈桂芳')
    await expect
      .poll(() => page.getByTestId('sentence').allTextContents())
      .toEqual([
        expect.stringMatching(/^党政综合办公室 行政编制 5，实有 6，本次后 5/),
        expect.stringMatching(/^社会事务办公室 行政编制 3，实有 2，本次后 3/),
      ])
    await tabTo(field('岗位'))
    await press('Enter')
    await expect.poll(toast).toMatch(/已登记，可撤销/)
    expect(wrongs).toEqual([])
  })

  it('leaves Ctrl+Z in a text field to the text, and finds a person by pinyin', async () => {
    await goTo('变动')
    await page.getByLabel('发生了什么').waitFor()
    await page.keyboard.insertText('退休')
    await press('Control+z')
    expect(await page.getByLabel('发生了什么').inputValue()).toBe('')
    expect(await page.getByTestId('toast').count()).toBe(0)
    await page.keyboard.insertText('退休')
    await press('Enter')
    await pickPerson('zjg', '赵建国')
    expect(await field('人员').inputValue()).toBe('赵建国')
    await choose('退出原因', '离（退）休')
    await page.getByLabel('退休审批表').waitFor()
    await expect.poll(sentence).toMatch(/^乡领导班子 行政编制 8，实有 8，本次后 7/)
    expect(wrongs).toEqual([])
  })

  it('takes an entry back days later from the history, refuses with the later entries named, and keeps a scan with its document', async () => {
    await goTo('变动')
    await page.getByLabel('发生了什么').waitFor()
    await page.keyboard.insertText('辞职')
    await press('Enter')
    await pickPerson('zjg', '赵建国')
    await choose('退出原因', '辞去公职')
    for (const proof of ['辞职申请', '单位研究意见']) {
      await tabTo(page.getByLabel(proof))
      await press('Space')
    }
    await type('文号', '山编办〔2026〕9号')
    await page.getByTestId('sentence').waitFor()
    await press('Enter')
    await expect.poll(toast).toMatch(/已登记，可撤销/)
    await openTab('历史')
    await tabTo(page.getByRole('button', { name: '撤销这条：第 2 条' }))
    await press('Enter')
    const refusal = page.getByRole('alert').filter({ hasText: '不能撤销第 2 条' })
    await refusal.waitFor()
    await tabTo(refusal.getByRole('button', { name: '看第 3 条' }), true)
    await press('Enter')
    await expect.poll(() => page.getByRole('complementary', { name: '变动详情' }).innerText()).toContain('赵建国')
    await press('Escape')
    await page.getByRole('complementary', { name: '变动详情' }).waitFor({ state: 'detached' })

    await openTab('依据文件')
    // Listened for well before the key: the browser needs a moment to hand its chooser over.
    const chooser = page.waitForEvent('filechooser')
    const scan = join(folder, '批复.png')
    writeFileSync(
      scan,
      Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
        'base64',
      ),
    )
    await tabTo(page.getByRole('button', { name: '给 山编办〔2026〕9号 附扫描件' }))
    await press('Enter')
    await (await chooser).setFiles(scan)
    await tabTo(page.getByRole('button', { name: '批复.png' }))
    await press('Enter')
    await expect
      .poll(() =>
        page
          .getByRole('img', { name: '扫描件 批复.png' })
          .evaluate((image) => (image as HTMLImageElement).naturalWidth),
      )
      .toBe(1)
    expect(wrongs).toEqual([])
  })
})
