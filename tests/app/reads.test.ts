import { noColumns } from '../../electron/vocabulary/person-fields.ts'
import { expect, it } from 'vitest'
import { runCheck } from '../../electron/app/findings/run-check.ts'
import { explainFigure } from '../../electron/app/units/explain-figure.ts'
import { readFigures } from '../../electron/app/units/read-figures.ts'
import { readJournal } from '../../electron/app/ledger/read-journal.ts'
import { listPacks } from '../../electron/app/packs/list-packs.ts'
import { readPerson } from '../../electron/app/people/read-person.ts'
import { readRoster } from '../../electron/app/people/read-roster.ts'
import { listRules, readRules } from '../../electron/app/packs/list-rules.ts'
import { readUnits } from '../../electron/app/units/read-units.ts'
import { OPERATIONS } from '../../electron/contract/operations.ts'
import { commitCommand } from '../../electron/store/journal.ts'
import { RECORDED_AT } from '../kit/book.ts'
import { makeContext, nextId } from '../kit/context.ts'
import { inventedId, seatPeople } from '../kit/people.ts'
import { unitNamed, withTownship } from '../kit/township.ts'

it('units in their order, leaders first within a unit, then as entered; ID numbers masked', () =>
  withTownship(async (book) => {
    await seatPeople(book, [
      { name: '所员', unit: '财政所', category: 'institution', birth: '1980-01-01', enteredOn: '2001-01' },
      { name: '办员乙', unit: '党政综合办公室', birth: '1981-01-01', enteredOn: '2015-01' },
      { name: '办员甲', unit: '党政综合办公室', birth: '1982-01-01', enteredOn: '2005-01' },
      {
        name: '主任',
        unit: '党政综合办公室',
        birth: '1983-01-01',
        enteredOn: '2019-01',
        title: '主任',
        leadership: 'deputy',
      },
    ])
    const { people } = await readRoster({}, makeContext(book))
    expect(people.map((person) => person.name)).toEqual(['主任', '办员乙', '办员甲', '所员'])
    expect(people[0]?.idNumberMasked).toBe(`360111********${inventedId('1983-01-01').slice(-4)}`)
    expect(JSON.stringify(people)).not.toMatch(/\d{17}[\dX]/)
  }))

it('an office with everybody in it: who is counted, who is there without being counted and why', () =>
  withTownship(async (book) => {
    const unit = '党政综合办公室'
    const [own, , elsewhere] = await seatPeople(book, [
      { name: '在编', unit, birth: '1980-01-01' },
      { name: '借来', unit, birth: '1981-01-01', kind: 'secondedIn', counterpart: '县财政局' },
      { name: '兼职', unit: '社会事务办公室', birth: '1982-01-01' },
      { name: '自聘', unit, birth: '1983-01-01', kind: 'offQuota', offQuotaKind: 'selfHired' },
      { name: '挂职', unit, birth: '1984-01-01', kind: 'attached', counterpart: '省农业厅' },
    ])
    const { post_id } = await book.db
      .selectFrom('holding')
      .select('post_id')
      .where('person_id', '=', own!)
      .executeTakeFirstOrThrow()
    const range = {
      ...noColumns('holding'),
      category: null,
      off_quota_kind: null,
      occupies_quota: 0,
      occupies_leadership: 0,
      overlap_allowed: 0,
      entry_cause: null,
      exit_cause: null,
      approval_id: null,
      occupied_rank: null,
      due_on: null,
      entered_on: null,
      entry_route: null,
      entry_document_number: null,
      remark: null,
      valid_from: '2020-01-01',
      valid_to: null,
      recorded_at: RECORDED_AT,
    } as const
    await commitCommand(
      book.db,
      { recordedAt: RECORDED_AT, actor: '经办人', operation: 'import.commit', summary: '任职' },
      (_, journal) =>
        journal.insert('holding', [
          { id: nextId(), person_id: elsewhere!, post_id, kind: 'concurrent', counterpart: null, ...range },
          { id: nextId(), person_id: own!, post_id: null, kind: 'secondedOut', counterpart: '县委办', ...range },
        ]),
    )
    const explained = await explainFigure(
      { unitId: await unitNamed(book, unit), category: 'administrative' },
      makeContext(book),
    )
    expect(explained.line.seats).toEqual([{ personId: own, name: '在编', list: 'in-quota', secondedOut: true }])
    expect(explained.formula).toBe('空编 = 核定 5 − 实有 1 − 已核准未到位 0 = 4；超编 = 实有 1 − 核定 5，不足 0 记 0')
    expect(explained.people.map((person) => [person.name, person.status, person.secondedTo])).toEqual([
      ['在编', '借出', '县委办'],
    ])
    expect(explained.notCounted.map(({ name, why }) => [name, why])).toEqual([
      ['借来', '借入，编制在县财政局'],
      ['自聘', '编外（自聘），不占编制'],
      ['挂职', '挂职，编制在省农业厅'],
      ['兼职', '兼任，编制在社会事务办公室，只计一次'],
    ])
    const { people, counts } = await readRoster({}, makeContext(book))
    expect(counts).toEqual({ 'in-quota': 2, 'over-quota': 0, 'non-compliant': 0, 'off-quota': 1, seconded: 2 })
    expect(people.find((person) => person.name === '兼职')?.concurrent).toEqual([{ unit, post: '科员' }])
    expect(
      people.filter((person) => person.list === 'seconded').map((person) => [person.status, person.category]),
    ).toEqual([
      ['借入', '借入'],
      ['挂职', '挂职'],
    ])
    await expect(
      explainFigure({ unitId: 'none', category: 'administrative' }, makeContext(book)),
    ).rejects.toMatchObject({ code: 'unit_not_found' })
  }))

