import { expect, test } from 'vitest'
import type { LedgerEvent } from '../../../electron/domain/ledger/events/index.ts'
import { ev, FOLK } from './every-event.ts'
import { town } from './people-events/town.ts'
import { desk } from './quota-events/desk.ts'

/* Why an event about units, numbers or posts cannot be, word by word: what, where, what to do. */

const A = 'administrative'

type Case = readonly [
  before: readonly LedgerEvent[],
  event: LedgerEvent,
  code: string,
  details: Readonly<Record<string, string | number>> | string,
]

const CASES: readonly Case[] = [
  [[], ev('quota.increase', { unit: '党政办', category: A, by: 2 }, '1999-01-01'), 'unit_not_found', {}],
  [
    [],
    ev('quota.decrease', { unit: '党政办', category: A, by: 4 }),
    'not_enough_quota',
    { unit: '党政办', category: '行政编制', quota: 3, by: 4 },
  ],
  [
    [ev('quota.decrease', { unit: '党政办', category: A, by: 2 }, '2026-09-01')],
    ev('quota.decrease', { unit: '党政办', category: A, by: 2 }),
    'not_enough_quota',
    { unit: '党政办', category: '行政编制（2026-09-01 起）', quota: 1, by: 2 },
  ],
  [
    [],
    ev('quota.transfer', { unit: '党政办', to: '党政办', category: A, by: 1 }),
    'event_impossible',
    '调出和调入是同一个机构',
  ],
  [
    [],
    ev('quota.transfer', { unit: '试验乡', to: '党政办', category: A, by: 1 }),
    'event_impossible',
    '核定总数不能与机构之间调剂，请用核增、核减',
  ],
  [[], ev('quota.transfer', { unit: '没有', to: '党政办', category: A, by: 1 }), 'unit_not_found', {}],
  [[], ev('quota.transfer', { unit: '党政办', to: '没有', category: A, by: 1 }), 'unit_not_found', {}],
  [[], ev('unit.establish', { name: '乡', kind: 'township' }), 'event_impossible', '乡镇本身在新建编制本时已设立'],
  [[], ev('unit.establish', { name: '党政办', kind: 'office' }), 'unit_name_taken', { name: '党政办' }],
  [[], ev('unit.rename', { unit: '没有', name: '党政办' }), 'unit_not_found', {}],
  [[], ev('unit.rename', { unit: '党政办', name: '党政办' }), 'event_impossible', '党政办这一天已是这个名称'],
  [[], ev('unit.rename', { unit: '党政办', name: '经发办' }), 'unit_name_taken', { name: '经发办' }],
  [[], ev('unit.reassign', { unit: '没有', managingBody: '' }), 'unit_not_found', {}],
  [[], ev('unit.reassign', { unit: '党政办', managingBody: ' ' }), 'event_impossible', '党政办这一天已由本乡镇管理'],
  [
    [ev('unit.reassign', { unit: '党政办', managingBody: '县局' }, '2020-01-01')],
    ev('unit.reassign', { unit: '党政办', managingBody: '县局' }),
    'event_impossible',
    '党政办这一天已由县局管理',
  ],
  [[], ev('unit.merge', { units: ['经发办'], into: '试验乡' }), 'event_impossible', '不能并入乡镇本身'],
  [[], ev('unit.merge', { units: ['经发办'], into: '经发办' }), 'event_impossible', '没有要并入的机构'],
  [[], ev('unit.merge', { units: ['试验乡'], into: '经发办' }), 'event_impossible', '乡镇本身不能合并'],
  [[], ev('unit.merge', { units: ['没有'], into: '经发办' }), 'unit_not_found', {}],
  [
    [ev('unit.abolish', { unit: '经发办' }, '2026-09-01')],
    ev('unit.merge', { units: ['党政办'], into: '经发办' }),
    'event_impossible',
    '经发办自 2026-09-01 起已撤销或并入别处，请先撤销那一条',
  ],
  [
    [ev('unit.abolish', { unit: '经发办' }, '2026-01-01')],
    ev('unit.merge', { units: ['党政办'], into: '经发办' }),
    'unit_not_found',
    {},
  ],
  [[], ev('unit.abolish', { unit: '党政办' }), 'unit_has_people', { unit: '党政办', count: 2 }],
  [[], ev('unit.abolish', { unit: '试验乡' }), 'event_impossible', '乡镇本身不能撤销'],
  [[], ev('unit.abolish', { unit: '没有' }), 'unit_not_found', {}],
  [
    [ev('unit.rename', { unit: '经发办', name: '发展办' }, '2026-09-01')],
    ev('unit.abolish', { unit: '经发办' }),
    'event_impossible',
    '经发办自 2026-09-01 起已登记有变动，请先撤销那一条',
  ],
  [
    [ev('unit.abolish', { unit: '经发办' }, '2026-09-01')],
    ev('unit.abolish', { unit: '经发办' }),
    'event_impossible',
    '经发办自 2026-09-01 起已登记有变动，请先撤销那一条',
  ],
  [[], ev('unit.abolish', { unit: '领导班子' }, '2006-11-01'), 'event_impossible', '领导班子当日才设立，不能当日撤销'],
  [
    [ev('concurrent.begin', { person: '乙', unit: '经发办', post: '会计' }, '2020-01-01')],
    ev('unit.abolish', { unit: '经发办' }),
    'event_impossible',
    '经发办还有 1 名兼任、借入、挂职或编外人员，请先办理',
  ],
  [
    [ev('approval.grant', { unit: '经发办', category: A, count: 2, number: '用编1号' }, '2026-01-01')],
    ev('unit.abolish', { unit: '经发办' }),
    'event_impossible',
    '经发办还有 2 名已核准未到位，请先撤回用编核准',
  ],
  [
    [ev('quota.increase', { unit: '经发办', category: A, by: 2 }, '2026-09-01')],
    ev('unit.abolish', { unit: '经发办' }),
    'event_impossible',
    '经发办自 2026-09-01 起还登记有核定编制，请先撤销那一条',
  ],
  [[], ev('nameplate.hang', { unit: '没有', name: '信访室' }), 'unit_not_found', {}],
  [[], ev('nameplate.hang', { unit: '党政办', name: '党政办' }), 'event_impossible', '“党政办”就是它自己的名称'],
  [
    [ev('nameplate.hang', { unit: '党政办', name: '信访室' }, '2027-01-01')],
    ev('nameplate.hang', { unit: '党政办', name: '信访室' }),
    'event_impossible',
    '党政办自 2027-01-01 起已加挂“信访室”',
  ],
  [[], ev('nameplate.remove', { unit: '没有', name: '信访室' }), 'unit_not_found', {}],
  [[], ev('nameplate.remove', { unit: '党政办', name: '信访室' }), 'name_unknown', { name: '信访室', what: '牌子' }],
  [[], ev('leadershipQuota.set', { unit: '没有', amount: 3, chief: 1, deputy: 2 }), 'unit_not_found', {}],
  [
    [],
    ev('leadershipQuota.set', { unit: '领导班子', amount: 3, chief: 1, deputy: 1 }),
    'event_impossible',
    '正职 1 名、副职 1 名与领导职数 3 名对不上',
  ],
  [
    [],
    ev('leadershipQuota.set', { unit: '领导班子', amount: 3, chief: 4, deputy: null }),
    'event_impossible',
    '正职 4 名、副职 — 名与领导职数 3 名对不上',
  ],
  [
    [],
    ev('leadershipQuota.set', { unit: '领导班子', amount: 3, chief: null, deputy: 4 }),
    'event_impossible',
    '正职 — 名、副职 4 名与领导职数 3 名对不上',
  ],
  [[], ev('rankQuota.set', { unit: '没有', pool: '四级调研员', amount: 1 }), 'unit_not_found', {}],
  [[], ev('tolerance.set', {}), 'event_impossible', '允许溢出请写人数或比例中的一项'],
  [[], ev('tolerance.set', { amount: 1, percent: 1 }), 'event_impossible', '允许溢出请写人数或比例中的一项'],
  [
    [],
    ev('tolerance.set', { amount: 1, until: '2026-05-31' }),
    'event_impossible',
    '截止日 2026-05-31 早于生效日 2026-06-01',
  ],
  [[], ev('tolerance.set', { amount: 1, unit: '没有' }), 'unit_not_found', {}],
  [[], ev('post.plan', { unit: '没有', post: '文秘' }), 'unit_not_found', {}],
  [
    [ev('unit.abolish', { unit: '经发办' }, '2026-09-01')],
    ev('post.plan', { unit: '经发办', post: '文秘' }),
    'event_impossible',
    '经发办已定于 2026-09-01 撤销',
  ],
  [[], ev('post.freeze', { unit: '党政办', post: '没有' }), 'name_unknown', { name: '没有', what: '岗位' }],
  [
    [ev('post.freeze', { unit: '党政办', post: 'p-甲' }, '2020-01-01')],
    ev('post.freeze', { unit: '党政办', post: 'p-甲' }),
    'event_impossible',
    '岗位“科员”这一天已是冻结状态',
  ],
  [[], ev('post.unfreeze', { unit: '党政办', post: '没有' }), 'name_unknown', { name: '没有', what: '岗位' }],
  [[], ev('post.unfreeze', { unit: '党政办', post: 'p-甲' }), 'event_impossible', '岗位“科员”这一天没有冻结'],
  [[], ev('post.abolish', { unit: '党政办', post: '没有' }), 'name_unknown', { name: '没有', what: '岗位' }],
  [
    [],
    ev('post.abolish', { unit: '党政办', post: 'p-甲' }),
    'event_impossible',
    '岗位“科员”还有 1 人任职，请先办理免职、调整或出编',
  ],
  [
    [ev('post.abolish', { unit: '经发办', post: 'p-走' }, '2024-01-01')],
    ev('post.abolish', { unit: '经发办', post: 'p-走' }),
    'event_impossible',
    '岗位“科员”这一天已撤销',
  ],
]

test.each(CASES)('%#: %j, then %j', (before, event, code, details) => {
  const book = desk(town(...FOLK))
  for (const earlier of before) book.add(earlier)
  expect(book.refused(event)).toEqual({ code, details: typeof details === 'string' ? { why: details } : details })
})
