import { describe, expect, it, vi } from 'vitest'
import { readLaws } from '../../electron/app/packs/read-laws.ts'
import { listReports } from '../../electron/app/forms/draft-report.ts'
import { EVENTS } from '../../electron/vocabulary/events.ts'
import { SHIPPED } from '../../electron/vocabulary/catalogue.ts'
import { personField } from '../../electron/vocabulary/person-fields.ts'

vi.stubGlobal('window', { addEventListener: () => undefined, location: { hash: '' } })
const { MANUAL, hrefOfDoor } = await import('../../renderer/text/manual/chapters.ts')
const { SCREENS } = await import('../../renderer/text/screens.ts')
const { fieldsThatFit, jobsThatFit, lawsThatFit } = await import('../../renderer/features/help/help-parts.ts')
const { lawItems, manualItems } = await import('../../renderer/features/search/help-items.ts')
const { findHits } = await import('../../renderer/features/search/find-hits.ts')

const JOBS = MANUAL.flatMap((chapter) => chapter.jobs)
const { laws } = readLaws()
const FORMS = ['adhoc', ...listReports().forms.map(({ id }) => id)]

/** What of a job leads nowhere: a form, a text of law or an article the program does not have. */
function deadEnds(job: (typeof JOBS)[number]): readonly string[] {
  const forms = job.doors.flatMap((door) => ('form' in door && !FORMS.includes(door.form) ? [door.form] : []))
  const cited = (job.laws ?? []).flatMap(([id, article]) => {
    const law = laws.find((one) => one.id === id)
    const there = law !== undefined && (article === undefined || law.passages.some((one) => one.article === article))
    return there ? [] : [`${id} ${article ?? ''}`]
  })
  return [...forms, ...cited]
}

describe('the manual', () => {
  it('has every door, form and article it names', () => {
    expect(JOBS.flatMap(deadEnds)).toEqual([])
    expect(deadEnds({ ...JOBS[0]!, doors: [{ form: 'no-form', says: '' }], laws: [['no-law']] })).toHaveLength(2)
    const known = Object.values(SCREENS).map(({ path }) => `#${path}`)
    const hrefs = JOBS.flatMap((job) => job.doors.map(hrefOfDoor))
    expect(hrefs.filter((href) => !known.includes(href.split('?')[0] ?? ''))).toEqual([])
    expect(new Set(JOBS.map(({ id }) => id)).size).toBe(JOBS.length)
  })

  it('tells of every form of the bureau, and of everybody’s coming and going', () => {
    const told = new Set(JOBS.flatMap((job) => job.doors.flatMap((door) => ('form' in door ? [door.form] : []))))
    expect(FORMS.filter((form) => !told.has(form))).toEqual([])
    const events = new Set(JOBS.flatMap((job) => job.doors.flatMap((door) => ('event' in door ? [door.event] : []))))
    const movements = Object.entries(EVENTS).filter(([, { movement }]) => movement !== null)
    // Taking back an exit is told with correcting; the others have their job.
    expect(movements.map(([type]) => type).filter((type) => !events.has(type as never))).toEqual(['restore'])
  })

  it('is found by everyday words', () => {
    const ids = (query: string) => jobsThatFit(query).flatMap((chapter) => chapter.jobs.map(({ id }) => id))
    expect(ids('吃空饷')).toContain('empty-pay')
    expect(ids('借调 清理')).toEqual(['secondment'])
    expect(ids('量子力学')).toEqual([])
    expect(ids('')).toHaveLength(JOBS.length)
  })

  it('every field says what it means in a sentence of its own', () => {
    const meanings = SHIPPED.names.map((field) => personField(field).means)
    expect(meanings.filter((text) => text.length < 8 || !text.endsWith('。'))).toEqual([])
    expect(new Set(meanings).size).toBe(meanings.length)
    expect(fieldsThatFit('参工时间')).toEqual(['workStarted'])
  })
})

describe('the laws', () => {
  it('are searched by name, number and words, and say where', () => {
    expect(lawsThatFit(laws, '652')[0]?.law.id).toBe('institution-staff-regulation')
    const hits = lawsThatFit(laws, '不得混用')
    expect(hits.map(({ law }) => law.id)).toEqual(['state-council-486'])
    const [hit] = hits
    expect(hit?.passages.map((place) => hit.law.passages[place]?.article)).toEqual(['第十五条'])
    expect(lawsThatFit(laws, '').length).toBe(laws.length)
    expect(lawsThatFit(laws, '没有这样的话吧')).toEqual([])
  })

  it('and the jobs are in the one box: an article by its words, a law by its initials', () => {
    const items = [...manualItems(), ...lawItems(laws)]
    const titles = (query: string) => findHits(items, query).flatMap((group) => group.hits.map(({ title }) => title))
    expect(titles('不得混用、挤占')).toContain('486号令 第十五条')
    expect(titles('gwyf')).toContain('中华人民共和国公务员法')
    expect(titles('退休')).toContain('办理退休')
    expect(titles('任现职时间')).toContain('“任现职时间”的意思')
    expect(titles('巡察没有的词')).toEqual([])
  })

  it('say which rules stand on them', () => {
    const staff = laws.find(({ id }) => id === 'institution-staff-regulation')
    expect(staff?.rules).toContainEqual({ id: 'F9', title: '试用期满提醒', article: '第十三条' })
  })
})
