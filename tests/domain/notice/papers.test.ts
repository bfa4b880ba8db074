import { describe, expect, test } from 'vitest'
import { changesSheet, type ComparedNotices } from '../../../electron/domain/notice/changes-sheet.ts'
import { exceptionsSheet, type ExceptionLine } from '../../../electron/domain/notice/exceptions-sheet.ts'
import type { ListedPerson } from '../../../electron/domain/notice/notice-listing.ts'
import { resultSheet, type NoticeResult, type SettledObjection } from '../../../electron/domain/notice/result-sheet.ts'
import { noticeListing } from '../../../electron/domain/notice/notice-listing.ts'
import { noticeFingerprint } from '../../../electron/domain/notice/notice-fingerprint.ts'
import { noticeContent } from '../../../electron/domain/notice/notice-content.ts'
import type { SheetModel } from '../../../electron/domain/report/sheet-model.ts'
import { noticeFacts, NOTICE_OPTIONS } from '../../kit/notice-facts.ts'

/* The papers that go with a notice, as they are read. */

const JOURNAL = { journalHead: NOTICE_OPTIONS.journalHead }
const FOOT = '台账 1a2b3c4d…d6e7f809'
/** Rows as text; a row of one cell is that text. */
const read = ({ rows }: SheetModel) =>
  rows.flatMap((row) => {
    const texts = row.cells.map((cell) => cell.text)
    return texts.every((text) => text === '') ? [] : [texts.length === 1 ? texts[0] : texts]
  })
const person = (name: string, more: Partial<ListedPerson> = {}): ListedPerson => ({
  personId: name,
  name,
  unitId: '一',
  unitName: '党政办',
  post: '干事',
  category: 'administrative',
  ...more,
})

describe('与上次公示相比', () => {
  const compared = (changes: Partial<ComparedNotices['changes']>, previous: ComparedNotices['previous']) =>
    changesSheet({
      ...JOURNAL,
      number: '山溪乡编公示〔2026〕2号',
      asOf: '2026-11-22',
      listed: 46,
      previous,
      changes: { added: [], gone: [], moved: [], numbers: [], ...changes },
    })
  const LAST = { number: '山溪乡编公示〔2026〕1号', asOf: '2026-05-06' }

  test('who came, who left, who sits or is called otherwise, whose numbers moved, each group with its count', () => {
    const sheet = compared(
      {
        added: [person('甲'), person('乙', { category: null })],
        gone: [person('丙', { post: '' })],
        moved: [
          { before: person('丁'), after: person('丁', { unitId: '二', unitName: '经发办' }) },
          { before: person('戊'), after: person('戊二', { post: '副主任' }) },
        ],
        numbers: [
          { unit: '经发办', category: '行政编制', quotaBefore: null, quotaAfter: 2, listedBefore: 0, listedAfter: 1 },
        ],
      },
      LAST,
    )
    expect(read(sheet)).toEqual([
      '与上次公示相比',
      '山溪乡编公示〔2026〕2号',
      '　　上次公示山溪乡编公示〔2026〕1号，名单截至2026年5月6日；本次截至2026年11月22日，列入 46 人。与上次相比，新列入 2 人，不再列入 1 人，岗位、编制或姓名有变 2 人，核定数或列入人数有变 1 处。',
      ['姓名（机构）', '上次', '本次', '变化'],
      '新列入（2）',
      ['甲', '—', '党政办干事，行政编制', '新列入'],
      ['乙', '—', '党政办干事', '新列入'],
      '不再列入（1）',
      ['丙', '党政办，行政编制', '—', '不再列入'],
      '岗位、编制或姓名有变（2）',
      ['丁', '党政办干事，行政编制', '经发办干事，行政编制', '调整机构'],
      ['戊二（原戊）', '党政办干事，行政编制', '党政办副主任，行政编制', '岗位变动'],
      '核定数和列入人数有变（1）',
      ['经发办', '没有核定，列入0名', '核定2名，列入1名', '行政编制'],
      '说明：按两次公示发布时冻结的名单逐人比对；只比对公开的内容。',
    ])
    expect(sheet).toMatchObject({
      name: '与上次公示相比',
      orientation: 'portrait',
      columnWidths: [110, 160, 160, 80],
      footerNote: `山溪乡编公示〔2026〕2号　${FOOT}`,
    })
  })

  test('nothing changed is said; a single change, of whatever kind, takes that sentence away', () => {
    const SAME = '说明：两次公示的名单和数字相同。'
    expect(read(compared({}, LAST)).at(-1)).toBe(SAME)
    const number = { unit: '一', category: '行政编制', quotaBefore: 1, quotaAfter: 2, listedBefore: 1, listedAfter: 1 }
    for (const one of [
      { added: [person('甲')] },
      { gone: [person('甲')] },
      { moved: [{ before: person('甲'), after: person('甲', { post: '主任' }) }] },
      { numbers: [number] },
    ])
      expect(read(compared(one, LAST)).at(-1)).not.toBe(SAME)
  })

  test('the first notice has nothing to be compared with, and does not claim that all is the same', () => {
    const texts = read(compared({}, null))
    expect(texts[2]).toBe('　　这是本编制本的第一份公示，没有上一次可比。截至2026年11月22日，列入 46 人。')
    expect(texts.at(-1)).toBe('说明：按两次公示发布时冻结的名单逐人比对；只比对公开的内容。')
  })
})

