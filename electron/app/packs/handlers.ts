import type { CommandHandlers, QueryHandlers } from '../context.ts'
import { importHolidays, previewHolidays, readHolidays } from './keep-holidays.ts'
import { choosePack } from './choose-pack.ts'
import { exportPack, importPack, previewPackImport } from './exchange-pack.ts'
import { adoptLaw, releaseLaw } from './adopt-law.ts'
import { readLawBase } from './read-law-base.ts'
import { previewPack } from './preview-pack.ts'
import { removePack, savePack } from './save-pack.ts'
import { readPackDetail, readPacks } from './read-packs.ts'

export const PACKS_QUERIES = {
  'packs.read': readPacks,
  'pack.read': readPackDetail,
  'pack.preview': previewPack,
  'pack.export': exportPack,
  'pack.importPreview': previewPackImport,
  'law.base': readLawBase,
  'holidays.read': readHolidays,
  'holidays.preview': previewHolidays,
} satisfies Partial<QueryHandlers>

export const PACKS_COMMANDS = {
  'pack.choose': choosePack,
  'pack.save': savePack,
  'pack.remove': removePack,
  'pack.import': importPack,
  'law.adopt': adoptLaw,
  'law.release': releaseLaw,
  'holidays.import': importHolidays,
} satisfies Partial<CommandHandlers>
