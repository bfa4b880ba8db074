import { SERVICE_MODE_NAMES } from '../../vocabulary/reform.ts'
import { insertRow, endRow } from '../ledger/planning/pieces.ts'
import type { EventTools, FactWrite } from '../ledger/planning/event-plan.ts'
import type { RecordTable } from '../ledger/rows/fact-rows.ts'
import { rowInForce } from '../ledger/rows/row-in-force.ts'
import type { ReformFrame, ServiceModeSet } from './reform-step.ts'

interface KnownMode {
  readonly row: RecordTable
  readonly service: string
  readonly mode: string
}

/** The service modes of a unit on record that hold on the day. */
function knownModes(records: readonly RecordTable[], unitId: string, day: string): readonly KnownMode[] {
  return records
    .filter((row) => row.kind === 'serviceMode' && row.unit_id === unitId && rowInForce(row, day))
    .map((row) => {
      const content = JSON.parse(row.content) as { readonly service?: string; readonly mode?: string }
      return { row, service: content.service ?? '', mode: content.mode ?? '' }
    })
}

/** 服务方式 of one service of a unit from the day: the one on record before ends. `unit`: its id and its name. */
export function planServiceMode(
  step: ServiceModeSet,
  unit: { readonly id: string; readonly name: string },
  records: readonly RecordTable[],
  frame: ReformFrame,
  tools: EventTools,
): { readonly writes: readonly FactWrite[]; readonly summary: string } {
  const before = knownModes(records, unit.id, frame.on).filter(({ service }) => service === step.service)
  const was = before.map(({ mode }) => SERVICE_MODE_NAMES[mode as keyof typeof SERVICE_MODE_NAMES] ?? mode)
  const provider = step.provider === undefined || step.provider === '' ? null : step.provider
  return {
    writes: [
      ...before.flatMap(({ row }) => endRow('record', row, frame.on)),
      insertRow('record', {
        id: tools.newId(),
        kind: 'serviceMode',
        person_id: null,
        unit_id: unit.id,
        content: JSON.stringify({ service: step.service, mode: step.mode, provider, note: step.note ?? null }),
        document_number: (step.document ?? frame.document).number,
        valid_from: frame.on,
        valid_to: null,
        recorded_at: tools.recordedAt,
      }),
    ],
    summary:
      `${unit.name}的“${step.service}”自 ${frame.on} 起${was.length === 0 ? '实行' : `由${was.join('、')}改为`}` +
      `${SERVICE_MODE_NAMES[step.mode]}${provider === null ? '' : `，由${provider}承担`}`,
  }
}