describe('公示结果', () => {
  const objection = (more: Partial<SettledObjection> = {}): SettledObjection => ({
    receivedOn: '2026-11-25',
    channel: '来电',
    content: '甲已调走',
    outcome: '更正',
    answer: '已核实，予以更正',
    closedOn: '2026-11-27',
    ...more,
  })
  const result = (more: Partial<NoticeResult> = {}) =>
    resultSheet({
      ...JOURNAL,
      township: '山溪乡',
      issuer: '山溪乡人民政府',
      number: '山溪乡编公示〔2026〕1号',
      postedOn: '2026-11-23',
      endsOn: '2026-12-02',
      listed: 46,
      closedOn: '2026-12-03',
      figures: { received: 0, closed: 0, open: 0, corrected: 0 },
      objections: [],
      ...more,
    })

  test('without objections: said in the opening and in the table', () => {
    const sheet = result()
    expect(read(sheet)).toEqual([
      '山溪乡机构编制实名制公示结果',
      '山溪乡编公示〔2026〕1号',
      '　　山溪乡编公示〔2026〕1号列入 46 人，自2026年11月23日起至2026年12月2日止公示期满。公示期间没有收到异议，公示的名单和数字维持不变。',
      ['序号', '收到日期', '方式', '反映的问题', '处理结果', '答复', '办结日期'],
      ['', '—', '—', '公示期间没有收到异议', '—', '—', '—'],
      '说明：公示期间收到 0 件，办结 0 件，未办结 0 件，更正 0 件。2026年12月3日办结。',
      '山溪乡人民政府（盖章）　　　　　　　　　年　　月　　日',
    ])
    expect(sheet).toMatchObject({
      name: '公示结果',
      orientation: 'landscape',
      columnWidths: [40, 75, 60, 220, 60, 215, 75],
      footerNote: `山溪乡编公示〔2026〕1号　${FOOT}`,
      repeatRows: { first: 4, last: 4 },
    })
    expect(sheet.rows[4]?.cells[0]?.text).toBe('序号')
  })

  test('settled ones, row by row, with how many were put right', () => {
    const texts = read(
      result({
        figures: { received: 3, closed: 3, open: 0, corrected: 1 },
        objections: [objection(), objection({ outcome: '维持', answer: null })],
      }),
    )
    expect(texts[2]).toContain('公示期间收到异议 3 件，全部办结，其中更正 1 件，维持 2 件，逐件结果如下。')
    expect(texts.slice(4, 6)).toEqual([
      ['1', '2026-11-25', '来电', '甲已调走', '更正', '已核实，予以更正', '2026-11-27'],
      ['2', '2026-11-25', '来电', '甲已调走', '维持', '', '2026-11-27'],
    ])
  })

  test('one still open keeps the notice open', () => {
    const texts = read(
      result({
        closedOn: null,
        endsOn: null,
        figures: { received: 2, closed: 1, open: 1, corrected: 1 },
        objections: [objection({ outcome: null, closedOn: null })],
      }),
    )
    expect(texts[2]).toBe(
      '　　山溪乡编公示〔2026〕1号列入 46 人，自2026年11月23日起长期公开。公示期间收到异议 2 件，还有 1 件没有办结。',
    )
    expect(texts[4]).toEqual(['1', '2026-11-25', '来电', '甲已调走', '未办结', '已核实，予以更正', ''])
    expect(texts[5]).toContain('公示尚未办结。')
  })
})

