import type { Page } from 'playwright-core'
import { ask, type Places } from './window-states.ts'

/* The sample township with something of every kind in it, so that every screen has something to show and every dialog something to be about. */

/** One black dot. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='
const SIGNED = { checkedBy: '王主任', reviewedBy: '李保密' }
const PAPER = { issuer: '山溪乡人民政府', phone: '0794-1234567', title: '山溪乡机关和事业单位编制实名制公示' }

/** Writes it all down and says where it is. */
export async function prepareWindow(page: Page): Promise<Places> {
  const { today } = await ask(page, 'book.status', {})
  const { people } = await ask(page, 'roster.read', {})
  const person = people.find(({ name }) => name === '褚卫东')?.personId ?? ''
  const posted = (from: string, asOf: string) =>
    ask(page, 'notice.issue', {
      ...PAPER,
      ...SIGNED,
      layout: 'short',
      paper: 'A4',
      from,
      asOf,
      days: 7,
      checkedOn: from,
      reviewedOn: from,
      despite: { keys: ['all'], reason: '样例' },
    })
  const ended = await posted('2025-11-10', '2025-11-10')
  const notice = await posted(today, today)
  await ask(page, 'objection.receive', {
    noticeId: notice.id,
    receivedOn: today,
    channel: 'call',
    content: '岗位写错了',
  })
  const photo = await ask(page, 'file.stage', { name: '现场.png', base64: PNG })
  await ask(page, 'notice.addPhoto', { noticeId: notice.id, fileId: photo.fileId })
  const document = { number: '山编发〔2026〕30号', title: '关于人员调整的批复', issuer: '县委编委', issuedOn: today }
  await ask(page, 'event.add', {
    event: { type: 'move', on: today, document, person: '褚卫东', unit: '社会事务办公室', post: '干事' },
  })
  await ask(page, 'event.add', {
    event: {
      type: 'leadershipQuota.set',
      on: today,
      document: { ...document, number: '文号待补' },
      unit: '乡领导班子',
      amount: 8,
      chief: 3,
      deputy: 5,
    },
  })
  const scan = await ask(page, 'file.stage', { name: '批复.png', base64: PNG })
  await ask(page, 'attachment.add', { documentNumber: document.number, fileId: scan.fileId })
  await ask(page, 'record.add', {
    kind: 'training',
    person: '褚卫东',
    from: today,
    content: { title: '乡村振兴专题', trainingKind: 'general', days: 3 },
  })
  await ask(page, 'ownField.add', { fields: [{ title: '家庭住址' }] })
  const { findings } = await ask(page, 'findings.read', {})
  await ask(page, 'finding.explain', {
    keys: findings
      .filter((one) => one.severity === 'warning')
      .slice(0, 1)
      .map(({ key }) => key),
    reason: '情况属实，正在核对档案',
  })
  const pack = await localPack(page)
  const many = await ask(page, 'record.addMany', {
    kind: 'annualReview',
    from: today,
    rows: people
      .filter(({ list }) => list === 'in-quota')
      .map(({ personId }) => ({ personId, fields: { year: '2025', result: '合格' } })),
  })
  // What has just been said goes by itself; until then it lies over the foot of a screen.
  await page.locator('.toast').first().waitFor({ state: 'detached' })
  return { person, notice: notice.id, ended: ended.id, pack, idForm: 'changes-month', many: String(many.seq) }
}

/** A pack of her own, by the form itself: its id. */
async function localPack(page: Page): Promise<string> {
  await page.evaluate(() => (location.hash = '#/packs'))
  await page.getByRole('button', { name: '另存为本地规则包' }).click()
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.waitForFunction(() => new URLSearchParams(location.hash.split('?')[1]).get('pack') !== null)
  return page.evaluate(() => new URLSearchParams(location.hash.split('?')[1]).get('pack') ?? '')
}
