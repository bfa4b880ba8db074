import { bySeverity } from '../../vocabulary/findings.ts'
import type { GoneFindingView } from '../../contract/finding-operations.ts'
import { operationTitle, type Input, type Output } from '../../contract/operations.ts'
import { endOfShanghaiDay } from '../../domain/calendar/shanghai-day.ts'
import { keyText } from '../../domain/findings/finding-key.ts'
import { goneFindings, type GoneFinding } from '../../domain/findings/finding-states.ts'
import type { Severity } from '../../domain/model/finding.ts'
import { rulesInForce } from '../../domain/rules/check-book.ts'
import { packInForce } from '../../domain/rules/packs/pack-in-force.ts'
import type { RuleSource } from '../../domain/model/finding.ts'
import { sourceInForce } from '../../domain/rules/packs/source-in-force.ts'
import type { Rule } from '../../domain/rules/rule.ts'
import { groundOf } from '../../domain/rules/weight-in-force.ts'
import { ruleById } from '../../domain/rules/registry.ts'
import { readFindingCures } from '../../store/finding-store.ts'
import type { HistoryRecord } from '../../domain/ledger/journal/journal-record.ts'
import { readEventMarks, readHistoryPage, readNamesEver } from '../../store/journal-history-store.ts'
import type { QueryContext } from '../context.ts'
import { readStatedFindings, type StatedBook } from './read-stated-findings.ts'
import { entryTitle } from '../../domain/views/history-entry-view.ts'
import { withNames } from '../../domain/ledger/journal/person-marks.ts'
import { markedPersonIds } from '../../domain/views/journal-entry-view.ts'
import { offRulesView } from '../../domain/views/off-rules-view.ts'
import { markView, statedFindingView } from '../../domain/views/stated-finding-view.ts'

/** The inbox of a day: findings open and explained, gravest first, and those that are not found any more, newest cure first. */
export async function readFindings(
  input: Input<'findings.read'>,
  context: QueryContext,
): Promise<Output<'findings.read'>> {
  const stated = await readStatedFindings(context, input)
  const { snapshot } = stated.view.state
  const gone = await readGone(stated, input.believedOn, context)
  const { packId } = snapshot.book
  const inForce = packInForce(snapshot)
  const open = stated.findings.filter((one) => one.state === 'open')
  const count = (severity: Severity) => open.filter((one) => one.finding.severity === severity).length
  const shown = input.state === undefined ? stated.findings : stated.findings.filter((one) => one.state === input.state)
  return {
    asOf: snapshot.asOf,
    pack: { id: packId, title: inForce?.pack.title ?? packId },
    rulesRun: rulesInForce(snapshot).length,
    off: offRulesView(inForce),
    counts: {
      open: open.length,
      explained: stated.findings.length - open.length,
      cured: gone.length,
      error: count('error'),
      warning: count('warning'),
      info: count('info'),
    },
    findings: shown
      .toSorted((left, right) => bySeverity(left.finding.severity, right.finding.severity))
      .map((one) => statedFindingView(stated.view, one)),
    cured: input.state === undefined || input.state === 'cured' ? gone : [],
  }
}

/** Cures by entries that were written by the end of the day believed on, and explained findings that are gone. */
async function readGone(
  { view, findings, marks }: StatedBook,
  believedOn: string | undefined,
  context: QueryContext,
): Promise<GoneFindingView[]> {
  const cures = await readFindingCures(context.db)
  const seqs = new Set(cures.map((cure) => cure.seq))
  const records =
    seqs.size === 0
      ? []
      : (await readHistoryPage(context.db, { only: seqs, from: null, to: null, before: null, limit: seqs.size }))
          .records
  const until = believedOn === undefined ? null : endOfShanghaiDay(believedOn)
  const known = new Map(
    records.filter((record) => until === null || record.recordedAt <= until).map((record) => [record.seq, record]),
  )
  const gone = goneFindings(
    findings,
    marks,
    cures.filter((cure) => known.has(cure.seq)),
    view.state.snapshot.asOf,
  )
  const titles = await readEventMarks(context.db, [...known.keys()])
  const names = await readNamesEver(context.db, [
    ...gone.flatMap((one) => one.personId ?? []),
    ...markedPersonIds([...known.values()]),
  ])
  const ground = groundOf(view.state.snapshot)
  const entryOf = (record: HistoryRecord) => ({
    seq: record.seq,
    title: entryTitle(
      operationTitle(record.operation),
      titles.get(record.seq)?.type ?? null,
      record.reverses === null ? 0 : 1,
    ),
    text: withNames(record.summary, names),
    recordedAt: record.recordedAt,
    effectiveOn: record.effectiveOn,
    documentNumber: record.documentNumber,
  })
  return gone.map((one) =>
    goneView(
      one,
      {
        unit: (id) => view.unitName(id) || '（已撤销机构）',
        person: (id) => names.get(id) ?? '已清除的人员',
        source: (rule) => sourceInForce(rule, ground),
      },
      one.cure === null ? null : (known.get(one.cure.seq) ?? null),
      entryOf,
    ),
  )
}

interface Names {
  readonly unit: (id: string) => string
  readonly person: (id: string) => string
  readonly source: (rule: Rule) => RuleSource
}

function goneView(
  gone: GoneFinding,
  names: Names,
  record: HistoryRecord | null,
  entryOf: (record: HistoryRecord) => GoneFindingView['entry'],
): GoneFindingView {
  const rule = ruleById(gone.rule)
  return {
    key: keyText(gone),
    rule: gone.rule,
    title: rule?.title ?? gone.rule,
    severity: gone.cure?.severity ?? rule?.severity ?? null,
    unitId: gone.unitId,
    unit: gone.unitId === null ? null : names.unit(gone.unitId),
    personId: gone.personId,
    person: gone.personId === null ? null : names.person(gone.personId),
    text: gone.cure?.text ?? null,
    source: rule === undefined ? null : names.source(rule),
    alsoBy: gone.alsoBy.map((other) => ({
      key: keyText(other),
      rule: other.rule,
      title: ruleById(other.rule)?.title ?? other.rule,
    })),
    entry: record === null ? null : entryOf(record),
    history: gone.history.map(markView),
  }
}
