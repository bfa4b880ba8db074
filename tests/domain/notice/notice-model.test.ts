import { describe, expect, it } from 'vitest'
import { buildNotice } from '../../../electron/domain/notice/notice-model.ts'
import { NOTICE_LAYOUTS } from '../../../electron/domain/notice/notice-layout.ts'
import type { NoticeOptions } from '../../../electron/domain/notice/notice-texts.ts'
import { pageSize } from '../../../electron/domain/report/paper.ts'
import type { SheetModel } from '../../../electron/domain/report/sheet-model.ts'
import { BARRED_NAME, noticeFacts, NOTICE_OPTIONS, OVER_NAME } from '../../kit/notice-facts.ts'

const textsOf = (sheet: SheetModel) =>
  sheet.rows.flatMap((row) => row.cells.map((cell) => cell.text)).filter((text) => text !== '')
const facts = noticeFacts()
const notice = (options: Partial<NoticeOptions> = {}) =>
  buildNotice({ ...facts, options: { ...NOTICE_OPTIONS, ...options } })

describe('who and what may stand on the sheet', () => {
  it.each(['tree', 'table', 'nine', 'short'] as const)(
    '%s: everybody on the in-quota list once, nobody of the other lists',
    (layout) => {
      const { sheet, listed } = notice({ layout })
      const texts = textsOf(sheet)
      expect(listed).toBe(46)
      for (const name of facts.listedNames) {
        expect(texts.filter((text) => text === name || text === `${name}（借出）`)).toHaveLength(
          facts.listedNames.filter((other) => other === name).length,
        )
      }
      expect(texts.join('\n')).not.toContain(OVER_NAME)
      expect(texts.join('\n')).not.toContain(BARRED_NAME)
    },
  )
  it.each(NOTICE_LAYOUTS)(
    '%s: no ID number, no birth, no party, no card but where it is a column, even though the book has them',
    (layout) => {
      const marked = facts.snapshot.people.map((person) => ({
        ...person,
        idNumber: 'ID-MARK',
        birth: 'BIRTH-MARK',
        quotaCardNumber: 'CARD-MARK',
        politicalStatus: 'PARTY-MARK',
        disputedIdNumber: 'DISPUTE-MARK',
      }))
      const snapshot = {
        ...facts.snapshot,
        people: marked,
        holdings: facts.snapshot.holdings.map((holding) => ({ ...holding, remark: 'REMARK-MARK' })),
      }
      const index = { ...facts.index, person: (id: string) => marked.find((person) => person.id === id) }
      const { sheet } = buildNotice({ ...facts, snapshot, index, options: { ...NOTICE_OPTIONS, layout } })
      expect(JSON.stringify(sheet).replaceAll(layout === 'nine' ? 'CARD-MARK' : '', '')).not.toMatch(/-MARK/)
    },
  )
})

describe('the tree by office', () => {
  const texts = textsOf(notice().sheet)
  it('numbers sections and units and prints the nameplates beside the names', () => {
    expect(texts).toContain('1、乡领导班子（领导职数8名，行政编制8名，实有8名）')
    expect(texts).toContain('3、经济发展办公室（加挂安全生产监督管理办公室牌子）（行政编制2名，实有2名）')
    expect(texts).toContain('1、农业综合服务中心（加挂动植检疫站牌子）（事业编制10名，实有8名）')
  })
  it('says how many are listed where not everybody counted may be listed: the number equals the names below', () => {
    expect(texts).toContain(
      '2、党政综合办公室（加挂社会治安综合治理委员会办公室牌子）（行政编制5名，列入实名制名单5名）',
    )
    expect(texts).toContain('6、财政所（事业编制3名，列入实名制名单2名）')
    expect(texts).toContain('一、乡机关（行政编制23名，列入实名制名单22名）')
    expect(texts).toContain('二、乡属事业单位（事业编制28名，列入实名制名单24名）')
    expect(texts.find((text) => text.startsWith('说明：'))).toContain('另有人员按规定未纳入')
  })
  it('prints a concurrent post at its own unit, marked and not counted; not of somebody who is off the sheet', () => {
    expect(texts.filter((text) => text.includes('（兼任）'))).toEqual(['褚卫东（兼任）'])
    expect(texts.filter((text) => text === '褚卫东')).toHaveLength(1)
    expect(texts.filter((text) => text === '会计')).toHaveLength(1)
  })
  it('every 实有 and 列入 equals the names below it', () => {
    const { sheet } = notice()
    const said: number[] = []
    const counted: number[] = []
    for (const row of sheet.rows) {
      const [first] = row.cells
      if (first?.style === 'subheading') {
        said.push(Number(/(?:实有|列入实名制名单)(\d+)名）$/.exec(first.text)?.[1]))
        counted.push(0)
      } else if (first?.style === 'tableCentered') {
        counted.push(
          (counted.pop() ?? 0) +
            row.cells.filter((cell) => cell.column % 2 === 1 && cell.text !== '' && !cell.text.includes('兼任')).length,
        )
      }
    }
    expect(said).toHaveLength(15)
    expect(counted).toEqual(said)
  })
})

