import { expect, test } from 'vitest'
import type { LedgerEvent } from '../../../electron/domain/ledger/events/index.ts'
import { ev, FOLK } from './every-event.ts'
import { town } from './people-events/town.ts'
import { desk } from './quota-events/desk.ts'

/* Why nobody can be approved, come in or leave that way, word by word: what, where, what to do. */

const A = 'administrative'

type Case = readonly [
  before: readonly LedgerEvent[],
  event: LedgerEvent,
  code: string,
  details: Readonly<Record<string, string | number>> | string,
]

const CASES: readonly Case[] = [
  [
    [],
    ev('approval.grant', { unit: '党政办', category: A, count: 1, number: '用编1号', expiresOn: '2026-05-31' }),
    'event_impossible',
    '有效期 2026-05-31 早于核准日 2026-06-01',
  ],
  [
    [],
    ev('approval.grant', { unit: '党政办', category: A, count: 2, number: '用编1号', person: '走' }),
    'event_impossible',
    '核定给一个人的用编核准只能是 1 名',
  ],
  [
    [ev('approval.grant', { unit: '党政办', category: A, count: 2, number: '用编1号' }, '2026-01-01')],
    ev('approval.grant', { unit: '党政办', category: A, count: 1, number: '用编1号' }),
    'event_impossible',
    '编号“用编1号”的用编核准已经登记过',
  ],
  [
    [ev('unit.merge', { units: ['经发办'], into: '党政办' }, '2026-09-01')],
    ev('approval.grant', { unit: '经发办', category: A, count: 1, number: '用编1号' }),
    'event_impossible',
    '经发办自 2026-09-01 起并入党政办，用编核准请登记在党政办',
  ],
  [[], ev('approval.cancel', { number: '没有' }), 'approval_not_found', { number: '没有' }],
  [
    [
      ev('approval.grant', { unit: '党政办', category: A, count: 2, number: '用编1号' }, '2026-01-01'),
      ev(
        'entry',
        {
          person: '走',
          unit: '党政办',
          post: '科员',
          category: A,
          cause: '11',
          approval: '用编1号',
          arrivesOn: '2026-07-01',
        },
        '2026-02-01',
      ),
    ],
    ev('approval.cancel', { number: '用编1号' }),
    'event_impossible',
    '用编核准“用编1号”已有人登记在 2026-06-01 之后到位，请先撤销那条登记',
  ],
  [
    [],
    ev('entry', { person: '走', unit: '党政办', post: '科员', category: A, cause: '11' }, '1999-01-01'),
    'event_impossible',
    '党政办在 1999-01-01 还没有设立，或已经撤销',
  ],
  [
    [],
    ev('entry', { person: '走', unit: '没有', post: '科员', category: A, cause: '11' }),
    'event_impossible',
    '该机构在 2026-06-01 还没有设立，或已经撤销',
  ],
  [
    [],
    ev('entry', { person: '走', unit: '党政办', post: '科员', category: A, cause: '没有' }),
    'event_impossible',
    '进入方式没有“没有”这一项',
  ],
  [
    [],
    ev('entry', { person: '走', unit: '党政办', post: '科员', category: A, cause: '11', arrivesOn: '2026-05-31' }),
    'event_impossible',
    '到位日 2026-05-31 早于入编日 2026-06-01',
  ],
  [
    [],
    ev('entry', { person: '走', unit: '党政办', post: '科员', category: A, cause: '11', overUntil: '2026-06-01' }),
    'event_impossible',
    '期满日 2026-06-01 不晚于生效日 2026-06-01',
  ],
  [
    [],
    ev('entry', {
      person: '走',
      unit: '党政办',
      post: '科员',
      category: A,
      cause: '11',
      arrivesOn: null,
      document: undefined,
    }),
    'event_needs',
    { needs: '依据文件，或用编核准编号' },
  ],
  [
    [],
    ev('entry', { person: '甲', unit: '党政办', post: '科员', category: A, cause: '11' }),
    'already_in_post',
    { name: '甲', unit: '党政办' },
  ],
  [
    [],
    ev('entry', { person: '甲', unit: '党政办', post: '科员', category: A, cause: '11' }, '2008-01-01'),
    'event_impossible',
    '甲从 2010-07-01 起已登记在党政办占用编制，一人不能占两个编制',
  ],
  [
    [ev('secondment.in', { person: '走', unit: '党政办', from: '县局' }, '2026-09-01')],
    ev('entry', { person: '走', unit: '党政办', post: '科员', category: A, cause: '11' }),
    'event_impossible',
    '走从 2026-09-01 起已登记借入，请先撤销它',
  ],
  [
    [],
    ev('entry', { person: '走', unit: '党政办', post: '科员', category: A, cause: '11', approval: '没有' }),
    'approval_not_found',
    { number: '没有' },
  ],
  [
    [ev('approval.grant', { unit: '党政办', category: A, count: 1, number: '用编1号', person: '乙' }, '2026-01-01')],
    ev('entry', { person: '走', unit: '党政办', post: '科员', category: A, cause: '11', approval: '用编1号' }),
    'event_impossible',
    '用编核准“用编1号”已核定给他人',
  ],
  [
    [ev('approval.grant', { unit: '经发办', category: A, count: 1, number: '用编1号' }, '2026-01-01')],
    ev('entry', { person: '走', unit: '党政办', post: '科员', category: A, cause: '11', approval: '用编1号' }),
    'event_impossible',
    '用编核准“用编1号”核准的不是这个机构的这类编制',
  ],
  [
    [
      ev(
        'approval.grant',
        { unit: '党政办', category: A, count: 1, number: '用编1号', expiresOn: '2026-06-30' },
        '2026-01-01',
      ),
    ],
    ev('entry', {
      person: '走',
      unit: '党政办',
      post: '科员',
      category: A,
      cause: '11',
      approval: '用编1号',
      arrivesOn: '2026-07-01',
    }),
    'event_impossible',
    '用编核准“用编1号”到 2026-06-30 为止，到位日 2026-07-01 已过期',
  ],
  [
    [
      ev('approval.grant', { unit: '经发办', category: A, count: 1, number: '用编1号' }, '2026-01-01'),
      ev('unit.merge', { units: ['经发办'], into: '党政办' }, '2026-09-01'),
    ],
    ev('entry', {
      person: '走',
      unit: '经发办',
      post: '科员',
      category: A,
      cause: '11',
      approval: '用编1号',
      arrivesOn: '2026-10-01',
    }),
    'event_impossible',
    '用编核准“用编1号”自 2026-09-01 起已随机构合并转到党政办，请登记在那里',
  ],
  [
    [],
    ev('arrival', { person: '走', post: '科员' }),
    'event_impossible',
    '走在 2026-06-01 没有已核准未到位的编制，或核准已过期',
  ],
  [[], ev('exit', { person: '甲', cause: '没有' }), 'event_impossible', '退出原因没有“没有”这一项'],
  [[], ev('exit', { person: '甲', cause: '31' }, '1999-01-01'), 'not_in_post', { name: '甲', day: '1999-01-01' }],
  [
    [ev('offQuota.begin', { person: '走', unit: '经发办', kind: 'selfHired', post: '协管' }, '2020-01-01')],
    ev('exit', { person: '走', cause: '31' }),
    'event_impossible',
    '走不占编制：编外人员请登记编外退出，借用挂职请登记期满返回',
  ],
  [
    [ev('absence.begin', { person: '甲', kind: 'sickLeave' }, '2026-09-01')],
    ev('exit', { person: '甲', cause: '31' }),
    'event_impossible',
    '甲在 2026-09-01 还登记了变动，请先撤销它',
  ],
  [
    [],
    ev('exit', { person: '甲', cause: '31' }, '2010-07-01'),
    'event_impossible',
    '甲 2010-07-01 当天才入编，请撤销那一条登记',
  ],
  [
    [],
    ev('restore', { person: '甲', unit: '经发办', post: '科员', category: A }),
    'already_in_post',
    { name: '甲', unit: '党政办' },
  ],
  [
    [],
    ev('restore', { person: '走', unit: '经发办', post: '科员', category: A }, '2009-01-01'),
    'event_impossible',
    '走从 2010-07-01 起已登记在经发办占用编制，一人不能占两个编制',
  ],
  [
    [],
    ev('batch.transfer', { people: ['甲', '没有'], unit: '经发办' }),
    'not_in_post',
    { name: '此人', day: '2026-06-01' },
  ],
  [[], ev('batch.transfer', { people: ['甲'], unit: '党政办' }), 'event_impossible', '甲这天已在党政办'],
  [
    [],
    ev('batch.transfer', { people: ['甲'], unit: '没有' }),
    'event_impossible',
    '该机构在 2026-06-01 还没有设立，或已经撤销',
  ],
  [
    [],
    ev('offQuota.begin', { person: '甲', unit: '经发办', kind: 'selfHired', post: '协管' }, '2020-01-01'),
    'event_impossible',
    '甲 2020-01-01 这天已在本乡镇任职',
  ],
  [[], ev('offQuota.end', { person: '甲' }), 'event_impossible', '甲 2026-06-01 这天不是编外人员'],
]

test.each(CASES)('%#: %j, then %j', (before, event, code, details) => {
  const book = desk(town(...FOLK))
  for (const earlier of before) book.add(earlier)
  expect(book.refused(event)).toEqual({ code, details: typeof details === 'string' ? { why: details } : details })
})
