import type { Output } from '../contract/operations.ts'
import { findingState } from '../contract/finding-operations.ts'
import type { CommandName } from './cli-table.ts'
import { alsoByText, table } from './cli-text.ts'
import { asOf, call, given, show, withBook, type Command } from './cli-calls.ts'

type FindingCommand = Extract<CommandName, 'findings' | 'findings explain' | 'forecast' | 'duties' | 'duties done'>

/** Commands of 核查: what was found and what became of it, what is to come, what is due. */
export const FINDING_COMMANDS: Readonly<Record<FindingCommand, Command>> = {
  findings: (core, line, environment) =>
    withBook(core, line, environment, async () => {
      const state = line.value('state')
      const inbox = await call(core, 'findings.read', {
        ...(state === undefined ? {} : { state: findingState.parse(state) }),
        ...asOf(line),
      })
      return show(line, inbox, inboxText(inbox))
    }),
  'findings explain': (core, line, environment) =>
    withBook(core, line, environment, async () => {
      const done = await call(core, 'finding.explain', {
        keys: [line.value('finding') ?? ''],
        reason: line.value('reason') ?? '',
        ...given('by', line.value('by')),
        ...given('documentNumber', line.value('document')),
        ...given('until', line.value('until')),
      })
      return show(line, done, `第 ${done.seq} 条：已说明 ${done.explained} 个问题。`)
    }),
  forecast: (core, line, environment) =>
    withBook(core, line, environment, async () => {
      const years = line.value('years')
      const told = await call(core, 'forecast.read', {
        ...asOf(line),
        ...(years === undefined ? {} : { years: Number(years) }),
      })
      return show(line, told, forecastText(told))
    }),
  duties: (core, line, environment) =>
    withBook(core, line, environment, async () => {
      const due = await call(core, 'duties.read', {
        ...given('asOf', line.value('as-of')),
        ...given('from', line.value('from')),
        ...given('to', line.value('to')),
      })
      return show(line, due, dutiesText(due))
    }),
  'duties done': (core, line, environment) =>
    withBook(core, line, environment, async () => {
      const done = await call(core, 'duty.done', {
        key: line.value('duty') ?? '',
        ...given('note', line.value('note')),
      })
      return show(line, done, `第 ${done.seq} 条：已办结。`)
    }),
}

const STATE_WORDS = { open: '待处理', explained: '已说明' } as const

function inboxText(inbox: Output<'findings.read'>): string {
  const findings = inbox.findings.map((finding) => {
    const why =
      finding.explanation === null
        ? ''
        : `\n    说明：${finding.explanation.reason}${finding.explanation.until === null ? '' : `（至 ${finding.explanation.until}）`}`
    return `[${STATE_WORDS[finding.state]}] ${finding.rule} ${finding.text}${alsoByText(finding.alsoBy)}${why}`
  })
  const cured = inbox.cured.map(
    (finding) =>
      `[已消除] ${finding.rule} ${finding.text ?? finding.title}${alsoByText(finding.alsoBy)}` +
      (finding.entry === null ? '' : `\n    由第 ${finding.entry.seq} 条消除：${finding.entry.text}`),
  )
  return [
    `截至 ${inbox.asOf}，规则包：${inbox.pack.title}，待处理 ${inbox.counts.open}，已说明 ${inbox.counts.explained}，已消除 ${inbox.counts.cured}`,
    ...findings,
    ...cured,
  ].join('\n')
}

function forecastText(told: Output<'forecast.read'>): string {
  const years = told.years.map((year) => [
    year.year,
    year.retiring,
    year.overdue,
    year.leaders,
    year.organ,
    year.institution,
  ])
  const people = told.people.map((person) => [
    person.retires,
    person.name,
    person.unit,
    person.post,
    person.category,
    person.trackTitle,
    person.arranged !== null
      ? `${person.arranged}（法定 ${person.statutory}）`
      : person.recorded
        ? '已登记'
        : `推定：${person.basis}`,
    person.overdue ? '已到龄' : '',
  ])
  const runOffs = told.runOffs.map((line) => [
    line.unit,
    line.category,
    line.over,
    line.withoutEntries ?? '已知的退休不够消化',
    line.withEntries ?? '已知的退休不够消化',
    line.plannedBy ?? '—',
  ])
  return [
    `截至 ${told.asOf}，${told.from} 至 ${told.to} 年到龄退休 ${told.people.length} 人，待核 ${told.unknown.length} 人`,
    table(['年度', '到龄', '其中已到龄', '领导职数', '行政类', '事业类'], years),
    ...(people.length === 0
      ? []
      : [table(['退休年月', '姓名', '机构', '岗位', '编制类型', '原法定退休年龄', '依据', ''], people)]),
    ...(runOffs.length === 0
      ? []
      : [table(['超编机构', '编制类型', '超编', '不进人时消化', '核准的都到位时消化', '计划消化'], runOffs)]),
    ...told.unknown.map((one) => `待核：${one.name}（${one.unit} ${one.post}）${one.text}`),
  ].join('\n')
}

const DUTY_WORDS = {
  done: '已办',
  overdue: '逾期',
  today: '今天',
  soon: '临近',
  ahead: '',
  undated: '日期待定',
} as const

function dutiesText(due: Output<'duties.read'>): string {
  const rows = due.duties.map((duty) => [
    duty.dueOn ?? '—',
    DUTY_WORDS[duty.state],
    duty.title,
    duty.undated ?? (duty.workBy === null ? '' : `当天休息，宜在 ${duty.workBy} 前`),
    duty.detail,
  ])
  const freeze = due.freeze === null ? [] : [`年报冻结期：${due.freeze.from} 至 ${due.freeze.to}`]
  return [
    `截至 ${due.asOf}，${due.from} 至 ${due.to}：逾期 ${due.counts.overdue}，今天 ${due.counts.today}，七天内 ${due.counts.soon}`,
    ...freeze,
    ...(rows.length === 0 ? [] : [table(['截止', '', '事项', '', '说明'], rows)]),
  ].join('\n')
}
