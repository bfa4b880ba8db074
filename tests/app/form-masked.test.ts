import { expect, it } from 'vitest'
import { importForms } from '../../electron/app/records/lrmx/import-forms.ts'
import { lookAtForm } from '../../electron/app/records/lrmx/look-at-form.ts'
import { previewForms } from '../../electron/app/records/lrmx/preview-forms.ts'
import { readPersonForm, revealPersonForm } from '../../electron/app/records/lrmx/read-forms.ts'
import { makeContext } from '../kit/context.ts'
import { seatPeople } from '../kit/people.ts'
import { entryCount, withTownship } from '../kit/township.ts'

/* What a person's record masks, their form masks too: before it comes in, when it has, and when it is read. */

const SECRETS = ['赣西某学院', '某小花', '某无称谓', '云溪小学', '记过一次', '1987.06', '1987-06'] as const
const FORM =
  '<?xml version="1.0" encoding="utf-8"?><Person><XingMing>季承平</XingMing><JiGuan>江西上高</JiGuan>' +
  '<JianLi>2001.09--2005.07  赣西某学院学习</JianLi><JiangChengQingKuang>因故记过一次</JiangChengQingKuang>' +
  '<JiaTingChengYuan><Item><ChengWei>妻子</ChengWei><XingMing>某小花</XingMing><ChuShengRiQi>198706</ChuShengRiQi>' +
  '<GongZuoDanWeiJiZhiWu>云溪小学教师</GongZuoDanWeiJiZhiWu></Item>' +
  '<Item><ChengWei></ChengWei><XingMing>某无称谓</XingMing></Item></JiaTingChengYuan></Person>'

const told = (value: object) => {
  const text = JSON.stringify(value)
  return SECRETS.filter((secret) => text.includes(secret))
}

it('a form says nothing of 简历, 家庭成员 and 奖惩 until somebody asked, and that is an entry', () =>
  withTownship(async (book) => {
    const [id = ''] = await seatPeople(book, [{ name: '季承平', unit: '财政所', category: 'institution' }])
    const context = makeContext(book)
    const fileId = context.stage('季.lrmx', Buffer.from(FORM))

    const preview = await previewForms({ fileIds: [fileId] }, context)
    expect(told(preview)).toEqual([])
    const shown = Object.fromEntries(preview.differences.map(({ field, to, masked }) => [field, { to, masked }]))
    expect(shown).toMatchObject({
      nativePlace: { to: '江西上高', masked: false },
      resume: { to: '2001.09--2005.07  赣***', masked: true },
      family: { masked: true },
      honours: { to: '因***', masked: true },
    })
    expect(shown['family']?.to).toMatch(/^妻子，\*\*\*/)

    const before = await entryCount(book)
    const looked = await lookAtForm({ fileId, reason: '核对' }, context)
    expect(looked.differences.map(({ field }) => field)).toEqual(['resume', 'honours', 'family'])
    expect(told(looked)).toEqual(SECRETS.filter((secret) => secret !== '1987-06'))
    expect(await entryCount(book)).toBe(before + 1)
    const entries = book.raw.prepare('SELECT * FROM journal').all()
    expect(told(entries)).toEqual([])
    expect(JSON.stringify(entries)).toContain('待导入的任免审批表')

    expect(told(await importForms({ fileIds: [fileId] }, context))).toEqual([])
    const read = await readPersonForm({ person: id }, context)
    expect(told(read)).toEqual([])
    expect(read).toMatchObject({ nativePlace: '江西上高', resume: [{ from: '2001-09', to: '2005-07', text: '赣***' }] })
    // Control: asked for, it is all there.
    const whole = await revealPersonForm({ person: id, reason: '核对' }, context)
    expect(told(whole)).toEqual(SECRETS.filter((secret) => secret !== '1987.06'))
    expect(await entryCount(book)).toBe(before + 3)
  }))

it('who hands the file over may see whole what it says; what the book says only with the import, which is an entry', () =>
  withTownship(async (book) => {
    await seatPeople(book, [{ name: '季承平', unit: '财政所', category: 'institution' }])
    const context = makeContext(book)
    const first = context.stage('季.lrmx', Buffer.from(FORM))
    const preview = await previewForms({ fileIds: [first], whole: true }, context)
    expect(told(preview.differences.map(({ to }) => to))).toEqual(SECRETS.filter((secret) => secret !== '1987-06'))
    await importForms({ fileIds: [first] }, context)
    const next = context.stage('季.lrmx', Buffer.from(FORM.replace('赣西某学院学习', '别处学习')))
    const [resume] = (await previewForms({ fileIds: [next], whole: true }, context)).differences
    expect(resume).toMatchObject({ field: 'resume', from: '2001.09--2005.07  赣***', masked: true })
    expect(resume?.to).toContain('别处学习')
    const done = await importForms({ fileIds: [next], whole: true }, context)
    expect(done.differences[0]).toMatchObject({ from: '2001.09--2005.07  赣西某学院学习', masked: false })
  }))