describe('公开内容例外记录', () => {
  const record = (lines: readonly ExceptionLine[]) =>
    exceptionsSheet({ ...JOURNAL, township: '山溪乡', on: '2026-11-22', notices: 3, lines })

  test('never an exception', () => {
    const sheet = record([])
    expect(read(sheet)).toEqual([
      '公开内容例外记录',
      '山溪乡',
      '　　截至2026年11月22日，共发布公示 3 份，从未公开过规定以外的内容。',
      ['序号', '公示编号', '张贴日', '例外公开的栏目', '理由', '决定人', '登记日期'],
      ['', '—', '—', '无', '—', '—', '—'],
      '说明：公示平时只列姓名、性别、职务（岗位）、职称、编制类别、进入时间、渠道、在编状况、编制卡（证）号。',
    ])
    expect(sheet).toMatchObject({ orientation: 'landscape', footerNote: `公开内容例外记录　${FOOT}` })
  })

  test('each with who decided it, and why', () => {
    const line = {
      number: '山溪乡编公示〔2026〕1号',
      postedOn: '2026-11-23',
      field: '身份证号（隐去中间）',
      reason: '两人同名同岗',
      decidedBy: '王某',
      recordedOn: '2026-11-22',
    }
    const texts = read(record([line, { ...line, number: '山溪乡编公示〔2026〕2号' }]))
    expect(texts[2]).toContain('其中 2 处经决定公开了规定以外的内容，全部隐去中间各位后作为文字写入。')
    expect(texts.slice(4, 6)).toEqual([
      ['1', '山溪乡编公示〔2026〕1号', '2026-11-23', '身份证号（隐去中间）', '两人同名同岗', '王某', '2026-11-22'],
      ['2', '山溪乡编公示〔2026〕2号', '2026-11-23', '身份证号（隐去中间）', '两人同名同岗', '王某', '2026-11-22'],
    ])
  })
})

describe('what is frozen with a notice', () => {
  const facts = noticeFacts()
  const content = noticeContent(facts)

  test('its listing: everybody on the sheet and nobody else, with the public columns that are compared', () => {
    const listing = noticeListing(content, '2026-11-22')
    expect(listing.people.map((own) => own.name).toSorted()).toEqual(facts.listedNames.toSorted())
    expect(Object.keys(listing.people[0] ?? {})).toEqual(['personId', 'name', 'unitId', 'unitName', 'post', 'category'])
    expect(listing.units[1]).toEqual({
      id: 'unit-1',
      name: '党政综合办公室',
      counts: [{ category: 'administrative', quota: 5, listed: 5 }],
    })
    expect('despite' in listing).toBe(false)
    const despite = { reason: '会议决定', doubts: [] }
    expect(noticeListing(content, '2026-11-22', despite)).toMatchObject({ asOf: '2026-11-22', despite })
  })

  test('the text a secrecy review is about changes with everything that becomes public, and with nothing else', () => {
    const texts = { title: '标题', issuer: '落款', phone: '电话', address: '地址', mailbox: '信箱' }
    const reviewed = noticeFingerprint('tree', content, texts)
    expect(noticeFingerprint('tree', noticeContent(noticeFacts()), texts)).toBe(reviewed)
    const [section, ...rest] = content.sections
    if (section === undefined) throw new Error('the notice has a section')
    for (const other of [
      noticeFingerprint('table', content, texts),
      noticeFingerprint('tree', { ...content, nameOf: (own) => `${own.name}（男）` }, texts),
      noticeFingerprint(
        'tree',
        { ...content, sections: [{ ...section, units: section.units.slice(1) }, ...rest] },
        texts,
      ),
      ...Object.keys(texts).map((key) => noticeFingerprint('tree', content, { ...texts, [key]: '另一句' })),
    ])
      expect(other).not.toBe(reviewed)
  })
})
