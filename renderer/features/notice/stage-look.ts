import type { NoticeStage } from '../../../electron/contract/notice-operations.ts'
import type { TagLook } from '../../ui/tag.tsx'

/** The look beside the word of a stage: what waits for her stands out. */
export function stageLook(stage: NoticeStage): TagLook {
  switch (stage) {
    case 'posted':
      return 'ink'
    case 'due':
      return 'amber'
    case 'closed':
      return 'outline'
    case 'archived':
      return 'plain'
  }
}
