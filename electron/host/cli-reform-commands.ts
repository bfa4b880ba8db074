import type { CallInput, Output } from '../contract/operations.ts'
import type { ReformCounts } from '../contract/reform-operations.ts'
import {
  CANDIDACY_LIST,
  CHANGE_VERDICT_LIST,
  REDEPLOYMENT_LIST,
  REFORM_COUNT_LIST,
  REFORM_STATE_NAMES,
  STEP_STATE_NAMES,
} from '../vocabulary/reform.ts'
import { OFF_QUOTA_KIND_NAMES } from '../vocabulary/standing.ts'
import { codesOf } from '../vocabulary/code-list.ts'
import { Refusal } from '../vocabulary/refusals.ts'
import type { CommandLine } from './cli-arguments.ts'
import { call, given, readInput, readJson, show, withBook, writeWhole, type Command } from './cli-calls.ts'
import type { CommandName } from './cli-table.ts'
import type { Core } from './dispatch.ts'
import { basename } from 'node:path'

type ReformCommand = Extract<CommandName, `reform ${string}`>
type Document = NonNullable<CallInput<'reform.create'>['document']>

/** 改革方案. */
export const REFORM_COMMANDS: Readonly<Record<ReformCommand, Command>> = {
  'reform list': (core, line, environment) =>
    withBook(core, line, environment, async () => {
      const listed = await call(core, 'reform.list', {})
      const text = listed.plans.map(planText).join('\n')
      return show(line, listed, text === '' ? '还没有改革方案。' : text)
    }),
  'reform new': (core, line, environment) =>
    withBook(core, line, environment, async () => {
      const title = line.value('title') ?? ''
      const made = await call(core, 'reform.create', { title, day: line.value('on') ?? '', ...documentOf(line) })
      return show(line, made, `已新建改革方案“${title}”。`)
    }),
  'reform change': (core, line, environment) =>
    withBook(core, line, environment, async () => {
      const changed = await call(core, 'reform.change', {
        plan: planOf(line),
        ...given('title', line.value('new-title')),
        ...given('day', line.value('on')),
        ...documentOf(line),
      })
      return show(line, changed, '已修改。')
    }),
  'reform add': (core, line, environment) =>
    withBook(core, line, environment, async () => {
      const told = readJson(line.value('file') ?? '')
      // The contract's schema reads what the file says.
      const steps = (Array.isArray(told) ? told : [told]) as CallInput<'reform.addSteps'>['steps']
      const added = await call(core, 'reform.addSteps', { plan: planOf(line), steps })
      return show(line, added, added.texts.join('\n'))
    }),
  'reform drop': (core, line, environment) =>
    withBook(core, line, environment, async () => {
      const { steps } = await call(core, 'reform.show', { plan: planOf(line) })
      const ids = (line.value('step') ?? '').split(/[、,，\s]+/u).map((word) => {
        const found = steps.find(({ place }) => place + 1 === Number(word))
        if (found === undefined) throw new Refusal('reform_step_gone')
        return found.id
      })
      const dropped = await call(core, 'reform.dropSteps', { plan: planOf(line), steps: ids })
      return show(line, dropped, `已去掉 ${dropped.dropped} 步。`)
    }),
  'reform show': (core, line, environment) =>
    withBook(core, line, environment, async () => {
      const shown = await call(core, 'reform.show', { plan: planOf(line) })
      return show(line, shown, shownText(shown))
    }),
  'reform rebase': (core, line, environment) =>
    withBook(core, line, environment, async () => {
      const done = await call(core, 'reform.rebase', {
        plan: planOf(line),
        ...(line.flag('drop-conflicts') ? { dropConflicts: true } : {}),
      })
      const told = [...done.changed.map((text) => `改：${text}`), ...done.dropped.map((text) => `去：${text}`)]
      return show(line, done, ['已按现在的编制本重新核对。', ...told].join('\n'))
    }),
  'reform compare': (core, line, environment) =>
    withBook(core, line, environment, async () => {
      const compared = await call(core, 'reform.compare', { plan: planOf(line), ...given('asOf', line.value('as-of')) })
      return show(line, compared, comparedText(compared))
    }),
  'reform export': (core, line, environment) =>
    withBook(core, line, environment, async () => {
      const path = line.value('out') ?? ''
      const file = await call(core, 'reform.export', { plan: planOf(line) })
      writeWhole(path, Buffer.from(file.base64, 'base64'))
      return show(line, { path }, `已导出 ${path}。`)
    }),
  'reform import': (core, line, environment) =>
    withBook(core, line, environment, async () => {
      const taken = await call(core, 'reform.import', {
        fileId: await stage(core, line.file),
        ...given('title', line.value('title')),
      })
      const text = [`已导入改革方案“${taken.title}”，${taken.steps} 步。`, ...taken.conflicts]
      return show(line, taken, text.join('\n'))
    }),
  'reform force': (core, line, environment) =>
    withBook(core, line, environment, async () => {
      const forced = await call(core, 'reform.force', {
        plan: planOf(line),
        ...given('on', line.value('on')),
        ...given('reason', line.value('reason')),
        ...documentOf(line),
      })
      return show(line, forced, `${forced.text}（第 ${forced.seq} 条，${forced.changes} 处改动）。`)
    }),
  'reform people': (core, line, environment) =>
    withBook(core, line, environment, async () => {
      const staffing = await call(core, 'reform.staffing', given('asOf', line.value('as-of')))
      return show(line, staffing, staffingText(staffing))
    }),
  'reform appoint': (core, line, environment) =>
    withBook(core, line, environment, async () => {
      const { document } = documentOf(line)
      const appointed = await call(core, 'reform.appoint', {
        code: line.value('code') ?? '',
        on: line.value('on') ?? '',
        document: document ?? { number: '' },
        ...given('reason', line.value('reason')),
      })
      return show(line, appointed, appointed.texts.join('\n'))
    }),
  'reform between': (core, line, environment) =>
    withBook(core, line, environment, async () => {
      const days = { from: line.value('from') ?? '', to: line.value('to') ?? '' }
      const compared = await call(core, 'reform.between', days)
      return show(line, compared, countsText([compared.before.counts, compared.after.counts]))
    }),
  'reform figures': (core, line, environment) =>
    withBook(core, line, environment, async () => {
      const path = line.value('file') ?? ''
      const judged = await call(
        core,
        'reform.figures',
        path.endsWith('.json') ? { rows: rowsOf(readJson(path)) } : { fileId: await stage(core, path) },
      )
      return show(line, judged, figuresText(judged))
    }),
  'reform remove': (core, line, environment) =>
    withBook(core, line, environment, async () => {
      const removed = await call(core, 'reform.remove', { plan: planOf(line) })
      return show(line, removed, '已删去。')
    }),
}