describe('the table', () => {
  const { sheet } = notice({ layout: 'table' })
  it('has exactly the public columns', () => {
    const header = sheet.rows[sheet.repeatRows?.first ?? -1]
    expect(header?.cells.map((cell) => cell.text)).toEqual([
      '序号',
      '单位',
      '姓名',
      '性别',
      '职务（岗位）',
      '职称',
      '编制类别',
      '进入时间',
      '渠道',
      '在编状况',
    ])
  })
  it('says who is lent out and who holds a second post', () => {
    const texts = textsOf(sheet)
    expect(texts.filter((text) => text === '在编（借出）')).toHaveLength(1)
    expect(texts).toContain('科员，兼任财政所会计')
    expect(texts).toContain('2011.03')
  })
  it('numbers the people through', () => {
    const numbers = sheet.rows.flatMap((row) =>
      row.cells.filter((cell) => cell.style === 'tableNumber' && cell.text !== '').map((cell) => Number(cell.text)),
    )
    expect(numbers).toEqual(Array.from({ length: 46 }, (_, place) => place + 1))
  })
})

describe('what every notice says', () => {
  const whole = (options: Partial<NoticeOptions> = {}) => textsOf(notice(options).sheet).join('\n')
  it('period in working days with its last day, as-of day, document', () => {
    expect(whole()).toContain('公示期：2026年11月23日起至2026年12月2日止，共7个工作日（张贴当日不计入）')
    expect(whole()).toContain('截至2026年11月22日')
    expect(whole()).toContain('山编办〔2006〕12号')
    expect(whole()).toContain('山溪乡编公示〔2026〕1号')
  })
  describe('the documents the quotas rest on', () => {
    /** The opening and what stands beside 经济发展办公室 when its quota, and in the last case the army's office too, rest on papers of their own. */
    const said = (layout: NoticeOptions['layout'], numbers: Readonly<Record<string, string>>) => {
      const quotas = facts.snapshot.quotas.flatMap((quota) => {
        const own = numbers[quota.unitId]
        return own === undefined
          ? [quota]
          : own.split(' ').map((documentNumber, place) => ({ ...quota, id: `${quota.id}-${place}`, documentNumber }))
      })
      const own = { ...facts, snapshot: { ...facts.snapshot, quotas } }
      const texts = textsOf(buildNotice({ ...own, options: { ...NOTICE_OPTIONS, layout } }).sheet)
      return {
        opening: texts.find((text) => text.includes('根据机构编制实名制管理的有关规定'))?.match(/规定(.*?)，现将/)?.[1],
        beside: texts.flatMap((text) => /批准文号：[^）\n]*/.exec(text) ?? []),
      }
    }
    const FIRST = '山编办〔2006〕12号'
    it.each(['tree', 'nine', 'table', 'units'] as const)(
      '%s: stand beside an office only where the opening does not already name them',
      (layout) => {
        expect(said(layout, {})).toEqual({ opening: `和${FIRST}`, beside: [] })
        const two = said(layout, { 'unit-2': '山编办〔2020〕3号' })
        expect(two).toEqual({ opening: `和${FIRST}、山编办〔2020〕3号`, beside: [] })
        const three = said(layout, { 'unit-2': `${FIRST} 山编办〔2020〕3号`, 'unit-5': '山编办〔2021〕8号' })
        expect(three).toEqual({
          opening: `和${FIRST}等文件`,
          beside: [`批准文号：${FIRST}、山编办〔2020〕3号`, '批准文号：山编办〔2021〕8号'],
        })
      },
    )
  })
  it('telephones, address, mailbox, issuer with the seal, date of posting', () => {
    for (const text of [
      '监督电话：0794-1234567',
      '12310',
      '通讯地址：山溪乡人民政府党政综合办公室',
      '举报信箱：bianban@example.cn',
      '山溪乡人民政府（盖章）',
    ])
      expect(whole()).toContain(text)
    expect(whole().endsWith('2026年11月23日')).toBe(true)
  })
  it('leaves off what is not given, but never 12310', () => {
    const text = whole({ phone: '', address: undefined, mailbox: '' })
    expect(text).not.toMatch(/监督电话|通讯地址|举报信箱/)
    expect(text).toContain('机构编制监督举报电话：12310')
  })
  it('takes title and issuer as given', () => {
    expect(whole({ title: '关于编制实名制的公示', issuer: '山溪乡编制委员会' })).toMatch(
      /^关于编制实名制的公示[^]*山溪乡编制委员会（盖章）/,
    )
  })
  it('carries number and both ends of the journal hash in the footer, too short for a leak', () => {
    expect(notice().sheet.footerNote).toBe('山溪乡编公示〔2026〕1号　台账 1a2b3c4d…d6e7f809')
  })
})

it.each([
  ['tree', 'A4', 'portrait'],
  ['table', 'A4', 'landscape'],
  ['nine', 'A4', 'landscape'],
  ['units', 'A4', 'landscape'],
  ['short', 'A4', 'portrait'],
  ['tree', 'A3', 'portrait'],
  ['table', 'A3', 'landscape'],
  ['nine', 'A3', 'landscape'],
  ['units', 'A3', 'landscape'],
  ['short', 'A3', 'portrait'],
] as const)('%s on %s: columns fill the paper between the margins and no further', (layout, paper, orientation) => {
  const { sheet } = notice({ layout, paper })
  const printable = pageSize(sheet).width - sheet.margins.left - sheet.margins.right
  const used = sheet.columnWidths.reduce((total, width) => total + width, 0)
  expect(sheet.orientation).toBe(orientation)
  expect(used).toBeLessThanOrEqual(printable)
  expect(used).toBeGreaterThan(printable * 0.99)
})
