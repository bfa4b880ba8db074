import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import type { CallInput, Output } from '../contract/operations.ts'
import { COUNTY_LEVELS } from '../vocabulary/county.ts'
import { Refusal } from '../vocabulary/refusals.ts'
import type { CommandLine, CommandResult } from './cli-arguments.ts'
import {
  answered,
  call,
  given,
  readInput,
  readJson,
  show,
  withBook,
  withCounty,
  writeWhole,
  type Command,
} from './cli-calls.ts'
import { makeUnitPackage } from './cli-copy-commands.ts'
import type { CommandName } from './cli-table.ts'
import { table } from './cli-text.ts'
import type { Core } from './dispatch.ts'

type CountyCommand = Extract<
  CommandName,
  | 'package make'
  | 'county receipt'
  | 'receipt take'
  | 'county create'
  | 'county sample'
  | 'county receive'
  | 'county figures'
  | 'county findings'
  | 'county form'
  | 'county backup'
  | 'county verify'
  | 'county export'
>

/** 上报数据包 and 主管本 by command line. */
export const COUNTY_COMMANDS: Readonly<Record<CountyCommand, Command>> = {
  'package make': (core, line, environment) =>
    answered(async () => {
      try {
        await call(core, 'book.open', { path: line.book, ...given('password', environment['DINGBIAN_PASSWORD']) })
      } catch (error) {
        if (!(error instanceof Refusal) || error.code !== 'is_county_book') throw error
        return makeCountyPackage(core, line, environment)
      }
      return line.value('unit') === undefined ? makePackage(core, line, environment) : makeUnitPackage(core, line)
    }),
  'county create': (core, line, environment) =>
    answered(async () => {
      const level = COUNTY_LEVELS.find((one) => one === line.value('level'))
      const status = await call(core, 'county.create', {
        path: line.book,
        name: line.value('name') ?? '',
        ...(level === undefined ? {} : { level }),
        ...given('code', line.value('code')),
        ...given('password', environment['DINGBIAN_PASSWORD']),
      })
      const { path, name, code, publicKey } = status
      return show(
        line,
        { path, name, level: status.level, code, publicKey },
        `已建立主管本 ${path ?? ''}（${name ?? ''}）。编制本公钥（给乡镇加密用）：${publicKey ?? ''}`,
      )
    }),
  'county sample': (core, line, environment) =>
    answered(async () => {
      const password = given('password', environment['DINGBIAN_PASSWORD'])
      if (existsSync(line.book)) await call(core, 'county.open', { path: line.book, ...password })
      else
        await call(core, 'county.create', { path: line.book, name: '示例市', level: 'city', code: '9910', ...password })
      const made = await call(core, 'county.fillSample', {})
      return show(
        line,
        made,
        [
          `示例市：${made.townships} 个乡镇（民族乡 ${made.ethnic} 个），${made.people} 人。`,
          table(
            ['', '改革前', '改革后', '增减', '比例 %', '报告写的 %'],
            made.rows.map((row) => [row.what, row.before, row.after, row.change, row.rate ?? '', row.printed ?? '']),
          ),
        ].join('\n'),
      )
    }),
  'county receive': (core, line, environment) =>
    withCounty(core, line, environment, async () => {
      const received = await call(core, 'county.receive', {
        files: line.files.map((path) => ({ path })),
        ...given('passphrase', passphraseIn(line, environment, 'from-passphrase-env')),
        ...(line.flag('over-other') ? { overOther: true } : {}),
      })
      const shown = show(line, received, receivedText(received))
      return received.accepted.length === 0 && received.refused.length > 0
        ? { ...shown, exitCode: 1, stderr: line.json ? '' : '一个也没有收下。' }
        : shown
    }),
  'county figures': (core, line, environment) =>
    withCounty(core, line, environment, async () => {
      const by = line.value('by') ?? 'township'
      if (by !== 'township' && by !== 'category' && by !== 'region')
        throw new Refusal('invalid_input', { field: '--by', problem: '只能是 township、category、region' })
      const figures = await call(core, 'county.figures', { by, ...given('asOf', line.value('as-of')) })
      return show(line, figures, figuresText(figures))
    }),
  'county receipt': (core, line, environment) =>
    withCounty(core, line, environment, async () => {
      const file = line.value('file')
      const items = file === undefined ? {} : { items: readJson(file) as CallInput<'county.receipt'>['items'] }
      const reason = line.value('reason')
      const { base64, ...made } = await call(core, 'county.receipt', {
        township: line.value('township') ?? '',
        ...(line.flag('refuse') ? { accepted: false } : {}),
        ...(reason === undefined ? {} : { reasons: [reason] }),
        ...items,
      })
      const out = line.value('out') ?? ''
      writeWhole(out, Buffer.from(base64, 'base64'))
      const verdict = made.accepted ? '收下' : `退回：${made.reasons.join('；')}`
      return show(line, { file: out, ...made }, `已做回执 ${made.number}（${made.township}，${verdict}）：${out}。`)
    }),
  'county export': (core, line, environment) =>
    withCounty(core, line, environment, async () => {
      const format = line.value('format')
      if (format !== 'parquet' && format !== 'csv')
        throw new Refusal('invalid_input', { field: '--format', problem: '只能是 parquet、csv' })
      const made = await call(core, 'county.export', { path: line.value('out') ?? '', format })
      return show(
        line,
        made,
        `已导出 ${made.townships} 个乡镇、${made.people} 人到 ${made.folder}（${made.files} 个文件，身份证号已遮住）。汇总见 roll-up.sql。`,
      )
    }),
  'receipt take': (core, line, environment) =>
    withBook(core, line, environment, async () => {
      const base64 = readInput(line.file).toString('base64')
      const { fileId } = await call(core, 'file.stage', { name: basename(line.file), base64 })
      const asked = { fileId, ...given('passphrase', passphraseIn(line, environment, 'from-passphrase-env')) }
      const told = line.flag('dry-run')
        ? { ...(await call(core, 'receipt.preview', asked)), seq: null }
        : await call(core, 'receipt.take', asked)
      return show(
        line,
        told,
        [
          `${told.bureau}的回执 ${told.number}：${told.accepted ? '上报已收下' : '上报被退回'}${told.seq === null ? '（没有记入）' : `，记入第 ${told.seq} 条，可撤销`}。`,
          ...told.reasons.map((reason) => `  退回原因：${reason}`),
          ...told.items.map((item) => `  ${item.text}${item.problem === null ? '' : `  ✗ ${item.problem}`}`),
        ].join('\n'),
      )
    }),
  'county backup': (core, line, environment) =>
    withCounty(core, line, environment, async () => {
      const made = await call(core, 'county.backup', { directory: line.value('to') ?? '' })
      return show(line, made, `已备份主管本：${made.path}（收件记录 ${made.entries} 条，已打开核对）。`)
    }),
  'county verify': (core, line, environment) =>
    withCounty(core, line, environment, async () => {
      const found = await call(core, 'county.verify', {})
      const shown = show(
        line,
        found,
        found.ok
          ? `主管本完好：收件记录 ${found.entries} 条，数据包 ${found.submissions} 个，逐个核对无误。`
          : found.problems.map((one) => `${one.township === null ? '' : `${one.township}：`}${one.text}`).join('\n'),
      )
      return found.ok ? shown : { ...shown, exitCode: 1 }
    }),
  'county form': (core, line, environment) =>
    withCounty(core, line, environment, async () => {
      const { base64, ...made } = await call(core, 'county.formFile', {
        form: line.value('form') ?? '',
        ...given('asOf', line.value('as-of')),
        ...given('from', line.value('from')),
        ...given('to', line.value('to')),
        ...given('region', line.value('region')),
      })
      const out = line.value('out') ?? made.fileName
      writeWhole(out, Buffer.from(base64, 'base64'))
      return show(
        line,
        { ...made, out },
        `已生成《${made.title}》（统计日期 ${made.asOf}，${made.townships} 个乡镇，${made.pages} 页）：${out}。`,
      )
    }),
  'county findings': (core, line, environment) =>
    withCounty(core, line, environment, async () => {
      const found = await call(core, 'county.findings', given('township', line.value('township')))
      return show(
        line,
        found,
        [
          `错误 ${found.counts.error}，提醒 ${found.counts.warning}，提示 ${found.counts.info}，已说明 ${found.counts.explained}。`,
          ...found.across.map((one) => `跨乡镇：${one.text}`),
          ...found.findings.map((one) => `${one.township}：${one.rule} ${one.text}`),
          ...(found.total > found.findings.length
            ? [
                `共 ${found.total} 个，以上是前 ${found.findings.length} 个；加 --township 看一个乡镇的全部，全部的用 county export。`,
              ]
            : []),
        ].join('\n'),
      )
    }),
}

