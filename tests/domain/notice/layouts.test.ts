import { describe, expect, it } from 'vitest'
import { NO_RECORDS } from '../../../electron/domain/model/records.ts'
import { buildNotice } from '../../../electron/domain/notice/notice-model.ts'
import { noticeWarnings } from '../../../electron/domain/notice/notice-warnings.ts'
import type { NoticeOptions } from '../../../electron/domain/notice/notice-texts.ts'
import { paginate } from '../../../electron/domain/report/paginate.ts'
import type { SheetModel } from '../../../electron/domain/report/sheet-model.ts'
import { noticeFacts, NOTICE_OPTIONS } from '../../kit/notice-facts.ts'

const textsOf = (sheet: SheetModel) =>
  sheet.rows.flatMap((row) => row.cells.map((cell) => cell.text)).filter((text) => text !== '')
const headerOf = (sheet: SheetModel) => sheet.rows[sheet.repeatRows?.first ?? -1]?.cells.map((cell) => cell.text)
const facts = noticeFacts()
type Facts = typeof facts
const notice = (options: Partial<NoticeOptions>, own: Facts = facts) =>
  buildNotice({ ...own, options: { ...NOTICE_OPTIONS, ...options } })

/** The facts with some people put otherwise. */
function withPeople(
  change: (person: Facts['snapshot']['people'][number], place: number) => Facts['snapshot']['people'][number],
): Facts {
  const people = facts.snapshot.people.map(change)
  const byId = new Map(people.map((person) => [person.id, person]))
  return {
    ...facts,
    snapshot: { ...facts.snapshot, people },
    index: { ...facts.index, person: (id: string) => byId.get(id) },
  }
}

describe('the nine columns', () => {
  it('are exactly those of the 2006 form, and only 在编 people stand below them', () => {
    const { sheet } = notice({ layout: 'nine' })
    expect(headerOf(sheet)).toEqual([
      '姓名',
      '性别',
      '职务（岗位）',
      '职称',
      '所占编制类别',
      '进入现单位时间',
      '渠道',
      '在编状况',
      '编制卡（证）号',
    ])
    const texts = textsOf(sheet)
    expect(texts.filter((text) => text === '在编' || text === '在编（借出）')).toHaveLength(46)
    expect(texts.find((text) => text.startsWith('说明：'))).toContain('超编人员和编外人员不在表内')
    expect(texts).toContain(
      '2、党政综合办公室（加挂社会治安综合治理委员会办公室牌子）（行政编制5名，列入实名制名单5名）',
    )
    expect(texts).toContain('科员，兼任财政所会计')
  })
  it('print the card number; one as long as an ID number by its last six places', () => {
    const own = withPeople((person, place) => ({
      ...person,
      quotaCardNumber: place === 0 ? '山编-0017' : place === 1 ? '360111198506160017' : null,
    }))
    const texts = textsOf(notice({ layout: 'nine' }, own).sheet)
    expect(texts).toContain('山编-0017')
    expect(texts).toContain('尾号160017')
    expect(texts.join()).not.toContain('360111198506160017')
  })
})

