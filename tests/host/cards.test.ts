import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CallInput, OperationName, Output } from '../../electron/contract/operations.ts'
import { createCore } from '../../electron/host/core.ts'
import type { Core } from '../../electron/host/dispatch.ts'
import { openLog } from '../../electron/host/log.ts'
import { createExcelPort } from '../../electron/host/spawn-excel.ts'
import { CARD_TARGETS } from '../../electron/vocabulary/change-cards.ts'
import { temporaryFolder } from '../kit/book.ts'
import { inventedId } from '../kit/snapshot.ts'

/* 变动卡: one change laid out for each system, ticked until entered everywhere. */

const folder = temporaryFolder()
const today = '2026-11-22'
const ID = inventedId('1998-05-17', '女')
let core: Core
let eventId = ''

beforeAll(async () => {
  core = createCore({
    dataFolder: folder.path,
    excel: createExcelPort(),
    log: openLog(folder.path),
    appVersion: '0',
    clock: { now: () => `${today}T02:00:00.000Z`, today: () => today },
  })
  await call('book.openSample', {})
})
afterAll(async () => {
  await core.close()
  folder.dispose()
})

async function call<K extends OperationName>(name: K, input: CallInput<K>): Promise<Output<K>> {
  const reply = await core.call(name, input)
  if (!reply.ok) throw new Error(`${reply.error.code} ${reply.error.message}`)
  return reply.value as Output<K>
}

type Card = Output<'card.read'>
const valuesOf = (card: Card, target: string): Readonly<Record<string, string | null>> =>
  Object.fromEntries(
    card.targets.find((one) => one.target === target)?.values.map(({ title, value }) => [title, value]) ?? [],
  )
const dutiesOf = async () =>
  (await call('duties.read', {})).duties
    .filter(({ duty }) => duty === 'change-card')
    .map(({ title, detail }) => `${title}：${/还没有录入(.*?)。/u.exec(detail)?.[1] ?? ''}`)

