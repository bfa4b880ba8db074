import { describe, expect, test } from 'vitest'
import { chronicleOf } from '../../../electron/domain/ledger/told/chronicle.ts'
import type { FactRows } from '../../../electron/domain/ledger/rows/fact-rows.ts'
import { desk } from './quota-events/desk.ts'
import { town } from './people-events/town.ts'

const AT = { recorded_at: '2026-11-22T02:00:00.000Z' }
const paper = (number: string, title?: string) => ({ number, ...(title === undefined ? {} : { title }) })
const told = (facts: FactRows, unit: string) =>
  chronicleOf(facts, unit).map((row) => [row.date, row.document, row.text])

describe('机构编制沿革 of registered events', () => {
  const book = desk(town())
  book.add({
    type: 'quota.increase',
    on: '2012-03-01',
    document: paper('试编〔2012〕4号', '关于核增编制的批复'),
    unit: '经发办',
    category: 'administrative',
    by: 2,
  })
  book.add({
    type: 'unit.rename',
    on: '2015-06-01',
    document: paper('试编〔2015〕9号'),
    unit: '经发办',
    name: '发展办',
  })
  book.add({
    type: 'unit.reassign',
    on: '2016-01-01',
    document: paper('试编〔2016〕1号'),
    unit: '经发办',
    managingBody: '县发改委',
  })
  book.add({
    type: 'leadershipQuota.set',
    on: '2016-01-01',
    document: paper('试编〔2016〕1号'),
    unit: '经发办',
    amount: 3,
    chief: 1,
    deputy: 2,
  })
  book.add({
    type: 'nameplate.hang',
    on: '2017-01-01',
    document: paper('试编〔2017〕1号'),
    unit: '经发办',
    name: '安监办',
  })
  book.add({
    type: 'rankQuota.set',
    on: '2018-01-01',
    document: paper('试编〔2018〕1号'),
    unit: '经发办',
    pool: '一级和二级主任科员',
    amount: 1,
  })
  book.add({
    type: 'quota.increase',
    on: '2019-01-01',
    document: paper('试编〔2019〕1号'),
    unit: '经发办',
    category: 'institutionFull',
    by: 3,
  })
  const rows = () => chronicleOf(book.facts(), '经发办')

  test('one row a day and document, with how the unit stood after it', () => {
    expect(
      rows().map(({ date, document, name, parent, quotas, leadership, funding }) => [
        date,
        document,
        name,
        parent,
        quotas,
        leadership,
        funding,
      ]),
    ).toEqual([
      ['2006-11-01', '试编〔2006〕1号', '经发办', '试验乡', '行政编制 2 名', null, null],
      ['2012-03-01', '试编〔2012〕4号', '经发办', '试验乡', '行政编制 4 名', null, null],
      ['2015-06-01', '试编〔2015〕9号', '发展办', '试验乡', '行政编制 4 名', null, null],
      ['2016-01-01', '试编〔2016〕1号', '发展办', '县发改委', '行政编制 4 名', '3 名（正职 1、副职 2）', null],
      ['2017-01-01', '试编〔2017〕1号', '发展办', '县发改委', '行政编制 4 名', '3 名（正职 1、副职 2）', null],
      ['2018-01-01', '试编〔2018〕1号', '发展办', '县发改委', '行政编制 4 名', '3 名（正职 1、副职 2）', null],
      [
        '2019-01-01',
        '试编〔2019〕1号',
        '发展办',
        '县发改委',
        '行政编制 4 名；事业编制（全额拨款） 3 名',
        '3 名（正职 1、副职 2）',
        '全额拨款',
      ],
    ])
  })

  test('an event speaks for itself, and what it did is not told a second time', () => {
    expect(rows().map(({ text }) => text)).toEqual([
      '设立内设机构“经发办”；核定行政编制 2 名',
      '经发办行政编制自 2012-03-01 起核增 2 名（2 → 4）',
      '“经发办”自 2015-06-01 起更名为“发展办”',
      '发展办自 2016-01-01 起由本乡镇划转县发改委管理；发展办自 2016-01-01 起核定领导职数 3 名（正职 1、副职 2）',
      '发展办自 2017-01-01 起加挂“安监办”牌子',
      '发展办自 2018-01-01 起核定一级和二级主任科员职数 1 名',
      '发展办事业编制（全额拨款）自 2019-01-01 起核增 3 名（0 → 3）',
    ])
  })

  test('the name of the document, where it is on record', () => {
    expect(rows().map(({ title }) => title)).toEqual([null, '关于核增编制的批复', null, null, null, null, null])
  })
})