it('more people than seats: the formula shows the subtraction that gives 超编', () =>
  withTownship(async (book) => {
    await seatPeople(
      book,
      [1, 2, 3, 4, 5, 6].map((n) => ({ name: `员${n}`, unit: '党政综合办公室', birth: `198${n}-01-01` })),
    )
    const { formula } = await explainFigure(
      { unitId: await unitNamed(book, '党政综合办公室'), category: 'administrative' },
      makeContext(book),
    )
    expect(formula).toBe('空编 = 核定 5 − 实有 6 − 已核准未到位 0，不足 0 记 0；超编 = 实有 6 − 核定 5 = 1')
  }))

it('every reply has exactly the shape the contract declares', () =>
  withTownship(async (book) => {
    const [personId] = await seatPeople(book, [{ name: '甲', unit: '财政所', category: 'administrative' }])
    const context = makeContext(book)
    const replies = {
      'figures.read': await readFigures({}, context),
      'figure.explain': await explainFigure(
        { unitId: await unitNamed(book, '财政所'), category: 'institution' },
        context,
      ),
      'units.read': await readUnits({}, context),
      'roster.read': await readRoster({}, context),
      'person.read': await readPerson({ personId: personId! }, context),
      'check.run': await runCheck({}, context),
      'journal.read': await readJournal({}, context),
      'rules.list': listRules({}),
      'rules.read': readRules(),
      'packs.list': listPacks(),
    } as const
    for (const [name, reply] of Object.entries(replies))
      expect({ [name]: OPERATIONS[name as keyof typeof replies].output.parse(reply) }).toEqual({ [name]: reply })
  }))

it('行政编制 used in a 事业单位: on the non-compliant list, in no line, and said so where the figure is opened', () =>
  withTownship(async (book) => {
    const [personId] = await seatPeople(book, [{ name: '甲', unit: '财政所', category: 'administrative' }])
    const context = makeContext(book)
    const { line, notCounted } = await explainFigure(
      { unitId: await unitNamed(book, '财政所'), category: 'institution' },
      context,
    )
    expect([line.actual, notCounted]).toEqual([
      0,
      [{ personId, name: '甲', why: '混编：事业单位不得使用行政编制，也没有核定这类编制，不计入' }],
    ])
    const { findings, counts, rulesRun } = await runCheck({}, context)
    const mixed = findings.find((finding) => finding.rule === 'B1')
    expect(mixed).toMatchObject({ person: '甲', unit: '财政所', effect: 'eligibility' })
    expect(mixed?.source.clause).not.toBe('')
    expect(counts.error + counts.warning + counts.info).toBe(findings.length)
    expect(rulesRun).toBe(readRules().rules.filter((rule) => rule.pack === null || rule.pack === 'seed-000').length)
    const weights = findings.map((finding) => ['error', 'warning', 'info'].indexOf(finding.severity))
    expect(weights).toEqual(weights.toSorted((left, right) => left - right))
    const { person, findings: own } = await readPerson({ personId: personId! }, context)
    expect([person.list, person.status, person.unit]).toEqual(['non-compliant', '不合规', '财政所'])
    expect(own.map((finding) => finding.rule)).toContain('B1')
  }))

it('the journal pages backwards from its newest entry', () =>
  withTownship(async (book) => {
    for (const name of ['甲', '乙', '丙'])
      await seatPeople(book, [{ name, unit: '财政所', category: 'institution', idNumber: null }])
    const context = makeContext(book)
    const first = await readJournal({ limit: 2 }, context)
    const second = await readJournal({ limit: 2, before: first.entries.at(-1)!.seq }, context)
    expect([first.entries.map((entry) => entry.seq), second.entries.map((entry) => entry.seq), first.total]).toEqual([
      [4, 3],
      [2, 1],
      4,
    ])
    expect(second.entries[1]).toMatchObject({ operation: 'book.create', title: '新建编制本' })
  }))