describe('one entry, four systems', () => {
  it('says every field of each in its order and its way of writing', async () => {
    const saved = await call('event.add', {
      event: {
        type: 'entry',
        on: '2026-11-20',
        person: {
          name: '童小雨',
          sex: '女',
          idNumber: ID,
          birth: '1998-05',
          ethnicity: '畲族',
          politicalStatus: '中共党员',
          education: '大学本科',
          workStarted: '2026-11',
          nativePlace: '江西抚州',
          partyJoined: '2019-06',
          phone: '13800001111',
          householdPlace: '江西省抚州市',
        },
        unit: '社会事务办公室',
        post: '干事',
        category: 'administrative',
        cause: '21',
        reason: '新录用',
        overUntil: '2027-11-30',
        document: { number: '山编核〔2026〕9号', title: '进人核编通知单', issuer: '县委编办', issuedOn: '2026-11-10' },
      },
    })
    await call('record.add', {
      kind: 'personGrade',
      person: '童小雨',
      from: '2026-11-20',
      content: { personClass: '1', positionLevel: '0198', postGrade: null, rankSince: null },
    })
    const card = await call('card.read', { entry: saved.seq })
    ;({ eventId } = card)
    expect(card.targets.map(({ target }) => target)).toEqual(CARD_TARGETS.map(({ title }) => title))
    for (const { targetId, values } of card.targets)
      expect(values.map(({ title }) => title)).toEqual(
        CARD_TARGETS.find(({ id }) => id === targetId)?.columns.map(({ title }) => title),
      )
    expect(valuesOf(card, '编办实名制系统')).toMatchObject({
      变动类型: '入编',
      变动原因: '考试录用应届毕业生',
      变动日期: '2026-11-20',
      批准文号: '山编核〔2026〕9号',
      所在机构: '社会事务办公室',
      姓名: '童小雨',
      编制类别: '行政编制',
      职务: '干事',
      任现职时间: '2026-11',
      出生日期: '1998-05',
      原机构: null,
    })
    expect(valuesOf(card, '公务员管理系统')).toMatchObject({
      性别代码: '2',
      民族代码: '22',
      出生年月: '199805',
      政治面貌代码: '01',
      人员类别代码: '1',
      现职务层次代码: '0198',
      学历代码: '21',
      编制类型代码: '1',
      '进入（退出）方式代码': '21',
      变动日期: '20261120',
      现工作单位及职务全称: '社会事务办公室干事',
    })
    expect(valuesOf(card, '工资（财政供养）系统')).toMatchObject({
      工资变动起始日: '2026-11-20',
      人员身份: '综合管理类公务员',
      依据文号: '山编核〔2026〕9号',
    })
    expect(valuesOf(card, '党员信息系统')).toMatchObject({ 出生日期: '1998-05-17', 入党时间: '2019-06' })
    expect(card.papers.map(({ title }) => title)).toContain('录用审批表')
    expect(card.papers.map(({ title }) => title)).not.toContain('安置通知')
  })

  it('masks personal numbers until they are asked for, which is written down without them', async () => {
    const masked = await call('card.read', { event: eventId })
    expect(JSON.stringify(masked)).not.toContain(ID)
    expect(JSON.stringify(masked)).not.toContain('13800001111')
    const told = await call('card.reveal', { event: eventId, reason: '录入各系统' })
    expect(valuesOf(told, '编办实名制系统')['身份证号']).toBe(ID)
    expect(valuesOf(told, '党员信息系统')).toMatchObject({ 公民身份号码: ID, 联系电话: '13800001111' })
    const [entry] = (await call('history.read', { limit: 1 })).entries
    expect([entry?.title, entry?.reason]).toEqual(['查看变动卡中的完整号码', '录入各系统'])
    expect(JSON.stringify(entry)).not.toContain(ID)
  })

  it('stays in 待办 until it is entered everywhere; a tick is taken back by hand or by Ctrl+Z', async () => {
    const all = '童小雨入编：还差 4 个系统：编办实名制系统、公务员管理系统、工资（财政供养）系统、党员信息系统'
    expect(await dutiesOf()).toEqual([all])
    for (const target of ['bureau', 'civil', 'pay'])
      await call('card.tick', { events: [eventId], target, entered: true })
    expect(await dutiesOf()).toEqual(['童小雨入编：还差 1 个系统：党员信息系统'])
    await call('card.tick', { events: [eventId], target: 'party', entered: true })
    expect(await dutiesOf()).toEqual([])
    await expect(call('card.tick', { events: [eventId], target: 'party', entered: true })).rejects.toThrow(/没有改动/)
    await call('journal.undo', {})
    expect(await dutiesOf()).toEqual(['童小雨入编：还差 1 个系统：党员信息系统'])
    await call('card.tick', { events: [eventId], target: 'bureau', entered: false })
    expect(await dutiesOf()).toEqual(['童小雨入编：还差 2 个系统：编办实名制系统、党员信息系统'])
    // 办结 in 待办 is a tick for all of them; one of them can still be taken back.
    const [duty] = (await call('duties.read', {})).duties.filter((one) => one.duty === 'change-card')
    await call('duty.done', { key: duty?.key ?? '' })
    expect(await dutiesOf()).toEqual([])
    await call('card.tick', { events: [eventId], target: 'civil', entered: false })
    expect(await dutiesOf()).toEqual(['童小雨入编：还差 1 个系统：公务员管理系统'])
    expect((await call('card.list', {})).open).toBe(1)
    expect(await call('book.verify', {})).toMatchObject({ ok: true })
  })

  it('what nobody has as a person has no card, and one taken back is gone', async () => {
    const quota = await call('event.add', {
      event: {
        type: 'quota.increase',
        on: today,
        unit: '社会事务办公室',
        category: 'administrative',
        by: 1,
        document: { number: '山编〔2026〕3号' },
      },
    })
    await expect(call('card.read', { entry: quota.seq })).rejects.toThrow(/card_gone/)
    const left = await call('event.add', {
      event: { type: 'rank.promote', on: today, person: '童小雨', rank: '二级科员' },
    })
    const card = await call('card.read', { entry: left.seq })
    expect(card.targets.map(({ target }) => target)).not.toContain('党员信息系统')
    await call('journal.undo', {})
    await expect(call('card.read', { event: card.eventId })).rejects.toThrow(/card_gone/)
    await expect(call('card.tick', { events: [card.eventId], entered: true })).rejects.toThrow(/card_gone/)
    await expect(call('card.tick', { events: [eventId], target: 'nowhere', entered: true })).rejects.toThrow(
      /card_target_unknown/,
    )
  })

  it('who leaves stands as they stood the day before, with the papers of the cause', async () => {
    const saved = await call('event.add', {
      event: {
        type: 'exit',
        on: '2026-11-22',
        person: '童小雨',
        cause: '11',
        proofs: ['调动证明'],
        document: { number: '县委组干〔2026〕88号' },
      },
    })
    const card = await call('card.read', { entry: saved.seq })
    expect(valuesOf(card, '编办实名制系统')).toMatchObject({
      变动类型: '出编',
      变动原因: '调往公务员法机关',
      所在机构: '社会事务办公室',
      职务: '干事',
      原机构: '社会事务办公室',
    })
    expect(card.papers[0]).toEqual({ title: '调动证明', seen: true })
    await call('journal.undo', {})
  })
})

describe('the targets are the clerk’s', () => {
  it('takes other systems, other fields, another order; journalled, undone, and back to what came with the program', async () => {
    const { targets, own } = await call('card.targets', {})
    expect(own).toBe(false)
    const changed = [
      {
        ...(targets[0] ?? { id: '', title: '', who: 'everybody' as const, events: [], columns: [] }),
        title: '县编办新系统',
        columns: [
          { title: '身份证件号', field: 'idNumber' as const, format: null },
          { title: '姓名', field: 'name' as const, format: null },
        ],
      },
      {
        id: 'medical',
        title: '医保系统',
        who: 'institution' as const,
        events: ['entry' as const],
        columns: [{ title: '姓名', field: 'name' as const, format: null }],
      },
    ]
    await call('card.setTargets', { targets: changed })
    expect((await call('card.read', { event: eventId })).targets).toMatchObject([
      { target: '县编办新系统', values: [{ title: '身份证件号' }, { title: '姓名', value: '童小雨' }] },
    ])
    expect((await call('history.read', { limit: 1 })).entries[0]?.text).toBe(
      '改报送系统：县编办新系统 2 项，医保系统 1 项',
    )
    await call('journal.undo', {})
    expect((await call('card.targets', {})).own).toBe(false)
    await call('journal.redo', {})
    expect((await call('card.targets', {})).targets).toEqual(changed)
    await call('card.setTargets', { targets: null })
    expect((await call('card.targets', {})).targets.map(({ id }) => id)).toEqual(CARD_TARGETS.map(({ id }) => id))
    await expect(call('card.setTargets', { targets: null })).rejects.toThrow(/没有改动/)
    await expect(call('card.setTargets', { targets: [...changed, ...changed] })).rejects.toThrow(/系统编号相同/)
  })
})