describe('the sheet by body', () => {
  const own: Facts = {
    ...facts,
    snapshot: {
      ...facts.snapshot,
      records: {
        ...NO_RECORDS,
        unitProfile: [
          {
            id: 'r',
            personId: null,
            unitId: 'unit-8',
            documentNumber: null,
            recordedOn: '2026-01-01',
            validFrom: '2026-01-01',
            validTo: null,
            level: null,
            funding: null,
            dispatched: false,
            outsideLimit: false,
            duties: '承担农业技术推广、动植物疫病检疫等公益性农业服务。',
          },
        ],
      },
    },
  }
  const { sheet, title, content } = notice({ layout: 'units', title: '' }, own)
  it('has its five columns and its own name; 机关 once, its offices beside it, each 事业单位 by itself', () => {
    expect(title).toBe('山溪乡机构编制实名制信息公示表')
    expect(headerOf(sheet)).toEqual(['机构名称', '主要职责', '内设机构', '人员编制', '对应实有人员名单'])
    const texts = textsOf(sheet)
    expect(texts.filter((text) => text === '山溪乡机关')).toHaveLength(1)
    expect(texts).toContain('农业综合服务中心（加挂动植检疫站牌子）')
    expect(texts).toContain('领导职数8名\n行政编制8名\n实有8名')
    expect(texts).toContain('承担农业技术推广、动植物疫病检疫等公益性农业服务。')
  })
  it('every number equals the names beside it; a concurrent post is named and not counted', () => {
    const lists = sheet.rows.flatMap((row) =>
      row.cells.filter((cell) => cell.column === 4 && cell.style === 'tableText').map((cell) => cell.text),
    )
    const names = lists
      .flatMap((list) => list.split('、'))
      .filter((name) => name !== '' && name !== '—' && !name.includes('兼任'))
    expect(names).toHaveLength(46)
    expect(lists.join()).toContain('褚卫东（兼任会计，不计数）')
  })
  it('says which bodies have no duties on record', () => {
    expect(noticeWarnings(content, 'units').join()).toMatch(/^14 个机构还没有登记主要职责/)
    expect(noticeWarnings(content, 'tree')).toEqual([])
  })
  it('a long list goes on in rows of its own: a page turns between them, never through a name', () => {
    const many = noticeFacts(30)
    const { sheet: long, pages } = paginate(notice({ layout: 'units' }, many).sheet)
    expect(pages.length).toBeGreaterThan(5)
    const printed = long.rows
      .flatMap((row) =>
        row.cells.filter((cell) => cell.column === 4 && cell.style === 'tableText').map((cell) => cell.text),
      )
      .join('、')
    const names = printed
      .split('、')
      .filter((name) => name !== '' && !name.includes('兼任'))
      .map((name) => name.replace(/（.*$/, ''))
    expect(names.toSorted()).toEqual(many.listedNames.toSorted())
  })
})

describe('the short list', () => {
  it('has three columns; the office stands before the post, so two people of one name in two offices are told apart', () => {
    const own = withPeople((person, place) => (place === 8 || place === 16 ? { ...person, name: '张伟' } : person))
    const { sheet } = notice({ layout: 'short' }, own)
    expect(headerOf(sheet)).toEqual(['姓名', '职务', '编制类别'])
    const rows = sheet.rows
      .filter((row) => row.cells[0]?.text === '张伟')
      .map((row) => row.cells.map((cell) => cell.text))
    expect(rows).toEqual([
      ['张伟', '党政综合办公室干事', '行政编制'],
      ['张伟', '社会事务办公室干事', '行政编制'],
    ])
    expect(textsOf(sheet)).toContain('党委书记')
  })
})

describe('two people of one name in one office', () => {
  const namesakes = (cards: readonly [string | null, string | null], sexes: readonly ['男' | '女', '男' | '女']) =>
    withPeople((person, place) =>
      place === 8 || place === 12
        ? { ...person, name: '张伟', quotaCardNumber: cards[place === 8 ? 0 : 1], sex: sexes[place === 8 ? 0 : 1] }
        : person,
    )
  const shown = (own: Facts, layout: NoticeOptions['layout']) =>
    textsOf(notice({ layout }, own).sheet).filter((text) => text.includes('张伟'))
  it.each(['tree', 'table', 'nine', 'short'] as const)('%s: by their card numbers', (layout) => {
    expect(shown(namesakes(['0017', '0023'], ['男', '男']), layout)).toEqual([
      '张伟（编制卡0017）',
      '张伟（编制卡0023）',
    ])
  })
  it('by their sex where there are no cards', () => {
    expect(shown(namesakes([null, null], ['男', '女']), 'tree')).toEqual(['张伟（男）', '张伟（女）'])
  })
  it('else the clerk is told; nothing of an ID number is printed', () => {
    const own = namesakes([null, null], ['男', '男'])
    expect(shown(own, 'tree')).toEqual(['张伟', '张伟'])
    expect(noticeWarnings(notice({}, own).content, 'tree')).toEqual([
      '党政综合办公室 张伟有同名的人，岗位也一样，榜上分不出。请在“人员”里补编制卡号。',
    ])
  })
})