describe('what no event was registered for is read from the rows', () => {
  const facts = town()
  const range = (valid_from: string, valid_to: string | null = null) => ({ valid_from, valid_to, ...AT })
  const [office] = facts.unit_version.filter((row) => row.unit_id === '党政办')
  const [quota] = facts.quota.filter((row) => row.unit_id === '党政办')
  if (office === undefined || quota === undefined) throw new Error('the town has an office')
  const document = (id: string) => ({
    id,
    number: `试编〔${id}〕`,
    title: null,
    issuing_body: null,
    issued_on: null,
    ...AT,
  })
  const imported: FactRows = {
    ...facts,
    basis_document: [...facts.basis_document, document('改'), document('增')],
    unit_version: [
      ...facts.unit_version.filter((row) => row.unit_id !== '党政办'),
      { ...office, ...range('2006-11-01', '2010-01-01') },
      { ...office, id: '二', document_id: '改', name: '综合办', ...range('2010-01-01', '2014-01-01') },
      {
        ...office,
        id: '三',
        document_id: null,
        name: '综合办',
        managing_body: '县府办',
        ...range('2014-01-01', '2016-01-01'),
      },
      { ...office, id: '四', document_id: null, name: '综合办', ...range('2016-01-01', '2020-01-01') },
    ],
    quota: [
      ...facts.quota.filter((row) => row.unit_id !== '党政办'),
      { ...quota, ...range('2006-11-01', '2010-01-01') },
      { ...quota, id: 'q2', document_id: '增', amount: 5, ...range('2010-01-01', '2011-01-01') },
      { ...quota, id: 'q3', document_id: '增', amount: 5, ...range('2011-01-01', '2012-01-01') },
      { ...quota, id: 'q4', document_id: '增', amount: 4, ...range('2012-01-01', '2013-01-01') },
      { ...quota, id: 'w1', category: 'worker', amount: 0, document_id: '增', ...range('2010-01-01', '2013-01-01') },
    ],
    leadership_quota: [
      ...facts.leadership_quota,
      {
        id: 'l1',
        unit_id: '党政办',
        amount: 2,
        chief_amount: null,
        deputy_amount: null,
        document_id: '增',
        ...range('2010-01-01'),
      },
    ],
    rank_quota: [
      { id: 'r1', unit_id: '党政办', pool: '四级调研员', amount: 1, document_id: '增', ...range('2010-01-01') },
      { id: 'r2', unit_id: '经发办', pool: '四级调研员', amount: 1, document_id: '增', ...range('2010-01-01') },
    ],
    nameplate: [
      { id: 'n1', unit_id: '党政办', name: '信访室', document_id: '增', ...range('2010-01-01', '2018-01-01') },
      { id: 'n2', unit_id: '经发办', name: '安监办', document_id: '增', ...range('2010-01-01') },
    ],
  }

  test('each difference between one day and the next, with its document where the row has one', () => {
    expect(told(imported, '党政办')).toEqual([
      ['2006-11-01', '试编〔2006〕1号', '设立内设机构“党政办”；核定行政编制 3 名'],
      ['2010-01-01', '试编〔改〕', '“党政办”更名为“综合办”'],
      [
        '2010-01-01',
        '试编〔增〕',
        '核增行政编制 2 名（3 → 5）；核定机关工勤编制 0 名；核定领导职数 2 名；核定四级调研员职数 1 名；加挂“信访室”牌子',
      ],
      ['2012-01-01', '试编〔增〕', '核减行政编制 1 名（5 → 4）'],
      ['2013-01-01', null, '核减行政编制 4 名（4 → 0）'],
      ['2014-01-01', null, '由本乡镇划转县府办管理'],
      ['2016-01-01', null, '由县府办划转本乡镇管理'],
      ['2018-01-01', null, '摘去“信访室”牌子'],
      ['2020-01-01', null, '综合办撤销'],
    ])
  })

  test('the last row names the unit as it last was', () => {
    expect(chronicleOf(imported, '党政办').at(-1)).toMatchObject({
      name: '综合办',
      parent: null,
      quotas: '',
      leadership: '2 名',
    })
  })
})

describe('the story of units merged into one', () => {
  const book = desk(town())
  book.add({
    type: 'quota.increase',
    on: '2012-03-01',
    document: paper('试编〔2012〕4号'),
    unit: '经发办',
    category: 'administrative',
    by: 1,
  })
  book.add({
    type: 'unit.merge',
    on: '2020-01-01',
    document: paper('试编〔2020〕1号'),
    units: ['经发办'],
    into: '党政办',
  })
  book.add({
    type: 'unit.rename',
    on: '2021-01-01',
    document: paper('试编〔2021〕1号'),
    unit: '党政办',
    name: '综合办',
  })

  test('is told before its own, up to the day they went in, and no further', () => {
    expect(chronicleOf(book.facts(), '党政办').map(({ date, name, quotas }) => [date, name, quotas])).toEqual([
      ['2006-11-01', '经发办', '行政编制 2 名'],
      ['2006-11-01', '党政办', '行政编制 3 名'],
      ['2012-03-01', '经发办', '行政编制 3 名'],
      ['2020-01-01', '党政办', '行政编制 6 名'],
      ['2021-01-01', '综合办', '行政编制 6 名'],
    ])
  })

  test('each keeps its own, to its end', () => {
    expect(chronicleOf(book.facts(), '经发办').map(({ date, name }) => [date, name])).toEqual([
      ['2006-11-01', '经发办'],
      ['2012-03-01', '经发办'],
      ['2020-01-01', '经发办'],
    ])
  })
})

test('a unit that was never there has no story', () => expect(chronicleOf(town(), '外事办')).toEqual([]))
