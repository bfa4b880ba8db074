import type { Output } from '../contract/operations.ts'
import { SEVERITY_TITLES, type FigureCountsView, type RosterPersonView } from '../contract/shapes.ts'

/* What the command line prints for people; --json prints the same values as one object. */

/** Width on a terminal: a Chinese character takes two columns. */
function width(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1), 0)
}

/** Columns of text, padded to their widest cell. */
export function table(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const texts = [header, ...rows.map((row) => row.map(String))]
  const widths = header.map((_, column) => Math.max(...texts.map((row) => width(row[column] ?? ''))))
  return texts
    .map((row) =>
      row
        .map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - width(cell))))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

export function figuresText(figures: FigureCountsView): string {
  const lines = figures.lines.map((line) => [
    line.unit,
    line.category,
    line.quota,
    line.actual,
    line.reserved,
    line.vacancy,
    line.over,
  ])
  const totals = figures.totals.map((total) => [
    '合计',
    total.category,
    total.quota,
    total.actual,
    total.reserved,
    total.vacancy,
    total.over,
  ])
  const misplaced = figures.misplaced.map(
    (line) =>
      `混编：${line.unit} ${line.people.map((person) => person.name).join('、')}（${line.category}），不计入实有`,
  )
  const { leadership } = figures
  return [
    `截至 ${figures.asOf}`,
    table(['机构', '编制类型', '核定', '实有', '未到位', '空编', '超编'], [...lines, ...totals]),
    `领导职数 核定 ${leadership.quota} 实配 ${leadership.actual}（正职 ${leadership.chief.actual}，副职 ${leadership.deputy.actual}）`,
    ...misplaced,
  ].join('\n')
}

export function rosterText(people: readonly RosterPersonView[]): string {
  return table(
    ['姓名', '机构', '岗位', '编制类型', '状态', '说明'],
    people.map((person) => [
      person.name,
      person.unit,
      person.post,
      person.category,
      person.status,
      person.why ?? person.flags.map((flag) => flag.text).join('；'),
    ]),
  )
}

export function findingsText(report: Output<'check.run'>): string {
  const findings = report.findings.map(
    (finding) =>
      `[${SEVERITY_TITLES[finding.severity]}] ${finding.rule} ${finding.text}` +
      `${alsoByText(finding.alsoBy)}${sourceText(finding.source)}\n    办法：${finding.remedy}`,
  )
  return [`截至 ${report.asOf}，规则包：${report.pack.title}，共 ${report.findings.length} 条`, ...findings].join('\n')
}

/** A line a paper, each with its number, article and words. */
function sourceText(source: Output<'check.run'>['findings'][number]['source']): string {
  return (source.parts ?? [source])
    .map(({ cited, clause, note }) => `\n    依据：${cited}：${clause}${note === undefined ? '' : `（${note}）`}`)
    .join('')
}

/** "\n    另据 A2 各机构、各类编制不得相互抵顶", a line a rule that says the same; '' for none. */
export function alsoByText(others: readonly { readonly rule: string; readonly title: string }[]): string {
  return others.map((other) => `\n    另据 ${other.rule} ${other.title}`).join('')
}

export function importText(
  summary: Pick<
    Output<'import.commit'>,
    'added' | 'updated' | 'unchanged' | 'counts' | 'refused' | 'repaired' | 'committed'
  >,
): string {
  const { counts } = summary
  return [
    `${summary.committed ? '已导入' : '未导入（预览）'}：新增 ${summary.added} 行，更新 ${summary.updated} 行，不变 ${summary.unchanged} 行，拒绝 ${summary.refused.length} 处`,
    `其中新增：在编 ${counts.people.added} 人，编外和借入 ${counts.others.added} 人，兼任 ${counts.concurrent.added} 个，编制 ${counts.quotas.added} 条，机构 ${counts.units.added} 个`,
    ...summary.repaired.map(
      (cell) => `修正 ${cell.sheet} ${cell.column}${cell.row}：${cell.from} → ${cell.to}（${cell.message}）`,
    ),
    ...summary.refused.map((row) => `拒绝 ${row.sheet} ${row.column}${row.row}：${row.message}`),
  ].join('\n')
}
