import { expect, test } from 'vitest'
import type { LedgerEvent } from '../../../electron/domain/ledger/events/index.ts'
import { ev, FOLK } from './every-event.ts'
import { town } from './people-events/town.ts'
import { desk } from './quota-events/desk.ts'

/* What each event says in the ledger, which lines it moves, and what is registered: person, unit, other unit, 编制. */

const A = 'administrative'

type Case = readonly [
  before: readonly LedgerEvent[],
  event: LedgerEvent,
  said: string,
  lines: readonly string[],
  registered: readonly string[],
]

const CASES: readonly Case[] = [
  [
    [],
    ev('quota.increase', { unit: '党政办', category: A, by: 2 }),
    '党政办行政编制自 2026-06-01 起核增 2 名（3 → 5）',
    ['党政办 administrative'],
    ['— 党政办 — administrative'],
  ],
  [
    [],
    ev('quota.decrease', { unit: '党政办', category: A, by: 1 }),
    '党政办行政编制自 2026-06-01 起核减 1 名（3 → 2）',
    ['党政办 administrative'],
    ['— 党政办 — administrative'],
  ],
  [
    [],
    ev('quota.increase', { unit: '试验乡', category: A, by: 2 }),
    '试验乡行政编制自 2026-06-01 起核增 2 名（0 → 2）',
    ['试验乡 administrative'],
    ['— 试验乡 — administrative'],
  ],
  [
    [],
    ev('quota.transfer', { unit: '党政办', to: '经发办', category: A, by: 1 }),
    '行政编制自 2026-06-01 起调剂 1 名：党政办（3 → 2）调给经发办（2 → 3）',
    ['党政办 administrative', '经发办 administrative'],
    ['— 党政办 经发办 administrative'],
  ],
  [
    [],
    ev('unit.establish', {
      name: '文化站',
      kind: 'institution',
      nameplates: ['图书馆'],
      managingBody: '县文旅局',
      quotas: [
        { category: 'institution', amount: 2 },
        { category: 'worker', amount: 0 },
      ],
    }),
    '设立事业单位“文化站”，核定事业编制 2 名，加挂“图书馆”牌子',
    ['新2 institution'],
    ['— 新2 — —'],
  ],
  [
    [],
    ev('unit.rename', { unit: '经发办', name: '发展办' }),
    '“经发办”自 2026-06-01 起更名为“发展办”',
    [],
    ['— 经发办 — —'],
  ],
  [
    [],
    ev('unit.reassign', { unit: '农业中心', managingBody: '县农业局' }),
    '农业中心自 2026-06-01 起由本乡镇划转县农业局管理',
    [],
    ['— 农业中心 — —'],
  ],
  [
    [],
    ev('unit.merge', { units: ['经发办'], into: '党政办' }),
    '经发办自 2026-06-01 起并入党政办：行政编制 2＋3＝5 名',
    ['党政办 administrative'],
    ['— 经发办 党政办 —'],
  ],
  [
    [],
    ev('unit.merge', { units: ['经发办', '党政办'], into: '综合办', kind: 'office' }),
    '经发办、党政办自 2026-06-01 起合并设立综合办：行政编制 2＋3＝5 名',
    ['新2 administrative'],
    ['— 经发办 新2 —', '— 党政办 新2 —'],
  ],
  [
    [],
    ev('unit.abolish', { unit: '经发办' }),
    '经发办自 2026-06-01 起撤销，收回行政编制 2 名',
    ['经发办 administrative'],
    ['— 经发办 — —'],
  ],
  [
    [],
    ev('nameplate.hang', { unit: '党政办', name: '信访室' }),
    '党政办自 2026-06-01 起加挂“信访室”牌子',
    [],
    ['— 党政办 — —'],
  ],
  [
    [ev('nameplate.hang', { unit: '党政办', name: '信访室' }, '2020-01-01')],
    ev('nameplate.remove', { unit: '党政办', name: '信访室' }),
    '党政办自 2026-06-01 起摘去“信访室”牌子',
    [],
    ['— 党政办 — —'],
  ],
  [
    [],
    ev('leadershipQuota.set', { unit: '领导班子', amount: 3, chief: 1, deputy: 2 }),
    '领导班子自 2026-06-01 起核定领导职数 3 名（正职 1、副职 2）',
    [],
    ['— 领导班子 — —'],
  ],
  [
    [],
    ev('rankQuota.set', { unit: '试验乡', pool: '四级调研员', amount: 1 }),
    '试验乡自 2026-06-01 起核定四级调研员职数 1 名',
    [],
    ['— 试验乡 — —'],
  ],
  [
    [],
    ev('tolerance.set', { unit: '党政办', category: A, amount: 1, until: '2026-12-31' }),
    '党政办行政编制自 2026-06-01 起允许溢出 1 名，至 2026-12-31 止',
    ['党政办 administrative'],
    ['— 党政办 — administrative'],
  ],
  [[], ev('tolerance.set', { percent: 10 }), '各机构各类编制自 2026-06-01 起允许溢出 10%', [], ['— — — —']],
  [
    [],
    ev('offQuotaControl.set', { kind: 'selfHired', amount: 6 }),
    '自聘控制数自 2026-06-01 起为 6 名',
    [],
    ['— — — —'],
  ],
  [
    [],
    ev('post.plan', { unit: '党政办', post: '文秘', leadership: 'deputy' }),
    '党政办自 2026-06-01 起拟设岗位“文秘”',
    [],
    ['— 党政办 — —'],
  ],
  [
    [],
    ev('post.freeze', { unit: '党政办', post: 'p-甲' }),
    '党政办岗位“科员”自 2026-06-01 起冻结，现任职人员离岗后不再补人',
    [],
    ['— 党政办 — —'],
  ],
  [
    [],
    ev('post.freeze', { unit: '经发办', post: 'p-走' }),
    '经发办岗位“科员”自 2026-06-01 起冻结',
    [],
    ['— 经发办 — —'],
  ],
  [
    [ev('post.freeze', { unit: '党政办', post: 'p-甲' }, '2022-01-01')],
    ev('post.unfreeze', { unit: '党政办', post: 'p-甲' }),
    '党政办岗位“科员”自 2026-06-01 起解冻',
    [],
    ['— 党政办 — —'],
  ],
  [
    [],
    ev('post.abolish', { unit: '经发办', post: 'p-走' }),
    '经发办岗位“科员”自 2026-06-01 起撤销',
    [],
    ['— 经发办 — —'],
  ],
]

test.each(CASES)('%#: %j, then %j', (before, event, said, lines, registered) => {
  const book = desk(town(...FOLK))
  for (const earlier of before) book.add(earlier)
  const { summary, touches, writes } = book.add(event)
  expect(summary).toBe(said)
  expect(touches.map((line) => `${line.unitId} ${line.category}`)).toEqual(lines)
  const rows = writes.flatMap((write) => (write.op === 'insert' && write.table === 'ledger_event' ? [write.row] : []))
  expect(
    rows.map((row) =>
      [row.person_id, row.unit_id, row.other_unit_id, row.category].map((part) => part ?? '—').join(' '),
    ),
  ).toEqual(registered)
  for (const row of rows) expect([row.type, row.effective_on]).toEqual([event.type, event.on])
})