const planOf = (line: CommandLine) => line.value('plan') ?? ''

/** The document as far as its number was given; the rest goes with it. */
function documentOf(line: CommandLine): { readonly document?: Document } {
  const number = line.value('document-number')
  if (number === undefined) return {}
  return {
    document: {
      number,
      ...given('title', line.value('document-title')),
      ...given('issuer', line.value('document-issuer')),
      ...given('issuedOn', line.value('document-date')),
    },
  }
}

async function stage(core: Core, path: string): Promise<string> {
  const bytes = readInput(path)
  const { fileId } = await call(core, 'file.stage', { name: basename(path), base64: bytes.toString('base64') })
  return fileId
}

/** One figure or a list of them; the contract's schema reads each. */
function rowsOf(told: unknown): NonNullable<CallInput<'reform.figures'>['rows']> {
  return (Array.isArray(told) ? told : [told]) as NonNullable<CallInput<'reform.figures'>['rows']>
}

function figuresText({ rows, totals, problems }: Output<'reform.figures'>): string {
  return [
    ...rows.map(({ place, item, verdict, text }) => `${place}${item}：${CHANGE_VERDICT_LIST[verdict].title}。${text}`),
    ...totals.map(
      ({ item, places, from, to, cut, rate, fault }) =>
        `${item}合计 ${places} 处：${from} → ${to}，减少 ${cut}${rate === null ? '' : `（${rate}%）`}${fault === null ? '' : `。${fault}`}`,
    ),
    ...problems,
  ].join('\n')
}

