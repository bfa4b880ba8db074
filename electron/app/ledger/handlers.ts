import type { CommandHandlers, QueryHandlers } from '../context.ts'
import { addEvent } from './add-event.ts'
import { addEvents, previewEvents } from './add-events.ts'
import { addAttachment } from './add-attachment.ts'
import { readAttachment } from './read-attachment.ts'
import { readChanges } from './read-changes.ts'
import { completeDocument } from './complete-document.ts'
import { searchDocuments } from './search-documents.ts'
import { readCard, readCardList, readCardTargets } from './read-cards.ts'
import { revealCard, setCardTargets, tickCards } from './mark-cards.ts'
import { readHistory } from './read-history.ts'
import { readJournal } from './read-journal.ts'
import { redoEntry } from './redo-entry.ts'
import { undoEntry } from './undo-entry.ts'
import { previewUndo } from './preview-undo.ts'
import { previewEvent } from './preview-event.ts'

export const LEDGER_QUERIES = {
  'journal.read': readJournal,
  'event.preview': previewEvent,
  'event.previewMany': previewEvents,
  'undo.preview': previewUndo,
  'history.read': readHistory,
  'changes.read': readChanges,
  'card.list': readCardList,
  'card.read': readCard,
  'card.targets': readCardTargets,
  'documents.search': searchDocuments,
  'attachment.file': readAttachment,
} satisfies Partial<QueryHandlers>

export const LEDGER_COMMANDS = {
  'event.add': addEvent,
  'event.addMany': addEvents,
  'card.reveal': revealCard,
  'card.tick': tickCards,
  'card.setTargets': setCardTargets,
  'journal.undo': undoEntry,
  'journal.redo': redoEntry,
  'document.complete': completeDocument,
  'attachment.add': addAttachment,
} satisfies Partial<CommandHandlers>
