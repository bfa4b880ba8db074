import type { Statement } from './check-statement.ts'

/*
 * What the seed documents say of themselves. 000: offices, leaders, institutions; 001: must-haves against the ceiling; 003: institutions
 * cut; 004: 郴州's rates. Numbers are the documents' own.
 */

const sum = (label: string, parts: readonly number[], total: number | null, open = false): Statement => ({ kind: 'sum', label, parts, total, open })

export const SEED_STATEMENTS: Readonly<Record<string, readonly Statement[]>> = {
  'seed-000': [
    sum('行政编制：领导、四个办公室、人武部、纪委、维稳信息员', [8, 5, 2, 3, 2, 1, 1, 1], 23),
    sum('事业编制：七个站所', [10, 5, 2, 3, 3, 3, 2], null),
    sum('领导职数：书记、副书记（乡长）、纪委书记、党员副乡长、人大主席', [1, 1, 1, 2, 1], 8, true),
  ],
  'seed-001': [sum('必设办公室与必设事业单位，总数控制在7个以内', [5, 2], 7)],
  'seed-003': [sum('精简事业机构', [219, 218], 437)],
  'seed-004': [
    { kind: 'cut', label: '乡镇个数', from: 249, to: 184, cut: 65, rate: '26.1' },
    { kind: 'cut', label: '乡镇领导职数', from: 2055, to: 1436, cut: 619, rate: '30.1' },
    { kind: 'cut', label: '乡镇行政编制', from: null, to: 4248, cut: null, rate: '10.1' },
    { kind: 'cut', label: '乡镇事业编制', from: null, to: 6224, cut: null, rate: '32.8' },
  ],
}