type Candidate = Output<'reform.staffing'>['competitions'][number]['candidates'][number]
const resultText = ({ name, result }: Candidate) => `，${name}${CANDIDACY_LIST[result].title}`

function staffingText(staffing: Output<'reform.staffing'>): string {
  return [
    ...staffing.competitions.map(
      ({ code, unit, post, seats, candidates }) =>
        `${code} ${unit}“${post}”：聘 ${seats} 人，报名 ${candidates.length} 人${candidates.map(resultText).join('')}`,
    ),
    ...staffing.uncompeted.map(
      ({ name, unit, why, channel }) =>
        `未竞聘上岗：${name}（${unit}，${why}）${channel === null ? '，还没有去向' : `，${REDEPLOYMENT_LIST[channel].title}`}`,
    ),
    ...staffing.redeployed.map(
      ({ name, channel, settledOn }) =>
        `分流：${name}，${REDEPLOYMENT_LIST[channel].title}，${settledOn === null ? '未安置好' : `${settledOn} 安置好`}`,
    ),
    ...staffing.dismissed.map(({ name, on, reason }) => `清退：${name}，${on}，${reason}`),
    ...staffing.runOff.map(
      ({ year, kind, planned, left }) =>
        `${year} 年${OFF_QUOTA_KIND_NAMES[kind]}消化：计划 ${planned ?? '未定'}，实际 ${left}`,
    ),
  ].join('\n')
}

function planText(plan: Output<'reform.list'>['plans'][number]): string {
  const moved = plan.movedOn === 0 ? '' : `，起草后编制本有 ${plan.movedOn} 条变动`
  return `${plan.title}：${REFORM_STATE_NAMES[plan.state]}，施行日 ${plan.day}，${plan.steps} 步${moved}`
}

function shownText(shown: Output<'reform.show'>): string {
  const steps = shown.steps.map(({ place, title, state, text, problem, was }) =>
    [
      `${place + 1}. ［${title}］${text}${state === 'works' ? '' : `（${STEP_STATE_NAMES[state]}）`}`,
      ...(was === null ? [] : [`   起草时：${was}`]),
      ...(problem === null ? [] : [`   ${problem}`]),
    ].join('\n'),
  )
  const found = (title: string, texts: readonly string[]) =>
    texts.length === 0 ? [] : [`${title} ${texts.length} 个问题：`, ...texts.map((text) => `  ${text}`)]
  return [
    planText(shown.plan),
    ...steps,
    countsText([shown.before.counts, shown.after.counts]),
    ...found(
      '会引起',
      shown.created.map(({ text }) => text),
    ),
    ...found(
      '会消除',
      shown.cured.map(({ text }) => text),
    ),
    ...(shown.needs.length === 0 ? [] : [`施行前还要：${shown.needs.join('、')}`]),
  ].join('\n')
}

/** A line a number: what it was, what the draft makes of it, what it is. */
function countsText(columns: readonly ReformCounts[]): string {
  return codesOf(REFORM_COUNT_LIST)
    .map((code) => `${REFORM_COUNT_LIST[code].title} ${columns.map((counts) => counts[code]).join(' → ')}`)
    .join('\n')
}

function comparedText(compared: Output<'reform.compare'>): string {
  const columns = [
    compared.before.counts,
    compared.draft.counts,
    ...(compared.after === null ? [] : [compared.after.counts]),
  ]
  return [
    compared.after === null ? '改革前 → 方案' : '改革前 → 方案 → 改革后',
    countsText(columns),
    ...compared.drift,
  ].join('\n')
}
