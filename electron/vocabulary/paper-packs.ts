import { codesOf, titlesOf, type CodeList } from './code-list.ts'

/** Packs of papers: for the next clerk, and for whoever comes to inspect. */
export const PAPER_PACK_LIST = {
  handover: { title: '交接包' },
  inspection: { title: '核查包' },
} as const satisfies CodeList
export type PaperPackKind = keyof typeof PAPER_PACK_LIST
export const PAPER_PACK_KINDS = codesOf(PAPER_PACK_LIST)
export const PAPER_PACK_NAMES = titlesOf(PAPER_PACK_LIST)