async function makePackage(core: Core, line: CommandLine, environment: NodeJS.ProcessEnv): Promise<CommandResult> {
  const out = line.value('out') ?? ''
  const since = await sinceAsked(core, line, environment)
  const lock = lockAsked(line, environment)
  const whole = line.flag('whole-numbers')
  const reason = line.value('reason')
  if (whole && reason === undefined)
    throw new Refusal('invalid_input', { field: '--reason', problem: '要完整身份证号，请写理由，会记入台账' })
  const { base64, bytes, ...made } = await call(core, 'package.make', {
    ...since,
    ...given('asOf', line.value('as-of')),
    ...given('code', line.value('code')),
    ...(whole ? given('wholeNumbersFor', reason) : {}),
    ...(lock === null ? {} : { lock }),
  })
  writeWhole(out, Buffer.from(base64, 'base64'))
  if (createHash('sha256').update(readFileSync(out)).digest('hex') !== made.sha256)
    throw new Refusal('package_file_differs', { path: out })
  return show(
    line,
    { file: out, ...made, bytes },
    [
      `已做上报数据包 ${out}：${made.township.name}，截至 ${made.asOf}，${made.people} 人`,
      made.kind === 'full' ? '全量' : '变动部分',
      made.masked ? '身份证号已遮住' : '含完整身份证号，请妥善保管',
      ...(made.locked ? ['已加密'] : []),
    ].join('，'),
  )
}

