import type { QueryHandler } from './context.ts'

/** A verified copy on request: beside the book, or in the folder she names (a USB stick). */
export const createBackupNow: QueryHandler<'backup.create'> = ({ directory }, { backup }) => backup('手动备份', directory)
