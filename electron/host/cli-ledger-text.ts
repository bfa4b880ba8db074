import { GATE_NAMES } from '../vocabulary/findings.ts'
import type { Output } from '../contract/operations.ts'
import type { HistoryEntryView } from '../contract/ledger-operations.ts'
import { table } from './cli-text.ts'

/* What the ledger's commands print for people. */

export function outcomeText(added: Output<'event.add'>): string {
  return [
    `第 ${added.seq} 条${added.late ? '（补录）' : ''}：${added.text}`,
    ...added.sentences,
    ...added.created.map((finding) => `[${GATE_NAMES[finding.gate]}] ${finding.rule} ${finding.text}`),
    ...added.cured.map((finding) => `[消除] ${finding.rule} ${finding.text}`),
  ].join('\n')
}

export function historyText(entries: readonly HistoryEntryView[]): string {
  return entries
    .map((entry) => {
      const marks = [
        entry.late ? '补录' : '',
        entry.correction ? '更正' : '',
        entry.reverses === undefined ? '' : `冲回第 ${entry.reverses} 条`,
        entry.reversedBy === undefined ? '' : `已由第 ${entry.reversedBy} 条冲回`,
      ].filter((mark) => mark !== '')
      return (
        `${entry.seq}  ${entry.effectiveOn ?? '—'}  ${entry.text}` +
        (entry.document === null ? '' : `（${entry.document}）`) +
        (marks.length === 0 ? '' : `［${marks.join('，')}］`)
      )
    })
    .join('\n')
}

export function changesText(sheet: Output<'changes.read'>): string {
  const lines = sheet.categories.map((line) => [
    line.category,
    line.opening,
    line.in,
    line.out,
    line.transfers,
    line.mixed,
    line.closing,
    line.balanced ? '平' : '不平',
  ])
  const rows = sheet.rows.map((row) => [
    row.on,
    row.person,
    row.category,
    row.fromUnit ?? '—',
    row.toUnit ?? '—',
    row.cause ?? '',
    row.document ?? '',
    row.late ? '补录' : '',
  ])
  return [
    `${sheet.from} 至 ${sheet.to}`,
    table(['编制类型', '期初实有', '增', '减', '划转', '混编增减', '期末实有', ''], lines),
    ...sheet.misplaced.map((line) => `混编：${line.unit} ${line.people.join('、')}（${line.category}），不计入实有`),
    ...(rows.length === 0 ? [] : [table(['日期', '姓名', '编制类型', '从', '到', '原因', '文号', ''], rows)]),
    ...sheet.faults.map((fault) => `不平：${fault}`),
  ].join('\n')
}

export function explanationText(explanation: Output<'figure.explain'>): string {
  const { line } = explanation
  return [
    `截至 ${explanation.asOf}，${line.unit} ${line.category}：核定 ${line.quota}，实有 ${line.actual}，已核准未到位 ${line.reserved}，空编 ${line.vacancy}，超编 ${line.over}`,
    explanation.formula,
    ...explanation.quotas.map(
      (quota) =>
        `核定 ${quota.amount}  ${quota.validFrom} 起${quota.validTo === null ? '' : `至 ${quota.validTo}`}  ` +
        `${quota.documentNumber}${quota.documentTitle ?? ''}${quota.current ? '' : '（已失效）'}`,
    ),
    ...explanation.people.map((person) => `${person.name}  ${person.post}  ${person.status}`),
    ...explanation.approvals.map(
      (approval) =>
        `用编核准 ${approval.number}  ${approval.amount} 名${approval.expiresOn === null ? '' : `，有效期至 ${approval.expiresOn}`}`,
    ),
    ...explanation.notCounted.map((person) => `不计入：${person.name}（${person.why}）`),
  ].join('\n')
}