async function makeCountyPackage(
  core: Core,
  line: CommandLine,
  environment: NodeJS.ProcessEnv,
): Promise<CommandResult> {
  await call(core, 'county.open', { path: line.book, ...given('password', environment['DINGBIAN_PASSWORD']) })
  const lock = lockAsked(line, environment)
  const made = await call(core, 'county.package', {
    path: line.value('out') ?? '',
    ...(lock === null ? {} : { lock }),
  })
  return show(line, made, `已做汇总上报包 ${made.file}：${made.townships} 个乡镇，${made.people} 人。`)
}

/** LAST, a number of an entry, its hash, or a file that the earlier package or its receipt lies in. */
async function sinceAsked(
  core: Core,
  line: CommandLine,
  environment: NodeJS.ProcessEnv,
): Promise<Pick<CallInput<'package.make'>, 'since' | 'sinceFileId'>> {
  const since = line.value('since')
  if (since === undefined) return {}
  const path = resolve(environment['INIT_CWD'] ?? process.cwd(), since)
  if (!existsSync(path) || !statSync(path).isFile()) return { since }
  const base64 = readFileSync(path).toString('base64')
  const { fileId } = await call(core, 'file.stage', { name: basename(path), base64 })
  return { sinceFileId: fileId }
}

function lockAsked(
  line: CommandLine,
  environment: NodeJS.ProcessEnv,
): NonNullable<CallInput<'package.make'>['lock']> | null {
  const passphrase = passphraseIn(line, environment, 'to-passphrase-env')
  const publicKey = line.value('to-key')
  return passphrase !== undefined ? { passphrase } : publicKey === undefined ? null : { publicKey }
}

function passphraseIn(
  line: CommandLine,
  environment: NodeJS.ProcessEnv,
  option: 'to-passphrase-env' | 'from-passphrase-env',
): string | undefined {
  const name = line.value(option)
  if (name === undefined) return undefined
  const value = environment[name]
  if (value === undefined || value === '') throw new Refusal('package_passphrase_missing', { name })
  return value
}

function receivedText({ accepted, refused, people }: Output<'county.receive'>): string {
  return [
    `收下 ${accepted.length} 个，${people} 人；没有收下 ${refused.length} 个。`,
    ...accepted.map((one) =>
      [
        `  ${one.township}（截至 ${one.asOf}，${one.people} 人）`,
        ...(one.differences === null || one.unchanged ? [] : [`与上次有 ${one.differences} 处不同`]),
        ...one.notes,
        ...(one.unmatched.length === 0 ? [] : [`没有对上的机构：${one.unmatched.join('、')}`]),
      ].join('；'),
    ),
    ...refused.map((one) => `  ${one.message}`),
  ].join('\n')
}

function figuresText({ lines, totals, leadership, townships, people }: Output<'county.figures'>): string {
  const row = (name: string, one: { readonly [K in 'quota' | 'actual' | 'reserved' | 'vacancy' | 'over']: number }) => [
    name,
    one.quota,
    one.actual,
    one.reserved,
    one.vacancy,
    one.over,
  ]
  return [
    table(
      ['', '核定', '实有', '已核准未到位', '空编', '超编'],
      [
        ...lines.map((line) => row([line.township ?? line.region ?? '', line.category].join(' ').trim(), line)),
        ...totals.map((total) => row(`合计 ${total.category}`, total)),
      ],
    ),
    `${townships} 个乡镇，${people} 人；领导职数核定 ${leadership.quota}，实配 ${leadership.actual}，超配 ${leadership.over}。`,
  ].join('\n')
}
